/** Supplements (bổ sung hồ sơ): how long, how often, and what they do to a running limit. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import type { Limit } from './time-limits.js';

/** T5. Stated for the birth leg; after it the officer may refuse. */
export const supplementTime: Parameter<Limit> = parameter(
  'supplement.time',
  'working days',
  'Completing a dossier, from the request',
  [
    row(
      '2023-07-10',
      '2024-06-30',
      { unit: 'working-days', n: 7 },
      cite('2084/VPCP-KSTT'),
      'inferred',
      'No figure is known for this process; that of decree 63/2024 art. 8 cl. 1.',
    ),
    row('2024-07-01', '2026-08-31', { unit: 'working-days', n: 7 }, cite('63/2024/NĐ-CP', 8, 1), 'official'),
    row('2026-09-01', open, { unit: 'working-days', n: 7 }, cite('301/2026/NĐ-CP'), 'secondary'),
  ],
);

export const supplementDuty: Parameter<Readonly<{ completeGuidance: boolean }>> = parameter(
  'supplement.duty',
  'holds',
  'An incomplete dossier is answered by one complete guidance, and the applicant completes it in time or is refused',
  [
    row('2018-06-21', '2024-06-30', { completeGuidance: true }, cite('61/2018/NĐ-CP', 17, 2, 'a'), 'official'),
    row('2024-07-01', open, { completeGuidance: true }, cite('63/2024/NĐ-CP', 8, 1), 'official'),
  ],
);

/** What a supplement does to the limit: starts it anew when the dossier is full, or only holds it. */
export const afterSupplement: Parameter<'restart' | 'pause'> = parameter(
  'supplement.after',
  'effect',
  'What becomes of a running limit after a supplement',
  [
    row('2018-06-21', '2025-06-30', 'restart', cite('61/2018/NĐ-CP', 19, 4), 'official'),
    row(
      '2025-07-01',
      open,
      'restart',
      cite('118/2025/NĐ-CP'),
      'inferred',
      'Successor decree not read; taken to go on.',
    ),
  ],
);

/** A further round is a breach to be flagged, not an error. */
export const supplementRounds: Parameter<number> = parameter(
  'supplement.rounds',
  'rounds',
  'How often one desk may ask for a supplement',
  [
    row('2018-06-21', '2025-06-30', 1, cite('61/2018/NĐ-CP', 15, 3), 'official'),
    row('2025-07-01', open, 1, cite('118/2025/NĐ-CP'), 'inferred', 'Successor decree not read; taken to go on.'),
  ],
);

/** A gap found only while processing is told within this time of receipt. */
export const lateFinding: Parameter<Limit> = parameter(
  'supplement.late-finding',
  'working days',
  'Returning a file found incomplete during processing, from receipt',
  [
    row('2018-06-21', '2025-06-30', { unit: 'working-days', n: 3 }, cite('61/2018/NĐ-CP', 19, 4), 'official'),
    row(
      '2025-07-01',
      open,
      { unit: 'working-days', n: 3 },
      cite('118/2025/NĐ-CP'),
      'inferred',
      'Successor decree not read; taken to go on.',
    ),
  ],
);
