/** What every leg's file obeys: received once, by the competent agency; one guidance; completed in time (bổ sung hồ sơ). */
import { E, type Either, type NonEmpty } from '../fp.js';
import { examine, type Refused, refuseUnless, when } from '../kernel/index.js';
import { currentLawOf, effectiveReceipt, type GroupLaw, type LawBook, limitEnds, provision } from '../law/index.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import type { LegDossierCommand } from './commands.js';
import type { Dossier } from './dossier.js';
import type { DossierReceived, FileEvent, LegName, SupplementRequested } from './events.js';
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
export type FileView<L extends LegName = LegName> = Readonly<{
  leg: L;
  dossier: Dossier;
  ended: boolean;
  authority: string | null;
  /** Whether what the leg begins on is there: the application, or the electronic certificate. */
  mayBegin: boolean;
}>;

const overdue = (dossier: Dossier, today: string): boolean =>
  dossier.status === 'supplementing' &&
  dossier.supplement?.until !== undefined &&
  dossier.supplement.until !== null &&
  today > dossier.supplement.until;

const obeys = ({ competentCommune }: GroupLaw) =>
  examine<LegDossierCommand, FileView, FileReason>(
    refuseUnless('LegHasEnded', provision.closedApplication, (_, { ended }) => !ended),
    when(
      ({ type }) => type === 'ReceiveDossier',
      refuseUnless('ExtractNotPublished', provision.extractValue, (_, { mayBegin }) => mayBegin, {
        remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' },
      }),
      refuseUnless(
        'DossierAlreadyReceived',
        provision.dossierReceipt,
        (_, { dossier }) => dossier.status === 'awaited',
      ),
      refuseUnless(
        'WrongAuthority',
        competentCommune,
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
      refuseUnless(
        'SupplementOverdue',
        provision.supplementDuty,
        ({ at }, { dossier }) => !overdue(dossier, dayOf(at)),
        {
          facts: (_, { dossier }) => ({
            until: dossier.status === 'supplementing' ? (dossier.supplement?.until ?? null) : null,
          }),
          elsewhere: { procedure: 'new-application', desk: 'onestop' },
        },
      ),
    ),
  );

/** The file's events of one command about it. */
export const decideFile = <L extends LegName>(book: LawBook, group: GroupLaw<L>) => {
  // Rules look at a file whatever its group calls the leg.
  const may = obeys(group as unknown as GroupLaw);
  return (command: LegDossierCommand<L>, view: FileView<L>): Either<Refused<FileReason>, NonEmpty<FileEvent<L>>> => {
    const { leg, dossier } = view;
    const law = procedureLaw(book, dossier, command.at);
    const allowed = may(command, view, law);
    if (E.isLeft(allowed)) return allowed;
    switch (command.type) {
      case 'ReceiveDossier':
        return E.right([receive(book, group, leg, command.at, command.data.agency)]);
      case 'RequestSupplement': {
        const { items, cause } = command.data;
        return E.right([askSupplement(book, group, leg, dossier, command.at, { items, cause })]);
      }
      case 'ProvideSupplement':
        return E.right([
          {
            type: 'Supplemented',
            leg,
            items: command.data.items,
            at: command.at,
            countsFrom: effectiveReceipt(book, group, leg, command.at),
            ...(command.data.personal === undefined ? {} : { personal: command.data.personal }),
          },
        ]);
    }
  };
};

/** A supplement asked for: until when, and whether it was one round too many (one full guidance, a single time). */
export const askSupplement = <L extends LegName>(
  book: LawBook,
  { supplementTime }: GroupLaw<L>,
  leg: L,
  dossier: Dossier,
  at: Instant,
  { items, cause }: Readonly<{ items: readonly string[]; cause: string }>,
): SupplementRequested<L> => {
  const law = procedureLaw(book, dossier, at);
  const round = (dossier.status === 'awaited' ? 0 : dossier.rounds) + 1;
  const atMost = law.row(provision.supplementRounds)?.value;
  return {
    type: 'SupplementRequested',
    leg,
    items,
    cause,
    round,
    until: limitEnds(book, law.row(supplementTime), at).dueOn,
    breach: atMost !== undefined && round > atMost,
  };
};

/** A leg's receipt, with the law of that day frozen into it (R10, R20). */
export const receive = <L extends LegName>(
  book: LawBook,
  group: GroupLaw<L>,
  leg: L,
  receivedAt: Instant,
  agency: string,
): DossierReceived<L> => {
  const law = currentLawOf(book, receivedAt);
  return {
    type: 'DossierReceived',
    leg,
    receivedAt,
    countsFrom: effectiveReceipt(book, group, leg, receivedAt),
    law: law.id,
    rulebooks: group.rulebooks(law),
    agency,
  };
};
