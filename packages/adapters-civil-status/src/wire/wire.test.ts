import { E } from '@lienthong/core/fp';
import { accept } from '@lienthong/core/received';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectFieldsNamed, expectKept } from '../trial/reading.js';
import {
  anyChange,
  anyChangeAnswer,
  anyCode,
  anyFlag,
  anyNumber,
  anyPeople,
  anyPersonalNumber,
  anyPlainDate,
} from '../trial/samples.js';
import { child, commune, mother, old } from '../trial/world.js';
import { extractWire } from './extract.schema.js';
import {
  assignPersonalNumber,
  birthNotice,
  civilStatusOpenApi,
  civilStatusWire,
  deathNotice,
  enterBirth,
  enterDeath,
  noticesOpenApi,
  populationOpenApi,
  populationWire,
  tellPopulationOfBirth,
  tellPopulationOfDeath,
} from './index.js';

const people = { child, mother };
const birth = { bornOn: '2023-07-03', sex: 'female', commune, birthOrder: 1, people };
const entered = { outcome: 'entered', book: `${commune}/2023`, number: 12, registeredOn: '2023-07-10' };
const already = { outcome: 'already-entered', book: `${commune}/2023`, number: 12 };
const notEntered = { outcome: 'not-entered', reason: 'child.name' };
const notice = {
  code: '00012.GCS.40020.0',
  facility: '40020',
  bornAt: '2023-07-03T03:00:00.000Z',
  bornOn: '2023-07-03',
  sex: 'female',
  order: 1,
  multiple: 1,
  weightGrams: 3_120,
  signed: true,
  people: { mother },
};
const noticeOfDeath = {
  code: '00003.GBT.40020.0',
  facility: '40020',
  diedAt: '2023-07-07T03:00:00.000Z',
  diedOn: '2023-07-07',
  issuedOn: '2023-07-08',
  form: 'annex-I',
  onTheWay: false,
  causeKnown: true,
  reissued: false,
  signed: true,
  people: { deceased: old },
};
const extract = {
  book: `${commune}/2023`,
  number: 12,
  form: 'birth-certificate',
  version: 1,
  issuedOn: '2023-07-10',
  mediaType: 'application/pdf',
  sha256: 'ab'.repeat(32),
  document: 'JVBERi0=',
};

describe('a field that is wrong is named, and its value never repeated', () => {
  it.each([
    ['a birth to enter', enterBirth.content, birth],
    ['a birth entered', enterBirth.answer, entered],
    ['a birth entered before', enterBirth.answer, already],
    ['a birth not entered', enterBirth.answer, notEntered],
    ['a birth that wants a number', assignPersonalNumber.content, birth],
    ['a number', assignPersonalNumber.answer, { outcome: 'assigned', personalNumber: '040323000001' }],
    ['a number held back', assignPersonalNumber.answer, { outcome: 'held', reason: 'Technical' }],
    ['a death to enter', enterDeath.content, { diedOn: '2023-07-07', commune, people: { deceased: old } }],
    ['a death entered', enterDeath.answer, { ...entered, locked: true }],
    ['a death entered before', enterDeath.answer, already],
    ['a death not entered', enterDeath.answer, { outcome: 'not-entered', reason: 'IdentityMismatch' }],
    ['a change', tellPopulationOfBirth.content, { what: 'correction', fields: ['child.name'], people }],
    ['a change taken', tellPopulationOfBirth.answer, { outcome: 'taken' }],
    ['a change not taken', tellPopulationOfDeath.answer, { outcome: 'not-taken', reason: 'NotAcceptedNow' }],
    ['a notice of birth', birthNotice, notice],
    ['a notice of death', deathNotice, noticeOfDeath],
    ['an extract', extractWire, extract],
  ])('%s', (_, schema, sample) => expectFieldsNamed(schema, sample));

  it.each([
    [
      'people without end',
      { ...birth, people: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`p${n}`, {}])) },
    ],
    ['a part that is no part', { ...birth, people: { 'mother of': {} } }],
    ['a person that is a text', { ...birth, people: { mother: 'Hoa' } }],
    ['a block without end', { ...birth, people: { mother: { note: 'x'.repeat(500_000) } } }],
  ])('%s', (_, raw) => expect(accept(enterBirth.content, raw)).toMatchObject({ left: { at: 'people' } }));

  it('a personal number of eleven digits, a book with a space, a number 0', () => {
    const number = { outcome: 'assigned', personalNumber: '04032300000' };
    expect(accept(assignPersonalNumber.answer, number)).toMatchObject({ left: { at: 'personalNumber' } });
    expect(accept(enterBirth.answer, { ...entered, book: 'a b' })).toMatchObject({ left: { at: 'book' } });
    expect(accept(enterBirth.answer, { ...entered, number: 0 })).toMatchObject({ left: { at: 'number' } });
  });
});

