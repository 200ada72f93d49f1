/** Invented families around one birth: parents, children, marriage, home. Nobody here exists. */
import {
  type Address,
  addDays,
  addMonths,
  type CommuneCode,
  communeCode,
  daysBetween,
  type NamePart,
  type PersonalNumber,
  type PersonName,
  type PlainDate,
  type Sex,
} from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { ngheAn } from '../places/index.js';
import type { Random } from '../random.js';
import { isHighland, type People, peoplesOf } from './ethnicities.js';
import { inventedName, ourName } from './names.js';
import { inventedPersonalNumber, NGHE_AN } from './numbers.js';

export type InventedPerson = Readonly<{
  name: PersonName;
  sex: Sex;
  bornOn: PlainDate;
  ethnicity: string;
  nationality: string;
  /** Absent for foreigners and for those the population database has not numbered yet. */
  personalNumber?: PersonalNumber;
  /** Permanent residence (nơi thường trú); absent for those who have none. */
  residence?: Address;
}>;

export type InventedChild = Readonly<{
  name: PersonName;
  sex: Sex;
  bornOn: PlainDate;
  ethnicity: string;
  /** 1 for the first of twins. */
  order: number;
  /** Absent when nobody weighed the child. */
  weightGrams?: number;
}>;

export type InventedFamily = Readonly<{
  mother: InventedPerson;
  /** Absent when the father is not determined. */
  father?: InventedPerson;
  /** Absent when the parents are not married. */
  marriedOn?: PlainDate;
  children: readonly [InventedChild, ...InventedChild[]];
  bornAt: 'facility' | 'home';
  /** Where the family lives: the commune of the day, whatever the register of residence says. */
  home: Address;
}>;

/** 110.7 boys for 100 girls (2024). */
const BOYS = 110.7 / 210.7;
const SHARES = {
  twins: 0.011,
  fatherUndetermined: 0.04,
  unmarriedWithFather: 0.05,
  foreignFather: 0.003,
  withoutNumber: 0.03,
  numberedElsewhere: 0.05,
  withoutResidence: 0.02,
  residenceElsewhere: 0.18,
  mixedMarriage: 0.12,
  mothersSurname: 0.03,
  homeBirthHighland: 0.12,
  homeBirth: 0.002,
  weighedAtHome: 0.6,
} as const;

const foreigners: readonly Readonly<{ nationality: string; surname: string; given: string }>[] = [
  { nationality: 'Lào', surname: 'Phommachanh', given: 'Bounmy' },
  { nationality: 'Hàn Quốc', surname: 'Kim', given: 'Min-jun' },
  { nationality: 'Trung Quốc', surname: 'Wang', given: 'Wei' },
  { nationality: 'Ireland', surname: "O'Brien", given: 'Seán' },
  { nationality: 'Đức', surname: 'Müller-Weiß', given: 'Jörg' },
];

const lines = ['Xóm 1', 'Xóm 3', 'Xóm 7', 'Bản Na', 'Khối 5', 'Số 12, đường Nguyễn Du', 'Số 48, ngõ 3, đường Lê Lợi'];

/** A home somewhere in Nghệ An as it was on that day; towns and wards hold more people than mountain communes. */
const inventedHome = (random: Random, on: PlainDate): Address => {
  const homes = ngheAn.unitsOn(on).flatMap(({ code, kind }) => {
    const read = communeCode(code);
    const weight = kind === 'ward' || kind === 'township' ? 2 : 1;
    return E.isRight(read) ? [[read.right, weight] as const] : [];
  });
  return { commune: random.weighted<CommuneCode>(homes), line: random.pick(lines) };
};

const districtOf = ({ commune }: Address, on: PlainDate): string => ngheAn.unitOn(commune, on)?.parent ?? '';

