/** The survivor leg (giải quyết trợ cấp tuất): social insurance decides, monthly or in one sum to the representative. */
import {
  type Benefit,
  type BenefitCommand,
  type BenefitFacts,
  type BenefitReason,
  type BenefitRules,
  benefitLeg,
  type Entitlement,
  type OwnBenefitEvent,
  type Weighed,
} from '../benefit/index.js';
import type { LegOfCase } from '../dossier/procedure.js';
import { examine, refuseUnless } from '../kernel/index.js';
import { benefitLawOf, type Citation, type DeathLeg, filingLawOf, type LawBook, provision } from '../law/index.js';
import type { PlainDate } from '../values/plain-date.js';
import { type SurvivorBenefit, type SurvivorQuestion, survivorBenefit } from './entitlement.js';

/** `survivors` is `null` where nobody asks for a survivor benefit; `consentsMissing` names relatives by the family's own names. */
export type SurvivorFacts = BenefitFacts &
  Readonly<{
    survivors: Omit<SurvivorQuestion, 'diedOn' | 'decidedOn'> | null;
    consentsMissing: readonly string[];
  }>;

const told = (
  of: string,
  outcome: Weighed['outcome'],
  amount: number | null,
  because: string | null,
  citation: Citation | null,
): Weighed => ({
  of,
  outcome,
  amount,
  because,
  act: citation?.act ?? null,
  article: citation?.article ?? null,
  confidence: citation?.confidence ?? 'inferred',
});

const weighedOf = (found: SurvivorBenefit): readonly Weighed[] => [
  ...('monthly' in found
    ? found.monthly.map(({ of, amount, from, confidence }) => ({
        ...told(of, 'paid', amount, null, from),
        confidence,
      }))
    : []),
  ...('lumpSum' in found
    ? [told('lump-sum', 'paid', found.lumpSum.amount, found.because, found.citation ?? found.lumpSum.from)]
    : []),
  ...found.notEntitled.map(({ of, because, citation }) => told(of, 'not-paid', null, because, citation)),
];

const given = (found: SurvivorBenefit): Readonly<{ way: 'once' | 'monthly'; amount: number }> | undefined => {
  if ('monthly' in found) {
    return { way: 'monthly', amount: found.monthly.reduce((sum, { amount }) => sum + amount, 0) };
  }
  return 'lumpSum' in found ? { way: 'once', amount: found.lumpSum.amount } : undefined;
};

const found = (book: LawBook, facts: SurvivorFacts, decidedOn: PlainDate): SurvivorBenefit | undefined =>
  facts.survivors === null ? undefined : survivorBenefit(book, { diedOn: facts.diedOn, decidedOn, ...facts.survivors });

const entitlement = (book: LawBook, facts: SurvivorFacts, decidedOn: PlainDate): Entitlement => {
  const law = benefitLawOf(book, facts.diedOn, decidedOn);
  const { insured } = facts.survivors?.deceased ?? {};
  const benefit = insured === undefined ? undefined : found(book, facts, decidedOn);
  const amount = benefit && given(benefit);
  // Who files for whom is procedure, and goes by the day of the decision, whenever the person died.
  const bundle = filingLawOf(book, decidedOn).row(provision.funeralInBundle);
  const place = (insured && bundle?.value[insured]) ?? 'open';
  return {
    awards:
      amount === undefined || amount.amount === 0 || place === 'outside'
        ? []
        : [{ benefit: 'survivor', payer: 'social-insurance', ...amount }],
    class: insured === undefined ? null : 'social-insurance',
    place,
    basis: place === 'outside' ? 'EmployerFiles' : amount === undefined ? 'NoEntitlement' : `survivor-${amount.way}`,
    weighed: benefit === undefined ? [] : weighedOf(benefit),
    law: law.id,
  };
};

export const survivorRules: BenefitRules<SurvivorFacts> = {
  entitlement,
  more: (book, facts, _, { decidedOn, knownOn }) => {
    const [then, now] = [decidedOn, knownOn].map((day) => {
      const benefit = found(book, facts, day);
      return benefit && given(benefit);
    });
    if (then === undefined || now === undefined || now.way !== then.way || now.amount <= then.amount) return undefined;
    const law = benefitLawOf(book, facts.diedOn, knownOn);
    const confidence = law.row(provision.benefitTopUp)?.confidence ?? 'inferred';
    return { amount: now.amount - then.amount, law: law.id, confidence };
  },
};

/** One sum goes to the representative whom all relatives have confirmed. */
const consented = examine<BenefitCommand, SurvivorFacts, 'ConsentMissing'>(
  refuseUnless('ConsentMissing', provision.survivorConsent, (_, { consentsMissing }) => consentsMissing.length === 0, {
    facts: (_, { consentsMissing }) => ({ missing: consentsMissing.length }),
    remedy: { kind: 'command', command: 'RecordRelativesConsent', by: 'relative' },
  }),
);

export const survivorLeg = (
  book: LawBook,
): LegOfCase<
  DeathLeg,
  BenefitCommand,
  OwnBenefitEvent,
  Benefit,
  SurvivorFacts,
  BenefitReason | 'ConsentMissing',
  OwnBenefitEvent
> => benefitLeg<SurvivorFacts, 'ConsentMissing'>(book, 'survivor', survivorRules, consented);