describe('whatever a port may say or be told is read back as it was', () => {
  const entry = { book: anyCode, number: anyNumber };
  const outcome = <const T extends string>(word: T) => fc.constant(word);
  const anyAlready = fc.record({ outcome: outcome('already-entered'), ...entry });
  const anyRefusal = fc.record({ outcome: outcome('not-entered'), reason: anyCode });
  const anyBirth = fc.record({
    bornOn: anyPlainDate,
    sex: fc.constantFrom('male', 'female', 'undetermined'),
    commune: anyCode,
    birthOrder: fc.integer({ min: 1, max: 12 }),
    people: anyPeople,
  });

  it.each([
    ['births', enterBirth.content, anyBirth],
    [
      'entries of births',
      enterBirth.answer,
      fc.oneof(
        fc.record({ outcome: outcome('entered'), ...entry, registeredOn: anyPlainDate }),
        anyAlready,
        anyRefusal,
      ),
    ],
    ['births that want a number', assignPersonalNumber.content, anyBirth],
    [
      'numbers',
      assignPersonalNumber.answer,
      fc.oneof(
        fc.record({ outcome: outcome('assigned'), personalNumber: anyPersonalNumber }),
        fc.record({
          outcome: outcome('held'),
          reason: fc.constantFrom('SuspectedDuplicate', 'DataMismatch', 'Technical'),
        }),
      ),
    ],
    ['deaths', enterDeath.content, fc.record({ diedOn: anyPlainDate, commune: anyCode, people: anyPeople })],
    [
      'entries of deaths',
      enterDeath.answer,
      fc.oneof(
        fc.record({ outcome: outcome('entered'), ...entry, registeredOn: anyPlainDate, locked: anyFlag }),
        anyAlready,
        anyRefusal,
      ),
    ],
    ['changes', tellPopulationOfBirth.content, anyChange],
    ['what is said of changes', tellPopulationOfDeath.answer, anyChangeAnswer],
  ])('%s', (_, schema, any) => expectKept(schema, any as fc.Arbitrary<unknown>));
});

describe('the OpenAPI documents', () => {
  it.each([
    ['civil status register', civilStatusOpenApi()],
    ['civil status register, with a login', civilStatusOpenApi({ tokenPath: '/oauth/token' })],
    ['population database', populationOpenApi()],
    ['notices', noticesOpenApi()],
  ])('of the %s validates', async (_, document) => {
    const validator = new Validator();
    const said = await validator.validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(said.errors).toBeUndefined();
    expect(said.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('name every path that is served', () => {
    const paths = (document: object): readonly string[] => Object.keys((document as { paths: object }).paths);
    expect(paths(civilStatusOpenApi())).toEqual(
      expect.arrayContaining([...civilStatusWire.purposes.map(({ path }) => path), '/extracts']),
    );
    expect(paths(populationOpenApi())).toEqual(expect.arrayContaining(populationWire.purposes.map(({ path }) => path)));
    expect(paths(noticesOpenApi())).toEqual(['/notices/births', '/notices/deaths']);
  });

  it('are named as the agencies are', () =>
    expect([civilStatusWire.agency, populationWire.agency]).toEqual(['civil-status-register', 'population-database']));
});

it('a value that is no JSON is no content', () =>
  expect(E.isLeft(accept(enterBirth.content, { ...birth, people: new Map() }))).toBe(true));
