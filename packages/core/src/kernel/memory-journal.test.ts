import { modelRun, storeContract } from '@lienthong/testing/store-contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../evidence/canonical.js';
import { E } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { NewEvent } from './envelope.js';
import type { Clock, Journal } from './journal.js';
import { memoryJournal } from './memory-journal.js';

const place = async () => ({
  open: async (clock: Clock) => memoryJournal({ clock }),
});
const deferred = async () => ({
  open: async (clock: Clock) => memoryJournal({ clock, evidence: 'deferred' }),
});

storeContract({ name: 'the journal in memory', place });
modelRun({ name: 'the journal in memory', place });
storeContract({
  name: 'the journal in memory, evidence deferred',
  place: deferred,
  deviations: [
    { id: 'H1b', reason: 'an event is handed over: the journal freezes it, so its writer cannot change it' },
  ],
});
modelRun({ name: 'the journal in memory, evidence deferred', place: deferred });

const clock: Clock = { now: () => '2024-09-02T01:00:00.000Z' as Instant };
const idOf = (count: number): string => `00000000-0000-5000-8000-${String(count).padStart(12, '0')}`;
const anEvent = (count: number, data: NewEvent['data']): NewEvent => ({
  id: idOf(count),
  type: 'Signed',
  schema: 1,
  occurredAt: '2024-08-29T05:00:00.000Z' as Instant,
  actor: { id: 'c-1', role: 'applicant' },
  causation: 'c',
  correlation: 'p-1',
  data,
});

const feedOf = async (journal: Journal) => {
  const page = await journal.feed()();
  if (E.isLeft(page)) throw new Error(page.left.kind);
  return page.right.events;
};

describe('deferred evidence', () => {
  it('comes to the same events and the same hashes, whichever is asked for first', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.jsonValue()), { minLength: 1 }), fc.nat(), async (said, ask) => {
        const [kept, later] = [memoryJournal({ clock }), memoryJournal({ clock, evidence: 'deferred' })];
        for (const [index, [stream, value]] of said.entries()) {
          const event = anEvent(index, { value: value as JsonValue });
          for (const journal of [kept, later]) {
            const text = JSON.stringify(event);
            expect(E.isRight(await journal.append(`s-${stream}`, 'any', [JSON.parse(text)])())).toBe(true);
          }
        }
        const deferredEvents = await feedOf(later);
        const first = deferredEvents[ask % deferredEvents.length];
        expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(deferredEvents).toEqual(await feedOf(kept));
      }),
      { numRuns: 100 },
    ));

  it('keeps what reads back otherwise as it will be read back', async () => {
    const journal = memoryJournal({ clock, evidence: 'deferred' });
    const odd = anEvent(1, { zero: -0, bare: Object.assign(Object.create(null), { a: 1 }) });
    await journal.append('s-1', 'none', [odd])();
    const [event] = await feedOf(journal);
    expect(event?.data).toStrictEqual({ zero: 0, bare: { a: 1 } });
  });

  it('refuses what JSON cannot say, and says where', async () => {
    const journal = memoryJournal({ clock, evidence: 'deferred' });
    const append = await journal.append('s-1', 'none', [anEvent(1, { a: [{ b: Number.NaN }] })])();
    expect(append).toEqual(E.left({ kind: 'BadInput', at: 'events[0].data.a.0.b', expected: 'a finite number' }));
  });

  it('freezes what was handed over', async () => {
    const journal = memoryJournal({ clock, evidence: 'deferred' });
    const inner = { a: 1 };
    const event = anEvent(1, { list: [inner] });
    await journal.append('s-1', 'none', [event])();
    expect(Object.isFrozen(event) && Object.isFrozen(inner)).toBe(true);
  });
});
