import type { Instant } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import { type KnownStream, knownStreams } from './known-streams.js';

const events = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `id-${first + index}`,
    revision: first + index,
    recordedAt: '2023-07-10T01:00:00.000Z' as Instant,
    hash: `hash-${first + index}`,
  }));

const ids = (stream: KnownStream | undefined): readonly string[] => [...(stream?.revisionOf.keys() ?? [])];

describe('what is known of streams', () => {
  it('grows at the end, and remembers a stream that is not there', () => {
    const streams = knownStreams();
    expect(streams.of('case-1')).toBeUndefined();
    const missing = streams.grow('case-1', undefined, []);
    expect([missing.head, ids(missing)]).toEqual([undefined, []]);
    const grown = streams.grow('case-1', missing, events(0, 2));
    expect(streams.grow('case-1', grown, events(2, 1)).head).toMatchObject({ revision: 2, hash: 'hash-2' });
    expect(ids(streams.of('case-1'))).toEqual(['id-0', 'id-1', 'id-2']);
  });

  it('lets go of the streams used longest ago, whole', () => {
    const streams = knownStreams(10);
    for (const name of ['a', 'b', 'c']) streams.grow(name, undefined, events(0, 3));
    expect(['a', 'b', 'c'].map((name) => ids(streams.of(name)).length)).toEqual([0, 3, 3]);
    streams.grow('b', streams.of('b'), events(3, 3));
    expect(['b', 'c'].map((name) => ids(streams.of(name)).length)).toEqual([6, 0]);
  });

  it('keeps a stream that alone is larger than all it may hold, and one let go meanwhile keeps all its ids', () => {
    const streams = knownStreams(5);
    const large = streams.grow('large', undefined, events(0, 20));
    expect(ids(streams.of('large')).length).toBe(20);
    streams.grow('other', undefined, events(0, 1));
    expect(streams.of('large')).toBeUndefined();
    expect(ids(streams.grow('large', large, events(20, 1))).length).toBe(21);
  });

  it('forgets when it is told to', () => {
    const streams = knownStreams(4);
    streams.grow('a', undefined, events(0, 3));
    streams.forget('a');
    streams.forget('a');
    streams.grow('b', undefined, events(0, 3));
    expect([streams.of('a'), ids(streams.of('b')).length]).toEqual([undefined, 3]);
  });
});
