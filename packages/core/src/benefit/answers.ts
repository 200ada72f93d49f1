/** What a payer's answers mean for a benefit (R7). The amount is the law's; one that differs is for people to settle. */
import type { LawBook, Payer } from '../law/index.js';
import { dayIn, type Heard, textOf } from '../requests/heard.js';
import { decidedBy } from './decider.js';
import type { BenefitRules } from './entitlement.js';
import type { BenefitEvent, BenefitLeg, BenefitRejection } from './events.js';
import { type Benefit, payersOpen } from './state.js';

const REJECTIONS: readonly BenefitRejection[] = [
  'NoEntitlement',
  'DoubleBenefit',
  'ConsentMissing',
  'PayeeMissing',
  'DossierIncomplete',
];

/** Steps by which a chain of bodies tells that one of them gave its opinion: `endorsed-commune`. */
const ENDORSED = 'endorsed-';

/** An opinion given on the way. */
export const hearEndorsement = (own: Benefit, leg: BenefitLeg, step: string): readonly BenefitEvent[] => {
  const by = (['commune', 'district', 'province'] as const).find((body) => step === `${ENDORSED}${body}`);
  return by === undefined || own.endorsed.includes(by) ? [] : [{ type: 'BenefitEndorsed', leg, by }];
};

/** Decided or rejected by one payer; empty when the answer leads nowhere: another amount, no entitlement, said before. */
export const hearPayer = <F>(
  book: LawBook,
  leg: BenefitLeg,
  rules: BenefitRules<F>,
  { own, facts, payer }: Readonly<{ own: Benefit; facts: F; payer: Payer }>,
  heard: Heard,
): readonly BenefitEvent[] => {
  if (!payersOpen(own).includes(payer)) return [];
  const { answer, attribution } = heard;
  if (answer.outcome === 'rejected') {
    const cause = REJECTIONS.find((reason) => reason === textOf(heard, 'reason')) ?? 'DossierIncomplete';
    return [{ type: 'BenefitRejected', leg, payer, cause, attribution }];
  }
  if (answer.outcome !== 'decided') return [];
  const decidedOn = dayIn(heard, 'decidedOn');
  const entitlement = rules.entitlement(book, facts, decidedOn);
  const due = entitlement.awards.filter((award) => award.payer === payer);
  const sum = due.reduce((total, { amount }) => total + amount, 0);
  const said = answer['amount'];
  if (due.some(({ benefit }) => benefit in own.decided) || (said !== undefined && said !== sum)) return [];
  return decidedBy(leg, entitlement, payer, { decisionNo: textOf(heard, 'decisionNo'), decidedOn }, attribution);
};
