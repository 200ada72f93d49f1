/** What must hold of the register of residents, where the police keep one: the dead go, and the living stay. */
import { type deathCase, outcomeOf, unpaidIn } from '@lienthong/core/death-case';
import type { LawBook } from '@lienthong/core/law';
import { expect } from 'vitest';
import type { Law } from '../laws.js';
import { finishDeath } from './finish.js';
import type { DeathHistory } from './play-out.js';

export const registerLaws = (
  book: LawBook,
  decider: ReturnType<typeof deathCase>,
): Readonly<Record<string, Law<DeathHistory>>> => ({
  'keeps no entry of the dead once the deletion has ended': ({ residents, events }) => {
    if (residents !== undefined && events.some(({ type }) => type === 'ResidenceDeleted' || type === 'NothingToDelete'))
      expect(residents.entries).not.toContain(residents.deceased);
  },

  'keeps every entry of the living, and that of the dead until the extract is published': ({ residents, events }) => {
    if (residents === undefined) return;
    expect([...residents.entries]).toEqual(expect.arrayContaining([...residents.living]));
    const published = events.some(({ type }) => type === 'ExtractPublished');
    if (!published && residents.had) expect(residents.entries).toContain(residents.deceased);
  },

  'is right when the case has reached its end, which it always can': (history) => {
    const { stuck, state } = finishDeath(book, history, decider);
    expect(stuck).toBeUndefined();
    if (history.state.application.phase !== 'closed') expect(unpaidIn(state)).toEqual({});
    const { residents } = history;
    if (residents === undefined) return;
    if (outcomeOf(state, 'residence') === 'done') expect(residents.entries).not.toContain(residents.deceased);
    expect([...residents.entries]).toEqual(expect.arrayContaining([...residents.living]));
  },
});
