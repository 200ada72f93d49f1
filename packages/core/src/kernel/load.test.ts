import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentKeys } from '../evidence/sealing.js';
import { E } from '../fp.js';
import { handle, streamOf } from './handle.js';
import { after, call, noon, petition, setHearing, sign } from './harness/petition.js';
import type { Journal } from './journal.js';
import { foldStored, load } from './load.js';
import { memoryJournal } from './memory-journal.js';

const stream = streamOf(petition, 'p-1');
const keys = developmentKeys('kernel tests');
const loaded = async (journal: Journal) => {
  const found = await load(journal, petition, stream)();
  if (E.isLeft(found)) throw new Error(found.left.kind);
  return found.right;
};

describe('a case loaded', () => {
  it('that nobody opened is at its beginning, without a head', async () => {
    const journal = memoryJournal({ clock: { now: () => noon } });
    expect(await loaded(journal)).toEqual({
      stored: [],
      eventAt: new Map(),
      state: petition.decider.initial,
      head: null,
    });
  });

  it('gives each event at its revision, the records of commands left out', async () => {
    const journal = memoryJournal({ clock: { now: () => noon } });
    await handle({ journal, keys })(petition)(stream, setHearing(1))();
    await handle({ journal, keys })(petition)(stream, sign(2))();
    const { eventAt, head } = await loaded(journal);
    expect(head).toBe(4);
    expect([...eventAt].map(([revision, { type }]) => [revision, type])).toEqual([
      [1, 'HearingSet'],
      [2, 'Called'],
      [4, 'Signed'],
    ]);
  });

  it('is in the state that `handle` answered last, whatever was asked and refused before', async () => {
    const make = [sign, setHearing, call] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { maxLength: 8 }), async (kinds) => {
        const journal = memoryJournal({ clock: { now: () => noon } });
        let state = petition.decider.initial;
        for (const [count, kind] of kinds.entries()) {
          const command = (make[kind] as (count: number, said: object) => ReturnType<typeof sign>)(count, {
            at: after(count),
          });
          const answer = await handle({ journal, keys })(petition)(stream, command)();
          if (E.isRight(answer) && E.isRight(answer.right)) state = answer.right.right.state;
        }
        const { stored, state: folded } = await loaded(journal);
        expect(folded).toEqual(state);
        expect(foldStored(petition, stored.slice(0, -1))).toMatchObject({ _tag: 'Right' });
      }),
    );
  });
});
