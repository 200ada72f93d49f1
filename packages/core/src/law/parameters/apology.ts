/** Apologies for lateness (thư xin lỗi), written refusals, and the duty of other bodies to answer. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** At most so many new dates; sent so many days before the limit ends. */
export type Apology = Readonly<{ atMost: number; daysBefore: number }>;

export const lateApology: Parameter<Apology> = parameter(
  'apology.late',
  'apologies, days',
  'A late authority apologises, gives its reason and one new date, in good time',
  [
    row('2018-06-21', '2024-06-30', { atMost: 1, daysBefore: 1 }, cite('61/2018/NĐ-CP', 19, 9), 'official'),
    row(
      '2024-07-01',
      open,
      { atMost: 1, daysBefore: 1 },
      cite('63/2024/NĐ-CP', 7, 3),
      'official',
      'The number and the day stand in decree 61/2018 art. 19 cl. 9; after 2025-06-30 they are inferred.',
    ),
  ],
);

/** A refusal is a result of its leg: in writing, with its reason. */
export const writtenRefusal: Provision = parameter(
  'refusal.written',
  'holds',
  'A refusal is written and says why, within the limit',
  [
    row('2016-01-01', '2027-02-28', true, cite('60/2014/QH13', 5, 2), 'official'),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'official', 'Number of the article not seen.'),
  ],
);

export const requestToAgency: Provision = parameter(
  'agency.must-answer',
  'holds',
  'A body that is asked answers within the time stated; its silence is reported',
  [
    row('2018-06-21', '2025-06-30', true, cite('61/2018/NĐ-CP', 19, 5), 'official'),
    row('2025-07-01', open, true, cite('118/2025/NĐ-CP'), 'inferred', 'Successor decree not read; taken to go on.'),
  ],
);

/** Support teams exist everywhere; their legal ground was not found. */
export const escalation: Provision = parameter(
  'agency.escalation',
  'holds',
  'A request that stays without answer is brought before the support team (tổ hỗ trợ)',
  [
    row('2018-06-21', '2025-06-30', true, cite('61/2018/NĐ-CP', 19, 5), 'inferred', 'The lead body reports the delay.'),
    row('2025-07-01', open, true, cite('118/2025/NĐ-CP'), 'inferred', 'Successor decree not read; taken to go on.'),
  ],
);
