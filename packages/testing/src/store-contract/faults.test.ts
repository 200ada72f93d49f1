import { memoryJournal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { anEvent, testClock } from './bench.js';
import { commitsThenThrows, conflictsFirst, duplicatesDelivery, failsFirst, slow } from './faults.js';

const journal = () => memoryJournal({ clock: testClock() });

describe('faults on order', () => {
  it('fails the first appends, which write nothing', async () => {
    const failing = failsFirst(2, journal());
    for (const _ of [1, 2]) {
      expect(await failing.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ left: { kind: 'Unavailable' } });
    }
    expect(await failing.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ right: { repeated: false } });
  });

  it('answers the first appends with a conflict that names the true head', async () => {
    const contended = conflictsFirst(1, journal());
    expect(await contended.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ left: { actual: null } });
    expect(await contended.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ right: { revision: 0 } });
  });

  it('writes the first append and loses its answer', async () => {
    const losing = commitsThenThrows(1, journal());
    expect(await losing.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
    expect(await losing.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ right: { repeated: true } });
  });

  it('waits before everything', async () => {
    let waits = 0;
    const waiting = slow(async () => {
      waits += 1;
    }, journal());
    await waiting.append('case-1', 'none', [anEvent(1)])();
    await waiting.read('case-1')();
    await waiting.feed()();
    expect(waits).toBe(3);
  });

  it('delivers each event of a page twice, and goes on where it would', async () => {
    const repeating = duplicatesDelivery(journal());
    const events = [1, 2, 3].map((n) => anEvent(n));
    await repeating.append('case-1', 'none', events)();
    const first = await repeating.feed({ limit: 2 })();
    expect(first).toMatchObject({
      right: { end: false, events: [{ revision: 0 }, { revision: 1 }, { revision: 0 }, { revision: 1 }] },
    });
    const next = E.isRight(first) ? first.right.next : '';
    expect(await repeating.feed({ after: next })()).toMatchObject({
      right: { end: true, events: [{ revision: 2 }, { revision: 2 }] },
    });
    expect(await repeating.read('case-1')()).toMatchObject({ right: { events: { length: 3 } } });
  });
});
