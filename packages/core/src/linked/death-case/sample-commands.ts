/** Each command in its plainest form for a case as it stands: to ask the rules what is open, never to be recorded. */
import { sharedSamples } from '../../application/sample-commands.js';
import type { BenefitLeg, BenefitName } from '../../benefit/index.js';
import type { Actor } from '../../kernel/index.js';
import type { DeathLeg } from '../../law/index.js';
import { ALL_RELATIVES } from '../../survivor-benefit/index.js';
import type { Instant, PlainDate } from '../../values/plain-date.js';
import type { DeathCommand } from './commands.js';
import { type DeathCase, unpaidIn } from './state.js';

const SAMPLE_ID = '00000000-0000-5000-8000-000000000000';

type Data = { [T in DeathCommand['type']]?: readonly Extract<DeathCommand, { type: T }>['data'][] };

const MONEY: readonly BenefitLeg[] = ['funeral', 'survivor'];

const samples = (death: DeathCase, today: PlainDate): Data => {
  const { application, requests, consents } = death;
  const legs: readonly DeathLeg[] = application.declaration?.legs ?? [];
  const { allowances = [] } = application.declaration ?? {};
  // Of several benefits owed, one may be under way and another open to be paid by hand.
  const owed = Object.entries({ funeral: 1, ...unpaidIn(death) }) as readonly (readonly [BenefitName, number])[];
  const money = MONEY.filter((leg) => legs.includes(leg));
  return {
    ...sharedSamples(application, requests, today),
    AttachDeathNotice: [{ code: 'sample', signed: true, form: '05', issuedOn: today }],
    StopLeg: legs.map((leg) => ({ leg, cause: 'sample' })),
    RecordFee: [{ amount: 0, purpose: 'late' }],
    RegisterDeath: [{ holder: application.caseId ?? '' }],
    RefuseDeath: [{ cause: 'NotResponsiblePerson' }],
    ConfirmIdentity: [{ by: 'book' }],
    RegisterCorrection: [{ fields: ['deceased.name'], registeredOn: today }],
    ForwardDeletion: [{}],
    CompleteResidenceRecord: [{}],
    DeleteResidence: [{ entry: 'sample', deletedOn: today, minutes: false }],
    RecordNothingToDelete: [{ cause: 'sample' }],
    RouteBenefit: money.map((leg) => ({ leg })),
    EndorseBenefit: money.flatMap((leg) => (['commune', 'district', 'province'] as const).map((by) => ({ leg, by }))),
    DecideBenefit: money.map((leg) => ({ leg, decisionNo: 'sample', decidedOn: today })),
    RejectBenefit: money.map((leg) => ({ leg, cause: 'NoEntitlement' })),
    TopUpBenefit: money.map((leg) => ({ leg })),
    RecordRelativesConsent: [{ of: ALL_RELATIVES, mode: consents.expired ? 'paper' : 'e-statement' }],
    ExpireConsent: [{}],
    StatePayee: [{ channel: 'cash', personal: {} }],
    RecordPayment: owed.map(([benefit, amount]) => ({
      outcome: 'paid',
      benefit,
      amount,
      channel: 'cash',
      paidOn: today,
    })),
    RecordAllowanceStopped: allowances.map((allowance) => ({ allowance })),
  };
};

/** The commands people give; those by which the courier records what it heard are not among them. */
export const sampleCommands = (
  death: DeathCase,
  actor: Actor,
  at: Instant,
  today: PlainDate,
): readonly DeathCommand[] =>
  Object.entries(samples(death, today)).flatMap(([type, forms]) =>
    forms.map((data) => ({ id: SAMPLE_ID, type, at, actor, data }) as DeathCommand),
  );
