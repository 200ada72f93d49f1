/** The rules of birth registration, each on its provision. */
import type { RegisterCorrection } from '../dossier/corrections.js';
import { examine, refuseUnless, when } from '../kernel/index.js';
import { provision } from '../law/index.js';
import { isPending } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { RefuseBirth, RegisterBirth, RegistrationCommand, ReplacePersonalNumber } from './commands.js';
import type { BirthRegistration, RegistrationFacts } from './state.js';

export type RegistrationReason =
  | 'DossierNotReceived'
  | 'SupplementPending'
  | 'BirthAlreadyRegistered'
  | 'BirthAlreadyRefused'
  | 'RegistrationUnderWay'
  | 'AlreadyClaimed'
  | 'ProofOfBirthMissing'
  | 'PersonalNumberPending'
  | 'PersonalNumberAssignedAlready'
  | 'PersonalNumberNotAssigned'
  | 'GroundNotListed'
  | 'BirthNotRegistered'
  | 'SupplementNotOverdue';

/** What the rules look at beside the command. */
export type RegistrationView = Readonly<{ own: BirthRegistration; facts: RegistrationFacts; today: PlainDate }>;

const received = refuseUnless<RegistrationCommand, RegistrationView, RegistrationReason, unknown>(
  'DossierNotReceived',
  provision.dossierReceipt,
  (_, { own }) => own.dossier.status !== 'awaited',
  { remedy: { kind: 'command', command: 'ReceiveDossier', by: 'onestop-receptionist' } },
);

const complete = refuseUnless<RegistrationCommand, RegistrationView, RegistrationReason, unknown>(
  'SupplementPending',
  provision.supplementDuty,
  (_, { own }) => own.dossier.status !== 'supplementing',
  { remedy: { kind: 'command', command: 'ProvideSupplement', by: 'applicant' } },
);

const once = refuseUnless<RegistrationCommand, RegistrationView, RegistrationReason, unknown>(
  'BirthAlreadyRegistered',
  provision.oneRegistration,
  (_, { own }) => own.registration.status !== 'registered',
);

const stillOpen = refuseUnless<RegistrationCommand, RegistrationView, RegistrationReason, unknown>(
  'BirthAlreadyRefused',
  provision.writtenRefusal,
  (_, { own }) => own.registration.status !== 'refused',
  { elsewhere: { procedure: 'new-application', desk: 'onestop' } },
);

/** The number comes before the entry, or an obstacle on record does: the certificate is valid without it (F2). */
export const mayAskForNumber = examine<RegistrationCommand, RegistrationView, RegistrationReason>(
  received,
  stillOpen,
  refuseUnless(
    'PersonalNumberAssignedAlready',
    provision.personalNumberHold,
    (_, { own }) => own.personalNumber !== 'assigned',
  ),
  when(
    ({ type }) => type === 'RequestPersonalNumber',
    complete,
    refuseUnless(
      'PersonalNumberPending',
      provision.personalNumberHold,
      (_, { facts }) => !isPending(facts.requests, 'assign-personal-number'),
    ),
  ),
);

/** Examined on the day the dossier was received. */
export const mayRegister = examine<RegisterBirth, RegistrationView, RegistrationReason>(
  received,
  complete,
  once,
  stillOpen,
  refuseUnless(
    'RegistrationUnderWay',
    provision.oneRegistration,
    (_, { facts }) => !isPending(facts.requests, 'enter-birth'),
  ),
  refuseUnless('AlreadyClaimed', provision.oneRegistration, ({ data }, { facts }) => data.holder === facts.caseId, {
    facts: ({ data }) => ({ otherCase: data.holder }),
    elsewhere: { procedure: 'earlier-application', desk: 'onestop' },
  }),
  refuseUnless(
    'ProofOfBirthMissing',
    provision.proofOfBirth,
    (_, { facts }) => facts.proof !== 'none' || facts.noticeAttached,
    { remedy: { kind: 'command', command: 'AttachBirthNotice', by: 'health-facility' } },
  ),
  refuseUnless(
    'PersonalNumberPending',
    provision.personalNumberHold,
    (_, { own }) => own.personalNumber === 'assigned' || own.personalNumber === 'delayed',
    {
      remedy: (_, { own }) =>
        own.personalNumber === 'none'
          ? { kind: 'command', command: 'RequestPersonalNumber', by: 'civil-status-officer' }
          : { kind: 'command', command: 'RecordPersonalNumberObstacle', by: 'civil-status-officer' },
    },
  ),
);

const overdue = ({ own, today }: RegistrationView): boolean =>
  own.dossier.status === 'supplementing' &&
  own.dossier.supplement?.until != null &&
  today > own.dossier.supplement.until;

/** A refusal is in writing and signed by a person; the clock alone refuses nobody (R24.9). */
export const mayRefuse = examine<RefuseBirth, RegistrationView, RegistrationReason>(
  received,
  once,
  stillOpen,
  refuseUnless(
    'RegistrationUnderWay',
    provision.oneRegistration,
    (_, { facts }) => !isPending(facts.requests, 'enter-birth'),
  ),
  when(
    ({ data }) => data.cause === 'SupplementOverdue',
    refuseUnless('SupplementNotOverdue', provision.supplementDuty, (_, view) => overdue(view)),
  ),
);

const registered = refuseUnless<
  RegisterCorrection | ReplacePersonalNumber,
  RegistrationView,
  RegistrationReason,
  unknown
>('BirthNotRegistered', provision.correction, (_, { own }) => own.registration.status === 'registered', {
  remedy: { kind: 'command', command: 'RegisterBirth', by: 'civil-status-officer' },
});

export const mayCorrect = examine<RegisterCorrection, RegistrationView, RegistrationReason>(registered);

export const mayReplaceNumber = examine<ReplacePersonalNumber, RegistrationView, RegistrationReason>(
  refuseUnless(
    'PersonalNumberNotAssigned',
    provision.personalNumberReplacement,
    (_, { own }) => own.personalNumber === 'assigned',
    { remedy: { kind: 'command', command: 'RequestPersonalNumber', by: 'civil-status-officer' } },
  ),
  refuseUnless(
    'GroundNotListed',
    provision.personalNumberReplacement,
    ({ data }, _, grounds) => grounds.some((ground) => ground === data.cause),
    {
      facts: (_, __, row) => ({ grounds: row.value as readonly string[] }),
      remedy: (_, __, row) => ({ kind: 'change', at: 'cause', to: (row.value as readonly string[])[0] ?? '' }),
    },
  ),
);
