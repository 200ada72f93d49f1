import { anyBirthCommandOf, birthCommandTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import type { Instant } from '../../values/plain-date.js';
import { commandJsonSchema, readCommand } from './commands.schema.js';

const stamped = { id: '018f4e7a-0000-7000-8000-000000000001', at: '2024-08-29T08:20:00.000Z' as Instant };
const officer = { id: 'officer-7', role: 'civil-status-officer', unit: '16681' };
const read = (raw: unknown) => {
  const made = readCommand(raw, stamped);
  return E.isRight(made) ? made.right : made.left;
};

describe('reading a command that somebody sends', () => {
  for (const type of birthCommandTypes) {
    it(`reads ${type} as it was meant`, () =>
      fc.assert(
        fc.property(anyBirthCommandOf(type), (command) => {
          expect(read(JSON.parse(JSON.stringify(command)))).toEqual(command);
        }),
        { numRuns: 50 },
      ));
  }

  it('stamps an id and a moment that were not sent', () =>
    expect(read({ type: 'DraftExtract', actor: officer, data: {} })).toEqual({
      type: 'DraftExtract',
      actor: officer,
      data: {},
      ...stamped,
    }));
  it('keeps those that were sent, the moment in UTC', () =>
    expect(
      read({
        id: '018f4e7a-0000-7000-8000-00000000000a',
        at: '2024-08-29T15:20:00+07:00',
        type: 'DraftExtract',
        actor: officer,
        data: {},
      }),
    ).toMatchObject({ id: '018f4e7a-0000-7000-8000-00000000000a', at: '2024-08-29T08:20:00.000Z' }));
});

describe('a command that is not one is answered with the place and what belongs there', () => {
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['nothing', undefined, ''],
    ['a text', 'RegisterBirth', ''],
    ['a type nobody knows', { type: 'InventBirth', actor: officer, data: {} }, 'type'],
    ['a type inherited by every object', { type: 'constructor', actor: officer, data: {} }, 'type'],
    ['no actor', { type: 'DraftExtract', data: {} }, 'actor'],
    ['a role nobody has', { type: 'DraftExtract', actor: { ...officer, role: 'king' }, data: {} }, 'actor.role'],
    ['an id that is none', { id: '1', type: 'DraftExtract', actor: officer, data: {} }, 'id'],
    ['a moment without an offset', { at: '2024-08-29T15:20:00', type: 'DraftExtract', actor: officer, data: {} }, 'at'],
    ['a field too many', { type: 'DraftExtract', actor: officer, data: {}, force: true }, ''],
    ['a fact too many', { type: 'DraftExtract', actor: officer, data: { force: true } }, 'data'],
    ['30 February', { type: 'IssueCard', actor: officer, data: { issuedOn: '2024-02-30', personal: {} } }, 'data.issuedOn'],
    ['a fee that is owed back', { type: 'RecordFee', actor: officer, data: { amount: -1, purpose: 'copy' } }, 'data.amount'],
    ['a fee in words', { type: 'RecordFee', actor: officer, data: { amount: '8000', purpose: 'copy' } }, 'data.amount'],
    ['a fee too large to be exact', { type: 'RecordFee', actor: officer, data: { amount: 1e300, purpose: 'copy' } }, 'data.amount'],
    ['ten megabytes', { type: 'RegisterBirth', actor: officer, data: { holder: 'a'.repeat(10_000_000) } }, 'data.holder'],
    ['persons in free text', { type: 'IssueCard', actor: officer, data: { issuedOn: '2024-02-28', personal: { child: 'Lan' } } }, 'data.personal'],
    ['a decision nobody can take', { type: 'DecideResidence', actor: officer, data: { decision: 'wait' } }, 'data.decision'],
    ['ten megabytes about a person', { type: 'IssueCard', actor: officer, data: { issuedOn: '2024-02-28', personal: { child: { cardNumber: 'T'.repeat(10_000_000) } } } }, 'data.personal'],
    ['revisions that are none', { type: 'DraftExtract', actor: officer, data: {}, seen: { birth: 'first' } }, 'seen'],
  ]; // biome-ignore format: one line a case
  for (const [what, raw, at] of wrong) it(what, () => expect(read(raw)).toMatchObject({ at }));

  it('a prototype in place of a field', () =>
    expect(
      read(JSON.parse('{"type":"DraftExtract","actor":{"id":"x","role":"clerk","__proto__":{"unit":"1"}},"data":{}}')),
    ).toEqual({
      at: '',
      expected: 'ordinary field names',
    }));

  it('anything at all, without an exception', () =>
    fc.assert(
      fc.property(fc.constantFrom(...birthCommandTypes), fc.jsonValue(), fc.jsonValue(), (type, actor, data) => {
        const answer = readCommand({ type, actor: fc.sample(fc.constant(actor), 1)[0], data }, stamped);
        return E.isRight(answer) || typeof answer.left.at === 'string';
      }),
    ));
});

describe('the published JSON Schema of commands', () => {
  const schema = commandJsonSchema() as {
    oneOf: readonly { properties: { type: { const: string } }; required: readonly string[] }[];
  };
  it('has a form for each command, with what the edge stamps left open', () => {
    expect(schema.oneOf.map(({ properties }) => properties.type.const).sort()).toEqual([...birthCommandTypes].sort());
    for (const { required } of schema.oneOf) expect(required).toEqual(['type', 'actor', 'data']);
  });
});
