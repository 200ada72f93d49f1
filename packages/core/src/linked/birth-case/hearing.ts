/** What an agency's words mean for the case: the answer is recorded as given, and the leg it concerns draws its own conclusion. */
import {
  afterWithdrawal,
  concluded,
  escalated,
  hear,
  heardIn,
  plausibleReceipt,
  unsettled,
} from '../../application/hearing.js';
import { hearEntry, hearPersonalNumber } from '../../birth-registration/index.js';
import { hearCard } from '../../child-health-card/index.js';
import { hearIdentityCard } from '../../child-identity-card/index.js';
import { askSupplement, procedureLaw, receive } from '../../dossier/index.js';
import { birthGroup, type LawBook, provision } from '../../law/index.js';
import { hearProgress, hearResidence, residenceEnded } from '../../permanent-residence/index.js';
import type { RecordAnswer } from '../../requests/commands.js';
import { type Heard, textsOf } from '../../requests/heard.js';
import { type BirthPurpose, isRequestEvent, type RequestEvent } from '../../requests/index.js';
import { escalationRule } from '../../support/index.js';
import type { Instant } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent, BirthLeg } from './events.js';
import { factsOf } from './facts.js';
import { partOfLeg } from './parts.js';
import type { BirthCase } from './state.js';

const LEG_OF: Readonly<Partial<Record<BirthPurpose, BirthLeg>>> = {
  'register-residence': 'residence',
  'issue-card': 'card',
  'issue-identity-card': 'identity-card',
};

const dossierOf = (birth: BirthCase, leg: BirthLeg) => {
  const part = birth[partOfLeg[leg]];
  return 'dossier' in part && part.dossier !== undefined && 'status' in part.dossier ? part.dossier : undefined;
};

const plausible = ({ registration }: BirthCase, receivedAt: Instant, heardAt: Instant): Instant =>
  plausibleReceipt(registration.dossier, receivedAt, heardAt);

/** The agency has the file: its own receipt, under the law of that day (R10). */
const received = (
  book: LawBook,
  birth: BirthCase,
  purpose: BirthPurpose | undefined,
  at: Instant,
): readonly BirthEvent[] => {
  const leg = purpose === undefined ? undefined : LEG_OF[purpose];
  if (leg === undefined || dossierOf(birth, leg)?.status !== 'awaited') return [];
  return [receive(book, birthGroup, leg, at, birth.application.declaration?.authorities[leg] ?? '')];
};

/** Whether the register only says again what stands entered. */
const enteredSo = ({ registration: { registration } }: BirthCase, { answer }: Heard): boolean =>
  registration.status === 'registered' &&
  answer.outcome === 'entered' &&
  answer['book'] === registration.book &&
  answer['number'] === registration.number;

const residenceSaid = (book: LawBook, birth: BirthCase, heard: Heard): readonly BirthEvent[] => {
  if (heard.answer.outcome !== 'incomplete') return hearResidence(birth.residence, heard);
  const over = residenceEnded(birth.residence) || birth.application.withdrawn.includes('residence');
  const items = textsOf(heard, 'items');
  return over
    ? []
    : [askSupplement(book, birthGroup, 'residence', birth.residence.dossier, heard.at, { items, cause: 'incomplete' })];
};

/** A child the database takes for another one of the same mother: people must say whether they are twins (F3). */
const suspecting = (
  book: LawBook,
  request: string,
  { at }: Heard,
  conclusion: readonly BirthEvent[],
): readonly BirthEvent[] =>
  conclusion.some((event) => event.type === 'PersonalNumberDelayed' && event.cause === 'SuspectedDuplicate') &&
  escalationRule(book, 'suspected-duplicate', at) !== undefined
    ? [...conclusion, escalated(request, 'suspected-duplicate', 'confirm-twins')]
    : conclusion;

const conclude = (
  book: LawBook,
  birth: BirthCase,
  purpose: BirthPurpose,
  request: string,
  heard: Heard,
): readonly BirthEvent[] => {
  const facts = factsOf(book, birth, heard.at);
  const law = procedureLaw(book, birth.registration.dossier, heard.at);
  switch (purpose) {
    case 'assign-personal-number':
      return suspecting(book, request, heard, hearPersonalNumber(birth.registration, heard));
    case 'enter-birth': {
      const entered = hearEntry(birth.registration, facts, heard, law);
      return entered.length > 0 || enteredSo(birth, heard) ? entered : unsettled(request, heard);
    }
    case 'register-residence':
      return concluded(
        birth.residence.decision === heard.answer.outcome,
        request,
        heard,
        residenceSaid(book, birth, heard),
      );
    case 'issue-card':
      return concluded(
        birth.card.decision === heard.answer.outcome,
        request,
        heard,
        hearCard(birth.card, facts, heard, book),
      );
    case 'issue-identity-card':
      return concluded(
        birth.identityCard.decision === heard.answer.outcome,
        request,
        heard,
        hearIdentityCard(birth.identityCard, heard),
      );
    case 'tell-residence':
    case 'tell-insurance':
    case 'tell-population':
      return heard.answer.outcome === 'taken' ? [] : unsettled(request, heard);
  }
};

const answered = (
  book: LawBook,
  birth: BirthCase,
  command: RecordAnswer,
  purpose: BirthPurpose,
): readonly BirthEvent[] => {
  const { receivedAt, request } = command.data;
  return [
    ...received(book, birth, purpose, plausible(birth, receivedAt, command.at)),
    ...afterWithdrawal<BirthLeg, BirthEvent>(
      birth.application,
      LEG_OF[purpose],
      request,
      conclude(book, birth, purpose, request, heardIn(command)),
    ),
  ];
};

/** Where the law forbids a verification, one that the police opened all the same is brought before the support team. */
const progressed = (
  book: LawBook,
  birth: BirthCase,
  event: Extract<RequestEvent, { type: 'RequestProgressed' }>,
  at: Instant,
) => {
  const rule = procedureLaw(book, birth.residence.dossier, at).row(provision.verification)?.value;
  const forbidden =
    rule?.underSixAtParentsPlace === 'forbidden' && birth.application.declaration?.lodging?.with !== 'other';
  return forbidden && event.step === 'verifying'
    ? [escalated(event.request, 'VerificationForbidden')]
    : hearProgress(birth.residence, event.step, event.cause);
};

/** What an event of the request machine leads to; other events lead to nothing here. */
export const heardFrom = (
  book: LawBook,
  event: BirthEvent,
  birth: BirthCase,
  command: BirthCommand,
): readonly BirthEvent[] =>
  isRequestEvent(event)
    ? hear<BirthPurpose, BirthEvent>(event, birth.requests, command, {
        received: (purpose, at) => received(book, birth, purpose, plausible(birth, at, command.at)),
        progressed: (_, told) => progressed(book, birth, told, command.at),
        answered: (purpose, said) => answered(book, birth, said, purpose),
      })
    : [];
