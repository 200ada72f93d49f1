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
import { type BenefitLeg, type BenefitName, hearEndorsement, hearPayer } from '../../benefit/index.js';
import { hearDeathEntry } from '../../death-registration/index.js';
import { procedureLaw } from '../../dossier/governing-law.js';
import { askSupplement, receive } from '../../dossier/index.js';
import { funeralRules } from '../../funeral-benefit/index.js';
import { type DeathLeg, deathGroup, type LawBook, type Payer } from '../../law/index.js';
import { hearPayment, hearStopped, type MonthlyAllowance } from '../../payment/index.js';
import type { RecordAnswer } from '../../requests/commands.js';
import { type Heard, textsOf } from '../../requests/heard.js';
import { type DeathPurpose, isRequestEvent, type RequestEvent } from '../../requests/index.js';
import { deletionEnded, hearDeletion, hearRecord } from '../../residence-deletion/index.js';
import { survivorRules } from '../../survivor-benefit/index.js';
import type { Instant } from '../../values/plain-date.js';
import type { DeathCommand } from './commands.js';
import type { DeathEvent } from './events.js';
import { factsOf } from './facts.js';
import { partOfLeg } from './parts.js';
import type { DeathCase } from './state.js';

const LEG_OF: Readonly<Partial<Record<DeathPurpose, DeathLeg>>> = {
  'delete-residence': 'residence',
  'decide-insurance-funeral': 'funeral',
  'decide-social-funeral': 'funeral',
  'decide-merit-funeral': 'funeral',
  'decide-survivor': 'survivor',
};

/** The agency has the file: its own receipt, under the law of that day (R10). */
const received = (
  book: LawBook,
  death: DeathCase,
  purpose: DeathPurpose | undefined,
  receivedAt: Instant,
  heardAt: Instant,
): readonly DeathEvent[] => {
  const leg = purpose === undefined ? undefined : LEG_OF[purpose];
  if (leg === undefined || death[partOfLeg[leg]].dossier.status !== 'awaited') return [];
  const at = plausibleReceipt(death.registration.dossier, receivedAt, heardAt);
  return [receive(book, deathGroup, leg, at, death.application.declaration?.authorities[leg] ?? '')];
};

/** The file is not full: the agency asks the family once, and waits. */
const incomplete = (
  book: LawBook,
  death: DeathCase,
  leg: DeathLeg,
  request: string,
  heard: Heard,
): readonly DeathEvent[] => {
  const { dossier } = death[partOfLeg[leg]];
  if (dossier.status === 'supplementing') return unsettled(request, heard);
  const asked = { items: textsOf(heard, 'items'), cause: 'incomplete' };
  return [askSupplement(book, deathGroup, leg, dossier, heard.at, asked)];
};

/** Legs that nobody asks for any more. */
const givenUp = ({ application: { withdrawn, stopped } }: DeathCase): readonly DeathLeg[] => [...withdrawn, ...stopped];

const isGivenUp = (death: DeathCase, leg: DeathLeg): boolean => givenUp(death).includes(leg);

const residenceSaid = (book: LawBook, death: DeathCase, request: string, heard: Heard): readonly DeathEvent[] => {
  const { deletion } = death;
  if (heard.answer.outcome === 'incomplete')
    return deletionEnded(deletion) || isGivenUp(death, 'residence')
      ? []
      : incomplete(book, death, 'residence', request, heard);
  const law = procedureLaw(book, deletion.dossier, heard.at);
  return concluded<DeathEvent>(
    deletion.outcome === heard.answer.outcome,
    request,
    heard,
    hearDeletion(deletion, heard, law),
  );
};

const payerSaid = (
  book: LawBook,
  death: DeathCase,
  leg: BenefitLeg,
  payer: Payer,
  request: string,
  heard: Heard,
): readonly DeathEvent[] => {
  const own = death[leg];
  // Nothing is paid where nobody asks for it any more: what the payer did is for people to settle.
  if (isGivenUp(death, leg)) return [];
  if (heard.answer.outcome === 'incomplete')
    return own.settled.includes(payer) ? [] : incomplete(book, death, leg, request, heard);
  const facts = factsOf(book, death);
  const said = { own, facts, payer };
  const conclusion =
    leg === 'funeral'
      ? hearPayer(book, leg, funeralRules, said, heard)
      : hearPayer(book, leg, survivorRules, said, heard);
  const decided = Object.values(own.decided).filter((each) => each.payer === payer);
  const sum = decided.reduce((total, { amount }) => total + amount, 0);
  const agrees = decided.length > 0 && heard.answer.outcome === 'decided' && (heard.answer['amount'] ?? sum) === sum;
  return concluded<DeathEvent>(agrees, request, heard, conclusion);
};

