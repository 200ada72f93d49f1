import { memoryJournal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { casesOf, EVENT_TYPES, eventsOf, still } from './workload.js';

describe('the workload', () => {
  it('follows from its seed', () => {
    expect(casesOf(1, 100)).toEqual(casesOf(1, 100));
    expect(casesOf(1, 100)).not.toEqual(casesOf(2, 100));
  });

  it('has cases of 8 to 16 events, or of 20 to 40, and as many events as asked', () => {
    for (const [mean, least, most] of [
      [12, 8, 16],
      [30, 20, 40],
    ] as const) {
      const cases = casesOf(3, 5_000, mean);
      const lengths = cases.slice(0, -1).map(({ events }) => events.length);
      expect(eventsOf(cases)).toHaveLength(5_000);
      expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([least, most]);
      expect(Math.abs(lengths.reduce((sum, one) => sum + one, 0) / lengths.length - mean)).toBeLessThan(1);
    }
  });

  it('is of about 730 bytes an event, of every type, each id once', () => {
    const events = eventsOf(casesOf(4, 2_000));
    const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event)), 0) / events.length;
    expect(Math.abs(bytes - 731)).toBeLessThan(150);
    expect(new Set(events.map(({ type }) => type)).size).toBe(EVENT_TYPES.length);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('is what a journal takes', async () => {
    const journal = memoryJournal({ clock: still });
    for (const { stream, events } of casesOf(5, 200)) {
      expect(E.isRight(await journal.append(stream, 'none', events)())).toBe(true);
    }
  });
});
