/** The families of a scenario as they file (nộp hồ sơ): who, when, where, for which procedures, on an invented form 01. */
import { type Address, addDays, dayOf, type Instant, type Malformed, type PlainDate } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { type LawBook, type Leg, provision } from '@lienthong/core/law';
import { type ReceivedDeclaration, readDeclaration } from '@lienthong/core/schema';
import type { Faults } from '../agencies/index.js';
import {
  type InventedFamily,
  type InventedPerson,
  inventedFamily,
  inventedName,
  inventedPersonalNumber,
} from '../people/index.js';
import type { Random } from '../random.js';
import type { Scenario } from './scenario.js';
import { slotsOf } from './slots.js';

export type Filing = Readonly<{
  index: number;
  at: Instant;
  commune: string;
  received: ReceivedDeclaration;
  applicant: string;
  /** The desk that helped, where it was not the family's own device (F17). */
  helpedAt?: string;
  /** The hospital's notice, for a child born in one. */
  notice?: Readonly<{ code: string; facility: string; order: number; multiple: number; weightGrams: number | null }>;
  /** False for births this service is not for: they are told where to go, and count for nobody. */
  inScope: boolean;
}>;

type Home = Readonly<{ commune: string; address: Address }>;

/** A family as if it had always lived in this commune. */
const settle = (family: InventedFamily, commune: string, wholly: boolean): InventedFamily => {
  const here: Address = { ...family.home, commune: commune as Address['commune'] };
  const move = (person: InventedPerson): InventedPerson =>
    wholly || person.residence?.commune === family.home.commune ? { ...person, residence: here } : person;
  const { father } = family;
  return { ...family, home: here, mother: move(family.mother), ...(father && { father: move(father) }) };
};

const residenceOf = (person: InventedPerson, home: Address): object =>
  person.residence === undefined ? { kind: 'none', address: home } : { kind: 'permanent', address: person.residence };

const parentOf = (person: InventedPerson, home: Address): object => ({
  name: person.name,
  bornOn: person.bornOn,
  ...(person.ethnicity !== '' && { ethnicity: person.ethnicity }),
  nationality: person.nationality,
  nativePlace: 'Nghệ An',
  residence: residenceOf(person, home),
  ...(person.personalNumber !== undefined && { personalNumber: person.personalNumber }),
});

const isForeign = ({ father }: InventedFamily): boolean => father !== undefined && father.nationality !== 'Việt Nam';

/** Where they may file: where one of the parents resides, at home if that is so. */
const homeOf = ({ mother, father, home }: InventedFamily): Home => {
  const places = [mother.residence, father?.residence].filter((place) => place !== undefined);
  const own = places.find(({ commune }) => commune === home.commune) ?? places[0] ?? home;
  return { commune: own.commune, address: own };
};

type Telling = Readonly<{
  law: LawBook;
  random: Random;
  scenario: Scenario;
  family: InventedFamily;
  child: InventedFamily['children'][number];
  at: Instant;
  notice: Filing['notice'];
  by?: 'mother' | 'father';
}>;

/** The scenario's sets of procedures that the law offers that day. */
const onOffer = (law: LawBook, { legs }: Scenario, at: Instant): Scenario['legs'] => {
  const offered = law.at({ on: dayOf(at), knownOn: dayOf(at) }).row(provision.legsOnOffer)?.value ?? [];
  return legs.filter(([set]) =>
    offered.some((other) => other.length === set.length && set.every((leg) => other.includes(leg))),
  );
};

const formOf = ({ law, random, scenario, family, child, at, notice, by }: Telling): object => {
  const { mother, father, home } = family;
  const { commune, address } = homeOf(family);
  const lawful = mother.residence !== undefined || father?.residence !== undefined;
  const wanted = random.weighted(onOffer(law, scenario, at));
  const legs: readonly Leg[] = lawful ? wanted : ['birth', 'card'];
  const notOwn = random.chance(scenario.shares.lodgingOfOthers);
  const apart = father !== undefined && mother.residence?.commune !== father.residence?.commune;
  const parents = { mother, father };
  const applying = (by === undefined ? [father, mother] : [parents[by]]).find(
    (one) => one?.personalNumber !== undefined,
  );
  const elder = inventedName(random.split('elder'), 'Kinh', 'female');
  const elderNumber = inventedPersonalNumber(random.split('elder number'), {
    bornOn: addDays(mother.bornOn, -9_000),
    sex: 'female',
  });
  const applicant = applying ?? { name: elder, personalNumber: elderNumber, residence: home };
  const relation = applying === undefined ? 'grandparent' : applying === mother ? 'mother' : 'father';
  const authorities = {
    birth: commune,
    ...(legs.includes('residence') && { residence: address.commune }),
    ...(legs.includes('card') && { card: 'BHXH-40' }),
    ...(legs.includes('identity-card') && { 'identity-card': 'CA-40' }),
  };
  return {
    applicant: {
      name: applicant.name,
      personalNumber: applicant.personalNumber,
      relation,
      ...(applicant.residence !== undefined && { residence: applicant.residence }),
    },
    choices: {
      legs,
      birthCase: isForeign(family) ? 'foreign-parent' : 'ordinary',
      authorities,
      channel: random.split('channel').weighted(scenario.channels),
      delivery: random.chance(scenario.shares.paperCopy) ? 'desk' : 'electronic',
    },
    birthProof:
      notice === undefined
        ? { kind: random.chance(0.7) ? 'witness' : 'pledge' }
        : { kind: 'notice', code: notice.code },
    child: {
      name: child.name,
      bornOn: child.bornOn,
      sex: child.sex,
      ethnicity: child.ethnicity,
      nationality: 'Việt Nam',
      birthplace: { kind: family.bornAt, address: home },
      nativePlace: 'Nghệ An',
      birthOrder: child.order,
      multiple: family.children.length,
    },
    mother: parentOf(mother, home),
    father: father === undefined ? null : parentOf(father, home),
    marriage: { married: family.marriedOn !== undefined, ...(family.marriedOn && { registeredOn: family.marriedOn }) },
    ...(legs.includes('residence') && {
      residence: {
        address,
        with: apart ? (mother.residence?.commune === address.commune ? 'mother' : 'father') : 'parents',
        owned: notOwn ? 'not-own' : 'own',
        ...(notOwn && { householdHead: { name: elder, personalNumber: elderNumber, relation: 'grandmother' } }),
      },
    }),
    ...(legs.includes('card') && {
      card: { firstFacility: `40${random.int(1, 41).toString().padStart(3, '0')}` },
    }),
    commitment: { truthful: true, at },
  };
};

