/**
 * Sends cases again on purpose (gửi lại): under the same ids, with another attempt, and never without a record of who asked,
 * when, why and for how many. It releases what was parked.
 */
import type { Actor, Fault, Instant, OutcomeUnknown } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import { askAgain } from '../outbox/case-row.js';
import type { Outbox } from '../outbox/outbox.js';
import type { OutboxFault } from '../outbox/place.js';

export type Resent = Readonly<{
  target: string;
  by: Actor;
  at: Instant;
  /** A code, such as `target-lost-its-data`. */
  why: string;
  caseIds: readonly string[];
}>;

/** Keeps the record; what cannot be recorded is not sent again. */
export type Audit = (resent: Resent) => TE.TaskEither<Fault | OutcomeUnknown, void>;

export type ResendEnv = Readonly<{ target: string; outbox: Outbox; audit: Audit }>;

/** `unknown` are cases that this outbox has never heard of. */
export type Resending = Readonly<{ again: readonly string[]; unknown: readonly string[] }>;

export const resend =
  ({ target, outbox, audit }: ResendEnv) =>
  (
    caseIds: readonly string[],
    { by, at, why }: Pick<Resent, 'by' | 'at' | 'why'>,
  ): TE.TaskEither<OutboxFault, Resending> =>
  async () => {
    const ids = [...new Set(caseIds)];
    const rows = await outbox.place.rows(ids.flatMap((id) => [`birth-${id}`, `death-${id}`]))();
    if (E.isLeft(rows)) return rows;
    const known = [...rows.right].flatMap(([stream, { heard }]) => (heard < 0 ? [] : [stream]));
    const again = ids.filter((id) => known.some((stream) => stream.endsWith(id)));
    const unknown = ids.filter((id) => !again.includes(id));
    if (again.length === 0) return E.right({ again, unknown });
    const recorded = await audit({ target, by, at, why, caseIds: again })();
    if (E.isLeft(recorded)) return recorded;
    const asked = await outbox.place.change(known, askAgain)();
    return E.isLeft(asked) ? asked : E.right({ again, unknown });
  };
