/** Deadlines that agencies let pass and still have not met: after some working days the clock brings them before the support team. */
import type { Dossier } from '../dossier/dossier.js';
import type { LegName, Span } from '../dossier/events.js';
import type { LawBook } from '../law/dated.js';
import { escalatedFrom } from '../support/index.js';
import type { Instant } from '../values/plain-date.js';
import { type DueDate, missedOf } from './scheduling.js';

/** A matter that the clock will bring before the support team, unless it is met before. */
export type Escalating = Readonly<{
  id: string;
  at: Instant;
  matter: Readonly<{ about: string; cause: string }>;
}>;

/** Legs' deadlines only: the whole is late because one of them is. A matter once brought is not brought again. */
export const escalatingOf = <L extends LegName>(
  book: LawBook,
  due: readonly DueDate<L>[],
  dossierOf: (span: Span<L>) => Dossier,
  { escalated, settled }: Readonly<{ escalated: readonly string[]; settled: readonly string[] }>,
): readonly Escalating[] =>
  missedOf(
    due.filter(({ span }) => span !== 'whole'),
    dossierOf,
  ).flatMap(({ missed: { deadline: about, dueOn } }): readonly Escalating[] => {
    const at =
      escalated.includes(about) || settled.includes(about) ? undefined : escalatedFrom(book, 'deadline-missed', dueOn);
    return at === undefined ? [] : [{ id: `escalate/${about}`, at, matter: { about, cause: 'deadline-missed' } }];
  });
