/** Personal data (dữ liệu cá nhân): what people may ask of what is held about them, and what stays because the law keeps it. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

const lastOfDecree13 = '2025-12-31';
const unread = 'Articles of the law of 2025 and of decree 356/2025 not read.';
const goesOn = `${unread} The exception of decree 13/2023 is taken to go on.`;

export const personalDataAccess: Provision = parameter(
  'personal-data.access',
  'holds',
  'People may see what is held about them',
  [
    row('2023-07-01', lastOfDecree13, true, cite('13/2023/NĐ-CP'), 'secondary', 'From an account; article not named.'),
    row('2026-01-01', open, true, cite('91/2025/QH15'), 'secondary', unread),
  ],
);

export const personalDataErasure: Provision = parameter(
  'personal-data.erasure',
  'holds',
  'People may ask that what is held about them be erased',
  [
    row('2023-07-01', lastOfDecree13, true, cite('13/2023/NĐ-CP', 16), 'secondary'),
    row('2026-01-01', open, true, cite('91/2025/QH15'), 'secondary', unread),
  ],
);

/** What a register holds by law, and what the dossier kept for it says of the same people. */
export const personalDataOfEntry: Provision = parameter(
  'personal-data.entry-stays',
  'holds',
  'What law has entered in a register is not erased on request',
  [
    row('2023-07-01', lastOfDecree13, true, cite('13/2023/NĐ-CP', 16, 2), 'secondary'),
    row('2026-01-01', open, true, cite('91/2025/QH15'), 'inferred', goesOn),
  ],
);

export const personalDataInUse: Provision = parameter(
  'personal-data.in-use',
  'holds',
  'What a competent agency needs for work that is under way is not erased on request',
  [
    row('2023-07-01', lastOfDecree13, true, cite('13/2023/NĐ-CP', 16, 2), 'secondary'),
    row('2026-01-01', open, true, cite('91/2025/QH15'), 'inferred', goesOn),
  ],
);

/** How long what is kept for one end stays: `for-good`, until the case has ended, or until nothing is owed either. */
export type Retention = 'for-good' | 'until-ended' | 'until-paid';
/** What a field is kept for, as far as it decides how long. */
export type KeptFor = 'entry' | 'dossier' | 'payment' | 'contact';

export const personalDataRetention: Parameter<Readonly<Record<KeptFor, Retention>>> = parameter(
  'personal-data.retention',
  'how long',
  'How long personal data stays, by what it is kept for',
  [
    row(
      '2023-07-01',
      lastOfDecree13,
      { entry: 'for-good', dossier: 'until-ended', payment: 'until-paid', contact: 'until-ended' },
      cite('13/2023/NĐ-CP', 16),
      'inferred',
      'No text with periods was found: an archive’s own list of periods comes by a law pack.',
    ),
    row(
      '2026-01-01',
      open,
      { entry: 'for-good', dossier: 'until-ended', payment: 'until-paid', contact: 'until-ended' },
      cite('91/2025/QH15'),
      'inferred',
      unread,
    ),
  ],
);

/** Kinds of data that need extra care. */
export type Sensitivity = 'ordinary' | 'child' | 'health' | 'finance';

export const personalDataSensitive: Parameter<readonly Sensitivity[]> = parameter(
  'personal-data.sensitive',
  'kinds',
  'Kinds of personal data that need extra care',
  [
    row('2023-07-01', lastOfDecree13, ['child', 'health'], cite('13/2023/NĐ-CP'), 'secondary', 'From an account.'),
    row('2026-01-01', open, ['child', 'health'], cite('91/2025/QH15'), 'inferred', unread),
  ],
);

export const birthEntryContent: Provision = parameter(
  'birth.entry-content',
  'holds',
  'What the entry of a birth says of the child and of its parents',
  [
    row('2016-01-01', '2027-02-28', true, cite('60/2014/QH13', 14), 'official'),
    row('2027-03-01', open, true, cite('03/2026/QH16'), 'inferred', 'Not found for the new law; taken to go on.'),
  ],
);
