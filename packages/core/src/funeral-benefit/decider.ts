/** The funeral leg (giải quyết mai táng phí): one funeral benefit for one death, and beside it the lump of a merit allowance. */

import type { BenefitCommand } from '../benefit/index.js';
import {
  type Award,
  type Benefit,
  type BenefitFacts,
  type BenefitReason,
  type BenefitRules,
  benefitLeg,
  type Entitlement,
  type OwnBenefitEvent,
  type Weighed,
} from '../benefit/index.js';
import type { LegOfCase } from '../dossier/procedure.js';
import { benefitLawOf, type DeathLeg, type FuneralClass, type LawBook, provision } from '../law/index.js';
import type { PlainDate } from '../values/plain-date.js';
import { type FuneralBenefit, funeralBenefit } from './entitlement.js';
import type { ClassFacts } from './worth.js';

/** What was declared about the deceased in the eyes of whoever might pay. */
export type FuneralFacts = BenefitFacts &
  Readonly<{
    classes: readonly FuneralClass[];
    classFacts: ClassFacts;
    /** The merit allowance of the month of death, in đồng; `null` where none was drawn. */
    meritAllowance: number | null;
  }>;

const weighedOf = ({ considered, notPayable, beside }: FuneralBenefit): readonly Weighed[] =>
  considered.map(({ class: of, outcome, amount, from, confidence }) => {
    const passed = notPayable.find((each) => each.class === of);
    return {
      of,
      outcome,
      amount,
      because: passed?.because ?? (beside?.class === of ? beside.because : null),
      act: (passed?.citation ?? from)?.act ?? null,
      article: (passed?.citation ?? from)?.article ?? null,
      confidence,
    };
  });

/** Three months of what was drawn, of the merit side, whoever pays the funeral. */
const lumpOf = (book: LawBook, facts: FuneralFacts, decidedOn: PlainDate): readonly Award[] => {
  if (facts.meritAllowance === null) return [];
  const row = benefitLawOf(book, facts.diedOn, decidedOn).row(provision.meritLump);
  const amount = row === undefined ? 0 : row.value.months * facts.meritAllowance;
  return amount > 0 ? [{ benefit: 'merit-lump', payer: 'merit', way: 'once', amount }] : [];
};

const entitlement = (book: LawBook, facts: FuneralFacts, decidedOn: PlainDate): Entitlement => {
  const { diedOn, classes, classFacts } = facts;
  const found = funeralBenefit(book, { diedOn, classes, decidedOn, ...classFacts });
  const law = benefitLawOf(book, diedOn, decidedOn);
  const { payable } = found;
  const payer = payable && law.row(provision.funeralPayers)?.value[payable.class];
  const place = payable?.bundle?.place ?? 'inside';
  const funeral: readonly Award[] =
    payable && payer && place !== 'outside' ? [{ benefit: 'funeral', payer, way: 'once', amount: payable.amount }] : [];
  const lump = lumpOf(book, facts, decidedOn);
  return {
    awards: [...funeral, ...lump],
    class: payable?.class ?? null,
    place: place === 'outside' && lump.length > 0 ? 'inside' : place,
    basis: place === 'outside' ? 'EmployerFiles' : (payable?.class ?? 'NoEntitlement'),
    weighed: weighedOf(found),
    law: law.id,
  };
};

export const funeralRules: BenefitRules<FuneralFacts> = {
  entitlement,
  more: (book, { diedOn, classes, classFacts }, benefit, { decidedOn, knownOn }) => {
    if (benefit !== 'funeral') return undefined;
    const { topUp } = funeralBenefit(book, { diedOn, classes, decidedOn, knownOn, ...classFacts });
    return topUp && { amount: topUp.amount, law: benefitLawOf(book, diedOn, knownOn).id, confidence: topUp.confidence };
  },
};

export const funeralLeg = (
  book: LawBook,
): LegOfCase<DeathLeg, BenefitCommand, OwnBenefitEvent, Benefit, FuneralFacts, BenefitReason, OwnBenefitEvent> =>
  benefitLeg<FuneralFacts>(book, 'funeral', funeralRules);
