import { commitsThenThrows, failsFirst } from '@lienthong/testing/store-contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E, TE } from '../fp.js';
import { type Claim, takeClaim } from './claim.js';
import { after, noon } from './harness/petition.js';
import type { Journal } from './journal.js';
import { memoryJournal } from './memory-journal.js';

const stream = 'claim-petition-5f2c';
const actor = { id: 'o-1', role: 'civil-status-officer' };
const claimOf = (caseId: string, said: Partial<Claim> = {}): Claim => ({ stream, caseId, at: noon, actor, ...said });
const never = () => TE.right(false);
const aJournal = (): Journal => memoryJournal({ clock: { now: () => noon } });

const take = async (
  journal: Journal,
  claim: Claim,
  lapsed: Parameters<typeof takeClaim>[2] = never,
): Promise<string> => {
  const holder = await takeClaim(journal, claim, lapsed)();
  if (E.isLeft(holder)) throw new Error(holder.left.kind);
  return holder.right;
};
const written = async (journal: Journal): Promise<readonly unknown[]> => {
  const page = await journal.read(stream)();
  return E.isRight(page) ? page.right.events.map(({ data }) => data['holder']) : [];
};

describe('a claim', () => {
  it('is held by whoever took it first; the other learns by whom', async () => {
    const journal = aJournal();
    expect(await take(journal, claimOf('a'))).toBe('a');
    expect(await take(journal, claimOf('b'))).toBe('a');
    expect(await written(journal)).toEqual(['a']);
  });

  it('has one holder whom all agree on, however many race for it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }),
        async (cases) => {
          const journal = aJournal();
          const holders = await Promise.all(cases.map((caseId) => take(journal, claimOf(caseId))));
          expect(new Set(holders).size).toBe(1);
          expect(cases).toContain(holders[0]);
          expect(await written(journal)).toEqual([holders[0]]);
        },
      ),
    ));

  it('taken again by its holder is held still, at another hour and by another officer too', async () => {
    const journal = aJournal();
    const officers = [claimOf('a'), claimOf('a', { at: after(1) }), claimOf('a', { actor: { ...actor, id: 'o-2' } })];
    expect(await Promise.all(officers.map((claim) => take(journal, claim)))).toEqual(['a', 'a', 'a']);
    expect(await take(journal, claimOf('a', { at: after(9) }))).toBe('a');
    expect(await written(journal)).toEqual(['a']);
  });

  it('lapses when its case ended unregistered, and is taken over by one of those who wait', async () => {
    const journal = aJournal();
    await take(journal, claimOf('a'));
    const lapsed = (holder: string) => TE.right(holder === 'a');
    const holders = await Promise.all(['b', 'c', 'd'].map((caseId) => take(journal, claimOf(caseId), lapsed)));
    expect(new Set(holders).size).toBe(1);
    expect(await written(journal)).toEqual(['a', holders[0]]);
  });

  it('may come back to a case that had let it go', async () => {
    const journal = aJournal();
    await take(journal, claimOf('a'));
    await take(journal, claimOf('b'), () => TE.right(true));
    expect(await take(journal, claimOf('a'), () => TE.right(true))).toBe('a');
    expect(await written(journal)).toEqual(['a', 'b', 'a']);
  });

  it('whose answer was lost is unknown, and found when asked for again', async () => {
    const journal = aJournal();
    const unsure = await takeClaim(commitsThenThrows(1, journal), claimOf('a'), never)();
    expect(unsure).toEqual(E.left({ kind: 'OutcomeUnknown', system: 'test' }));
    expect(await take(journal, claimOf('a'))).toBe('a');
    expect(await take(journal, claimOf('b'))).toBe('a');
  });

  it('comes to nothing when the store, or the look at the holder, fails', async () => {
    const journal = aJournal();
    const down = { kind: 'Unavailable', system: 'test', code: 'unreachable', retry: true } as const;
    expect(await takeClaim(failsFirst(1, journal), claimOf('a'), never)()).toEqual(E.left(down));
    await take(journal, claimOf('a'));
    expect(await takeClaim(journal, claimOf('b'), () => TE.left(down))()).toEqual(E.left(down));
    expect(await written(journal)).toEqual(['a']);
  });
});
