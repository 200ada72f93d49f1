/** Time limits around a death (thời hạn giải quyết): T1 to T11, and the chains of those who decide on money. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { DutyBearer, Limit } from './time-limits.js';

const sameDay: Limit = { unit: 'working-days', n: 0 };
const unset: Limit = { unit: 'unset' };
const hours = (n: number): Limit => ({ unit: 'hours', n });
const days = (n: number): Limit => ({ unit: 'calendar-days', n });
const workingDays = (n: number): Limit => ({ unit: 'working-days', n });

/** T1. A late declaration is still registered. */
export const limitDeclaringDeath: Parameter<Limit> = parameter(
  'limit.declaring-death',
  'calendar days',
  'Declaring a death, from the day of death',
  [
    row('2016-01-01', '2027-02-28', days(15), cite('60/2014/QH13', 33, 1), 'official'),
    row('2027-03-01', open, unset, cite('03/2026/QH16'), 'inferred', 'The period of the new law was not found.'),
  ],
);

/** T2. */
export const limitDeathNotice: Parameter<Limit> = parameter(
  'limit.death-notice',
  'working hours',
  'Sending the signed data of a death notice, from the paper one',
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

/** T3. Same working day; 24 hours, the default of the new law, from March 2027. */
export const limitDeath: Parameter<Limit> = parameter('limit.death', 'working days or hours', 'Death registration', [
  row('2016-01-01', '2027-02-28', sameDay, cite('60/2014/QH13', 5, 3), 'official'),
  row(
    '2027-03-01',
    open,
    hours(24),
    cite('03/2026/QH16'),
    'inferred',
    'The default where no limit is stated; that it reaches the registration of deaths is our reading.',
  ),
]);

/** T4. */
export const limitRelativesConsent: Parameter<Limit> = parameter(
  'limit.relatives-consent',
  'working days',
  'Relatives confirm one representative for the one sum; after it, form 09-HSB on paper',
  [row('2024-07-01', open, workingDays(5), cite('63/2024/NĐ-CP', 10), 'official')],
);

/** T5. */
export const limitResidenceDeletion: Parameter<Limit> = parameter(
  'limit.residence-deletion',
  'working days',
  'Deleting the residence of the deceased',
  [
    row('2021-07-01', '2025-01-09', workingDays(5), cite('62/2021/NĐ-CP', 7), 'inferred', 'From general knowledge.'),
    row(
      '2025-01-10',
      '2026-03-14',
      workingDays(5),
      cite('154/2024/NĐ-CP', 9),
      'inferred',
      'From general knowledge; five days also stand in clause 5 of the article as amended in 2026.',
    ),
    row('2026-03-15', open, workingDays(1), cite('58/2026/NĐ-CP', 4, 6), 'official', 'From the day the data came.'),
  ],
);

/** Whoever has a part in deciding on money, in the order in which the file reaches them. */
export type Chain = readonly Readonly<{ by: DecidingBody; limit: Limit }>[];
export type DecidingBody = 'commune' | 'district' | 'province' | 'social-insurance';

/** T6. */
export const limitFuneralSocial: Parameter<Chain> = parameter(
  'limit.funeral.social-protection',
  'chain of limits',
  'Funeral support of social protection, from the full file',
  [
    row(
      '2021-07-01',
      '2025-06-30',
      [
        { by: 'commune', limit: workingDays(2) },
        { by: 'district', limit: workingDays(3) },
      ],
      cite('20/2021/NĐ-CP', 11, 4),
      'official',
    ),
    row(
      '2025-07-01',
      '2027-02-28',
      [{ by: 'commune', limit: workingDays(3) }],
      cite('176/2025/NĐ-CP', 5, 3, 'b'),
      'inferred',
      'Read for the social pension; for the others the power went to the commune’s chair (147/2025 art. 5), its limit was not seen.',
    ),
    row(
      '2027-03-01',
      open,
      [{ by: 'commune', limit: unset }],
      cite('147/2025/NĐ-CP', 5),
      'inferred',
      'That decree has ended; its successor was not found.',
    ),
  ],
);

/** T7. The last step is in plain days. */
export const limitFuneralMerit: Parameter<Chain> = parameter(
  'limit.funeral.merit',
  'chain of limits',
  'Funeral benefit of people with merit and of veterans, from the full file',
  [
    row(
      '2022-02-15',
      '2025-06-30',
      [
        { by: 'commune', limit: workingDays(5) },
        { by: 'district', limit: workingDays(7) },
        { by: 'province', limit: days(12) },
      ],
      cite('131/2021/NĐ-CP', 122),
      'official',
    ),
    row(
      '2025-07-01',
      open,
      [
        { by: 'commune', limit: workingDays(5) },
        { by: 'province', limit: days(12) },
      ],
      cite('129/2025/NĐ-CP'),
      'inferred',
      'No district any more; the article on funerals was not read, the figures are those of before.',
    ),
  ],
);

/** T8. */
export const limitFuneralInsurance: Parameter<Chain> = parameter(
  'limit.funeral.social-insurance',
  'chain of limits',
  'Funeral and survivor benefits of social insurance, from the full file',
  [
    row(
      '2016-01-01',
      '2025-06-30',
      [{ by: 'social-insurance', limit: days(15) }],
      cite('58/2014/QH13', 112),
      'official',
      'The sector’s own limit; none was seen in the process of the bundle.',
    ),
    row(
      '2025-07-01',
      open,
      [{ by: 'social-insurance', limit: workingDays(10) }],
      cite('41/2024/QH15', '90–91'),
      'official',
    ),
  ],
);

/** T9. Never a sum of the parts (R22). */
export const limitDeathWhole: Parameter<Limit> = parameter('limit.death-whole', 'working days', 'The whole bundle', [
  row('2023-07-10', '2024-06-30', unset, cite('2084/VPCP-KSTT'), 'inferred', 'No figure was found for this process.'),
  row(
    '2024-07-01',
    open,
    unset,
    cite('63/2024/NĐ-CP'),
    'inferred',
    'About 6 to 18 working days are told, by beneficiary and payer; which figure belongs to whom was not found.',
  ),
]);

/** T10. */
export const limitExtractCopies: Parameter<Limit> = parameter(
  'limit.extract-copies',
  'working days or hours',
  'Copies of the extract, from the request',
  [
    row('2016-01-01', '2027-02-28', sameDay, cite('60/2014/QH13', 64), 'official'),
    row('2027-03-01', open, hours(24), cite('03/2026/QH16'), 'inferred', 'The default where no limit is stated.'),
  ],
);

/** T11. */
export const limitDeathSupplement: Parameter<Limit> = parameter(
  'limit.death-supplement',
  'working days',
  'Completing a dossier of the death group, from the request',
  [
    row('2023-07-10', '2024-06-30', unset, cite('2084/VPCP-KSTT'), 'inferred', 'No limit was found for this group.'),
    row(
      '2024-07-01',
      open,
      unset,
      cite('63/2024/NĐ-CP'),
      'inferred',
      'Seven days are stated for births only; none was found for this group.',
    ),
  ],
);

export const limitInsuranceFiling: Parameter<Limit> = parameter(
  'limit.insurance-filing',
  'calendar days',
  'Asking social insurance, or the employer, for funeral and survivor benefits, from the death',
  [row('2025-07-01', open, days(90), cite('41/2024/QH15', '90–91'), 'official')],
);

export const limitEmployerForwarding: Parameter<Limit> = parameter(
  'limit.employer-forwarding',
  'calendar days',
  'The employer passes the file of somebody who was still paying in on to social insurance',
  [row('2025-07-01', open, days(30), cite('41/2024/QH15', '90–91'), 'official')],
);

/** Whose duty each of these limits is; agencies where not named (R24). */
export const deathDutyBearers: Parameter<Readonly<Record<string, DutyBearer | 'employer'>>> = parameter(
  'limit.death-duty-bearers',
  'bearers',
  'Whose duty each limit around a death is; agencies where not named',
  [
    row(
      '2016-01-01',
      open,
      {
        'limit.declaring-death': 'citizen',
        'limit.death-notice': 'hospital',
        'limit.relatives-consent': 'citizen',
        'limit.death-supplement': 'citizen',
        'limit.insurance-filing': 'citizen',
        'limit.employer-forwarding': 'employer',
      },
      cite('60/2014/QH13', 33, 1),
      'inferred',
      'Gathered from the single provisions; also for dossiers after that law.',
    ),
  ],
);
