/** A simulated month in a store, and the books that the invented agencies kept of it, as they would hand them in. */
import { join } from 'node:path';
import { atInVietnam, displayName, type PersonName } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { virtualClock } from '@lienthong/testing/agencies';
import { type Books, ngheAn2023, simulate } from '@lienthong/testing/scenarios';
import type { Context } from '../frame.js';
import { openToFile } from '../stores/open-cases.js';
import { aDesk, type Desk } from './a-desk.js';
import { at } from './lienthong.js';

export type Row = Readonly<{ register: string; id: string; number?: string } & Record<string, unknown>>;

/** A filing as the simulation keeps it, whose people the books speak of. */
type Filed = Readonly<{
  received: Readonly<{
    declaration: Readonly<Record<string, unknown>>;
    personal: Readonly<Record<string, JsonObject>>;
  }>;
}>;

const nameOf = (block: JsonObject | undefined): string | undefined =>
  block?.['name'] === undefined ? undefined : displayName(block['name'] as unknown as PersonName);

const defined = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null));

const childOf = ({ received: { declaration, personal } }: Filed): Record<string, unknown> =>
  defined({
    name: nameOf(personal['child']),
    bornOn: declaration['bornOn'],
    sex: declaration['sex'],
    birthOrder: declaration['birthOrder'],
    commune: (personal['child']?.['lodging'] as JsonObject | undefined)?.['commune'],
    motherName: nameOf(personal['mother']),
    motherNumber: personal['mother']?.['personalNumber'],
    fatherName: nameOf(personal['father']),
  });

const deceasedOf = ({ received: { personal } }: Filed): Record<string, unknown> => {
  const block = personal['deceased'] ?? {};
  const { personalNumber: number, bornOn, birthYear, sex } = block;
  const commune = (block['lastResidence'] as JsonObject | null | undefined)?.['commune'];
  return defined({ number, name: nameOf(block), bornOn, birthYear, sex, commune });
};

const REGISTER_OF: Readonly<Record<string, string>> = {
  'enter-birth': 'civil-status-birth',
  'enter-death': 'civil-status-death',
  'assign-personal-number': 'population',
  'register-residence': 'residence',
  'issue-card': 'health-card',
  'pay-funeral': 'payment',
  'pay-merit-lump': 'payment',
  'pay-survivor': 'payment',
  'stop-merit-allowance': 'allowance',
  'stop-social-allowance': 'allowance',
  'stop-pension': 'allowance',
};

/** What each agency has on record of what it did, and the residence register with all who stand there. */
export const registersOf = ({ births, deaths, effects, residents }: Books): readonly Row[] => {
  const numbers = new Map(
    effects.filter(({ purpose }) => purpose === 'assign-personal-number').map(({ caseId, what }) => [caseId, what]),
  );
  const did = effects.flatMap(({ purpose, caseId, what, at: when, key }): readonly Row[] => {
    const register = REGISTER_OF[purpose];
    const [birth, death] = [births.get(caseId), deaths.get(caseId)] as unknown as readonly (
      | Readonly<{ filing: Filed }>
      | undefined
    )[];
    if (register === undefined) return [];
    const person =
      birth === undefined
        ? death === undefined
          ? {}
          : deceasedOf(death.filing)
        : { ...childOf(birth.filing), ...(numbers.has(caseId) && { number: numbers.get(caseId) }) };
    const own =
      register === 'payment'
        ? { id: `PAY-${key}`, amount: Number(what), benefit: purpose.slice('pay-'.length) }
        : register === 'population'
          ? { id: `P-${key}` }
          : register === 'allowance'
            ? { id: `A-${key}`, status: 'ended' }
            : { id: what };
    return [{ register, on: when.slice(0, 10), ...person, ...own }];
  });
  const dead = new Map(
    [...deaths.values()].map((each) => {
      const person = deceasedOf((each as unknown as Readonly<{ filing: Filed }>).filing);
      return [String(person['number'] ?? person['name']), person] as const;
    }),
  );
  const living = residents.map(({ entry, who, standing }): Row => {
    const person = dead.get(who) ?? (/^\d{12}$/.test(who) ? { number: who } : {});
    return { register: 'residence', id: entry, status: standing ? 'standing' : 'ended', ...person };
  });
  return [...did, ...living];
};

/** A small month without faults, in `cases.db`. */
export const aMonth = async (): Promise<Desk & Readonly<{ rows: readonly Row[] }>> => {
  const desk = aDesk();
  desk.setClock('2023-10-01T02:00:00.000Z');
  const clock = virtualClock(atInVietnam(ngheAn2023.from));
  const io = {
    err: () => undefined,
    env: {},
    cwd: desk.cwd,
    now: () => at('2023-07-10T00:00:00Z'),
    random: (bytes: number) => new Uint8Array(bytes).fill(7),
  } as unknown as Context['io'];
  const context = { io, say: ({ en }: Readonly<{ en: string }>) => en, language: 'en', json: false } as Context;
  const opened = await openToFile(`sqlite:${join(desk.cwd, 'cases.db')}`, context, { clock })();
  if (E.isLeft(opened)) throw new Error(opened.left.detail.en);
  const { journal, keys, secret } = opened.right;
  let books: Books | undefined;
  const played = await simulate({
    scenario: ngheAn2023,
    seed: 5,
    faults: 'none',
    births: 16,
    deaths: 10,
    journal,
    keys,
    secret,
    clock,
    law: lawBook(),
    onBooks: (kept) => {
      books = kept;
    },
  })();
  await journal.close()();
  if (E.isLeft(played) || books === undefined) throw new Error('the month was not played to its end');
  return { ...desk, rows: registersOf(books) };
};
