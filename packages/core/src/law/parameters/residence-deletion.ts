/** Deleting the permanent residence of the dead (xóa đăng ký thường trú): on which ground, who begins, what follows. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

export const deletionGround: Provision = parameter(
  'residence-deletion.ground',
  'holds',
  'Death, or the court’s declaration of it, ends a permanent residence',
  [row('2021-07-01', open, true, cite('68/2020/QH14', 24, 1, 'a'), 'official')],
);

/** Since March 2026 the police delete by themselves, on data; before, the household filed. */
export const deletionBegins: Parameter<'household' | 'agency'> = parameter(
  'residence-deletion.begins',
  'who',
  'Who sets the deletion after a death in motion',
  [
    row('2021-07-01', '2025-01-09', 'household', cite('62/2021/NĐ-CP', 7), 'inferred', 'From general knowledge.'),
    row('2025-01-10', '2026-03-14', 'household', cite('154/2024/NĐ-CP', 9), 'inferred', 'From general knowledge.'),
    row('2026-03-15', open, 'agency', cite('58/2026/NĐ-CP', 4, 6), 'official', 'New article 9 of decree 154/2024.'),
  ],
);

export const deletionCompletesRecord: Provision = parameter(
  'residence-deletion.completes-record',
  'holds',
  'A person missing or incomplete in the population database is entered first, then deleted',
  [row('2026-03-15', open, true, cite('58/2026/NĐ-CP', 4, 6), 'official', 'Clause 4 of the new article 9.')],
);

export const deletionUpdates: Parameter<readonly string[]> = parameter(
  'residence-deletion.updates',
  'databases',
  'What a deletion is entered in; the household is told',
  [
    row('2021-07-01', '2025-01-09', ['residence'], cite('62/2021/NĐ-CP', 7), 'inferred', 'From general knowledge.'),
    row('2025-01-10', '2026-03-14', ['residence'], cite('154/2024/NĐ-CP', 9), 'inferred', 'From general knowledge.'),
    row('2026-03-15', open, ['residence', 'population'], cite('58/2026/NĐ-CP', 4, 6), 'official'),
  ],
);
