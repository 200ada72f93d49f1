import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../values/plain-date.js';
import { canonical, type JsonValue } from './canonical.js';
import { digest, GENESIS, hashedText, holds, isUnbroken, link } from './chain.js';

const at = (minute: number): Instant => `2024-08-29T05:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const event = (count: number) => ({
  id: `00000000-0000-5000-8000-${String(count).padStart(12, '0')}`,
  type: 'Signed',
  schema: 1,
  occurredAt: at(0),
  actor: { id: 'c-1', role: 'applicant' },
  causation: 'c',
  correlation: 'p-1',
  data: { name: 'Lò Thị Pành', count },
});
const chain = link('petition-p-1', undefined, [event(1), event(2), event(3)], at(1));
const events = chain.map((linked) => linked.event);

/** A stored event as one line of text, whole: what an archive keeps. */
const line = (stored: object): string => canonical(stored as JsonValue);
/** What a verifier does with a line that follows another: parse, write anew, compare, and hash. */
const stands = (bytes: Uint8Array, previous: string): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const read = JSON.parse(text) as Readonly<{ hash: string; previous: string }>;
    return line(read) === text && holds(read, previous);
  } catch {
    return false;
  }
};

describe('the hash chain of a stream', () => {
  it('begins with nothing and binds each event to the one before', () => {
    expect(events.map(({ previous }) => previous)).toEqual([GENESIS, events[0]?.hash, events[1]?.hash]);
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(events.every((stored) => holds(stored, stored.previous))).toBe(true);
  });

  it('hashes the canonical text that a store keeps: the same on every machine, for good', () => {
    expect(chain.map(({ text }) => digest(text))).toEqual(events.map(({ hash }) => hash));
    expect(events.map((stored) => hashedText(stored))).toEqual(chain.map(({ text }) => text));
    expect(events.map(({ hash }) => hash)).toMatchInlineSnapshot(`
      [
        "dbd9c32bc658a291884a157b0c8376e00597a3f215ac57eb64e28e372a6f255d",
        "f73ce90c5fbb152468d0903e18baa2bd44c38cfad8e74692be2ebd72ae7a4938",
        "0f1cea6bd3e6806552f3d2e9ab99b168d79666cf90e5fe60308dcd38e6e9149d",
      ]
    `);
  });

  it('goes on from its head as if it had been written at once', () => {
    const [first] = events as [(typeof events)[0]];
    const later = link('petition-p-1', first, [event(2), event(3)], at(1)).map((linked) => linked.event);
    expect([first, ...later]).toEqual(events);
  });

  it('comes to the same text from the texts of the events as they were said', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.nat(9), fc.boolean(), fc.jsonValue()), { minLength: 1, maxLength: 4 }),
        fc.string({ minLength: 1 }),
        (said, stream) => {
          const batch = said.map(([type, schema, behalf, value], index) => ({
            ...event(index),
            type,
            schema,
            ...(behalf ? { onBehalfOf: { id: 'p', role: 'parent' } } : {}),
            data: { value: value as JsonValue },
          }));
          const texts = batch.map((one) => canonical(one));
          expect(link(stream, undefined, batch, at(1), { texts })).toEqual(link(stream, undefined, batch, at(1)));
        },
      ),
    ));

  it('does not believe a text that is not the end of an event', () => {
    const [plain] = link('s', undefined, [event(1)], at(1));
    for (const text of ['', '{}', canonical(event(1)).replace('"type":"Signed"', '"type":"Signet"')]) {
      expect(link('s', undefined, [event(1)], at(1), { texts: [text] })).toEqual([plain]);
    }
  });

  it('never counts time backward, whatever the clock says', () => {
    const head = events[2] as (typeof events)[0];
    expect(link('petition-p-1', head, [event(4)], at(0))[0]?.event.recordedAt).toBe(at(1));
    expect(link('petition-p-1', head, [event(4)], at(2))[0]?.event.recordedAt).toBe(at(2));
  });

  it('does not cover the position, which is each store’s own', () => {
    const [first] = events as [(typeof events)[0]];
    expect(holds({ ...first, position: '0000000000000007' } as typeof first, GENESIS)).toBe(true);
  });

  it('detects a flip of any single bit of a stored line', () => {
    const [, second] = events as [(typeof events)[0], (typeof events)[0]];
    const bytes = new TextEncoder().encode(line(second));
    expect(stands(bytes, second.previous)).toBe(true);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] as number) ^ (1 << (bit & 7)));
      if (stands(flipped, second.previous)) expect.fail(`bit ${bit} may be flipped unseen`);
    }
  });

  it('detects an event left out, doubled or out of its place', () => {
    const follows = (order: readonly number[]): boolean =>
      order.every((place, index) => {
        const before = order[index - 1];
        return holds(
          events[place] as (typeof events)[0],
          before === undefined ? GENESIS : (events[before]?.hash ?? ''),
        );
      });
    expect(follows([0, 1, 2])).toBe(true);
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }), (order) => {
        const inOrder = order.every((place, index) => place === index);
        expect(follows(order)).toBe(inOrder);
      }),
    );
  });
});

describe('events of one stream', () => {
  type Stored = (typeof events)[number];
  const [first, second, third] = [0, 1, 2].map((place) => events[place] as Stored) as [Stored, Stored, Stored];

  it('follow each other from the start, from the middle, and after one that was read before', () => {
    expect(isUnbroken([])).toBe(true);
    expect(isUnbroken(events)).toBe(true);
    expect(isUnbroken([second, third])).toBe(true);
    expect(isUnbroken([third], second)).toBe(true);
  });

  it('do not where one is missing, out of its place, begins with a past or hangs on another hash', () => {
    expect(isUnbroken([first, third])).toBe(false);
    expect(isUnbroken([second, first])).toBe(false);
    expect(isUnbroken([third], first)).toBe(false);
    expect(isUnbroken([{ ...first, previous: second.hash }])).toBe(false);
    expect(isUnbroken([first, { ...second, previous: GENESIS }])).toBe(false);
  });
});
