import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { lawBook } from '../law/book.js';
import { day, type PlainDate } from '../values/plain-date.js';
import { hearingAhead, mostSigners } from './harness/petition.js';
import { examine, inForce, refuseUnless, when } from './refusal.js';

const book = lawBook([mostSigners, hearingAhead]);
const lawOn = (on: PlainDate) => book.at({ on, knownOn: on });
const then = lawOn(day('2024-08-29'));

type Ask = Readonly<{ signers: number; ahead: boolean }>;
const few = refuseUnless<Ask, null, 'TooMany', number>(
  'TooMany',
  mostSigners,
  ({ signers }, _, most) => signers <= most,
  {
    facts: ({ signers }, _, row) => ({ signers, most: row.value as number }),
    remedy: (_, __, row) => ({ kind: 'change', at: 'signers', to: row.value as number }),
  },
);
const ahead = refuseUnless<Ask, null, 'TooLate', true>('TooLate', hearingAhead, (asked) => asked.ahead, {
  elsewhere: { procedure: 'new-petition', desk: 'onestop' },
});

describe('a rule', () => {
  it('that is kept stands in nobody’s way', () => {
    expect(few({ signers: 3, ahead: true }, null, then)).toEqual([]);
  });

  it('that is broken cites the row in force, with the facts it used and what would open the way', () => {
    expect(few({ signers: 4, ahead: true }, null, then)).toEqual([
      {
        reason: 'TooMany',
        citations: [mostSigners.rows[0]?.citation],
        facts: { signers: 4, most: 3 },
        remedy: { kind: 'change', at: 'signers', to: 3 },
      },
    ]);
  });

  it('has no remedy and no facts unless it says so, but may name another door', () => {
    expect(ahead({ signers: 1, ahead: false }, null, then)).toEqual([
      {
        reason: 'TooLate',
        citations: [hearingAhead.rows[0]?.citation],
        facts: {},
        remedy: null,
        elsewhere: { procedure: 'new-petition', desk: 'onestop' },
      },
    ]);
  });

  it('whose remedy is followed is broken no more', () => {
    const [refusal] = few({ signers: 9, ahead: true }, null, then);
    const to = refusal?.remedy?.kind === 'change' ? refusal.remedy.to : undefined;
    expect(few({ signers: to as number, ahead: true }, null, then)).toEqual([]);
  });

  it.each(['2019-12-31', '2026-01-01'])('binds nobody on a day without a row: %s', (date) => {
    expect(ahead({ signers: 1, ahead: false }, null, lawOn(day(date)))).toEqual([]);
    expect(inForce(lawOn(day(date)), hearingAhead)).toBe(false);
  });

  it.each(['2020-01-01', '2025-12-31'])('binds from its first day to its last: %s', (date) => {
    expect(ahead({ signers: 1, ahead: false }, null, lawOn(day(date)))).toHaveLength(1);
    expect(inForce(lawOn(day(date)), hearingAhead)).toBe(true);
  });

  it('is asked only of the commands it concerns', () => {
    const onlyLarge = when<Ask, null, 'TooLate'>(({ signers }) => signers > 1, ahead);
    expect(onlyLarge({ signers: 1, ahead: false }, null, then)).toEqual([]);
    expect(onlyLarge({ signers: 2, ahead: false }, null, then)).toHaveLength(1);
  });
});

describe('an examination', () => {
  const both = examine<Ask, null, 'TooMany' | 'TooLate'>(few, ahead);

  it('names every obstacle at once, in the order of the rules', () => {
    const heard = both({ signers: 9, ahead: false }, null, then);
    expect(E.isLeft(heard) && heard.left.map(({ reason }) => reason)).toEqual(['TooMany', 'TooLate']);
  });

  it('passed gives the command back', () => {
    const asked = { signers: 1, ahead: true };
    expect(both(asked, null, then)).toEqual(E.right(asked));
  });
});
