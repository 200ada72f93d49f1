/** Survivor benefits of social insurance (trợ cấp tuất), monthly or in one sum, and the merit lump of three months. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Reference } from './reference-values.js';

/** Percents of a reference value for each relative; `forTwoDeaths` multiplies where a relative lost two. */
export type SurvivorMonthly = Readonly<{
  of: Reference;
  percent: number;
  withoutCarer: number;
  atMost: number;
  forTwoDeaths: number;
}>;

export const survivorMonthly: Parameter<SurvivorMonthly> = parameter(
  'survivor.monthly',
  'percent',
  'Monthly survivor allowance of one relative (tuất hằng tháng)',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      { of: 'reference.base-salary', percent: 50, withoutCarer: 70, atMost: 4, forTwoDeaths: 2 },
      cite('58/2014/QH13', 68),
      'secondary',
      'That two deaths give it twice is from general knowledge.',
    ),
    row(
      '2025-07-01',
      open,
      { of: 'reference.level', percent: 50, withoutCarer: 70, atMost: 4, forTwoDeaths: 2 },
      cite('41/2024/QH15', 87, 2),
      'official',
    ),
  ],
);

/** What of the deceased opens a monthly allowance: months paid in, or percent of capacity lost with an injury benefit. */
export type SurvivorGround = Readonly<{ months: number; injuryLoss: number }>;

export const survivorGround: Parameter<SurvivorGround> = parameter(
  'survivor.ground',
  'months, percent',
  'When a death opens a monthly allowance: time paid in, a pension, a death by work, or a grave injury benefit',
  [
    row('2016-01-01', '2025-06-30', { months: 180, injuryLoss: 61 }, cite('58/2014/QH13', 67), 'secondary'),
    row('2025-07-01', open, { months: 180, injuryLoss: 61 }, cite('41/2024/QH15', 86, 1), 'official'),
  ],
);

/** A child until an age in months; anybody with a loss of capacity; the others from an age, fixed or of retirement. */
export type SurvivorRelatives = Readonly<{
  childUntil: number;
  capacityLoss: number;
  ages: 'retirement' | Readonly<{ female: number; male: number }>;
}>;

export const survivorRelatives: Parameter<SurvivorRelatives> = parameter(
  'survivor.relatives',
  'months of age, percent',
  'Which relatives draw a monthly allowance',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      { childUntil: 216, capacityLoss: 81, ages: { female: 660, male: 720 } },
      cite('58/2014/QH13', 67, 2),
      'inferred',
      'From general knowledge; form 09-HSB has the same ages, fifty-five and sixty.',
    ),
    row(
      '2025-07-01',
      open,
      { childUntil: 216, capacityLoss: 81, ages: 'retirement' },
      cite('41/2024/QH15', 86, 2),
      'official',
    ),
  ],
);

/** In months. The year of death counts, inferred. */
export type RetirementAge = Readonly<{ female: number; male: number }>;

export const retirementAge: Parameter<RetirementAge> = parameter(
  'retirement.age',
  'months of age',
  'Retirement age in ordinary conditions (tuổi nghỉ hưu), by year',
  [
    row('2025-01-01', '2025-12-31', { female: 680, male: 735 }, cite('45/2019/QH14', 169, 2), 'official', 'Computed.'),
    row('2026-01-01', '2026-12-31', { female: 684, male: 738 }, cite('45/2019/QH14', 169, 2), 'official', 'Computed.'),
    row('2027-01-01', '2027-12-31', { female: 688, male: 741 }, cite('45/2019/QH14', 169, 2), 'official', 'Computed.'),
    row('2028-01-01', '2028-12-31', { female: 692, male: 744 }, cite('45/2019/QH14', 169, 2), 'official', 'Computed.'),
  ],
);

/** Relatives who are no minors must have less than this a month; merit allowances do not count. */
export type SurvivorMeans = Readonly<{ below: Reference; insuredWorkBars: boolean }>;

export const survivorMeans: Parameter<SurvivorMeans> = parameter(
  'survivor.means',
  'đồng a month',
  'From which income a relative who is no minor draws no monthly allowance',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      { below: 'reference.base-salary', insuredWorkBars: false },
      cite('58/2014/QH13', 67, 3),
      'inferred',
      'From general knowledge.',
    ),
    row(
      '2025-07-01',
      open,
      { below: 'reference.level', insuredWorkBars: true },
      cite('41/2024/QH15', 86, 3),
      'inferred',
      'The text was read; translations differ on which groups it bars, taken to be all but minor children.',
    ),
  ],
);

/** Who may not exchange the monthly allowance for one sum: children under an age in months, and grave loss of capacity. */
export type LumpSumException = Readonly<{ childUnder: number; capacityLoss: number }>;

export const lumpSumChoice: Parameter<LumpSumException> = parameter(
  'survivor.lump-sum-choice',
  'months of age, percent',
  'Relatives entitled to the monthly allowance may prefer one sum, but for these',
  [
    row('2016-01-01', '2025-06-30', { childUnder: 72, capacityLoss: 81 }, cite('58/2014/QH13', 69), 'secondary'),
    row('2025-07-01', open, { childUnder: 72, capacityLoss: 81 }, cite('41/2024/QH15', 88), 'secondary'),
  ],
);

/** Months of average salary for each year paid in before the split and since, and never less than the floor. */
export type LumpSumOfWork = Readonly<{ split: string; before: number; since: number; floor: number }>;

export const lumpSumOfWork: Parameter<LumpSumOfWork> = parameter(
  'survivor.lump-sum-of-work',
  'months of average salary',
  'One sum after somebody who was paying in or kept the time (tuất một lần)',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      { split: '2014-01-01', before: 1.5, since: 2, floor: 3 },
      cite('58/2014/QH13', 70),
      'secondary',
    ),
    row(
      '2025-07-01',
      open,
      { split: '2014-01-01', before: 1.5, since: 2, floor: 3 },
      cite('41/2024/QH15', 89),
      'secondary',
    ),
  ],
);

/** Months of pension: most within the first months of drawing it, then less with each month, down to the floor. */
export type LumpSumOfPension = Readonly<{ most: number; firstMonths: number; lessEachMonth: number; floor: number }>;

export const lumpSumOfPension: Parameter<LumpSumOfPension> = parameter(
  'survivor.lump-sum-of-pension',
  'months of pension',
  'One sum after a pensioner (tuất một lần)',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      { most: 48, firstMonths: 2, lessEachMonth: 0.5, floor: 3 },
      cite('58/2014/QH13', 70),
      'inferred',
      'From general knowledge.',
    ),
    row(
      '2025-07-01',
      open,
      { most: 48, firstMonths: 2, lessEachMonth: 0.5, floor: 3 },
      cite('41/2024/QH15', 89),
      'inferred',
      'From general knowledge.',
    ),
  ],
);

/** Where nobody draws it as a relative, what is left belongs to the heirs. */
export const lumpSumToHeirs: Parameter<true> = parameter(
  'survivor.lump-sum-to-heirs',
  'holds',
  'With no relatives at all, the one sum goes by the law of inheritance',
  [row('2025-07-01', open, true, cite('41/2024/QH15', 88), 'official')],
);

/** Paid beside any funeral benefit, to the relatives’ representative. */
export const meritLump: Parameter<Readonly<{ months: number }>> = parameter(
  'survivor.merit-lump',
  'months of allowance',
  'One-off of months of the current merit allowance (trợ cấp một lần khi người có công từ trần)',
  [row('2022-02-15', open, { months: 3 }, cite('131/2021/NĐ-CP', 121, 2), 'official')],
);
