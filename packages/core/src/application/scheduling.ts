/**
 * What the clock asks for in a case of either group: deadlines missed, each once. The clock only opens commands; a refusal is
 * always signed by a person (R24.9).
 */
import type { Dossier } from '../dossier/dossier.js';
import type { LegName, Span } from '../dossier/events.js';
import { type Command, consequentId } from '../kernel/index.js';
import type { Deadline } from '../law/index.js';
import type { Timer } from '../requests/timekeeper.js';
import { addDays, atInVietnam, type Instant, type PlainDate } from '../values/plain-date.js';

/** A due date of one leg or of the whole: whose duty it is, and whether it has been met. */
export type DueDate<L extends LegName = LegName> = Deadline & Readonly<{ span: Span<L>; duty: string; met: boolean }>;

/** A deadline that will have been missed from a moment on. */
export type Missing = Readonly<{
  id: string;
  at: Instant;
  missed: Readonly<{ deadline: string; dueOn: PlainDate; duty: string }>;
}>;

/** The first moment after a day. */
export const afterDay = (day: PlainDate): Instant => atInVietnam(addDays(day, 1));

export const missedAfter = (span: string, dueOn: PlainDate, duty: string): Missing => ({
  id: `${span}/${dueOn}`,
  at: afterDay(dueOn),
  missed: { deadline: `${span}/${dueOn}`, dueOn, duty },
});

/** Due dates that run: not met, with a day, and not waiting for the applicant. */
export const missedOf = <L extends LegName>(
  due: readonly DueDate<L>[],
  dossierOf: (span: Span<L>) => Dossier,
): readonly Missing[] =>
  due.flatMap(({ span, dueOn, duty, met }) =>
    met || dueOn === null || dossierOf(span).status === 'supplementing' ? [] : [missedAfter(span, dueOn, duty)],
  );

/** A supplement that was asked for and did not come: the applicant's own duty (R24.8). */
export const missedSupplements = <L extends LegName>(
  legs: readonly L[],
  dossierOf: (leg: L) => Dossier,
): readonly Missing[] =>
  legs.flatMap((leg) => {
    const dossier = dossierOf(leg);
    const until = dossier.status === 'supplementing' ? dossier.supplement?.until : undefined;
    return until == null ? [] : [missedAfter(`supplement/${leg}`, until, 'citizen')];
  });

/** A command that the clock gives, under an id that follows from the case and the timer. */
export const timerOf = <C extends Command>(
  caseId: string,
  id: string,
  at: Instant,
  order: Pick<C, 'type' | 'data'>,
): Timer<C> => ({
  id,
  at,
  command: {
    id: consequentId(`timer/${caseId}/${id}`),
    at,
    actor: { id: 'timekeeper', role: 'timekeeper' },
    ...order,
  } as unknown as C,
});