const readOwn = (form: object): ReceivedDeclaration => {
  const read = readDeclaration(form);
  if (E.isRight(read)) return read.right;
  const { at, expected }: Malformed = read.left;
  throw new RangeError(`an invented form is malformed at ${at}: ${expected}`);
};

const born = (
  { filedAfterDays: { mean, deviation, atMost, lateShare, lateDaysAtMost } }: Scenario,
  random: Random,
  filed: PlainDate,
): PlainDate => {
  const days = random.chance(lateShare)
    ? random.int(atMost + 3, lateDaysAtMost)
    : Math.min(Math.max(Math.round(random.normal(mean, deviation)), 1), atMost);
  return addDays(filed, -days);
};

/** Everybody who files in the scenario, in order of time. `births` of them are in scope; the others hear where to go. */
export const filingsOf = (
  { law, scenario, faults }: Readonly<{ law: LawBook; scenario: Scenario; faults: Faults }>,
  random: Random,
  births: number,
): readonly Filing[] => {
  const filings: Filing[] = [];
  /** Twins are filed one after the other. */
  let sibling: Readonly<{ family: InventedFamily; place: number }> | undefined;
  let previous: Omit<Telling, 'at' | 'by' | 'scenario' | 'law'> | undefined;

  const file = (
    at: Instant,
    telling: Omit<Telling, 'at' | 'by' | 'scenario' | 'law'>,
    by?: 'mother' | 'father',
  ): void => {
    const { random: luck, family, notice } = telling;
    const index = filings.length;
    const received = readOwn(formOf({ ...telling, law, scenario, at, ...(by && { by }) }));
    const helped = luck.split('help').chance(faults.F17.filedForThem);
    const elsewhere = luck.split('elsewhere').chance(scenario.shares.atDeskElsewhere);
    const { commune } = homeOf(family);
    filings.push({
      index,
      at,
      commune,
      received,
      applicant: `citizen-${index}`,
      ...(helped && { helpedAt: elsewhere ? scenario.firstFiledIn : commune }),
      ...(notice && { notice }),
      inScope: !isForeign(family),
    });
  };

  for (const [index, { at, commune, fixed }] of slotsOf(scenario, faults, random, births).entries()) {
    const luck = random.split(`filing ${index}`);
    if (previous?.family.father?.personalNumber !== undefined && !fixed && luck.chance(faults.F13.filedByBoth)) {
      file(at, previous, 'mother');
      previous = undefined;
      continue;
    }
    const filedOn = dayOf(at);
    for (let draw = 0; ; draw += 1) {
      const own = luck.split(`family ${draw}`);
      const bornOn = born(scenario, own, filedOn);
      const family: InventedFamily =
        sibling !== undefined && !fixed ? sibling.family : settle(inventedFamily(own, bornOn), commune, fixed);
      const place: number = sibling !== undefined && !fixed ? sibling.place : 0;
      const child = family.children[place] ?? family.children[0];
      if (!fixed && homeOf(family).commune in scenario.began) continue;
      const { bornAt, children } = family;
      const facility = `40${own.split('facility').int(1, 41).toString().padStart(3, '0')}`;
      const code = `${String(index + 1).padStart(5, '0')}.GCS.${facility}.${draw}`;
      const weightGrams = child.weightGrams ?? null;
      const notice = { code, facility, order: child.order, multiple: children.length, weightGrams };
      const telling = { random: own, family, child, notice: bornAt === 'facility' ? notice : undefined };
      file(at, telling);
      if (isForeign(family)) continue;
      if (!fixed) sibling = place + 1 < children.length ? { family, place: place + 1 } : undefined;
      previous = fixed ? undefined : telling;
      break;
    }
  }
  return filings;
};
