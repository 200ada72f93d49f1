import { anyDeathCommandOf, deathCommandTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import type { Instant } from '../../values/plain-date.js';
import { deathCommandJsonSchema, readDeathCommand } from './commands.schema.js';

const stamped = { id: '018f4e7a-0000-7000-8000-000000000001', at: '2025-08-12T03:00:00.000Z' as Instant };
const officer = { id: 'officer-7', role: 'insurance-officer', unit: 'BHXH-4001' };
const read = (raw: unknown) => {
  const made = readDeathCommand(raw, stamped);
  return E.isRight(made) ? made.right : made.left;
};

describe('reading a command that somebody sends', () => {
  for (const type of deathCommandTypes) {
    it(`reads ${type} as it was meant`, () =>
      fc.assert(
        fc.property(anyDeathCommandOf(type), (command) => {
          expect(read(JSON.parse(JSON.stringify(command)))).toEqual(command);
        }),
        { numRuns: 50 },
      ));
  }
});

describe('a command that is not one is answered with the place and what belongs there', () => {
  const paying = { outcome: 'paid', benefit: 'funeral', amount: 1, channel: 'cash', paidOn: '2025-08-12' };
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['a type of the other group', { type: 'RegisterBirth', actor: officer, data: { holder: 'x' } }, 'type'],
    ['a leg of the other group', { type: 'WithdrawLeg', actor: officer, data: { leg: 'card' } }, 'data.leg'],
    ['an amount the payer named', { type: 'DecideBenefit', actor: officer, data: { leg: 'funeral', decisionNo: 'QD-1', decidedOn: '2025-08-12', amount: 1 } }, 'data'],
    ['30 February', { type: 'DecideBenefit', actor: officer, data: { leg: 'funeral', decisionNo: 'QD-1', decidedOn: '2025-02-30' } }, 'data.decidedOn'],
    ['a benefit of the death leg', { type: 'DecideBenefit', actor: officer, data: { leg: 'death', decisionNo: 'QD-1', decidedOn: '2025-08-12' } }, 'data.leg'],
    ['nothing paid', { type: 'RecordPayment', actor: officer, data: { ...paying, amount: 0 } }, 'data.amount'],
    ['half a đồng', { type: 'RecordPayment', actor: officer, data: { ...paying, amount: 0.5 } }, 'data.amount'],
    ['an amount that is not exact', { type: 'RecordPayment', actor: officer, data: { ...paying, amount: 1e300 } }, 'data.amount'],
    ['a payment that neither came nor failed', { type: 'RecordPayment', actor: officer, data: { ...paying, outcome: 'perhaps' } }, 'data.outcome'],
    ['an account in the open', { type: 'StatePayee', actor: officer, data: { channel: 'bank', account: '1', personal: {} } }, 'data'],
    ['a body that endorses nothing', { type: 'EndorseBenefit', actor: officer, data: { leg: 'funeral', by: 'ministry' } }, 'data.by'],
    ['a cause in the officer’s own words', { type: 'RejectBenefit', actor: officer, data: { leg: 'funeral', cause: 'no money left' } }, 'data.cause'],
  ]; // biome-ignore format: one line a case
  for (const [what, raw, at] of wrong) it(what, () => expect(read(raw)).toMatchObject({ at }));
});

describe('the published JSON Schema of commands', () => {
  it('has a form for each command, with what the edge stamps left open', () => {
    const schema = deathCommandJsonSchema() as {
      oneOf: readonly { properties: { type: { const: string } }; required: readonly string[] }[];
    };
    expect(schema.oneOf.map(({ properties }) => properties.type.const).sort()).toEqual([...deathCommandTypes].sort());
    for (const { required } of schema.oneOf) expect(required).toEqual(['type', 'actor', 'data']);
  });
});
