/** That a signature holds for what was signed, by whom and when, and for nothing else. */
import type { Instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aKeyPair } from '../trial/two-sides.js';
import { signed, verified } from './signature.js';

const at = '2026-03-02T02:00:00.000Z' as Instant;
const anyPart = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<JsonObject>;
/** As JSON carries it: what is not JSON (a minus zero) is gone. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the signature of a message', async () => {
  const pair = await aKeyPair('key-1');

  it('holds for any header and message, also after the names in them were put in another order', () =>
    fc.assert(
      fc.asyncProperty(anyPart, fc.option(anyPart, { nil: undefined }), async (header, message) => {
        const envelope = overTheWire({ header, ...(message === undefined ? {} : { message }) });
        const sent = overTheWire(await signed(envelope, 'a', pair.secret, at));
        const turned = { ...sent, header: Object.fromEntries(Object.entries(sent.header).toReversed()) };
        expect(E.isRight(await verified(turned, 'a', [pair.public], at))).toBe(true);
      }),
    ));

  it('does not hold after any change of either', () =>
    fc.assert(
      fc.asyncProperty(anyPart, anyPart, fc.boolean(), async (header, message, which) => {
        const sent = await signed(overTheWire({ header, message }), 'a', pair.secret, at);
        const changed = which
          ? { ...sent, header: { ...sent.header, 'more of it': 1 } }
          : { ...sent, message: { ...sent.message, 'more of it': 1 } };
        expect(E.isLeft(await verified(changed, 'a', [pair.public], at))).toBe(true);
      }),
    ));

  it('holds for its sender and its time alone', async () => {
    const sent = await signed({ header: { a: 1 } }, 'a', pair.secret, at, 60);
    const when = (seconds: number) => new Date(Date.parse(at) + seconds * 1_000).toISOString() as Instant;
    const holds = async (sender: string, seconds: number) =>
      E.isRight(await verified(sent, sender, [pair.public], when(seconds), 0));
    expect(await Promise.all([holds('a', 0), holds('a', 60), holds('a', 61), holds('a', -1), holds('b', 0)])).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('is refused, not thrown at, where the text has no canonical form', async () => {
    const sent = await signed({ header: { a: 1 } }, 'a', pair.secret, at);
    const odd = { ...sent, header: { a: '\ud800' } };
    expect(await verified(odd, 'a', [pair.public], at)).toEqual(E.left('err.signature.invalid'));
  });
});
