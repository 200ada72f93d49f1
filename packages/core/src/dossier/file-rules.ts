/** What every leg's file obeys: received once, by the competent agency; one guidance; completed in time (bổ sung hồ sơ). */
import { E, type Either, type NonEmpty } from '../fp.js';
import { examine, type Refused, refuseUnless, when } from '../kernel/index.js';
import { effectiveReceipt, type LawBook, limitEnds, provision, rulebooksInForce } from '../law/index.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import type { LegDossierCommand } from './commands.js';
import type { Dossier } from './dossier.js';
import type { DossierReceived, LegName, Supplemented, SupplementRequested } from './events.js';
import { procedureLaw } from './governing-law.js';

export type FileReason =
  | 'DossierAlreadyReceived'
  | 'DossierNotReceived'
  | 'ExtractNotPublished'
  | 'WrongAuthority'
  | 'SupplementPending'
  | 'NoSupplementPending'
  | 'SupplementOverdue'
  | 'LegHasEnded';

/** What the rules of a file look at beside the command. */
export type FileView = Readonly<{
  leg: LegName;
  dossier: Dossier;
  ended: boolean;
  authority: string | null;
  /** Whether what the leg begins on is there: the application, or the electronic certificate. */
  mayBegin: boolean;
}>;

type Event = DossierReceived | SupplementRequested | Supplemented;

const overdue = (dossier: Dossier, today: string): boolean =>
  dossier.status === 'supplementing' &&
  dossier.supplement?.until !== undefined &&
  dossier.supplement.until !== null &&
  today > dossier.supplement.until;

const obeys = examine<LegDossierCommand, FileView, FileReason>(
  refuseUnless('LegHasEnded', provision.closedApplication, (_, { ended }) => !ended),
  when(
    ({ type }) => type === 'ReceiveDossier',
    refuseUnless('ExtractNotPublished', provision.extractValue, (_, { mayBegin }) => mayBegin, {
      remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' },
    }),
    refuseUnless('DossierAlreadyReceived', provision.dossierReceipt, (_, { dossier }) => dossier.status === 'awaited'),
    refuseUnless(
      'WrongAuthority',
      provision.competentCommune,
      ({ data }, { authority }) => !('agency' in data) || authority === null || data.agency === authority,
      {
        facts: (_, { authority }) => ({ competent: authority }),
        remedy: (_, { authority }) => ({ kind: 'change', at: 'agency', to: authority }),
      },
    ),
  ),
  when(
    ({ type }) => type !== 'ReceiveDossier',
    refuseUnless('DossierNotReceived', provision.dossierReceipt, (_, { dossier }) => dossier.status !== 'awaited', {
      remedy: { kind: 'command', command: 'ReceiveDossier', by: 'onestop-receptionist' },
    }),
  ),
  when(
    ({ type }) => type === 'RequestSupplement',
    refuseUnless(
      'SupplementPending',
      provision.supplementDuty,
      (_, { dossier }) => dossier.status !== 'supplementing',
      {
        remedy: { kind: 'command', command: 'ProvideSupplement', by: 'applicant' },
      },
    ),
  ),
  when(
    ({ type }, { dossier }) => type === 'ProvideSupplement' && dossier.status !== 'awaited',
    refuseUnless(
      'NoSupplementPending',
      provision.supplementDuty,
      (_, { dossier }) => dossier.status === 'supplementing',
      {
        remedy: { kind: 'command', command: 'RequestSupplement', by: 'civil-status-officer' },
      },
    ),
    refuseUnless('SupplementOverdue', provision.supplementDuty, ({ at }, { dossier }) => !overdue(dossier, dayOf(at)), {
      facts: (_, { dossier }) => ({
        until: dossier.status === 'supplementing' ? (dossier.supplement?.until ?? null) : null,
      }),
      elsewhere: { procedure: 'new-application', desk: 'onestop' },
    }),
  ),
);

/** The file's events of one command about it. */
export const decideFile =
  (book: LawBook) =>
  (command: LegDossierCommand, view: FileView): Either<Refused<FileReason>, NonEmpty<Event>> => {
    const { leg, dossier } = view;
    const law = procedureLaw(book, dossier, command.at);
    const allowed = obeys(command, view, law);
    if (E.isLeft(allowed)) return allowed;
    switch (command.type) {
      case 'ReceiveDossier':
        return E.right([receive(book, leg, command.at, command.data.agency)]);
      case 'RequestSupplement': {
        const { items, cause } = command.data;
        return E.right([askSupplement(book, leg, dossier, command.at, items, cause)]);
      }
      case 'ProvideSupplement':
        return E.right([
          {
            type: 'Supplemented',
            leg,
            items: command.data.items,
            at: command.at,
            countsFrom: effectiveReceipt(book, leg, command.at),
            ...(command.data.personal === undefined ? {} : { personal: command.data.personal }),
          },
        ]);
    }
  };

/** A supplement asked for: until when, and whether it was one round too many (one full guidance, a single time). */
export const askSupplement = (
  book: LawBook,
  leg: LegName,
  dossier: Dossier,
  at: Instant,
  items: readonly string[],
  cause: string,
): SupplementRequested => {
  const law = procedureLaw(book, dossier, at);
  const round = (dossier.status === 'awaited' ? 0 : dossier.rounds) + 1;
  const atMost = law.row(provision.supplementRounds)?.value;
  return {
    type: 'SupplementRequested',
    leg,
    items,
    cause,
    round,
    until: limitEnds(book, law.row(provision.supplementTime), at).dueOn,
    breach: atMost !== undefined && round > atMost,
  };
};

/** A leg's receipt, with the law of that day frozen into it (R10, R20). */
export const receive = (book: LawBook, leg: LegName, receivedAt: Instant, agency: string): DossierReceived => {
  const on = dayOf(receivedAt);
  const law = book.at({ on, knownOn: on });
  return {
    type: 'DossierReceived',
    leg,
    receivedAt,
    countsFrom: effectiveReceipt(book, leg, receivedAt),
    law: law.id,
    rulebooks: rulebooksInForce(law),
    agency,
  };
};
