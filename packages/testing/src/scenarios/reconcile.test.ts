import { atInVietnam, memoryJournal } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Effect, type Resident, virtualClock } from '../agencies/index.js';
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
    deaths: 12,
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

let books: Books;
beforeAll(async () => {
  books = await booksOfAMonth();
}, 60_000);

const first = (purpose: Effect['purpose']): Effect =>
  books.effects.find((effect) => effect.purpose === purpose) as Effect;
const without = (effect: Effect): Books => ({ ...books, effects: books.effects.filter((one) => one !== effect) });
const and = (...more: readonly Effect[]): Books => ({ ...books, effects: [...books.effects, ...more] });

describe('comparing books (đối soát)', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(reconcile(books)).toEqual({ lost: 0, duplicatedEffects: 0, findings: [] });
    expect(books.effects.length).toBeGreaterThan(4 * 12 - 12 + 4 * 12);
  });

  it.each(['births', 'deaths'] as const)('finds a filing that the journal has lost: %s', (group) => {
    const gone = books.filed.find((caseId) => books[group].has(caseId)) ?? '';
    const cases = new Map(books[group] as Books['births']);
    cases.delete(gone);
    const { findings } = reconcile({ ...books, [group]: cases });
    expect(findings).toContainEqual({ kind: 'lost', caseId: gone, what: 'filing' });
  });

  it.each([
    'enter-birth',
    'assign-personal-number',
    'register-residence',
    'issue-card',
    'enter-death',
    'delete-residence',
    'decide-insurance-funeral',
    'decide-merit-funeral',
    'pay-funeral',
    'stop-pension',
    'tell-population',
  ] as const)('finds that an agency knows nothing of what the journal holds done: %s', (purpose) => {
    const gone = first(purpose);
    const { lost, findings } = reconcile(without(gone));
    expect(lost).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ kind: 'lost', caseId: gone.caseId });
  });

  it('finds what an agency did and the journal never heard of', () => {
    const stray: Effect = { ...first('issue-card'), caseId: 'nobody', key: 'nothing' };
    expect(reconcile(and(stray))).toMatchObject({ lost: 1, duplicatedEffects: 0 });
  });

  it('finds a second effect for one case and purpose', () => {
    const again = { ...first('issue-card'), what: 'TE1400000000000' };
    expect(reconcile(and(again))).toMatchObject({
      duplicatedEffects: 1,
      findings: [{ kind: 'duplicated', caseId: again.caseId, what: 'issue-card', times: 2 }],
    });
  });

  it('finds one birth entered under two applications', () => {
    const [one, other] = [...books.births.keys()] as [string, string];
    const claimed = books.births.get(one)?.state.application.declaration;
    const known = books.births.get(other);
    if (claimed == null || known === undefined || known.state.application.declaration === null)
      throw new Error('no case');
    const declaration = { ...known.state.application.declaration, claim: claimed.claim };
    const state = { ...known.state, application: { ...known.state.application, declaration } };
    const births = new Map([...books.births, [other, { ...known, state }] as const]);
    expect(reconcile({ ...books, births }).duplicatedEffects).toBe(1);
  });
});

describe('comparing books after deaths (đối soát nhóm khai tử)', () => {
  const withResident = (found: (one: Resident) => boolean, change: Partial<Resident>): Books => {
    const at = books.residents.findIndex(found);
    if (at < 0) throw new Error('no such resident');
    return { ...books, residents: books.residents.map((one, index) => (index === at ? { ...one, ...change } : one)) };
  };
  /** An unheard decision stands in the agency's record while the journal takes the request for refused. */
  const unheardOf = (effect: Effect): Books => {
    const known = books.deaths.get(effect.caseId);
    const request = known?.state.requests[effect.request];
    if (known === undefined || request === undefined) throw new Error('no case');
    const requests = {
      ...known.state.requests,
      [effect.request]: { ...request, status: 'answered' as const, answer: { outcome: 'rejected' } },
    };
    return {
      ...books,
      deaths: new Map([...books.deaths, [effect.caseId, { ...known, state: { ...known.state, requests } }] as const]),
    };
  };

  it('finds the dead who still stand in the register', () => {
    const { lost, findings } = reconcile(withResident(({ dead, standing }) => dead && !standing, { standing: true }));
    expect([lost, findings[0]?.what]).toEqual([1, 'the dead still registered']);
  });

  it('finds the living who lost their residence', () => {
    const { lost, findings } = reconcile(withResident(({ dead }) => !dead, { standing: false }));
    expect([lost, findings[0]?.what]).toEqual([1, 'residence of somebody living']);
    expect(books.deaths.has(findings[0]?.caseId ?? '')).toBe(true);
  });

  it('finds a benefit paid twice under one request, and under two', () => {
    const paid = first('pay-funeral');
    expect(reconcile(and(paid))).toMatchObject({
      duplicatedEffects: 1,
      findings: [{ kind: 'duplicated', what: 'pay-funeral', times: 2 }],
    });
    const { findings } = reconcile(and({ ...paid, key: 'another' }));
    expect(findings).toContainEqual({ kind: 'duplicated', caseId: paid.caseId, what: 'funeral paid', times: 2 });
  });

  it('finds that less was paid than the journal believes', () => {
    const paid = first('pay-funeral');
    const { findings } = reconcile({
      ...books,
      effects: books.effects.map((one) => (one === paid ? { ...one, what: '1000' } : one)),
    });
    expect(findings).toContainEqual({ kind: 'lost', caseId: paid.caseId, what: 'funeral paid' });
  });

  it('finds two funeral benefits decided for one death, whoever decided', () => {
    const decided = first('decide-insurance-funeral');
    const second: Effect = { ...decided, agency: 'merit-office', purpose: 'decide-merit-funeral', what: 'funeral' };
    const { findings } = reconcile(and(second));
    expect(findings).toContainEqual({
      kind: 'duplicated',
      caseId: decided.caseId,
      what: 'funeral decided',
      times: 2,
    });
  });

  it('takes the lump of a merit allowance beside a funeral benefit for two things', () => {
    const decided = first('decide-insurance-funeral');
    const beside: Effect = { ...decided, purpose: 'decide-merit-funeral', what: 'merit-lump', key: 'beside' };
    expect(reconcile(and(beside)).duplicatedEffects).toBe(0);
  });

  it('finds a decision that the journal never heard', () => {
    const decided = first('decide-merit-funeral');
    const { findings } = reconcile(unheardOf(decided));
    expect(findings).toContainEqual({
      kind: 'lost',
      caseId: decided.caseId,
      what: 'decide-merit-funeral unheard of',
    });
  });
});
