/** Corrections (cải chính hộ tịch) and which record prevails. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** The commune corrects its entry and tells residence, insurance and the population database. */
export const correction: Provision = parameter(
  'correction.entry',
  'holds',
  'An entry is corrected by the body of civil status, which announces it',
  [
    row('2016-01-01', '2026-08-31', true, cite('60/2014/QH13', 28), 'official', 'Grounds and way: art. 27 and 28.'),
    row(
      '2026-09-01',
      '2027-02-28',
      true,
      cite('301/2026/NĐ-CP', 6, 5),
      'secondary',
      'Announced through the portal; no recall of what was sent.',
    ),
    row(
      '2027-03-01',
      open,
      true,
      cite('301/2026/NĐ-CP', 10),
      'inferred',
      'Article of the new law not found; decree 301/2026 taken to go on.',
    ),
  ],
);

/** Until the law of 2026 the book wins; then birth information is the original of every other record. */
export const prevailingRecord: Parameter<'book' | 'birth-information'> = parameter(
  'correction.prevailing-record',
  'record',
  'Which record the others are corrected to',
  [
    row('2016-01-01', '2027-02-28', 'book', cite('60/2014/QH13', 60, 2), 'official'),
    row('2027-03-01', open, 'birth-information', cite('03/2026/QH16'), 'official', 'Number of the article not seen.'),
  ],
);
