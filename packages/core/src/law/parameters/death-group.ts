/** The linked group of a death (nhóm thủ tục liên thông khai tử): its legs, the bundles on offer, its cut-off and code. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { CutOff } from './receipt.js';

/** The procedures of the group: khai tử, xóa thường trú, mai táng phí, tử tuất. */
export type DeathLeg = 'death' | 'residence' | 'funeral' | 'survivor';

/** Each entry is a set of legs that may be chosen together. */
export type DeathBundles = readonly (readonly DeathLeg[])[];

const upToFuneral: DeathBundles = [
  ['death', 'residence'],
  ['death', 'residence', 'funeral'],
];

export const deathBundles: Parameter<DeathBundles> = parameter(
  'death-group.bundles',
  'sets of legs',
  'Bundles of two, three or four procedures an applicant may choose',
  [
    row(
      '2019-01-01',
      '2023-07-09',
      upToFuneral,
      cite('61/2018/NĐ-CP', 19),
      'inferred',
      'Provinces linked them on paper by their own decisions, and two in the pilot of 2022.',
    ),
    row(
      '2023-07-10',
      '2024-06-30',
      upToFuneral,
      cite('2084/VPCP-KSTT'),
      'official',
      'No survivor benefit in its title.',
    ),
    row(
      '2024-07-01',
      open,
      [...upToFuneral, ['death', 'residence', 'funeral', 'survivor']],
      cite('63/2024/NĐ-CP', 12),
      'official',
    ),
  ],
);

/** Which leg waits for which others, if they were chosen. */
export type DeathLegOrder = Readonly<Record<Exclude<DeathLeg, 'death'>, readonly DeathLeg[]>>;

const fork: DeathLegOrder = { residence: ['death'], funeral: ['death'], survivor: ['death'] };

export const deathLegOrder: Parameter<DeathLegOrder> = parameter(
  'death-group.leg-order',
  'legs waited for',
  'Residence and payers get the file side by side, once the signed extract exists',
  [
    row('2019-01-01', '2024-06-30', fork, cite('61/2018/NĐ-CP', 19, 6), 'inferred', 'Read of the later process.'),
    row('2024-07-01', open, fork, cite('296/QĐ-VPCP'), 'secondary'),
  ],
);

export const deathCutOff: Parameter<CutOff> = parameter(
  'death-group.cut-off',
  'time of day',
  'Cut-off of a day of receipt of a death',
  [
    row('2016-01-01', '2027-02-28', { at: '15:00', exactlyThen: 'same-day' }, cite('60/2014/QH13', 5, 3), 'official'),
    row(
      '2027-03-01',
      open,
      { at: '15:00', exactlyThen: 'same-day' },
      cite('03/2026/QH16'),
      'inferred',
      'Not found for the new law; taken to go on.',
    ),
  ],
);

export const deathCutOffReach: Parameter<readonly (DeathLeg | 'whole')[]> = parameter(
  'death-group.cut-off-reach',
  'legs',
  'Receipts of a death the cut-off applies to',
  [
    row(
      '2016-01-01',
      open,
      ['whole', 'death'],
      cite('61/2018/NĐ-CP', 18, 3),
      'inferred',
      'As for births: later legs count from the day after their data arrived. Also used before and after that decree.',
    ),
  ],
);

export const deathProcedureCode: Parameter<string> = parameter(
  'death-group.procedure-code',
  'code',
  'Code of the group in the national catalogue of procedures',
  [
    row('2023-07-10', '2024-06-30', '1.011537', cite('2084/VPCP-KSTT'), 'official'),
    row('2024-07-01', '2026-08-31', '2.002622', cite('296/QĐ-VPCP'), 'secondary'),
    row('2026-09-01', open, '2.002913', cite('301/2026/NĐ-CP'), 'secondary', 'Seen in a city decision, 3582/QĐ-UBND.'),
  ],
);
