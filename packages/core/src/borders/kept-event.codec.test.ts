import { describe, expect, expectTypeOf, it } from 'vitest';
import { E } from '../fp.js';
import type { DomainEvent } from '../kernel/index.js';
import { type EventForms, event, eventCodec, nextVersion } from './kept-event.codec.js';
import { count, optional, text } from './stored.codec.js';

/** An event that has been through three versions: dong without a word, dong as `amount`, and who paid. */
type Paid = DomainEvent<'Paid'> & Readonly<{ amount: number; by: string; note?: string }>;

const first = event({ dong: count });
const second = nextVersion(first, { amount: count }, ({ dong }) => ({ amount: dong }));
const third = nextVersion<{ amount: number }, { amount: number; by: string; note?: string }>(
  second,
  { amount: count, by: text, note: optional(text) },
  ({ amount }) => ({ amount, by: 'unknown' }),
);
const forms: EventForms<Paid> = { Paid: third };
const { keep, recall } = eventCodec<Paid>(forms);

describe('versions of an event', () => {
  it('are kept in the newest', () =>
    expect(keep({ type: 'Paid', amount: 8000, by: 'mother' })).toEqual({
      type: 'Paid',
      schema: 3,
      facts: { amount: 8000, by: 'mother' },
    }));
  it('are recalled from the first', () =>
    expect(recall({ type: 'Paid', schema: 1, facts: { dong: 8000 } })).toEqual(
      E.right({ type: 'Paid', amount: 8000, by: 'unknown' }),
    ));
  it('are recalled from any between', () =>
    expect(recall({ type: 'Paid', schema: 2, facts: { amount: 8000 } })).toEqual(
      E.right({ type: 'Paid', amount: 8000, by: 'unknown' }),
    ));
  it('do not read one as another', () =>
    expect(recall({ type: 'Paid', schema: 2, facts: { dong: 8000 } })).toEqual(
      E.left({ at: 'amount', expected: 'a whole number from 0' }),
    ));
  it('that are newer than this release, or older than the first, are refused', () => {
    for (const schema of [0, 4, 1.5]) {
      expect(recall({ type: 'Paid', schema, facts: { amount: 1, by: 'x' } })).toEqual(
        E.left({ at: 'schema', expected: 'a version known here' }),
      );
    }
  });
});

describe('the compiler holds codecs and types together', () => {
  it('names an event without a form', () => {
    // @ts-expect-error Refunded has no form
    const missing: EventForms<Paid | DomainEvent<'Refunded'>> = { Paid: third };
    expectTypeOf(missing).toExtend<object>();
  });
  it('names a field forgotten, or of another kind', () => {
    // @ts-expect-error `by` is missing
    const forgotten: EventForms<Paid> = { Paid: event({ amount: count }) };
    // @ts-expect-error `by` is text
    const other: EventForms<Paid> = { Paid: event<{ amount: number; by: string }>({ amount: count, by: count }) };
    expectTypeOf(forgotten).toExtend<object>();
    expectTypeOf(other).toExtend<object>();
  });
});
