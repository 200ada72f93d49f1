/** What both borders answer when a value cannot be read: where, and what was expected; never the value itself. */
import { E, type Either } from '../fp.js';

export type Malformed = Readonly<{ at: string; expected: string }>;

/** A refused reading. `at` is a path such as `child.bornOn`, empty for the value itself. */
export const malformed = (expected: string, at = ''): Either<Malformed, never> => E.left({ at, expected });