const paymentSaid = (
  book: LawBook,
  death: DeathCase,
  benefit: BenefitName,
  request: string,
  heard: Heard,
): readonly DeathEvent[] =>
  concluded<DeathEvent>(false, request, heard, hearPayment(death.payments, factsOf(book, death), benefit, heard));

const stopSaid = (
  book: LawBook,
  death: DeathCase,
  allowance: MonthlyAllowance,
  request: string,
  heard: Heard,
): readonly DeathEvent[] =>
  concluded<DeathEvent>(
    death.payments.stopped.includes(allowance),
    request,
    heard,
    hearStopped(book, death.payments, factsOf(book, death), allowance, heard),
  );

/** Whether the register only says again what stands entered. */
const enteredSo = ({ registration: { registration } }: DeathCase, { answer }: Heard): boolean =>
  registration.status === 'registered' &&
  answer.outcome === 'entered' &&
  answer['book'] === registration.book &&
  answer['number'] === registration.number;

const entrySaid = (book: LawBook, death: DeathCase, request: string, heard: Heard): readonly DeathEvent[] => {
  const conclusion = hearDeathEntry(death.registration, factsOf(book, death), heard, book);
  const unlocked = conclusion.some((event) => event.type === 'DeathRegistered' && !event.locked);
  return [
    ...concluded<DeathEvent>(enteredSo(death, heard), request, heard, conclusion),
    ...(unlocked ? [escalated(request, 'PersonNotLocked')] : []),
  ];
};

const conclude = (
  book: LawBook,
  death: DeathCase,
  purpose: DeathPurpose,
  request: string,
  heard: Heard,
): readonly DeathEvent[] => {
  switch (purpose) {
    case 'enter-death':
      return entrySaid(book, death, request, heard);
    case 'delete-residence':
      return residenceSaid(book, death, request, heard);
    case 'decide-insurance-funeral':
      return payerSaid(book, death, 'funeral', 'social-insurance', request, heard);
    case 'decide-social-funeral':
      return payerSaid(book, death, 'funeral', 'social-protection', request, heard);
    case 'decide-merit-funeral':
      return payerSaid(book, death, 'funeral', 'merit', request, heard);
    case 'decide-survivor':
      return payerSaid(book, death, 'survivor', 'social-insurance', request, heard);
    case 'pay-funeral':
      return paymentSaid(book, death, 'funeral', request, heard);
    case 'pay-merit-lump':
      return paymentSaid(book, death, 'merit-lump', request, heard);
    case 'pay-survivor':
      return paymentSaid(book, death, 'survivor', request, heard);
    case 'stop-merit-allowance':
      return stopSaid(book, death, 'merit', request, heard);
    case 'stop-social-allowance':
      return stopSaid(book, death, 'social', request, heard);
    case 'stop-pension':
      return stopSaid(book, death, 'pension', request, heard);
    case 'tell-residence':
    case 'tell-insurance':
    case 'tell-population':
      return heard.answer.outcome === 'taken' ? [] : unsettled(request, heard);
  }
};

const answered = (
  book: LawBook,
  death: DeathCase,
  command: RecordAnswer,
  purpose: DeathPurpose,
): readonly DeathEvent[] => {
  const { receivedAt, request } = command.data;
  return [
    ...received(book, death, purpose, receivedAt, command.at),
    ...afterWithdrawal<DeathLeg, DeathEvent>(
      { withdrawn: givenUp(death) },
      LEG_OF[purpose],
      request,
      conclude(book, death, purpose, request, heardIn(command)),
    ),
  ];
};

/** Told on the way: a record found wanting and mended, an opinion given. */
const progressed = (
  death: DeathCase,
  purpose: DeathPurpose | undefined,
  { step, cause }: Extract<RequestEvent, { type: 'RequestProgressed' }>,
): readonly DeathEvent[] => {
  const leg = purpose === undefined ? undefined : LEG_OF[purpose];
  if (leg === 'residence') return hearRecord(death.deletion, step, cause);
  return leg === 'funeral' ? hearEndorsement(death.funeral, leg, step) : [];
};

/** What an event of the request machine leads to; other events lead to nothing here. */
export const heardFrom = (
  book: LawBook,
  event: DeathEvent,
  death: DeathCase,
  command: DeathCommand,
): readonly DeathEvent[] =>
  isRequestEvent(event)
    ? hear<DeathPurpose, DeathEvent>(event, death.requests, command, {
        received: (purpose, at) => received(book, death, purpose, at, command.at),
        progressed: (purpose, told) => progressed(death, purpose, told),
        answered: (purpose, said) => answered(book, death, said, purpose),
      })
    : [];
