/** Negative controls: a cabinet broken in one way must fail the case that speaks of it, and say why. */
import { type KeyCabinet, memoryCabinet } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { keyCases, runKeyCase } from './index.js';

type Breaking = (sound: KeyCabinet) => KeyCabinet;

const broken: readonly Readonly<{ how: string; fails: string; because: RegExp; breaking: Breaking }>[] = [
  {
    how: 'takes a second key for a place',
    fails: 'K8',
    because: /different answers/,
    breaking: (sound) => ({ ...sound, put: (_, wrapped) => async () => E.right({ kind: 'key', wrapped }) }),
  },
  {
    how: 'forgets the tombstone',
    fails: 'K7',
    because: /asked for/,
    breaking: (sound) => ({ ...sound, bury: () => async () => E.right('buried') }),
  },
  {
    how: 'lets a second tombstone count as the first',
    fails: 'K6',
    because: /the answer/,
    breaking: (sound) => ({
      ...sound,
      bury: (tombstone) => async () => {
        await sound.bury(tombstone)();
        return E.right('buried');
      },
    }),
  },
  {
    how: 'says that it wrapped anew and did not',
    fails: 'K11',
    because: /no answer|an answer|wrapped anew/,
    breaking: (sound) => ({ ...sound, underOthers: () => async () => E.right([]) }),
  },
  {
    how: 'goes on after it was closed',
    fails: 'K15',
    because: /keyOf has no answer/,
    breaking: (sound) => ({ ...sound, close: () => async () => E.right(undefined) }),
  },
  {
    how: 'lists no tombstone',
    fails: 'K10',
    because: /tombstones/,
    breaking: (sound) => ({ ...sound, tombstones: () => async () => E.right([]) }),
  },
];

describe('a broken key store', () => {
  it.each(broken)('that $how fails $fails', async ({ fails, because, breaking }) => {
    const one = keyCases.find(({ id }) => id === fails);
    if (one === undefined) throw new Error(fails);
    const place = async () => {
      const sound = memoryCabinet();
      const made = breaking(sound);
      return { cabinet: async () => made };
    };
    await expect(runKeyCase(place, one)).rejects.toThrow(because);
  });
});
