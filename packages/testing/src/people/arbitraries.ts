/** fast-check arbitraries for values, biased to the edges where rules change. */
import {
  addDays,
  atInVietnam,
  day,
  type Instant,
  instant,
  later,
  type PersonalNumber,
  type PersonName,
  type PlainDate,
  personalNumber,
  provincesBefore2025,
} from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { random } from '../random.js';
import { namings, type People } from './ethnicities.js';
import { type InventedFamily, inventedFamily } from './families.js';
import { inventedName, ourName } from './names.js';

/** First days of Tết, of rulebooks, the thirtieth of September, leap days, ends of years. */
const edges: readonly PlainDate[] = [
  ...['2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'],
  ...['2022-11-21', '2023-07-10', '2023-08-02', '2024-06-28', '2024-07-01', '2025-01-10', '2025-07-01', '2025-08-01'],
  ...['2025-08-15', '2025-10-01', '2026-03-15', '2026-07-01', '2026-09-01', '2027-01-01', '2027-03-01'],
  ...['2022-09-30', '2023-09-30', '2024-09-30', '2025-09-30', '2026-09-30', '2018-09-30'],
  ...['2020-02-29', '2024-02-29', '2028-02-29', '2000-01-01', '1999-12-31', '2022-12-31', '2025-12-31'],
].map(day);

/** The years the law of this project knows. */
const anyDayOfTheLaw = fc.integer({ min: 0, max: 7 * 365 }).map((days) => addDays(day('2022-01-01'), days));
const anyDayAtAll = fc.integer({ min: 0, max: 182_000 }).map((days) => addDays(day('1800-01-01'), days));
const nearAnEdge = fc
  .tuple(fc.constantFrom(...edges), fc.integer({ min: -9, max: 9 }))
  .map(([edge, days]) => addDays(edge, days));

export const anyPlainDate: fc.Arbitrary<PlainDate> = fc.oneof(
  { weight: 5, arbitrary: nearAnEdge },
  { weight: 4, arbitrary: anyDayOfTheLaw },
  { weight: 1, arbitrary: anyDayAtAll },
);

const MINUTE = 60_000;
const threeOClock = 15 * 60 * MINUTE;

/** A moment, often around 15:00 or midnight in Vietnam: to the millisecond, to the second, to minutes. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(
    anyPlainDate,
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(-1, 0, 1, 1_000, -1_000).map((ms) => threeOClock + ms) },
      { weight: 2, arbitrary: fc.integer({ min: -30, max: 30 }).map((minutes) => threeOClock + minutes * MINUTE) },
      { weight: 1, arbitrary: fc.constantFrom(0, -1, 1) },
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 24 * 60 * MINUTE - 1 }) },
    ),
  )
  .map(([date, ms]) => later(atInVietnam(date), ms))
  // The millisecond before the first day there is lies outside the calendar.
  .filter((at) => E.isRight(instant(at)));

const peoples = Object.keys(namings) as readonly People[];
/** Words of letters, marks, hyphens and apostrophes, composed or not. */
const anyWord = fc.stringMatching(/^'?[A-Za-zĂÂĐÊÔƠƯŏŭƀạấẫỹ](?:[A-Za-zăâđêôơưỳ'-]|\u0300|\u0301|\u0306){0,12}$/);

export const anyPersonName: fc.Arbitrary<PersonName> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom(...peoples), fc.constantFrom('male' as const, 'female' as const))
      .map(([seed, people, sex]) => inventedName(random(seed), people, sex)),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ surname: anyWord, middle: anyWord, given: anyWord }, { requiredKeys: ['given'] })
      .map(ourName),
  },
);

/** A number right in form; nearly always of an old place code, sometimes of one nobody knows. */
export const anyPersonalNumber: fc.Arbitrary<PersonalNumber> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant('040') },
      { weight: 4, arbitrary: fc.constantFrom(...provincesBefore2025.map(({ code }) => `0${code}`)) },
      { weight: 1, arbitrary: fc.constantFrom('999', '000', '003', '500') },
    ),
    fc.stringMatching(/^[0-9]{9}$/),
  )
  .map(([place, rest]) => personalNumber(`${place}${rest}`))
  .filter(E.isRight)
  .map(({ right }) => right);

/** A family, grown from a seed and a day. */
export const anyFamily: fc.Arbitrary<InventedFamily> = fc
  .tuple(fc.nat(), anyDayOfTheLaw)
  .map(([seed, bornOn]) => inventedFamily(random(seed), bornOn));
