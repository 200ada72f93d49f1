import { accept } from '@lienthong/core/received';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectFieldsNamed, expectKept } from '../trial/reading.js';
import { anyChange, anyChangeAnswer, anyCode, anyFlag, anyPeople, anyPlainDate } from '../trial/samples.js';
import { child, commune, mother, old } from '../trial/world.js';
import {
  consent,
  consentsOpenApi,
  deleteResidence,
  identityOpenApi,
  identityWire,
  issueIdentityCard,
  registerResidence,
  residenceOpenApi,
  residenceWire,
  residentAnswer,
  residentQuestion,
  tellResidenceOfBirth,
  tellResidenceOfDeath,
} from './index.js';

const people = { child, mother };
const bornOn = '2023-07-03';
const entry = 'CT-16681-1';
const toRegister = { bornOn, commune, lodging: 'ordinary', consents: ['owner'], people };
const deleted = { outcome: 'deleted', entry, deletedOn: '2023-07-10', minutes: true };

describe('a field that is wrong is named, and its value never repeated', () => {
  it.each([
    ['a child to register', registerResidence.content, toRegister],
    ['a child registered', registerResidence.answer, { outcome: 'registered', entry, registeredOn: '2023-07-10' }],
    ['a refusal', registerResidence.answer, { outcome: 'refused', reason: 'PlaceBanned' }],
    ['a file that is incomplete', registerResidence.answer, { outcome: 'incomplete', items: ['lodging-proof'] }],
    ['a file sent back', registerResidence.answer, { outcome: 'returned', field: 'child.name' }],
    ['a deletion', deleteResidence.content, { diedOn: '2023-07-07', commune, people: { deceased: old } }],
    ['nothing to delete', deleteResidence.answer, { outcome: 'nothing-to-delete', reason: 'NotRegistered' }],
    ['a deletion that is incomplete', deleteResidence.answer, { outcome: 'incomplete', items: ['household.head'] }],
    ['a deletion sent back', deleteResidence.answer, { outcome: 'returned', field: 'deceased.name' }],
    ['a change', tellResidenceOfBirth.content, { what: 'death', fields: ['deceased.diedOn'], people }],
    ['a change taken', tellResidenceOfDeath.answer, { outcome: 'taken' }],
    ['a change not taken', tellResidenceOfDeath.answer, { outcome: 'not-taken', reason: 'NotAcceptedNow' }],
    ['a card to issue', issueIdentityCard.content, { bornOn, commune, people }],
    ['a card issued', issueIdentityCard.answer, { outcome: 'issued', issuedOn: '2026-09-02' }],
    ['a card refused', issueIdentityCard.answer, { outcome: 'refused', reason: 'child.name' }],
    ['a question after a resident', residentQuestion, { person: old }],
    ['a resident', residentAnswer, { outcome: 'registered', entry, household: 'H-1' }],
    ['a resident taken off', residentAnswer, { outcome: 'deleted', entry }],
    [
      'a consent',
      consent,
      { caseId: 'b1', from: 'household-head', mode: 'online', confirmation: 'VN-1', by: 'citizen-1' },
    ],
  ])('%s', (_, schema, sample) => expectFieldsNamed(schema, sample));

  it('whether minutes were drawn up may be left out', () =>
    expectFieldsNamed(deleteResidence.answer, deleted, ['minutes']));

  it('a lodging that was not declared is empty', () =>
    expect(accept(registerResidence.content, { ...toRegister, lodging: '' })).toMatchObject({
      right: { lodging: '' },
    }));

  it.each([
    ['people without end', Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`p${n}`, {}]))],
    ['a part that is no part', { 'mother of': {} }],
    ['a person that is a text', { mother: 'Hoa' }],
    ['a block without end', { mother: { note: 'x'.repeat(500_000) } }],
  ])('%s', (_, raw) =>
    expect(accept(registerResidence.content, { ...toRegister, people: raw })).toMatchObject({ left: { at: 'people' } }),
  );
});

describe('whatever a port may say or be told is read back as it was', () => {
  const outcome = <const T extends string>(word: T) => fc.constant(word);
  const items = fc.array(anyCode, { maxLength: 5 });
  const anyIncomplete = fc.record({ outcome: outcome('incomplete'), items });
  const anyReturned = fc.record({ outcome: outcome('returned'), field: anyCode });

  it.each([
    [
      'children to register',
      registerResidence.content,
      fc.record({
        bornOn: anyPlainDate,
        commune: anyCode,
        lodging: fc.oneof(anyCode, fc.constant('')),
        consents: items,
        people: anyPeople,
      }),
    ],
    [
      'what the police say of children',
      registerResidence.answer,
      fc.oneof(
        fc.record({ outcome: outcome('registered'), entry: anyCode, registeredOn: anyPlainDate }),
        fc.record({
          outcome: outcome('refused'),
          reason: fc.constantFrom('ConsentMissing', 'PlaceBanned', 'NoLawfulPlace'),
        }),
        anyIncomplete,
        anyReturned,
      ),
    ],
    ['the dead', deleteResidence.content, fc.record({ diedOn: anyPlainDate, commune: anyCode, people: anyPeople })],
    [
      'what the police say of the dead',
      deleteResidence.answer,
      fc.oneof(
        fc.record(
          { outcome: outcome('deleted'), entry: anyCode, deletedOn: anyPlainDate, minutes: anyFlag },
          { requiredKeys: ['outcome', 'entry', 'deletedOn'] },
        ),
        fc.record({ outcome: outcome('nothing-to-delete'), reason: anyCode }),
        anyIncomplete,
        anyReturned,
      ),
    ],
    [
      'cards to issue',
      issueIdentityCard.content,
      fc.record({ bornOn: anyPlainDate, commune: anyCode, people: anyPeople }),
    ],
    [
      'what is said of cards',
      issueIdentityCard.answer,
      fc.oneof(
        fc.record({ outcome: outcome('issued'), issuedOn: anyPlainDate }),
        fc.record({ outcome: outcome('refused'), reason: anyCode }),
      ),
    ],
    ['changes', tellResidenceOfBirth.content, anyChange],
    ['what is said of changes', tellResidenceOfDeath.answer, anyChangeAnswer],
  ])('%s', (_, schema, any) => expectKept(schema, any as fc.Arbitrary<unknown>));
});

describe('the OpenAPI documents', () => {
  it.each([
    ['residence register', residenceOpenApi()],
    ['residence register, with a login', residenceOpenApi({ tokenPath: '/oauth/token' })],
    ['identity authority', identityOpenApi()],
    ['consents', consentsOpenApi()],
  ])('of the %s validates', async (_, document) => {
    const validator = new Validator();
    const said = await validator.validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(said.errors).toBeUndefined();
    expect(said.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('name every path that is served', () => {
    const paths = (document: object): readonly string[] => Object.keys((document as { paths: object }).paths);
    expect(paths(residenceOpenApi())).toEqual(
      expect.arrayContaining([...residenceWire.purposes.map(({ path }) => path), '/residents/look-ups']),
    );
    expect(paths(identityOpenApi())).toEqual(expect.arrayContaining(identityWire.purposes.map(({ path }) => path)));
    expect(paths(consentsOpenApi())).toEqual(['/consents']);
  });

  it('are named as the agencies are', () =>
    expect([residenceWire.agency, identityWire.agency]).toEqual(['residence-register', 'identity-authority']));
});
