/** Time limits (thời hạn giải quyết): how long each leg, the whole group and each duty around them may take. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/**
 * A limit. `verified` takes the place of `n` when facts have to be verified; `withoutResidence` when residence was not
 * chosen. `unset`: the law in force has no figure that we know, so no day may be computed (R22).
 */
export type Limit =
  | Readonly<{ unit: 'working-days'; n: number; verified?: number; withoutResidence?: number }>
  | Readonly<{ unit: 'calendar-days'; n: number }>
  | Readonly<{ unit: 'hours'; n: number }>
  | Readonly<{ unit: 'working-hours'; n: number }>
  | Readonly<{ unit: 'unset' }>;

const sameDay: Limit = { unit: 'working-days', n: 0 };
const unset: Limit = { unit: 'unset' };
const hours = (n: number): Limit => ({ unit: 'hours', n });
const days = (n: number): Limit => ({ unit: 'calendar-days', n });
const workingDays = (n: number, verified?: number): Limit => ({
  unit: 'working-days',
  n,
  ...(verified === undefined ? {} : { verified }),
});

const borrowed = 'No leg limit is known for this process; the figure is that of decree 63/2024 art. 8.';

/** T3. Same working day once the full dossier is there; 24 hours since September 2026. */
export const limitBirth: Parameter<Limit> = parameter('limit.birth', 'working days or hours', 'Birth leg', [
  row('2016-01-01', '2023-07-09', sameDay, cite('60/2014/QH13', 5, 3), 'official'),
  row('2023-07-10', '2024-06-30', sameDay, cite('60/2014/QH13', 5, 3), 'inferred', borrowed),
  row('2024-07-01', '2026-08-31', sameDay, cite('63/2024/NĐ-CP', 8, 1), 'official'),
  row('2026-09-01', '2027-02-28', hours(24), cite('301/2026/NĐ-CP'), 'secondary'),
  row('2027-03-01', open, hours(24), cite('03/2026/QH16'), 'official', 'The default where no limit is stated (T12).'),
]);

/** T6. */
export const limitResidence: Parameter<Limit> = parameter('limit.residence', 'working days', 'Residence leg', [
  row('2023-07-10', '2024-06-30', workingDays(2, 5), cite('2084/VPCP-KSTT'), 'inferred', borrowed),
  row('2024-07-01', '2026-08-31', workingDays(2, 5), cite('63/2024/NĐ-CP', 8, 2), 'official'),
  row('2026-09-01', open, workingDays(2, 5), cite('301/2026/NĐ-CP'), 'secondary', 'About two to five days: unchanged.'),
]);

/** T7. */
export const limitCard: Parameter<Limit> = parameter('limit.card', 'working days', 'Card leg', [
  row('2023-07-10', '2024-06-30', workingDays(2), cite('2084/VPCP-KSTT'), 'inferred', borrowed),
  row('2024-07-01', '2026-08-31', workingDays(2), cite('63/2024/NĐ-CP', 8, 3), 'official'),
  row('2026-09-01', open, workingDays(2), cite('301/2026/NĐ-CP'), 'secondary'),
]);

/** T7, second half: a refusal comes sooner than a card. */
export const limitCardRejection: Parameter<Limit> = parameter(
  'limit.card-rejection',
  'working days',
  'Refusing an incomplete card dossier',
  [
    row('2023-07-01', '2024-08-18', workingDays(1), cite('976/QĐ-BHXH'), 'official'),
    row(
      '2024-08-19',
      open,
      workingDays(1),
      cite('1449/QĐ-BHXH'),
      'inferred',
      'Read in decision 976, which 1449 replaced.',
    ),
  ],
);

/** Only from September 2026, when the identity card joined the group. */
export const limitIdentityCard: Parameter<Limit> = parameter(
  'limit.identity-card',
  'working days',
  'Identity-card leg',
  [row('2026-09-01', open, workingDays(5), cite('301/2026/NĐ-CP'), 'secondary')],
);

/** T8. */
export const limitWhole: Parameter<Limit> = parameter('limit.whole', 'working days', 'The whole group', [
  row(
    '2015-07-01',
    '2023-07-09',
    { unit: 'working-days', n: 20, withoutResidence: 15 },
    cite('05/2015/TTLT-BTP-BCA-BYT'),
    'official',
    'Paper; no figure for verification was seen.',
  ),
  row('2023-07-10', '2024-06-30', workingDays(4, 6), cite('2084/VPCP-KSTT'), 'official'),
  row('2024-07-01', '2026-08-31', workingDays(3, 5), cite('63/2024/NĐ-CP', 7, 2), 'official'),
  row(
    '2026-09-01',
    open,
    unset,
    cite('301/2026/NĐ-CP'),
    'inferred',
    'The published draft had 9 and 12 working days; whether the decree kept them was not found, and 3 and 5 may not be carried on.',
  ),
]);

