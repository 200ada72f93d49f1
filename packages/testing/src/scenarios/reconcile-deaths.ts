/** Comparing books after deaths (đối soát nhóm khai tử): who still stands in the residence register, who decided, who paid how much. */
import type { BenefitName } from '@lienthong/core/benefit';
import { type DeathCase, outcomeOf, owedIn } from '@lienthong/core/death-case';
import { PAYING } from '@lienthong/core/payment';
import type { Effect, Resident } from '../agencies/index.js';
import type { Finding, KeptDeath } from './books.js';

type Own = readonly Effect[];

const lost = (caseId: string, what: string): Finding => ({ kind: 'lost', caseId, what });

/** Ended with a result, while no agency's record has it. */
const legsWithoutEffect = (caseId: string, death: DeathCase, own: Own): readonly Finding[] => {
  const has = (purpose: string): boolean => own.some((effect) => effect.purpose === purpose);
  const decides = (effect: Effect, benefit: BenefitName): boolean =>
    effect.purpose.startsWith('decide-') && effect.what.split(' ').includes(benefit);
  const decided = Object.keys({ ...death.funeral.decided, ...death.survivor.decided }) as readonly BenefitName[];
  return [
    ...(outcomeOf(death, 'death') === 'done' && !has('enter-death') ? [lost(caseId, 'death')] : []),
    ...(death.deletion.outcome === 'deleted' && !has('delete-residence') ? [lost(caseId, 'residence')] : []),
    ...decided
      .filter((benefit) => !own.some((effect) => decides(effect, benefit)))
      .map((benefit) => lost(caseId, `${benefit} decided`)),
  ];
};

/** More than one decision on one benefit of one death, whoever made it. */
const decidedTwice = (caseId: string, own: Own): readonly Finding[] =>
  (['funeral', 'merit-lump', 'survivor'] as const).flatMap((benefit): readonly Finding[] => {
    const deciders = new Set(
      own
        .filter(({ purpose, what }) => purpose.startsWith('decide-') && what.split(' ').includes(benefit))
        .map(({ purpose }) => purpose),
    );
    // Two decisions of one payer are found with everything else that is done once a case.
    return deciders.size < 2 ? [] : [{ kind: 'duplicated', caseId, what: `${benefit} decided`, times: deciders.size }];
  });

/** Paid by the payers' own record: no more than is owed, and no less than the journal believes. */
const sums = (caseId: string, death: DeathCase, own: Own): readonly Finding[] => {
  const owed = owedIn(death);
  return (Object.keys(PAYING) as readonly BenefitName[]).flatMap((benefit): readonly Finding[] => {
    const payments = own.filter(({ purpose }) => purpose === PAYING[benefit]);
    const paid = payments.reduce((sum, { what }) => sum + Number(what), 0);
    const known = death.payments.paid[benefit] ?? 0;
    const keys = new Set(payments.map(({ key }) => key)).size;
    return [
      ...(known > paid ? [lost(caseId, `${benefit} paid`)] : []),
      // A second payment under one request is found as such; here, one under another request.
      ...(paid > (owed[benefit] ?? 0) && keys > 1
        ? [{ kind: 'duplicated', caseId, what: `${benefit} paid`, times: keys } as const]
        : []),
    ];
  });
};

/** Who stands in the residence register and should not, as the dead once their leg has ended; and who should and does not. */
const standing = (deaths: ReadonlyMap<string, KeptDeath>, residents: readonly Resident[]): readonly Finding[] => {
  const ofHousehold = new Map<string, string>();
  const ended = new Set<string>();
  for (const [caseId, { state, filing }] of deaths) {
    const { household } = filing.household;
    const deleted = state.deletion.outcome === 'deleted';
    if (deleted) ended.add(household);
    if (deleted || !ofHousehold.has(household)) ofHousehold.set(household, caseId);
  }
  return residents.flatMap(({ household, dead, standing: stands }): readonly Finding[] => {
    const caseId = ofHousehold.get(household) ?? household;
    if (!dead && !stands) return [lost(caseId, 'residence of somebody living')];
    return dead && stands && ended.has(household) ? [lost(caseId, 'the dead still registered')] : [];
  });
};

export const deathFindings = (
  deaths: ReadonlyMap<string, KeptDeath>,
  effects: readonly Effect[],
  residents: readonly Resident[],
): readonly Finding[] => {
  const byCase = new Map<string, Effect[]>();
  for (const effect of effects) byCase.set(effect.caseId, [...(byCase.get(effect.caseId) ?? []), effect]);
  const perCase = [...deaths].flatMap(([caseId, { state }]) => {
    const own = byCase.get(caseId) ?? [];
    return [...legsWithoutEffect(caseId, state, own), ...decidedTwice(caseId, own), ...sums(caseId, state, own)];
  });
  return [...perCase, ...standing(deaths, residents)];
};
