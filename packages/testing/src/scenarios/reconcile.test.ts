import { atInVietnam, memoryJournal } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Effect, virtualClock } from '../agencies/index.js';
import { type Books, ngheAn2023, reconcile, simulate } from './index.js';

/** The books of a small month that went well. */
const booksOfAMonth = async (): Promise<Books> => {
  const clock = virtualClock(atInVietnam(ngheAn2023.from));
  let books: Books | undefined;
  const done = await simulate({
    scenario: ngheAn2023,
    seed: 5,
    faults: 'field',
    births: 12,
    journal: memoryJournal({ clock }),
    keys: developmentKeys('test'),
    secret: 'test',
    law: lawBook(),
    clock,
    onBooks: (closed) => {
      books = closed;
    },
  })();
  if (E.isLeft(done) || books === undefined) throw new Error('the month did not end');
  return books;
};

describe('comparing books (đối soát)', () => {
  let books: Books;
  beforeAll(async () => {
    books = await booksOfAMonth();
  });

  const first = (purpose: Effect['purpose']): Effect =>
    books.effects.find((effect) => effect.purpose === purpose) as Effect;
  const without = (effect: Effect): Books => ({ ...books, effects: books.effects.filter((one) => one !== effect) });

  it('finds nothing where nothing is wrong', () => {
    expect(reconcile(books)).toEqual({ lost: 0, duplicatedEffects: 0, findings: [] });
    expect(books.effects.length).toBeGreaterThan(4 * 12 - 12);
  });

  it('finds a filing that the journal has lost', () => {
    const [gone = ''] = books.filed;
    const cases = new Map(books.cases);
    cases.delete(gone);
    const { findings } = reconcile({ ...books, cases });
    expect(findings).toContainEqual({ kind: 'lost', caseId: gone, what: 'filing' });
  });

  it.each(['enter-birth', 'assign-personal-number', 'register-residence', 'issue-card'] as const)(
    'finds that an agency knows nothing of what the journal holds done: %s',
    (purpose) => {
      const gone = first(purpose);
      const { lost, findings } = reconcile(without(gone));
      expect(lost).toBeGreaterThan(0);
      expect(findings[0]).toMatchObject({ kind: 'lost', caseId: gone.caseId });
    },
  );

  it('finds what an agency did and the journal never heard of', () => {
    const stray: Effect = { ...first('issue-card'), caseId: 'nobody', key: 'nothing' };
    expect(reconcile({ ...books, effects: [...books.effects, stray] })).toMatchObject({
      lost: 1,
      duplicatedEffects: 0,
    });
  });

  it('finds a second effect for one case and purpose', () => {
    const again = { ...first('issue-card'), what: 'TE1400000000000' };
    expect(reconcile({ ...books, effects: [...books.effects, again] })).toMatchObject({
      duplicatedEffects: 1,
      findings: [{ kind: 'duplicated', caseId: again.caseId, what: 'issue-card', times: 2 }],
    });
  });

  it('finds one birth entered under two applications', () => {
    const [one, other] = [...books.cases.keys()] as [string, string];
    const claimed = books.cases.get(one)?.state.application.declaration;
    const known = books.cases.get(other);
    if (claimed == null || known === undefined || known.state.application.declaration === null)
      throw new Error('no case');
    const declaration = { ...known.state.application.declaration, claim: claimed.claim };
    const state = { ...known.state, application: { ...known.state.application, declaration } };
    const cases = new Map([...books.cases, [other, { ...known, state }] as const]);
    expect(reconcile({ ...books, cases }).duplicatedEffects).toBe(1);
  });
});