/** T12. */
export const limitDefault: Parameter<Limit> = parameter(
  'limit.default',
  'hours',
  'Civil-status work for which no limit is stated',
  [
    row('2016-01-01', '2027-02-28', sameDay, cite('60/2014/QH13', 5, 3), 'official'),
    row('2027-03-01', open, hours(24), cite('03/2026/QH16'), 'official'),
  ],
);

/** T10. */
export const limitCorrection: Parameter<Limit> = parameter(
  'limit.correction',
  'working days',
  'Correcting an entry of a child under fourteen',
  [
    row('2016-01-01', '2027-02-28', workingDays(3, 6), cite('60/2014/QH13', 28), 'official'),
    row('2027-03-01', open, unset, cite('03/2026/QH16'), 'inferred', 'No limit of the new law was found.'),
  ],
);

/** T11. */
export const limitResidenceAlone: Parameter<Limit> = parameter(
  'limit.residence-alone',
  'days',
  'Residence registration outside the group',
  [
    row('2015-07-01', '2021-06-30', days(15), cite('05/2015/TTLT-BTP-BCA-BYT'), 'official'),
    row('2021-07-01', open, workingDays(7), cite('68/2020/QH14', 22), 'official', 'Number of the article inferred.'),
  ],
);

export const limitIdentityCardAlone: Parameter<Limit> = parameter(
  'limit.identity-card-alone',
  'working days',
  'Identity card outside the group',
  [row('2024-07-01', open, workingDays(7), cite('26/2023/QH15', 26), 'official')],
);

export const limitCardAlone: Parameter<Limit> = parameter(
  'limit.card-alone',
  'working days',
  'Health-insurance card outside the group',
  [
    row(
      '2009-07-01',
      open,
      workingDays(10),
      cite('25/2008/QH12'),
      'secondary',
      'Text of 2008, amended later; the present figure was not found.',
    ),
  ],
);

/** T2: whose duty it is stands in `duty-bearers` (R24). */
export const limitDeclaringBirth: Parameter<Limit> = parameter(
  'limit.declaring-birth',
  'calendar days',
  'Declaring a birth, from the day of birth',
  [
    row('2016-01-01', '2027-02-28', days(60), cite('60/2014/QH13', 15, 1), 'official'),
    row('2027-03-01', open, unset, cite('03/2026/QH16'), 'inferred', 'The period of the new law was not found.'),
  ],
);

/** T9. */
export const limitDeclaringResidence: Parameter<Limit> = parameter(
  'limit.declaring-residence',
  'calendar days',
  'Registering the residence of a child, from the birth registration',
  [row('2025-01-10', open, days(60), cite('154/2024/NĐ-CP', 7, 2), 'official')],
);

/** T1. */
export const limitBirthNotice: Parameter<Limit> = parameter(
  'limit.birth-notice',
  'working hours',
  'Sending the signed data of a birth notification, from the paper one',
  [
    row(
      '2024-07-01',
      open,
      { unit: 'working-hours', n: 4 },
      cite('63/2024/NĐ-CP', 25, 1),
      'secondary',
      'Decree 301/2026 leaves article 25 alone, inferred.',
    ),
  ],
);

/** A birth at home, attended: the notification is asked for and issued in these times (since October 2025). */
export const limitAskingHomeBirthNotice: Parameter<Limit> = parameter(
  'limit.asking-home-birth-notice',
  'calendar days',
  'Asking a facility for the notification of an attended home birth',
  [row('2025-10-01', open, days(30), cite('22/2025/TT-BYT'), 'secondary', 'From the birth, inferred.')],
);

export const limitHomeBirthNotice: Parameter<Limit> = parameter(
  'limit.home-birth-notice',
  'working days',
  'Issuing the notification of an attended home birth',
  [
    row(
      '2025-10-01',
      open,
      workingDays(5),
      cite('22/2025/TT-BYT'),
      'secondary',
      'Refused where it cannot be verified.',
    ),
  ],
);

export const limitNoticeReissue: Parameter<Limit> = parameter(
  'limit.notice-reissue',
  'working days',
  'Issuing a birth notification again; its code stays',
  [row('2025-10-01', open, workingDays(3), cite('22/2025/TT-BYT'), 'secondary')],
);

/** Whose duty a limit is. */
export type DutyBearer = 'citizen' | 'hospital' | 'agency';

export const dutyBearers: Parameter<Readonly<Record<string, DutyBearer>>> = parameter(
  'limit.duty-bearers',
  'bearers',
  'Whose duty each limit is; agencies where not named',
  [
    row(
      '2015-07-01',
      open,
      {
        'limit.declaring-birth': 'citizen',
        'limit.declaring-residence': 'citizen',
        'supplement.time': 'citizen',
        'limit.birth-notice': 'hospital',
      },
      cite('60/2014/QH13', 15, 1),
      'inferred',
      'Gathered from the single provisions; also for dossiers before and after that law.',
    ),
  ],
);
