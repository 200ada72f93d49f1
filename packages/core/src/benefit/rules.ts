/** The rules of a benefit on its way to its payers, each on its provision. */
import type { Dossier } from '../dossier/dossier.js';
import { type Command, examine, type Rule, refuseUnless, when } from '../kernel/index.js';
import {
  type Chain,
  type DeathLeg,
  type DecidingBody,
  type LawInForce,
  type Parameter,
  type Payer,
  provision,
} from '../law/index.js';
import type { Ledger } from '../requests/ledger.js';
import type { PlainDate } from '../values/plain-date.js';
import type { Entitlement } from './entitlement.js';
import type { BenefitCommand, EndorseBenefit } from './events.js';
import { type Benefit, benefitSettled, payersOpen } from './state.js';

export type BenefitReason =
  | 'LegHasEnded'
  | 'ExtractNotPublished'
  | 'BenefitNotRouted'
  | 'NoEntitlement'
  | 'DossierNotReceived'
  | 'SupplementPending'
  | 'PayerNotAsked'
  | 'EndorsementNotNeeded'
  | 'EndorsedAlready'
  | 'EndorsementMissing'
  | 'DoubleBenefit'
  | 'DecidedInFuture'
  | 'NothingToTopUp';

/** What a leg that ends in money needs to know of the case around it. */
export type BenefitFacts = Readonly<{
  authorities: Readonly<Partial<Record<DeathLeg, string>>>;
  diedOn: PlainDate;
  extractPublished: boolean;
  requests: Ledger;
}>;

export type BenefitView = Readonly<{
  own: Benefit;
  facts: BenefitFacts;
  today: PlainDate;
  /** What the law gives, judged for the day of decision. */
  entitlement: Entitlement;
}>;

type BenefitRule = Rule<BenefitCommand, BenefitView, BenefitReason>;

export const chains: Readonly<Record<Payer, Parameter<Chain>>> = {
  'social-insurance': provision.limitFuneralInsurance,
  'social-protection': provision.limitFuneralSocial,
  merit: provision.limitFuneralMerit,
};

const payerOf: Readonly<Record<string, Payer>> = {
  'insurance-officer': 'social-insurance',
  'social-officer': 'social-protection',
  'merit-officer': 'merit',
};

/** For whom an officer of a payer speaks. */
export const payerFor = ({ actor }: Command): Payer | undefined => payerOf[actor.role];

/** Whose opinion goes with the file before its payer decides: every link of the chain but the last. */
export const endorsersOf = (law: LawInForce, payer: Payer): readonly DecidingBody[] =>
  (law.row(chains[payer])?.value ?? []).slice(0, -1).map(({ by }) => by);

const mustEndorse = (law: LawInForce, own: Benefit): readonly DecidingBody[] => [
  ...new Set(payersOpen(own).flatMap((payer) => endorsersOf(law, payer))),
];

/** Opinions that a payer still waits for. */
export const endorsementsMissing = (law: LawInForce, own: Benefit, payer: Payer): readonly DecidingBody[] =>
  endorsersOf(law, payer).filter((by) => !own.endorsed.includes(by));

const open: BenefitRule = refuseUnless('LegHasEnded', provision.benefitDecision, (_, { own }) => !benefitSettled(own));

const published: BenefitRule = refuseUnless(
  'ExtractNotPublished',
  provision.extractValue,
  (_, { facts }) => facts.extractPublished,
  { remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' } },
);

const routed: BenefitRule = refuseUnless(
  'BenefitNotRouted',
  provision.benefitRouting,
  (_, { own }) => own.route !== null,
  { remedy: { kind: 'command', command: 'RouteBenefit', by: 'civil-status-officer' } },
);

const received: BenefitRule = refuseUnless(
  'DossierNotReceived',
  provision.dossierReceipt,
  (_, { own }) => own.dossier.status !== 'awaited',
  { remedy: { kind: 'command', command: 'ReceiveDossier', by: 'onestop-receptionist' } },
);

const full = ({ status }: Dossier): boolean => status !== 'supplementing';

const complete: BenefitRule = refuseUnless(
  'SupplementPending',
  provision.supplementDuty,
  (_, { own }) => full(own.dossier),
  { remedy: { kind: 'command', command: 'ProvideSupplement', by: 'applicant' } },
);

/** Only a payer that was asked speaks, and only once. */
const asked: BenefitRule = refuseUnless(
  'PayerNotAsked',
  provision.benefitRouting,
  (command, { own }) => {
    const payer = payerFor(command);
    return own.route === null || (payer !== undefined && payersOpen(own).includes(payer));
  },
  { facts: (_, { own }) => ({ payers: payersOpen(own) }) },
);

export const mayRoute = examine<BenefitCommand, BenefitView, BenefitReason>(
  refuseUnless('LegHasEnded', provision.benefitDecision, (_, { own }) => own.settled.length === 0),
  published,
);

export const mayEndorse = examine<EndorseBenefit, BenefitView, BenefitReason>(
  open,
  routed,
  when(
    (_, { own }) => own.route !== null,
    refuseUnless(
      'EndorsementNotNeeded',
      provision.benefitEndorsement,
      ({ data }, { own }, __, law) => mustEndorse(law, own).includes(data.by),
      { facts: (command) => ({ by: command.data.by }) },
    ),
    refuseUnless(
      'EndorsedAlready',
      provision.benefitEndorsement,
      ({ data }, { own }) => !own.endorsed.includes(data.by),
    ),
  ),
);

export const mayDecide = examine<BenefitCommand, BenefitView, BenefitReason>(
  open,
  published,
  routed,
  received,
  complete,
  asked,
  refuseUnless(
    'DecidedInFuture',
    provision.benefitDecision,
    (command, { today }) => command.type !== 'DecideBenefit' || command.data.decidedOn <= today,
    { remedy: (_, { today }) => ({ kind: 'change', at: 'decidedOn', to: today }) },
  ),
  refuseUnless(
    'EndorsementMissing',
    provision.benefitEndorsement,
    (command, { own }, __, law) => {
      const payer = payerFor(command);
      return payer === undefined || endorsementsMissing(law, own, payer).length === 0;
    },
    { remedy: { kind: 'command', command: 'EndorseBenefit', by: 'commune-leader' } },
  ),
  refuseUnless(
    'NoEntitlement',
    provision.benefitDecision,
    (command, { entitlement }) => entitlement.awards.some(({ payer }) => payer === payerFor(command)),
    { facts: (_, { entitlement }) => ({ because: entitlement.basis }) },
  ),
  refuseUnless(
    'DoubleBenefit',
    provision.oneFuneralBenefit,
    (command, { own, entitlement }) =>
      !entitlement.awards.some(({ payer, benefit }) => payer === payerFor(command) && benefit in own.decided),
  ),
);

export const mayReject = examine<BenefitCommand, BenefitView, BenefitReason>(open, published, routed, received, asked);
