/** Whom the case asks, and when. What is intended here is sent by the courier. */
import { type BenefitName, payersOpen } from '../../benefit/index.js';
import type { DeathLeg, LawBook, Payer } from '../../law/index.js';
import { type MonthlyAllowance, PAYING } from '../../payment/index.js';
import { type DeathPurpose, intend, isPending, ofPurpose, type RequestIntended } from '../../requests/index.js';
import type { DeathEvent } from './events.js';
import { factsOf } from './facts.js';
import { type DeathCase, legsOf, outcomeOf, unpaidIn } from './state.js';

export const DECIDING: Readonly<Record<Payer, DeathPurpose>> = {
  'social-insurance': 'decide-insurance-funeral',
  'social-protection': 'decide-social-funeral',
  merit: 'decide-merit-funeral',
};

export const STOPPING: Readonly<Record<MonthlyAllowance, DeathPurpose>> = {
  merit: 'stop-merit-allowance',
  social: 'stop-social-allowance',
  pension: 'stop-pension',
};

type Forward = readonly [leg: DeathLeg, purpose: DeathPurpose];

const isFull = ({ dossier }: DeathCase['funeral' | 'survivor' | 'deletion']): boolean =>
  dossier.status !== 'supplementing';

/** Later legs that may begin, or go on, now: each on the published extract, with its file full. */
const ready = (book: LawBook, death: DeathCase): readonly Forward[] => {
  const { application, deletion, funeral, survivor } = death;
  const facts = factsOf(book, death);
  if (!facts.extractPublished) return [];
  const runs = (leg: DeathLeg): boolean => legsOf(application).includes(leg) && outcomeOf(death, leg) === undefined;
  return [
    ...(runs('residence') && isFull(deletion) ? ([['residence', 'delete-residence']] as const) : []),
    ...(runs('funeral') && isFull(funeral)
      ? payersOpen(funeral).map((payer): Forward => ['funeral', DECIDING[payer]])
      : []),
    ...(runs('survivor') && isFull(survivor) && payersOpen(survivor).length > 0 && facts.consentsMissing.length === 0
      ? ([['survivor', 'decide-survivor']] as const)
      : []),
  ];
};

/** Events after which a later leg may be ready to begin, or to begin again. */
const OPENS_THE_WAY: readonly DeathEvent['type'][] = [
  'ExtractPublished',
  'BenefitRouted',
  'RelativesConsented',
  'Supplemented',
  'LegWithdrawn',
];

/**
 * Whether this event is a reason to ask for this leg now: it was never asked for; its file is full again; somebody routed it
 * anew; or a new extract is out, and what was asked on the old one came back without a result.
 */
const calls = (event: DeathEvent, death: DeathCase, leg: DeathLeg, purpose: DeathPurpose): boolean =>
  ofPurpose(death.requests, purpose).length === 0 ||
  event.type === 'ExtractPublished' ||
  ((event.type === 'Supplemented' || event.type === 'BenefitRouted') && event.leg === leg);

const forwarded = (book: LawBook, event: DeathEvent, death: DeathCase): readonly RequestIntended<DeathPurpose>[] =>
  OPENS_THE_WAY.includes(event.type)
    ? ready(book, death)
        .filter(([leg, purpose]) => !isPending(death.requests, purpose) && calls(event, death, leg, purpose))
        .map(([, purpose]) => intend(death.requests, purpose))
    : [];

/** Events after which money may be due to somebody who can take it. */
const MONEY_IS_DUE: readonly DeathEvent['type'][] = ['BenefitDecided', 'BenefitToppedUp', 'BenefitPaid', 'PayeeStated'];

/** What is decided and unpaid, once somebody is there to take it; after a failed payment, once they are stated anew. */
const paying = (event: DeathEvent, death: DeathCase): readonly RequestIntended<DeathPurpose>[] => {
  const { payee, failing } = death.payments;
  if (!MONEY_IS_DUE.includes(event.type) || payee === 'none') return [];
  return (Object.keys(unpaidIn(death)) as BenefitName[])
    .filter((benefit) => !failing.includes(benefit) && !isPending(death.requests, PAYING[benefit]))
    .map((benefit) => intend(death.requests, PAYING[benefit]));
};

/** Whoever paid the deceased each month stops on the extract, whatever else was asked for. */
const stopping = (event: DeathEvent, death: DeathCase): readonly RequestIntended<DeathPurpose>[] =>
  event.type === 'ExtractPublished'
    ? (death.application.declaration?.allowances ?? [])
        .filter((allowance) => ofPurpose(death.requests, STOPPING[allowance]).length === 0)
        .map((allowance) => intend(death.requests, STOPPING[allowance]))
    : [];

/** Agencies that hold something built on what was declared, and are told of the death, and of every correction. */
const told = (event: DeathEvent, death: DeathCase): readonly RequestIntended<DeathPurpose>[] => {
  if (event.type === 'DeathRegistered') {
    return [intend(death.requests, 'tell-population'), intend(death.requests, 'tell-insurance')];
  }
  if (event.type !== 'CorrectionRegistered') return [];
  const holds = death.deletion.outcome === 'deleted' || isPending(death.requests, 'delete-residence');
  return [
    ...(holds ? [intend(death.requests, 'tell-residence')] : []),
    intend(death.requests, 'tell-population'),
    intend(death.requests, 'tell-insurance'),
  ];
};

/** Whom to ask because of an event, `death` having taken it in. The case decider appends these in the event's own batch. */
export const requests = (
  book: LawBook,
  event: DeathEvent,
  death: DeathCase,
): readonly RequestIntended<DeathPurpose>[] => [
  ...forwarded(book, event, death),
  ...stopping(event, death),
  ...paying(event, death),
  ...told(event, death),
];
