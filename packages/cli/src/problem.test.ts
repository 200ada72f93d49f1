import type { Fault, Instant, OutcomeUnknown, UnavailableCode } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import { faulty, toJson } from './problem.js';

const codes: Readonly<Record<UnavailableCode, 2 | 3>> = {
  unreachable: 3,
  'login-refused': 3,
  'timed-out': 3,
  busy: 3,
  'read-only': 3,
  full: 3,
  corrupt: 2,
  'newer-schema': 3,
  'malformed-answer': 3,
  closed: 3,
};

const last = '2024-08-29T02:20:00.000Z' as Instant;

const others: readonly (readonly [Exclude<Fault, { kind: 'Unavailable' }> | OutcomeUnknown, 2 | 3])[] = [
  [{ kind: 'Conflict', stream: 'birth-a', expected: 'none', actual: 3 }, 3],
  [{ kind: 'Contended', stream: 'birth-a', tries: 8 }, 3],
  [{ kind: 'OutcomeUnknown', system: 'sqlite' }, 3],
  [{ kind: 'IdReused', stream: 'birth-a', id: 'x' }, 2],
  [{ kind: 'CommandIdReused', stream: 'birth-a', command: 'x' }, 2],
  [{ kind: 'BadInput', at: 'stream', expected: 'a name' }, 2],
  [{ kind: 'Stale', leg: 'registration', seen: 3, actual: 5 }, 2],
  [{ kind: 'ClockBehind', at: last, last }, 2],
  [{ kind: 'Unreadable', stream: 'birth-a', revision: 3, at: 'leg', expected: 'a leg' }, 2],
];

describe('a problem', () => {
  it.each(Object.entries(codes) as [UnavailableCode, 2 | 3][])(
    'of a store that is %s ends with %i and a sentence',
    (code, exit) => {
      const problem = faulty({ kind: 'Unavailable', system: 'sqlite', code, retry: false });
      expect(problem.exit).toBe(exit);
      expect(problem.detail.en).toMatch(/^the sqlite store .+\.$/);
      expect(problem.detail.vi).toMatch(/^kho sqlite .+\.$/);
    },
  );

  it.each(others)('of $kind ends with %i and a sentence in both languages', (fault, exit) => {
    const problem = faulty(fault);
    expect(problem.exit).toBe(exit);
    expect(problem.detail.vi).not.toBe(problem.detail.en);
  });

  it('says that nothing was recorded when the disk is full or can only be read', () => {
    for (const code of ['full', 'read-only'] as const) {
      const { detail } = faulty({ kind: 'Unavailable', system: 'sqlite', code, retry: false });
      expect(detail.en).toContain('nothing was recorded');
      expect(detail.vi).toContain('chưa ghi gì');
    }
  });

  it('is RFC 9457 for programs', () => {
    const json = toJson(faulty({ kind: 'Unavailable', system: 'sqlite', code: 'full', retry: false }), 'vi');
    expect(json).toEqual({
      type: 'urn:lienthong:problem:out-of-reach',
      title: 'Không truy cập được',
      status: 503,
      detail: 'kho sqlite đã đầy đĩa; chưa ghi gì.',
      exit: 3,
    });
  });
});
