/** Negative controls for the model: stores that no single question finds out, and a story of several callers does. */
import { type Journal, memoryJournal } from '@lienthong/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testClock } from './bench.js';
import { anyIsExact, type Break, checksThenActs, feeds, oneByOne, storesAgain } from './breaking.js';
import { aTurn } from './check.js';
import { aPlan, interleaved } from './interleaved.js';

const SEED = 20_230_710;

const broken: readonly Readonly<{ does: string; how: Break; because: RegExp }>[] = [
  {
    does: 'checks first and writes later',
    how: checksThenActs,
    because: /at no time would the model|could not be written/,
  },
  { does: 'lets `any` lose a race', how: anyIsExact, because: /at no time would the model/ },
  {
    does: 'stores a repeat twice',
    how: storesAgain(() => true),
    because: /the feed against what|could not be written/,
  },
  {
    does: 'lets others in between',
    how: oneByOne(aTurn),
    because: /at no time was this|could not be written|the feed/,
  },
  {
    does: 'passes over the last event of a page',
    how: feeds((page) => ({ ...page, events: page.events.length > 1 ? page.events.slice(0, -1) : page.events })),
    because: /the feed against what was answered/,
  },
];

describe('the stories of several callers', () => {
  for (const { does, how, because } of broken) {
    it(`find a store that ${does} (seed ${SEED})`, async () => {
      const journal = (): Journal => how(memoryJournal({ clock: testClock() }));
      const property = fc.asyncProperty(fc.scheduler(), aPlan, async (scheduler, plan) => {
        await interleaved(journal(), scheduler, plan);
      });
      const { failed, errorInstance } = await fc.check(property, { numRuns: 300, seed: SEED, endOnFailure: true });
      expect(failed).toBe(true);
      expect(String(errorInstance)).toMatch(because);
    });
  }
});
