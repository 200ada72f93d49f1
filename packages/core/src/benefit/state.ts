/** Where a benefit stands with its payers, and how its events move it. */
import { AWAITED, type Dossier, evolveDossier } from '../dossier/dossier.js';
import type { FileEvent } from '../dossier/events.js';
import type { DeathLeg, DecidingBody, Payer } from '../law/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { BenefitEvent, BenefitName, BenefitRouted } from './events.js';

export type Decided = Readonly<{
  payer: Payer;
  way: 'once' | 'monthly';
  amount: number;
  decidedOn: PlainDate;
  /** Topped up since, in đồng, and up to which day of knowledge. */
  toppedUp: number;
  knownOn: PlainDate;
}>;

export type Benefit = Readonly<{
  dossier: Dossier;
  route: Readonly<Pick<BenefitRouted, 'outcome' | 'payers' | 'class'>> | null;
  endorsed: readonly DecidingBody[];
  decided: Readonly<Partial<Record<BenefitName, Decided>>>;
  /** Payers that have decided or rejected. */
  settled: readonly Payer[];
}>;

export type OwnBenefitEvent = BenefitEvent | FileEvent<DeathLeg>;

export const noBenefit: Benefit = { dossier: AWAITED, route: null, endorsed: [], decided: {}, settled: [] };

/** Payers that still owe a decision. */
export const payersOpen = ({ route, settled }: Benefit): readonly Payer[] =>
  (route?.payers ?? []).filter((payer) => !settled.includes(payer));

/** Every payer has decided, or there is none inside the bundle. */
export const benefitSettled = (own: Benefit): boolean => own.route !== null && payersOpen(own).length === 0;

/** What is owed of each benefit: decided and topped up. */
export const owedOf = ({ decided }: Benefit): Readonly<Partial<Record<BenefitName, number>>> =>
  Object.fromEntries(Object.entries(decided).map(([benefit, { amount, toppedUp }]) => [benefit, amount + toppedUp]));

const settle = (own: Benefit, payer: Payer): readonly Payer[] =>
  own.settled.includes(payer) ? own.settled : [...own.settled, payer];

export const evolveBenefit = (own: Benefit, event: OwnBenefitEvent): Benefit => {
  switch (event.type) {
    case 'DossierReceived':
    case 'SupplementRequested':
    case 'Supplemented':
      return { ...own, dossier: evolveDossier(own.dossier, event) };
    case 'BenefitRouted':
      return { ...own, route: { outcome: event.outcome, payers: event.payers, class: event.class } };
    case 'BenefitEndorsed':
      return { ...own, endorsed: [...own.endorsed, event.by] };
    case 'BenefitDecided': {
      const { payer, way, amount, decidedOn } = event;
      const decided: Decided = { payer, way, amount, decidedOn, toppedUp: 0, knownOn: decidedOn };
      return { ...own, decided: { ...own.decided, [event.benefit]: decided }, settled: settle(own, payer) };
    }
    case 'BenefitRejected':
      return { ...own, settled: settle(own, event.payer) };
    case 'BenefitToppedUp': {
      const known = own.decided[event.benefit];
      if (known === undefined) return own;
      const toppedUp = known.toppedUp + event.amount;
      return { ...own, decided: { ...own.decided, [event.benefit]: { ...known, toppedUp, knownOn: event.knownOn } } };
    }
  }
};
