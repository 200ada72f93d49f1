/** Reference values (mức tham chiếu, lương cơ sở, mức chuẩn): the sums of which benefits are multiples, in đồng a month. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** A reference value, by the name of its parameter. */
export type Reference =
  | 'reference.base-salary'
  | 'reference.level'
  | 'reference.social-standard'
  | 'reference.social-pension'
  | 'reference.merit-standard';

/** An amount, or the amount of another reference value. */
export type ReferenceValue = Readonly<{ dong: number }> | Readonly<{ as: Reference }>;

const dong = (amount: number): ReferenceValue => ({ dong: amount });

export const baseSalary: Parameter<ReferenceValue> = parameter(
  'reference.base-salary',
  'đồng a month',
  'Base salary of the state (lương cơ sở)',
  [
    row('2019-07-01', '2023-06-30', dong(1_490_000), cite('38/2019/NĐ-CP'), 'inferred', 'From general knowledge.'),
    row('2023-07-01', '2024-06-30', dong(1_800_000), cite('24/2023/NĐ-CP'), 'secondary'),
    row('2024-07-01', '2026-06-30', dong(2_340_000), cite('73/2024/NĐ-CP'), 'official'),
    row('2026-07-01', open, dong(2_530_000), cite('161/2026/NĐ-CP', 3, 2), 'official'),
  ],
);

/** Takes the place of the base salary in social insurance, and equals it for as long as there is one. */
export const referenceLevel: Parameter<ReferenceValue> = parameter(
  'reference.level',
  'đồng a month',
  'Reference level of social insurance (mức tham chiếu)',
  [row('2025-07-01', open, { as: 'reference.base-salary' }, cite('41/2024/QH15', 141, 13), 'secondary')],
);

const standardKnownLater = {
  note: 'In force on 2026-10-05, from 2026-07-01: nobody could apply it before.',
  knownFrom: '2026-10-05',
};

export const socialStandard: Parameter<ReferenceValue> = parameter(
  'reference.social-standard',
  'đồng a month',
  'Standard of social assistance (mức chuẩn trợ giúp xã hội)',
  [
    row('2021-07-01', '2024-06-30', dong(360_000), cite('20/2021/NĐ-CP', 4, 2), 'official'),
    row('2024-07-01', '2026-06-30', dong(500_000), cite('76/2024/NĐ-CP'), 'secondary'),
    row('2026-07-01', open, dong(540_000), cite('335/2026/NĐ-CP', 4), 'secondary', standardKnownLater),
  ],
);

export const socialPension: Parameter<ReferenceValue> = parameter(
  'reference.social-pension',
  'đồng a month',
  'Social pension (trợ cấp hưu trí xã hội)',
  [
    row('2025-07-01', '2026-06-30', dong(500_000), cite('176/2025/NĐ-CP'), 'secondary'),
    row('2026-07-01', open, dong(540_000), cite('335/2026/NĐ-CP'), 'secondary', standardKnownLater),
  ],
);

export const meritStandard: Parameter<ReferenceValue> = parameter(
  'reference.merit-standard',
  'đồng a month',
  'Standard of the merit allowances (mức chuẩn ưu đãi)',
  [
    row('2024-07-01', '2026-06-30', dong(2_789_000), cite('77/2024/NĐ-CP'), 'secondary', 'First day inferred.'),
    row('2026-07-01', open, dong(3_012_000), cite('321/2026/NĐ-CP'), 'secondary', {
      note: 'In force on 2026-10-01, from 2026-07-01.',
      knownFrom: '2026-10-01',
    }),
  ],
);

/**
 * What provinces set above the national amount, by province code (two digits of decision 19/2025, three of circular
 * 07/2016). It counts only for the reference value it names, and is never taken over to another (R24).
 */
export type ProvincialValues = Readonly<{ parameter: Reference; byProvince: Readonly<Record<string, number>> }>;

export const provincialSocialStandard: Parameter<ProvincialValues> = parameter(
  'reference.social-standard.by-province',
  'đồng a month',
  'Standards of social assistance that provinces set themselves',
  [
    row(
      '2021-07-01',
      open,
      { parameter: 'reference.social-standard', byProvince: {} },
      cite('20/2021/NĐ-CP', 4),
      'official',
      'A province may set a higher one; none was found. An embedder adds its own by a law pack.',
    ),
  ],
);

export const provincialSocialPension: Parameter<ProvincialValues> = parameter(
  'reference.social-pension.by-province',
  'đồng a month',
  'Social pensions that provinces set themselves',
  [
    row(
      '2025-07-01',
      '2026-06-30',
      {
        parameter: 'reference.social-pension',
        byProvince: { '01': 650_000, '22': 700_000, '31': 700_000, '79': 650_000 },
      },
      cite('176/2025/NĐ-CP'),
      'secondary',
      'Hà Nội, Quảng Ninh, Hải Phòng, Hồ Chí Minh City; the resolutions of their councils were not named.',
    ),
  ],
);
