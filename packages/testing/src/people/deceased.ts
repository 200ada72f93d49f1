/** Invented people around one death: the deceased, those who lived with them, those who mourn. Nobody here exists. */
import { type Address, addDays, addMonths, type PlainDate, type Sex } from '@lienthong/core';
import type { Random } from '../random.js';
import { type People, peoplesOf } from './ethnicities.js';
import type { InventedPerson } from './families.js';
import { inventedName } from './names.js';
import { inventedPersonalNumber, NGHE_AN } from './numbers.js';

/** `relative`: a niece, a nephew, somebody of the wider family. */
export type Kinship = 'spouse' | 'child' | 'parent' | 'relative';

export type InventedRelative = InventedPerson &
  Readonly<{
    kinship: Kinship;
    /** Was entered in the residence register at the same home. */
    atHome: boolean;
  }>;

export type InventedDeath = Readonly<{
  deceased: InventedPerson;
  /** Those who are left, the first of them of age; never nobody. */
  relatives: readonly [InventedRelative, ...InventedRelative[]];
  diedAt: 'facility' | 'home';
  home: Address;
}>;

/** What is asked of the deceased; everything else is drawn. */
export type DeathWanted = Readonly<{
  diedOn: PlainDate;
  home: Address;
  /** District or province unit whose peoples are drawn from. */
  district: string;
  age: Readonly<{ mean: number; deviation: number; atLeast: number; atMost: number }>;
}>;

const SHARES = {
  female: 0.44,
  inFacility: 0.42,
  spouseAlive: 0.6,
  withoutNumber: 0.03,
  withoutResidence: 0.03,
  childAtHome: 0.4,
} as const;

const bornAged = (random: Random, on: PlainDate, years: number): PlainDate =>
  addDays(addMonths(on, -Math.round(years * 12)), -random.int(1, 28));

/** One death, with those who declare it and live on. The same stream gives the same people. */
export const inventedDeath = (random: Random, { diedOn, home, district, age }: DeathWanted): InventedDeath => {
  const people = random.split('people').weighted(peoplesOf(district));

  const person = (luck: Random, of: People, sex: Sex, years: number): InventedPerson => {
    const bornOn = bornAged(luck, diedOn, years);
    return {
      name: inventedName(luck, of, sex),
      sex,
      bornOn,
      ethnicity: of,
      nationality: 'Việt Nam',
      personalNumber: inventedPersonalNumber(luck, { bornOn, sex }, NGHE_AN),
      residence: home,
    };
  };

  const own = random.split('deceased');
  const years = Math.min(Math.max(own.normal(age.mean, age.deviation), age.atLeast), age.atMost);
  const sex: Sex = own.chance(SHARES.female) ? 'female' : 'male';
  const { personalNumber, residence, ...named } = person(own, people, sex, years);
  const deceased: InventedPerson = {
    ...named,
    ...(!own.chance(SHARES.withoutNumber) && personalNumber !== undefined && { personalNumber }),
    ...(!own.chance(SHARES.withoutResidence) && residence !== undefined && { residence }),
  };

  const relative = (label: string, kinship: Kinship, of: Sex, aged: number, atHome: boolean): InventedRelative => ({
    ...person(random.split(label), people, of, aged),
    kinship,
    atHome,
  });
  const circumstances = random.split('circumstances');
  const married = years > 25 && circumstances.chance(SHARES.spouseAlive);
  const spouse = relative('spouse', 'spouse', sex === 'female' ? 'male' : 'female', Math.max(years - 3, 22), true);
  const children = Array.from({ length: years < 42 ? 0 : circumstances.int(0, 4) }, (_, index) =>
    relative(
      `child ${index}`,
      'child',
      circumstances.chance(0.5) ? 'male' : 'female',
      Math.max(years - 22 - 3 * index, 18),
      circumstances.chance(SHARES.childAtHome),
    ),
  );
  const other = circumstances.chance(0.6) ? 'female' : 'male';
  const last =
    years < 55
      ? relative('parent', 'parent', other, years + 26, true)
      : relative('relative', 'relative', other, years - 30, false);
  const [first = last, ...others] = [...(married ? [spouse] : []), ...children];
  return {
    deceased,
    relatives: [first, ...others],
    diedAt: circumstances.chance(SHARES.inFacility) ? 'facility' : 'home',
    home,
  };
};
