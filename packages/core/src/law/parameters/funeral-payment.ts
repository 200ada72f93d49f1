/** Payment (chi trả) of what was decided, and the end of what the deceased drew: decided and paid are two facts. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** Days of the month: lists and funds for the next month, and the settling of the last. */
export type MonthlyList = Readonly<{ listedBy: number; settledBy: number }>;

export const meritPaymentList: Parameter<MonthlyList> = parameter(
  'payment.merit-list',
  'days of the month',
  'When the payment service gets its list, and when it settles; what is unpaid goes to the next month',
  [row('2022-09-05', open, { listedBy: 25, settledBy: 20 }, cite('44/2022/TT-BTC', 8), 'official')],
);

export const socialPaymentList: Parameter<Readonly<{ listedBy: number }>> = parameter(
  'payment.social-list',
  'day of the month',
  'When social protection draws up its list for the next month',
  [row('2021-07-01', open, { listedBy: 25 }, cite('20/2021/NĐ-CP'), 'official', 'Number of the article not seen.')],
);

export const allowanceStops: Parameter<'month-after-death'> = parameter(
  'payment.allowance-stops',
  'month',
  'From when a monthly social allowance is no longer paid',
  [
    row('2025-07-01', '2027-02-28', 'month-after-death', cite('147/2025/NĐ-CP', 5, 2, 'd'), 'official'),
    row(
      '2027-03-01',
      open,
      'month-after-death',
      cite('147/2025/NĐ-CP', 5, 2, 'd'),
      'inferred',
      'That decree ends; its successor was not found. Taken to go on.',
    ),
  ],
);
