/** A plan of a history: when it begins, how disobedient its people are, and one number for each thing that happens. */
import { addDays, day, type PlainDate } from '@lienthong/core';
import type { Parameter } from '@lienthong/core/law';
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

/** Days on which some row begins, within the years of the service. */
const turnsOf = (parameters: readonly Parameter<unknown>[]): readonly PlainDate[] =>
  [...new Set(parameters.flatMap(({ rows }) => rows.map(({ from }) => from)))].filter(
    (from) => first <= from && from <= last,
  );

/** A day so many days or less after another. */
export const within = (from: string, days: number): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: 0, max: days }).map((more) => addDays(day(from), more));

/** The days around which the rules of a group turn, any day of the years of the service, and days of its own to dwell on. */
export const beginnings = (
  parameters: readonly Parameter<unknown>[],
  ...dwelling: readonly fc.Arbitrary<PlainDate>[]
): fc.Arbitrary<PlainDate> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...turnsOf(parameters)), fc.integer({ min: -4, max: 4 }))
        .map(([on, by]) => addDays(on, by)),
    },
    { weight: 2, arbitrary: within(first, 5 * 365 - 1) },
    ...dwelling.map((arbitrary) => ({ weight: 2, arbitrary })),
  );

const anyThrow = fc.nat(0xffffffff);

/** Plans of up to so many commands, mostly long ones: a case takes some twenty to its end. */
export const planning =
  (anyBeginning: fc.Arbitrary<PlainDate>) =>
  (longest = 75): fc.Arbitrary<Plan> =>
    fc.record({
      begins: anyBeginning,
      disobedience: fc.constantFrom(0, 10, 25, 50),
      family: anyThrow,
      throws: fc.array(anyThrow, { minLength: 1, maxLength: longest, size: 'max' }),
    });
