/** Fees (lệ phí, phí) around a death, in đồng. `null`: set by the province’s council. Copies: `fee.copy`. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Fee } from './fees.js';

export const feeDeathOnTime: Parameter<Fee> = parameter(
  'fee.death-on-time',
  'đồng',
  'Registering a death in time; also the poor, the disabled and families with merit',
  [
    row('2016-01-01', '2027-02-28', { dong: 0 }, cite('60/2014/QH13', 11, 1), 'official'),
    row(
      '2027-03-01',
      open,
      { dong: 0 },
      cite('03/2026/QH16'),
      'inferred',
      'Not found for the new law; taken to go on.',
    ),
  ],
);

export const feeDeathLate: Parameter<Fee> = parameter(
  'fee.death-late',
  'đồng',
  'Registering a death after the period',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      { dong: null },
      cite('60/2014/QH13', 11, 2),
      'official',
      'Hà Nội: 5,000, secondary.',
    ),
    row('2027-03-01', open, { dong: null }, cite('03/2026/QH16'), 'inferred', 'Not found for the new law.'),
  ],
);

export const feeResidenceDeletion: Parameter<Fee> = parameter(
  'fee.residence-deletion',
  'đồng',
  'Deleting a residence',
  [
    row(
      '2021-07-01',
      open,
      { dong: 0 },
      cite('68/2020/QH14', 24),
      'inferred',
      'No fee is known; from general knowledge.',
    ),
  ],
);

export const feeBenefit: Parameter<Fee> = parameter('fee.benefit', 'đồng', 'Deciding a funeral or survivor benefit', [
  row('2016-01-01', open, { dong: 0 }, cite('58/2014/QH13'), 'inferred', 'No fee is known, in that law or after it.'),
]);
