/** A plan of a history: when it begins, how disobedient its people are, and one number for each thing that happens. */
import { addDays, day, type PlainDate } from '@lienthong/core';
import { rulebooks } from '@lienthong/core/law';
import fc from 'fast-check';

export type Plan = Readonly<{
  begins: PlainDate;
  /** Of a hundred commands, how many are given without regard to the rules. */
  disobedience: number;
  /** Which declaration opens the case. */
  family: number;
  /** One number for each command; what it means depends on how the case stands. */
  throws: readonly number[];
}>;

const first = day('2023-01-01');
const last = day('2027-12-31');

/** Days on which some rulebook begins, within the years of the service. */
const turns: readonly PlainDate[] = [...new Set(rulebooks.flatMap(({ rows }) => rows.map(({ from }) => from)))].filter(
  (from) => first <= from && from <= last,
);

const anyBeginning: fc.Arbitrary<PlainDate> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...turns), fc.integer({ min: -4, max: 4 })).map(([on, by]) => addDays(on, by)),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 5 * 365 - 1 }).map((days) => addDays(first, days)) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2026-09-01'), days)) },
);

const anyThrow = fc.nat(0xffffffff);

/** Plans of up to so many commands, mostly long ones: a birth takes some twenty to its end. */
export const anyPlan = (longest = 75): fc.Arbitrary<Plan> =>
  fc.record({
    begins: anyBeginning,
    disobedience: fc.constantFrom(0, 10, 25, 50),
    family: anyThrow,
    throws: fc.array(anyThrow, { minLength: 1, maxLength: longest, size: 'max' }),
  });
