/** Where a case stands, as far as it decides what must stay: made of facts alone, so that erasing changes nothing of it. */
import type { Either } from '../fp.js';
import type { StoredEvent, Unreadable } from '../kernel/index.js';

export type Standing = Readonly<{
  phase: 'none' | 'open' | 'closed';
  /** Whether the birth or death stands in the register. */
  registered: boolean;
  /** Whether something that was decided is still to be paid. */
  owed: boolean;
}>;

/** What a kind of case brings along, so that its people can be asked about. */
export type PeopleOf = Readonly<{
  group: 'birth' | 'death';
  standing: (stored: readonly StoredEvent[]) => Either<Unreadable, Standing>;
}>;

/** Everybody of whom something is sealed in a stream, in the order in which they are first spoken of. */
export const subjectsIn = (stored: readonly StoredEvent[]): readonly string[] => [
  ...new Set(stored.flatMap(({ data }) => Object.keys((data['sealed'] ?? {}) as object))),
];
