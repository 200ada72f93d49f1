import { anyBirthEventOf, birthEventTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import type { Kept } from '../../kernel/index.js';
import { keepsEvents } from '../harness/keeping-events.js';
import { birthEventCodec, birthEventForms } from './events.codec.js';
import type { BirthEvent } from './events.js';

const { keep, recall } = birthEventCodec;

keepsEvents<BirthEvent>('birth', {
  types: birthEventTypes,
  anyOf: anyBirthEventOf,
  codec: birthEventCodec,
  forms: birthEventForms,
});

describe('what was kept in another form is refused, naming the place and never the value', () => {
  const kept = keep({ type: 'BirthNoticeAttached', code: 'GCS-1', signed: true });
  const withFacts = (facts: Kept['facts']): Kept => ({ ...kept, facts });

  it('an unknown type', () =>
    expect(recall({ ...kept, type: 'BirthImagined' })).toEqual(
      E.left({ at: 'type', expected: 'a type of event known here' }),
    ));
  it('an unknown version', () =>
    expect(recall({ ...kept, schema: 2 })).toEqual(E.left({ at: 'schema', expected: 'a version known here' })));
  it('a field too many', () =>
    expect(recall(withFacts({ code: 'GCS-1', signed: true, mother: 'Lan' }))).toEqual(
      E.left({ at: '', expected: 'no fields but code, signed' }),
    ));
  it('a field too few', () =>
    expect(recall(withFacts({ code: 'GCS-1' }))).toEqual(E.left({ at: 'signed', expected: 'true or false' })));
  it('a field of another kind, however deep', () => {
    const applied = fc.sample(anyBirthEventOf('Applied'), { numRuns: 1, seed: 1 })[0] as BirthEvent;
    const facts = structuredClone(keep(applied).facts) as { declaration: { mother: { known: unknown } } };
    facts.declaration.mother.known = 'Lan';
    expect(recall({ ...keep(applied), facts: facts as unknown as Kept['facts'] })).toEqual(
      E.left({ at: 'declaration.mother.known', expected: 'true or false' }),
    );
  });
  it('a day the calendar does not have', () =>
    expect(recall({ type: 'IdentityCardIssued', schema: 1, facts: { issuedOn: '2026-02-30' } })).toMatchObject(
      E.left({ at: 'issuedOn' }),
    ));
  it('a moment written with another offset than ours', () =>
    expect(
      recall({
        type: 'RequestAcknowledged',
        schema: 1,
        facts: { request: 'issue-card#1', reference: 'R1', receivedAt: '2024-08-29T15:20:00+07:00' },
      }),
    ).toMatchObject(E.left({ at: 'receivedAt' })));
  it('a fact that reaches into a prototype', () =>
    expect(recall(withFacts(JSON.parse('{"code":"1","signed":true,"__proto__":{"signed":false}}')))).toMatchObject(
      E.left({ at: '' }),
    ));
  it('personal data that are no blocks of fields', () =>
    expect(recall({ ...kept, personal: { child: 'Lan' } as never })).toMatchObject(E.left({ at: 'personal' })));
});
