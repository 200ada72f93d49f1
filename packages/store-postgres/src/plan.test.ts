import { GENESIS, holds } from '@lienthong/core/evidence';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { describe, expect, it } from 'vitest';
import { rememberHeads } from './heads.js';
import { type Append, isPlain, type Known, plan } from './plan.js';

const now = testClock().now();
const nothing: Known = { head: undefined, standing: new Map() };
const asked = (expected: Append['expected'], ...ids: readonly number[]): Append => ({
  stream: 'case-1',
  expected,
  events: ids.map((id) => anEvent(id)),
});

describe('the plan of what is written to a stream', () => {
  it('links the appends of one turn to each other, in their order', () => {
    const made = plan('case-1', [asked('none', 1, 2), asked('any', 3), asked({ exact: 2 }, 4)], nothing, now);
    expect(made.verdicts.map((one) => (one.kind === 'planned' ? [one.revision, one.created] : one.kind))).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    const hashes = made.events.map(({ event }) => event.hash);
    expect(made.events.every(({ event }, at) => holds({ ...event }, hashes[at - 1] ?? GENESIS))).toBe(true);
    expect(isPlain(made)).toBe(true);
  });

  it('knows a repeat within the turn, which is answered as soon as the first is written', () => {
    const made = plan('case-1', [asked('none', 1, 2), asked('none', 1, 2), asked('any', 1)], nothing, now);
    expect(made.events.length).toBe(2);
    expect(made.verdicts.slice(1)).toEqual([
      { kind: 'planned', revision: 1, created: true, repeated: true },
      { kind: 'planned', revision: 0, created: true, repeated: true },
    ]);
  });

  it('is no plain one when somebody is refused, and the others are written all the same', () => {
    const made = plan('case-1', [asked('none', 1), asked('none', 2), asked({ exact: 0 }, 3)], nothing, now);
    expect(made.verdicts.map(({ kind }) => kind)).toEqual(['planned', 'Conflict', 'planned']);
    expect(made.events.map(({ event }) => event.revision)).toEqual([0, 1]);
    expect(isPlain(made)).toBe(false);
  });
});

describe('what is remembered of heads', () => {
  const head = (revision: number) => ({ revision, recordedAt: now, hash: String(revision) });

  it('is the latest, whatever comes late', () => {
    const heads = rememberHeads(2);
    heads.learn('a', head(5));
    heads.learn('a', head(3));
    expect(heads.get('a')?.revision).toBe(5);
    heads.forget('a');
    expect(heads.get('a')).toBeUndefined();
  });

  it('is no more than so many streams', () => {
    const heads = rememberHeads(2);
    for (const stream of ['a', 'b', 'a', 'c']) heads.learn(stream, head(1));
    expect(['a', 'b', 'c'].map((stream) => heads.get(stream)?.revision)).toEqual([1, undefined, 1]);
  });
});
