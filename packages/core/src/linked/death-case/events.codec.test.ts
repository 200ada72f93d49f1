import { anyDeathEvent, anyDeathEventOf, deathEventTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { Kept } from '../../kernel/index.js';
import { deathEventCodec, deathEventForms } from './events.codec.js';
import type { DeathEvent } from './events.js';

const { keep, recall } = deathEventCodec;

/** Who decided goes to the envelope, so the event comes back without it. */
const withoutAttribution = ({ attribution: _, ...event }: DeathEvent) => event;
const recalled = (kept: Kept) => {
  const read = recall(kept);
  return E.isRight(read) ? read.right : read.left;
};

describe('keeping the events of a death case', () => {
  for (const type of deathEventTypes) {
    it(`recalls ${type} as it was kept`, () =>
      fc.assert(
        fc.property(anyDeathEventOf(type), (event) => {
          expect(recalled(keep(event))).toEqual(withoutAttribution(event));
        }),
        { numRuns: 100 },
      ));
  }

  it('recalls what went through a journal, where personal blocks stay sealed', () =>
    fc.assert(
      fc.property(anyDeathEvent, (event) => {
        const { personal: _, ...stored } = JSON.parse(canonical(keep(event))) as Kept;
        const { personal: __, ...facts } = withoutAttribution(event);
        expect(recalled(stored)).toEqual(facts);
      }),
    ));

  it('keeps an arbitrary event of every type that has a form', () =>
    expect([...deathEventTypes].sort()).toEqual(Object.keys(deathEventForms).sort()));

  it('leaves behind what is not among the facts of an event', () => {
    const event = { type: 'CaseWithdrawn', name: 'Nguyễn Thị Lan' } as DeathEvent;
    expect(keep(event)).toEqual({ type: 'CaseWithdrawn', schema: 1, facts: {} });
  });
});

describe('what was kept in another form is refused, naming the place and never the value', () => {
  const kept = keep({ type: 'PaymentFailed', benefit: 'funeral', amount: 1, cause: 'no-such-account' });
  const withFacts = (facts: Kept['facts']): Kept => ({ ...kept, facts });

  it('an unknown type', () =>
    expect(recall({ ...kept, type: 'DeathImagined' })).toEqual(
      E.left({ at: 'type', expected: 'a type of event known here' }),
    ));
  it('an unknown version', () =>
    expect(recall({ ...kept, schema: 2 })).toEqual(E.left({ at: 'schema', expected: 'a version known here' })));
  it('a field too many', () =>
    expect(recall(withFacts({ ...kept.facts, payee: 'Lan' }))).toEqual(
      E.left({ at: '', expected: 'no fields but benefit, amount, cause' }),
    ));
  it('a field too few', () =>
    expect(recall(withFacts({ benefit: 'funeral', amount: 1 }))).toMatchObject(E.left({ at: 'cause' })));
  it('a field of another kind, however deep', () => {
    const applied = fc.sample(anyDeathEventOf('Applied'), { numRuns: 1, seed: 1 })[0] as DeathEvent;
    const facts = structuredClone(keep(applied).facts) as { declaration: { authorities: { death: unknown } } };
    facts.declaration.authorities.death = 40;
    expect(recall({ ...keep(applied), facts: facts as unknown as Kept['facts'] })).toMatchObject(
      E.left({ at: 'declaration.authorities.death' }),
    );
  });
  it('a day the calendar does not have', () =>
    expect(
      recall({ type: 'AllowanceStopped', schema: 1, facts: { allowance: 'pension', stoppedFrom: '2026-02-30' } }),
    ).toMatchObject(E.left({ at: 'stoppedFrom' })));
  it('a moment written with another offset than ours', () =>
    expect(
      recall({
        type: 'RequestAcknowledged',
        schema: 1,
        facts: { request: 'pay-funeral#1', reference: 'R1', receivedAt: '2024-08-29T15:20:00+07:00' },
      }),
    ).toMatchObject(E.left({ at: 'receivedAt' })));
  it('a fact that reaches into a prototype', () =>
    expect(
      recall(withFacts(JSON.parse('{"benefit":"funeral","amount":1,"cause":"x","__proto__":{"amount":2}}'))),
    ).toMatchObject(E.left({ at: '' })));
  it('personal data that are no blocks of fields', () =>
    expect(recall({ ...kept, personal: { deceased: 'Lan' } as never })).toMatchObject(E.left({ at: 'personal' })));

  it('by the quick look exactly when the careful one finds something wrong', () =>
    fc.assert(
      fc.property(anyDeathEvent, fc.nat(), fc.jsonValue(), (event, place, other) => {
        const { facts } = keep(event);
        const { codec } = deathEventForms[event.type];
        const names = [...Object.keys(facts), 'unheard-of'];
        const altered = { ...facts, [names[place % names.length] as string]: other };
        expect(codec.is(facts)).toBe(true);
        expect(E.isRight(codec.decode(altered))).toBe(codec.is(altered));
      }),
    ));

  it('anything at all, without an exception', () =>
    fc.assert(
      fc.property(fc.constantFrom(...deathEventTypes, 'other'), fc.jsonValue(), fc.nat(3), (type, facts, schema) => {
        const read = recall({ type, schema, facts: facts as Kept['facts'] });
        return E.isRight(read) || typeof read.left.expected === 'string';
      }),
    ));
});
