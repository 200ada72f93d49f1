/**
 * Mandates (ủy quyền của công dân): on whose behalf somebody may act, from when to when. A representative, a relative or the
 * helper at a desk acts for an applicant only while one runs. Like offices, they are facts that the embedder brings.
 */
import type { Party } from '../kernel/envelope.js';
import type { PlainDate } from '../values/plain-date.js';

export type Mandate = Readonly<{
  /** The applicant who gave it. */
  principal: string;
  /** The person who may act; a desk's mandate is its unit's, whoever sits there. */
  agent: string | Readonly<{ unit: string }>;
  from: PlainDate;
  to?: PlainDate;
}>;

const names = ({ agent }: Mandate, { id, unit }: Party): boolean =>
  typeof agent === 'string' ? agent === id : unit !== undefined && agent.unit === unit;

/** Nobody needs a mandate to act for themselves. A mandate cannot be passed on: only the principal's own counts. */
export const isMandated = (
  mandates: readonly Mandate[],
  actor: Party,
  principal: Party | undefined,
  on: PlainDate,
): boolean =>
  principal === undefined ||
  principal.id === actor.id ||
  mandates.some(
    (mandate) =>
      mandate.principal === principal.id &&
      names(mandate, actor) &&
      mandate.from <= on &&
      (mandate.to === undefined || on <= mandate.to),
  );
