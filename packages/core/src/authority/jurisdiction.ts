/**
 * Jurisdiction (thẩm quyền theo địa bàn): which unit answers for another on a day. A commune merged in 2025 still has its old
 * cases; the unit that came after it acts on them.
 */
import type { PlainDate } from '../values/plain-date.js';

export type Jurisdictions = Readonly<{
  /** Whether `unit` may act where `competent` was competent, on this day. */
  covers: (unit: string, competent: string, on: PlainDate) => boolean;
}>;

/** Each unit answers for itself alone. */
export const ownUnitOnly: Jurisdictions = { covers: (unit, competent) => unit === competent };

/** Units answer for themselves and for those whose successor they are. */
export const bySuccession = (answersFor: (code: string, on: PlainDate) => readonly string[]): Jurisdictions => ({
  covers: (unit, competent, on) => unit === competent || answersFor(competent, on).includes(unit),
});
