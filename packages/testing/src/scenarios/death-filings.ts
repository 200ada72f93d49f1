/** Those who declare a death (người đi khai tử), as they file: who, when, where, for which procedures, on an invented form 02. */
import {
  type Address,
  addDays,
  atInVietnam,
  dayOf,
  type Instant,
  type Malformed,
  type PlainDate,
} from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { type LawBook, provision } from '@lienthong/core/law';
import { type ReceivedDeathDeclaration, readDeathDeclaration } from '@lienthong/core/schema';
import { type Deceased, type Faults, type Household, noticeFormOf } from '../agencies/index.js';
import { type InventedDeath, inventedDeath } from '../people/index.js';
import { ngheAn } from '../places/index.js';
import type { Random } from '../random.js';
import { type Asking, givesSomething, moneyBlocks } from './mourners.js';
import type { Scenario, Standing } from './scenario.js';
import { slotsAnywhere } from './slots.js';

const HOUR = 3_600_000;

export type DeathFiling = Readonly<{
  index: number;
  at: Instant;
  commune: string;
  received: ReceivedDeathDeclaration;
  death: InventedDeath;
  applicant: string;
  /** The desk that filed for the family (F14 of death.md): who helps is not who applies. */
  helpedAt?: string;
  /** The facility's notice, for somebody who died in one. */
  notice?: Omit<Deceased, 'personal'>;
  /** Those who were entered at the home, as far as the register has them. */
  household: Household;
  /** False for deaths this service is not for. */
  inScope: boolean;
}>;

type Telling = Readonly<{
  law: LawBook;
  scenario: Scenario;
  random: Random;
  death: InventedDeath;
  diedOn: PlainDate;
  at: Instant;
  standing: Standing;
  foreign: boolean;
  payeeMissing: boolean;
  notice: DeathFiling['notice'];
}>;

const formOf = (telling: Telling, legs: readonly string[], by: number): object => {
  const { scenario, random, death, diedOn, at, standing, foreign, notice } = telling;
  const { dying } = scenario;
  const { deceased, relatives, home, diedAt } = death;
  const applicant = relatives[by] ?? relatives[0];
  const asking: Asking = { ...telling, dying, commune: home.commune };
  const { blocks, authorities } = moneyBlocks(asking, legs);
  const luck = random.split('form');
  return {
    applicant: {
      name: applicant.name,
      personalNumber: applicant.personalNumber,
      residence: applicant.residence,
      relation: applicant.kinship,
    },
    choices: {
      legs,
      authorities: { death: home.commune, residence: home.commune, ...authorities },
      channel: random.split('channel').weighted(scenario.channels),
      delivery: luck.chance(scenario.shares.paperCopy) ? 'desk' : 'electronic',
      copies: luck.int(0, 3),
      feeExempt: luck.chance(dying.shares.feeExempt) ? luck.pick(['poor', 'disabled', 'merit-family']) : null,
    },
    deceased: {
      name: deceased.name,
      ...(deceased.personalNumber !== undefined && { personalNumber: deceased.personalNumber }),
      bornOn: deceased.bornOn,
      sex: deceased.sex,
      ethnicity: deceased.ethnicity,
      nationality: foreign ? 'Lào' : deceased.nationality,
      lastResidence: deceased.residence ?? null,
      foreignElement: foreign,
    },
    death: { diedOn, kind: diedAt, place: home, registration: 'ordinary' },
    evidence:
      notice === undefined
        ? { kind: standing === 'insured-active' && luck.chance(0.2) ? 'police-record' : 'commune-confirmation' }
        : { kind: 'notice', code: notice.code, form: notice.form, issuedOn: notice.issuedOn },
    ...blocks,
    commitment: { truthful: true, at },
  };
};

const readOwn = (form: object): ReceivedDeathDeclaration => {
  const read = readDeathDeclaration(form);
  if (E.isRight(read)) return read.right;
  const { at, expected }: Malformed = read.left;
  throw new RangeError(`an invented form is malformed at ${at}: ${expected}`);
};

/** The largest bundle a family of this standing wants, on offer that day, that the law gives something for. */
const receivedOf = (telling: Telling, by: number): ReceivedDeathDeclaration => {
  const { law, scenario, random, standing, at } = telling;
  const { bundleOfTwo, survivors } = scenario.dying.shares;
  const luck = random.split('bundle');
  const two = luck.chance(bundleOfTwo);
  const four = luck.chance(survivors);
  const wanted = standing === 'none' || two ? 2 : standing.startsWith('pensioner') && four ? 4 : 3;
  const offered = law.at({ on: dayOf(at), knownOn: dayOf(at) }).row(provision.deathBundles)?.value ?? [];
  const sets = offered.filter(({ length }) => length <= wanted).toSorted((a, b) => b.length - a.length);
  for (const legs of sets) {
    const received = readOwn(formOf(telling, legs, by));
    if (givesSomething(law, received, at)) return received;
  }
  throw new RangeError('no bundle on offer serves this death');
};

