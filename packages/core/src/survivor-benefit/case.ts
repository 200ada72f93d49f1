/** All the facts of one death that decide its benefits (hồ sơ trợ cấp), as `lienthong benefit --case` reads them from a file. */
import type { FuneralClass, Insured } from '../law/index.js';
import type { Dong } from '../values/money.js';
import type { PlainDate } from '../values/plain-date.js';
import type { SurvivorQuestion } from './entitlement.js';

/** `decidedOn` and `knownOn` may come from elsewhere; `survivors` is absent where nobody asks for a survivor benefit. */
export type BenefitCase = Readonly<{
  diedOn: PlainDate;
  decidedOn?: PlainDate;
  knownOn?: PlainDate;
  province?: string;
  classes: readonly FuneralClass[];
  insured?: Readonly<{ status: Insured; months?: number; diedOfWork?: boolean; injuryLoss?: number }>;
  /** A body that no relative claimed, and what it cost to bury it; of the class `disaster`. */
  disaster?: Readonly<{ unclaimedBody: true; actualCost: Dong }>;
  /** The merit allowance of the month of death. */
  meritAllowance?: Dong;
  survivors?: Readonly<Pick<SurvivorQuestion, 'relatives' | 'prefer' | 'contributions' | 'pension'>>;
}>;

/** What a case asks of the survivor benefit, once the day of the decision is known. */
export const survivorQuestion = (
  { diedOn, insured, survivors }: BenefitCase,
  decidedOn: PlainDate,
): SurvivorQuestion | undefined => {
  if (!survivors) return undefined;
  const { status, ...facts } = insured ?? {};
  return { diedOn, decidedOn, ...survivors, deceased: { ...facts, ...(status ? { insured: status } : {}) } };
};