/** Mothers are mostly 20 to 35 years old; fathers a few years older. */
const inventedParent = (
  random: Random,
  sex: Sex,
  people: People,
  home: Address,
  childBornOn: PlainDate,
): InventedPerson => {
  const age = Math.min(Math.max(random.normal(sex === 'female' ? 27 : 30, 5), sex === 'female' ? 17 : 18), 48);
  const bornOn = addDays(addMonths(childBornOn, -Math.floor(age * 12)), -random.int(0, 27));
  const place = random.chance(SHARES.numberedElsewhere) ? random.pick(['001', '038', '042', '066', '079']) : NGHE_AN;
  const residence = random.chance(SHARES.residenceElsewhere) ? inventedHome(random, childBornOn) : home;
  const name = inventedName(random, people, sex);
  const personalNumber = inventedPersonalNumber(random, { bornOn, sex }, place);
  return {
    name,
    sex,
    bornOn,
    ethnicity: people,
    nationality: 'Việt Nam',
    ...(!random.chance(SHARES.withoutNumber) && { personalNumber }),
    ...(!random.chance(SHARES.withoutResidence) && { residence }),
  };
};

const foreignFather = (random: Random, childBornOn: PlainDate): InventedPerson => {
  const { nationality, surname, given } = random.pick(foreigners);
  return {
    name: ourName({ surname, given }),
    sex: 'male',
    bornOn: addMonths(childBornOn, -random.int(22 * 12, 50 * 12)),
    ethnicity: '',
    nationality,
  };
};

/** One family whose child, or twins, came to the world on that day. The same stream gives the same family. */
export const inventedFamily = (random: Random, bornOn: PlainDate): InventedFamily => {
  const home = inventedHome(random.split('home'), bornOn);
  const district = districtOf(home, bornOn);
  const peoples = peoplesOf(district);
  const chance = random.split('circumstances');

  const mothersPeople = random.split('mothers people').weighted(peoples);
  const fathersPeople = chance.chance(SHARES.mixedMarriage)
    ? random.split('fathers people').weighted(peoples)
    : mothersPeople;
  const mother = inventedParent(random.split('mother'), 'female', mothersPeople, home, bornOn);
  const foreign = chance.chance(SHARES.foreignFather);
  const father = chance.chance(SHARES.fatherUndetermined)
    ? undefined
    : foreign
      ? foreignFather(random.split('father'), bornOn)
      : inventedParent(random.split('father'), 'male', fathersPeople, home, bornOn);
  const married = father !== undefined && !chance.chance(SHARES.unmarriedWithFather);
  // Nobody marries before eighteen here, so the youngest mothers are not married yet.
  const longest = Math.min(daysBetween(addMonths(mother.bornOn, 18 * 12), bornOn), 3_000);
  const marriedOn = longest > 0 ? addDays(bornOn, -random.split('marriage').int(0, longest)) : undefined;

  const atHome = chance.chance(isHighland(district) ? SHARES.homeBirthHighland : SHARES.homeBirth);
  const twins = chance.chance(SHARES.twins);
  const ofMother = father === undefined || foreign || chance.chance(SHARES.mothersSurname);
  const people = ofMother ? mothersPeople : fathersPeople;
  const surname: NamePart | undefined = (ofMother ? mother : father).name.surname;

  const child = (order: number): InventedChild => {
    const own = random.split(`child ${order}`);
    const sex = own.chance(BOYS) ? 'male' : 'female';
    const weight = Math.round(Math.min(Math.max(own.normal(twins ? 2_450 : 3_120, 420), 700), 5_200) / 10) * 10;
    const weighed = !atHome || own.chance(SHARES.weighedAtHome);
    return {
      name: inventedName(own, people, sex, surname ?? ''),
      sex,
      bornOn,
      ethnicity: people,
      order,
      ...(weighed && { weightGrams: weight }),
    };
  };

  return {
    mother,
    ...(father && { father }),
    ...(married && marriedOn && { marriedOn }),
    children: twins ? [child(1), child(2)] : [child(1)],
    bornAt: atHome ? 'home' : 'facility',
    home,
  };
};

/** So many families with births spread over `days` days from `from` on, in the order of the days. */
export const inventedFamilies = (
  random: Random,
  count: number,
  born: Readonly<{ from: PlainDate; days: number }>,
): readonly InventedFamily[] => {
  const days = random.split('days');
  return Array.from({ length: count }, () => addDays(born.from, days.int(0, born.days - 1)))
    .toSorted()
    .map((bornOn, index) => inventedFamily(random.split(`family ${index}`), bornOn));
};