const died = ({ dying }: Scenario, random: Random, filed: PlainDate): PlainDate => {
  const { mean, deviation, atMost, lateShare, lateDaysAtMost } = dying.filedAfterDays;
  const days = random.chance(lateShare)
    ? random.int(atMost + 1, lateDaysAtMost)
    : Math.min(Math.max(Math.round(random.normal(mean, deviation)), 1), atMost);
  return addDays(filed, -days);
};

/** As forms and registers write somebody: name, number, day of birth. */
const written = ({ name, personalNumber, bornOn }: InventedDeath['deceased']): JsonObject => ({
  name: { ...name },
  bornOn,
  ...(personalNumber !== undefined && { personalNumber }),
});

const householdOf = (index: number, death: InventedDeath, { D10 }: Faults, random: Random): Household => {
  const missing = death.deceased.residence === undefined || random.split('register').chance(D10.notRegistered);
  const incomplete = random.split('record').chance(D10.recordIncomplete);
  const living = death.relatives.filter(({ atHome }) => atHome);
  return {
    household: `HK-${index + 1}`,
    commune: death.home.commune,
    members: [
      ...(missing ? [] : [{ person: written(death.deceased), dead: true, incomplete }]),
      ...living.map((one) => ({ person: written(one), dead: false })),
    ],
  };
};

/** Everybody who declares a death in the scenario, in order of time. `deaths` of them are in scope. */
export const deathFilingsOf = (
  { law, scenario, faults }: Readonly<{ law: LawBook; scenario: Scenario; faults: Faults }>,
  random: Random,
  deaths: number,
): readonly DeathFiling[] => {
  const filings: DeathFiling[] = [];
  const { dying } = scenario;
  const standings = Object.entries(dying.standings).map(
    ([standing, { weight }]) => [standing as Standing, weight] as const,
  );
  let previous: DeathFiling | undefined;

  const put = (told: Omit<DeathFiling, 'index' | 'applicant'>): DeathFiling => {
    const index = filings.length;
    const filing: DeathFiling = { ...told, index, applicant: `mourner-${index}` };
    filings.push(filing);
    return filing;
  };

  for (const [index, { at, commune }] of slotsAnywhere(scenario, faults, random, deaths).entries()) {
    const luck = random.split(`filing ${index}`);
    if (previous !== undefined && luck.chance(faults.D14.filedTwice)) {
      // At a desk what was filed from home already.
      const { death, household, notice, received, inScope } = previous;
      put({
        at,
        commune: previous.commune,
        death,
        household,
        received,
        inScope,
        helpedAt: previous.commune,
        ...(notice && { notice }),
      });
      previous = undefined;
      continue;
    }
    for (let draw = 0; ; draw += 1) {
      const own = luck.split(`death ${draw}`);
      const standing = own.split('standing').weighted(standings);
      const diedOn = died(scenario, own.split('died'), dayOf(at));
      const home = {
        commune,
        line: own.split('line').pick(['Xóm 2', 'Xóm 6', 'Bản Na', 'Khối 4', 'Số 8, đường Trần Phú']),
      } as Address;
      const district = ngheAn.unitOn(commune, scenario.from)?.parent ?? '';
      const death = inventedDeath(own.split('people'), { diedOn, home, district, age: dying.standings[standing].age });
      const foreign = own.split('foreign').chance(dying.shares.foreign);
      const facility = `40${own.split('facility').int(1, 41).toString().padStart(3, '0')}`;
      const form = noticeFormOf(law, diedOn, own.split('notice form').chance(faults.D13.oldForm));
      const notice = {
        code: `${String(index + 1).padStart(5, '0')}.GBT.${facility}.${draw}`,
        facility,
        diedAt: atInVietnam(diedOn, own.split('hour').int(0, 23) * HOUR),
        diedOn,
        issuedOn: diedOn,
        form,
        onTheWay: own.split('on the way').chance(0.05),
        causeKnown: !own.split('cause').chance(0.1),
      };
      const inFacility = death.diedAt === 'facility';
      const payeeMissing = own.split('payee').chance(faults.D15.payeeMissing);
      const telling = { law, scenario, random: own, death, diedOn, at, standing, foreign, payeeMissing };
      const received = receivedOf({ ...telling, notice: inFacility ? notice : undefined }, 0);
      const helped = own.split('help').chance(faults.D14.filedForThem);
      const filed = put({
        at,
        commune,
        death,
        received,
        household: householdOf(filings.length, death, faults, own),
        inScope: !foreign,
        ...(helped && { helpedAt: commune }),
        ...(inFacility && { notice }),
      });
      if (foreign) continue;
      previous = filed;
      break;
    }
  }
  return filings;
};
