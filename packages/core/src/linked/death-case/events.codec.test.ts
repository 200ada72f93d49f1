import { anyDeathEventOf, deathEventTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import type { Kept } from '../../kernel/index.js';
import { keepsEvents } from '../harness/keeping-events.js';
import { deathEventCodec, deathEventForms } from './events.codec.js';
import type { DeathEvent } from './events.js';

const { keep, recall } = deathEventCodec;

keepsEvents<DeathEvent>('death', {
  types: deathEventTypes,
  anyOf: anyDeathEventOf,
  codec: deathEventCodec,
  forms: deathEventForms,
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
});
