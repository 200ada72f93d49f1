import {
  anyBirthCommandOf,
  anyDeathCommandOf,
  birthCommandTypes,
  birthEventTypes,
  deathCommandTypes,
  deathEventTypes,
} from '@lienthong/testing';
import { virtualClock } from '@lienthong/testing/agencies';
import { ngheAn2023, ngheAn2026, type Scenario, simulate } from '@lienthong/testing/scenarios';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentKeys, type JsonObject } from '../evidence/index.js';
import { E } from '../fp.js';
import {
  COMMAND_ACCEPTED,
  type Command,
  type CommandCodec,
  memoryJournal,
  openPersonal,
  type Personal,
  type StoredEvent,
} from '../kernel/index.js';
import { lawBook } from '../law/index.js';
import { birthCommandCodec } from '../linked/birth-case/commands.codec.js';
import { declarationJsonSchema, readDeclaration } from '../linked/birth-case/declaration.schema.js';
import { deathCommandCodec } from '../linked/death-case/commands.codec.js';
import { deathDeclarationJsonSchema, readDeathDeclaration } from '../linked/death-case/declaration.schema.js';
import { atInVietnam } from '../values/index.js';
import { carriers } from './carriers.js';
import { fieldUse, type Group, personalFields } from './fields.js';
import { fullBirth, fullDeath } from './harness/full-forms.js';

/** Fields of these blocks that the register does not know. */
const unknownIn = (group: Group, personal: Personal): readonly string[] =>
  Object.entries(personal).flatMap(([subject, block]) =>
    Object.keys(block).flatMap((field) => (fieldUse(group, subject, field) ? [] : [`${group} ${subject}.${field}`])),
  );

const typeOf = ({ type, data }: StoredEvent): string => (type === COMMAND_ACCEPTED ? String(data['command']) : type);

const groupOf = (event: StoredEvent): Group => {
  if (event.stream.startsWith('birth-')) return 'birth';
  if (event.stream.startsWith('death-')) return 'death';
  return typeOf(event).includes('Birth') ? 'birth-notice' : 'death-notice';
};

/** Types of command whose stored form takes somebody's block. */
const carrying = <C extends Command>(
  types: readonly C['type'][],
  anyOf: (type: C['type']) => fc.Arbitrary<C>,
  codec: CommandCodec<C>,
): readonly string[] =>
  types.filter((type) => {
    const [command] = fc.sample(anyOf(type), { numRuns: 1, seed: 1 }) as [C];
    const { facts } = codec.keep(command);
    return E.isRight(codec.recall(type, { facts, personal: { applicant: {} } }));
  });

const keys = developmentKeys('test');

/** Everything that a scenario wrote. */
const written = async (scenario: Scenario, faults: 'field' | 'storm'): Promise<readonly StoredEvent[]> => {
  const clock = virtualClock(atInVietnam(scenario.from));
  const journal = memoryJournal({ clock });
  const wanted = { scenario, seed: 7, faults, births: 25, deaths: 25 };
  const done = await simulate({ ...wanted, journal, keys, law: lawBook(), clock, secret: 'test' })();
  const feed = await journal.feed({ limit: 1_000_000 })();
  if (E.isLeft(done) || E.isLeft(feed)) throw new Error('the scenario was not played');
  return feed.right.events;
};

describe('the register of personal data', () => {
  it.each([
    ['birth', carrying(birthCommandTypes, anyBirthCommandOf, birthCommandCodec)],
    ['death', carrying(deathCommandTypes, anyDeathCommandOf, deathCommandCodec)],
  ] as const)('of a %s knows every command that may carry somebody, and no other', (group, carry) => {
    expect([...carriers[group].commands].toSorted()).toEqual([...carry].toSorted());
  });

  it('names only events that there are', () => {
    const strangers = [
      ...carriers.birth.events.filter((type) => !(birthEventTypes as readonly string[]).includes(type)),
      ...carriers.death.events.filter((type) => !(deathEventTypes as readonly string[]).includes(type)),
    ];
    expect(strangers).toEqual([]);
  });

  it.each([
    ['birth', readDeclaration, fullBirth],
    ['death', readDeathDeclaration, fullDeath],
  ] as const)('knows whatever the form of a %s can say of anybody', (group, read, form) => {
    const received = read(form);
    if (E.isLeft(received)) throw new Error(`${received.left.at}: ${received.left.expected}`);
    expect(unknownIn(group, received.right.personal)).toEqual([]);
  });

  it.each([
    ['birth', declarationJsonSchema(), fullBirth],
    ['death', deathDeclarationJsonSchema(), fullDeath],
  ] as const)('is held against a form of a %s in which no field is left out', (_, schema, form) => {
    const left: string[] = [];
    const look = (part: JsonObject | undefined, value: unknown, path: string): void => {
      const object =
        (part?.['anyOf'] as readonly JsonObject[] | undefined)?.find((each) => each['properties'] !== undefined) ??
        part;
      for (const [name, inner] of Object.entries((object?.['properties'] ?? {}) as JsonObject)) {
        const at = path === '' ? name : `${path}.${name}`;
        const said = (value as Readonly<Record<string, unknown>>)[name];
        const item = (inner as JsonObject)['items'] as JsonObject | undefined;
        if (said !== undefined) look(item ?? (inner as JsonObject), Array.isArray(said) ? said[0] : said, at);
        else if (!NOT_PERSONAL.test(at)) left.push(at);
      }
    };
    look(schema, form, '');
    expect(left).toEqual([]);
  });

  it('knows everything that a month of either year seals, storms and all', { timeout: 120_000 }, async () => {
    const unknown = new Set<string>();
    const carried = new Set<string>();
    let blocks = 0;
    for (const [scenario, faults] of [
      [ngheAn2023, 'storm'],
      [ngheAn2026, 'field'],
    ] as const) {
      for (const event of await written(scenario, faults)) {
        if (event.data['sealed'] === undefined) continue;
        const group = groupOf(event);
        const { personal, damaged } = await openPersonal(keys, event);
        expect(damaged).toEqual([]);
        blocks += Object.keys(personal).length;
        for (const each of unknownIn(group, personal)) unknown.add(each);
        const { commands, events: known } = carriers[group];
        if (![...commands, ...known].includes(typeOf(event))) unknown.add(`${group} ${typeOf(event)}`);
        carried.add(typeOf(event));
      }
    }
    expect([...unknown]).toEqual([]);
    expect(blocks).toBeGreaterThan(500);
    expect([...carried]).toEqual(expect.arrayContaining(['Apply', 'Applied', 'CardIssued', 'PayeeStated']));
  });

  it('rests each field on a provision that is in force, from the first month of the service on', () => {
    const book = lawBook();
    const bare = personalFields.flatMap(({ group, subject, fields }) =>
      fields.flatMap(({ field, ground }) => {
        const rows = ['2023-07-10', '2024-07-01', '2026-10-05', '2027-06-01'].map((on) =>
          book.at({ on: on as never, knownOn: '2027-06-01' as never }).row(ground),
        );
        return rows.at(-1) === undefined ? [`${group} ${subject}.${field}: ${ground.name}`] : [];
      }),
    );
    expect(bare).toEqual([]);
  });
});

/** Fields that decide and name nobody, or are choices among alternatives. */
const NOT_PERSONAL =
  /^(choices|evidence|birthProof|benefit\.(insured|disaster|meritAllowance)|survivors\.(relatives\.facts|contributions|pension|consents))(\.|$)/;
