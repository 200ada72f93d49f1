/** The rules of death registration, each on its provision. */
import type { RegisterCorrection } from '../dossier/corrections.js';
import { examine, type Rule, refuseUnless, when } from '../kernel/index.js';
import { calendarOf, type DeathEvidence, deadline, feeLawOf, type LawBook, provision } from '../law/index.js';
import { isPending } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { ConfirmIdentity, DeathRegistrationCommand, RefuseDeath, RegisterDeath } from './events.js';
import type { DeathFacts, DeathRegistration } from './state.js';

export type DeathRegistrationReason =
  | 'DossierNotReceived'
  | 'SupplementPending'
  | 'DeathAlreadyRegistered'
  | 'DeathAlreadyRefused'
  | 'DeathNotRegistered'
  | 'RegistrationUnderWay'
  | 'AlreadyClaimed'
  | 'DeathEvidenceMissing'
  | 'FeeUnpaid'
  | 'IdentityMismatch'
  | 'IdentityNotDoubted'
  | 'RecordDoesNotPrevail'
  | 'SupplementNotOverdue';

/** What the rules look at beside the command. */
export type DeathView = Readonly<{
  own: DeathRegistration;
  facts: DeathFacts;
  today: PlainDate;
  /** Whether the declaration came after the time the law gives. */
  late: boolean;
}>;

type DeathRule = Rule<DeathRegistrationCommand, DeathView, DeathRegistrationReason>;

const received: DeathRule = refuseUnless(
  'DossierNotReceived',
  provision.dossierReceipt,
  (_, { own }) => own.dossier.status !== 'awaited',
  { remedy: { kind: 'command', command: 'ReceiveDossier', by: 'onestop-receptionist' } },
);

const complete: DeathRule = refuseUnless(
  'SupplementPending',
  provision.supplementDuty,
  (_, { own }) => own.dossier.status !== 'supplementing',
  { remedy: { kind: 'command', command: 'ProvideSupplement', by: 'applicant' } },
);

const once: DeathRule = refuseUnless(
  'DeathAlreadyRegistered',
  provision.oneRegistration,
  (_, { own }) => own.registration.status !== 'registered',
);

const stillOpen: DeathRule = refuseUnless(
  'DeathAlreadyRefused',
  provision.writtenRefusal,
  (_, { own }) => own.registration.status !== 'refused',
  { elsewhere: { procedure: 'new-application', desk: 'onestop' } },
);

const notAsked: DeathRule = refuseUnless(
  'RegistrationUnderWay',
  provision.oneRegistration,
  (_, { facts }) => !isPending(facts.requests, 'enter-death'),
);

/** A death long past is proved by more kinds of paper than one of these days. */
export const proves = (
  { kinds, longPast }: Readonly<{ kinds: readonly DeathEvidence[]; longPast: readonly DeathEvidence[] }>,
  facts: Pick<DeathFacts, 'evidence' | 'longPast' | 'noticeAttached'>,
): boolean => facts.noticeAttached || (facts.longPast ? longPast : kinds).some((kind) => kind === facts.evidence);

/** Whether a death was declared after the time the law gives (T1); it is registered all the same. */
export const declaredLate = (book: LawBook, diedOn: PlainDate, declaredOn: PlainDate): boolean => {
  const law = feeLawOf(book, declaredOn);
  const limit = law.row(provision.limitDeclaringDeath);
  const { dueOn } = deadline(law, calendarOf(book, declaredOn), limit, { on: diedOn, steps: [] });
  return dueOn !== null && declaredOn > dueOn;
};

/** Examined on the day the dossier was received. */
export const mayRegister = examine<RegisterDeath, DeathView, DeathRegistrationReason>(
  received,
  complete,
  once,
  stillOpen,
  notAsked,
  refuseUnless('AlreadyClaimed', provision.oneRegistration, ({ data }, { facts }) => data.holder === facts.caseId, {
    facts: ({ data }) => ({ otherCase: data.holder }),
    elsewhere: { procedure: 'earlier-application', desk: 'onestop' },
  }),
  refuseUnless('DeathEvidenceMissing', provision.deathEvidence, (_, { facts }, kinds) => proves(kinds, facts), {
    remedy: { kind: 'command', command: 'AttachDeathNotice', by: 'health-facility' },
  }),
  refuseUnless('IdentityMismatch', provision.prevailingRecord, (_, { own }) => own.identity !== 'doubted', {
    remedy: { kind: 'command', command: 'ConfirmIdentity', by: 'civil-status-officer' },
  }),
  when(
    (_, { late }) => late,
    refuseUnless(
      'FeeUnpaid',
      provision.deathFeeDuty,
      (_, { facts }, { exempt }, law) =>
        exempt.some((each) => each === facts.feeExempt) ||
        law.row(provision.feeDeathLate)?.value.dong === 0 ||
        facts.fees.includes('late'),
      { facts: { purpose: 'late' }, remedy: { kind: 'command', command: 'RecordFee', by: 'applicant' } },
    ),
  ),
);

const overdue = ({ own, today }: DeathView): boolean =>
  own.dossier.status === 'supplementing' &&
  own.dossier.supplement?.until != null &&
  today > own.dossier.supplement.until;

/** A refusal is in writing and signed by a person; the clock alone refuses nobody (R24.9). */
export const mayRefuse = examine<RefuseDeath, DeathView, DeathRegistrationReason>(
  received,
  once,
  stillOpen,
  notAsked,
  when(
    ({ data }) => data.cause === 'SupplementOverdue',
    refuseUnless('SupplementNotOverdue', provision.supplementDuty, (_, view) => overdue(view)),
  ),
);

/** The record that prevails settles who the person is; the other is mended (60/2014 art. 60). */
export const mayConfirm = examine<ConfirmIdentity, DeathView, DeathRegistrationReason>(
  received,
  refuseUnless('IdentityNotDoubted', provision.prevailingRecord, (_, { own }) => own.identity === 'doubted'),
  refuseUnless(
    'RecordDoesNotPrevail',
    provision.prevailingRecord,
    ({ data }, _, prevailing) => prevailing !== 'book' || data.by === 'book',
    { remedy: { kind: 'change', at: 'by', to: 'book' } },
  ),
);

export const mayCorrect = examine<RegisterCorrection, DeathView, DeathRegistrationReason>(
  refuseUnless('DeathNotRegistered', provision.correction, (_, { own }) => own.registration.status === 'registered', {
    remedy: { kind: 'command', command: 'RegisterDeath', by: 'civil-status-officer' },
  }),
);
