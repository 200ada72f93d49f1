/** Receipt (tiếp nhận) and counting: the 15:00 cut-off, the first day counted, the last day on a day of rest. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Leg } from './group.js';

/** A file received after `at` counts as received on the next working day; at that very moment it is still today's. */
export type CutOff = Readonly<{ at: string; exactlyThen: 'same-day' | 'next-day' }>;

const fifteen: CutOff = { at: '15:00', exactlyThen: 'same-day' };

/** T4. That exactly 15:00:00 is still today is our reading of "after 15:00". */
export const cutOff: Parameter<CutOff> = parameter('receipt.cut-off', 'time of day', 'Cut-off of a day of receipt', [
  row('2016-01-01', '2024-06-30', fifteen, cite('60/2014/QH13', 5, 3), 'official'),
  row('2024-07-01', '2026-08-31', fifteen, cite('63/2024/NĐ-CP', 7, 2), 'official'),
  row('2026-09-01', '2027-02-28', fifteen, cite('301/2026/NĐ-CP'), 'secondary', 'As in the draft.'),
  row('2027-03-01', open, fifteen, cite('03/2026/QH16'), 'inferred', 'Not found for the new law; taken to go on.'),
]);

/** To which receipts the cut-off applies; the others count from the day after their data arrived (R20). */
export const cutOffReach: Parameter<readonly (Leg | 'whole')[]> = parameter(
  'receipt.cut-off-reach',
  'legs',
  'Receipts the cut-off applies to',
  [
    row(
      '2016-01-01',
      open,
      ['whole', 'birth'],
      cite('61/2018/NĐ-CP', 18, 3),
      'inferred',
      'Later legs count from the day after their data arrived. The article has the same hour for forwarding; also used before and after that decree.',
    ),
  ],
);

export const dossierReceipt: Provision = parameter(
  'receipt.dossier',
  'holds',
  'A dossier is received, gets one code, and the applicant an appointment',
  [
    row('2018-06-21', '2024-06-30', true, cite('61/2018/NĐ-CP', 17, 3), 'official'),
    row('2024-07-01', open, true, cite('63/2024/NĐ-CP', 7, 1), 'official'),
  ],
);

/** The day of the event is not counted; counting starts on the next. */
export const firstDayNotCounted: Provision = parameter(
  'counting.first-day-not-counted',
  'holds',
  'The first day of a term is the day after the event',
  [row('2017-01-01', open, true, cite('91/2015/QH13', 147, 2), 'official')],
);

/** A term whose last day is a day of rest ends with the next working day. */
export const lastDayRolls: Provision = parameter(
  'counting.last-day-rolls',
  'holds',
  'A last day on a day of rest moves to the next working day',
  [row('2017-01-01', open, true, cite('91/2015/QH13', 148, 5), 'official')],
);

export const hoursFromMoment: Provision = parameter(
  'counting.hours-from-moment',
  'holds',
  'A term in hours runs from the moment itself',
  [row('2017-01-01', open, true, cite('91/2015/QH13', 147, 1), 'official')],
);

/** Spans of a working day, `HH:mm` to `HH:mm`, in order. */
export type DeskHours = readonly Readonly<{ from: string; to: string }>[];

/** Only a default: each unit may have its own. */
export const deskHours: Parameter<DeskHours> = parameter('receipt.desk-hours', 'spans', 'Working hours of a desk', [
  row(
    '2016-01-01',
    open,
    [
      { from: '07:30', to: '11:30' },
      { from: '13:00', to: '17:00' },
    ],
    cite('188/1999/QĐ-TTg'),
    'inferred',
    'No national definition; seen at communes: 07:30–11:30 and 13:00–16:30 or 17:00, with some Saturday mornings.',
  ),
]);

export const forwarding: Provision = parameter(
  'receipt.forwarding',
  'holds',
  'A file for another body is forwarded the same day, or early the next when it came after the cut-off',
  [
    row('2018-06-21', '2025-06-30', true, cite('61/2018/NĐ-CP', 18, 3), 'official'),
    row('2025-07-01', open, true, cite('118/2025/NĐ-CP'), 'inferred', 'Successor decree not read; taken to go on.'),
  ],
);

export const shownStatus: Provision = parameter(
  'receipt.shown-status',
  'holds',
  'Every step of a file shows a status to the applicant',
  [row('2020-02-15', open, true, cite('22/2019/TT-BTTTT', 4), 'official', 'The list of its annex was not found.')],
);

export const earlyResult: Provision = parameter(
  'receipt.early-result',
  'holds',
  'An applicant is told beforehand of a result that comes early',
  [
    row('2018-06-21', '2025-06-30', true, cite('61/2018/NĐ-CP', 20, 4), 'official'),
    row('2025-07-01', open, true, cite('118/2025/NĐ-CP'), 'inferred', 'Successor decree not read; taken to go on.'),
  ],
);
