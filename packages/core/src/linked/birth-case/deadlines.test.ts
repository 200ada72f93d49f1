import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import { lawBook, provision } from '../../law/index.js';
import { addDays, atInVietnam, day, type Instant, instant } from '../../values/plain-date.js';
import { type BirthDeadlinesAsked, birthDeadlines } from './deadlines.js';

const book = lawBook();

const at = (written: string): Instant => {
  const read = instant(`${written}+07:00`);
  if (E.isLeft(read)) throw new Error(written);
  return read.right;
};

const ask = (receivedAt: string, more: Partial<BirthDeadlinesAsked> = {}) =>
  birthDeadlines(book, { receivedAt: at(receivedAt), verification: false, ...more });

const due = (receivedAt: string, more: Partial<BirthDeadlinesAsked> = {}): string =>
  ask(receivedAt, more)
    .deadlines.map(({ leg, dueOn }) => `${leg} ${dueOn}`)
    .join(', ');

describe('due dates of a birth case', () => {
  it.each([
    [
      '2023-07-10T09:00',
      'birth 2023-07-10, residence 2023-07-12, card 2023-07-12, whole 2023-07-14',
      'the first day nationwide',
    ],
    [
      '2024-06-28T09:00',
      'birth 2024-06-28, residence 2024-07-02, card 2024-07-02, whole 2024-07-04',
      'the last working day of four and six',
    ],
    [
      '2024-07-01T09:00',
      'birth 2024-07-01, residence 2024-07-03, card 2024-07-03, whole 2024-07-04',
      'the first day of three and five',
    ],
    [
      '2024-08-29T15:20',
      'birth 2024-08-30, residence 2024-09-05, card 2024-09-05, whole 2024-09-06',
      'before National Day, after the cut-off',
    ],
    [
      '2024-08-29T15:00:00',
      'birth 2024-08-29, residence 2024-09-04, card 2024-09-04, whole 2024-09-05',
      'before National Day, at the cut-off',
    ],
    [
      '2024-07-06T10:00',
      'birth 2024-07-08, residence 2024-07-10, card 2024-07-10, whole 2024-07-11',
      'a Saturday is its Monday',
    ],
    ['2024-07-08T10:00', 'birth 2024-07-08, residence 2024-07-10, card 2024-07-10, whole 2024-07-11', 'that Monday'],
    [
      '2024-07-05T15:20',
      'birth 2024-07-08, residence 2024-07-10, card 2024-07-10, whole 2024-07-11',
      'the Friday before, after the cut-off',
    ],
    [
      '2025-06-30T10:00',
      'birth 2025-06-30, residence 2025-07-02, card 2025-07-02, whole 2025-07-03',
      'the last day with districts',
    ],
    [
      '2025-07-01T10:00',
      'birth 2025-07-01, residence 2025-07-03, card 2025-07-03, whole 2025-07-04',
      'the first day of two tiers',
    ],
    [
      '2026-08-28T10:00',
      'birth 2026-08-28, residence 2026-09-04, card 2026-09-04, whole 2026-09-07',
      'over National Day 2026',
    ],
    [
      '2026-08-31T10:00',
      'birth 2026-09-03, residence 2026-09-07, card 2026-09-07, whole 2026-09-08',
      'on the swapped last day of the old rules',
    ],
    [
      '2026-09-03T10:00',
      'birth 2026-09-04, residence 2026-09-08, card 2026-09-08, identity-card 2026-09-15, whole null',
      'decree 301: 24 hours, no figure for the group',
    ],
    [
      '2026-09-03T15:30',
      'birth 2026-09-07, residence 2026-09-09, card 2026-09-09, identity-card 2026-09-16, whole null',
      'decree 301: after the cut-off',
    ],
    [
      '2027-02-26T10:00',
      'birth 2027-03-01, residence 2027-03-03, card 2027-03-03, identity-card 2027-03-10, whole null',
      'the last working day of the old law',
    ],
    [
      '2027-03-01T10:00',
      'birth 2027-03-02, residence 2027-03-04, card 2027-03-04, identity-card 2027-03-11, whole null',
      'the first day of the new law',
    ],
  ])('received %s: %s (%s)', (receivedAt, expected) => {
    expect(due(receivedAt.length === 16 ? `${receivedAt}:00` : receivedAt)).toBe(expected);
  });

  it.each([
    ['2022', '2022-01-28T10:00:00', null, '2022-01-28'],
    ['2023', '2023-01-19T15:00:00', null, '2023-01-19'],
    ['2023, after the cut-off', '2023-01-19T15:00:01', null, '2023-01-27'],
    ['2024', '2024-02-06T10:00:00', 'whole 2024-02-19', '2024-02-06'],
    ['2024, after the cut-off', '2024-02-07T15:01:00', 'whole 2024-02-21', '2024-02-15'],
    ['2025', '2025-01-24T10:00:00', 'whole 2025-02-05', '2025-01-24'],
    ['2026', '2026-02-13T10:00:00', 'whole 2026-02-25', '2026-02-13'],
    ['2027', '2027-02-03T10:00:00', 'birth 2027-02-11', '2027-02-03'],
    ['2028', '2028-01-21T10:00:00', 'birth 2028-01-31', '2028-01-21'],
  ])('around Tết %s', (_, receivedAt, expected, counted) => {
    expect(ask(receivedAt).countsFrom).toBe(counted);
    if (expected) expect(due(receivedAt)).toContain(expected);
  });

  it('are longer with verification, for residence and the whole', () => {
    expect(due('2024-07-01T09:00:00', { verification: true })).toBe(
      'birth 2024-07-01, residence 2024-07-08, card 2024-07-03, whole 2024-07-08',
    );
    expect(due('2023-07-10T09:00:00', { verification: true })).toContain('whole 2023-07-18');
  });

  it('are given only for the legs chosen', () => {
    expect(due('2024-07-01T09:00:00', { legs: ['card', 'birth'] })).toBe(
      'birth 2024-07-01, card 2024-07-03, whole 2024-07-04',
    );
    expect(due('2026-09-03T10:00:00', { legs: ['birth', 'identity-card'] })).toBe(
      'birth 2026-09-04, identity-card 2026-09-11, whole null',
    );
  });

  it('have no day where no row exists, and say so', () => {
    const asked = ask('2024-07-01T09:00:00', { legs: ['birth', 'identity-card'] });
    expect(asked.deadlines.find(({ leg }) => leg === 'identity-card')).toMatchObject({
      dueOn: null,
      confidence: 'inferred',
      citation: null,
      derivation: [{ why: 'starts-after-leg' }, { why: 'no-row' }],
    });
    expect(ask('2026-09-03T10:00:00').deadlines.at(-1)).toMatchObject({
      leg: 'whole',
      dueOn: null,
      citation: { act: '301/2026/NĐ-CP' },
      derivation: [{ why: 'received' }, { why: 'limit-unset' }],
    });
    expect(due('2029-05-05T10:00:00')).toMatch(/^birth null, .* whole null$/);
  });

  it('name the rulebooks and the law set of the day of receipt', () => {
    const asked = ask('2025-08-29T15:20:00');
    expect(asked).toMatchObject({
      procedure: 'birth',
      receivedAt: '2025-08-29T08:20:00.000Z',
      countsFrom: '2025-09-03',
      rulebook: ['RB2b', 'RB3b', 'RB3c', 'RB4', 'RB4b', 'RB4c', 'SIG-2025-08'],
      lawSet: { release: book.release, on: '2025-08-29', knownOn: '2025-08-29' },
    });
    expect(ask('2023-07-20T10:00:00').rulebook).toEqual(['RB2']);
    expect(ask('2022-12-20T10:00:00').rulebook).toEqual(['RB0', 'RB1']);
  });

  it('have exactly the fields of the command line’s contract', () => {
    const { deadlines, ...rest } = ask('2026-09-03T10:00:00');
    expect(Object.keys(rest)).toEqual(['procedure', 'receivedAt', 'countsFrom', 'rulebook', 'lawSet']);
    const fields = (leg: string) => Object.keys(deadlines.find((each) => each.leg === leg) ?? {}).sort();
    expect(fields('birth')).toEqual(['citation', 'confidence', 'derivation', 'dueOn', 'hours', 'leg']);
    expect(fields('card')).toEqual(['citation', 'confidence', 'derivation', 'dueOn', 'leg', 'workingDays']);
    expect(fields('whole')).toEqual(['citation', 'confidence', 'derivation', 'dueOn', 'leg']);
  });

  it('say how sure they are: as sure as their least sure step', () => {
    const sure = (receivedAt: string, knownOn?: string) =>
      ask(receivedAt, knownOn ? { knownOn: day(knownOn) } : {}).deadlines.map(
        ({ leg, confidence }) => `${leg} ${confidence}`,
      );
    expect(sure('2024-07-01T09:00:00')).toEqual([
      'birth official',
      'residence official',
      'card official',
      'whole official',
    ]);
    expect(sure('2023-07-10T09:00:00')).toEqual([
      'birth inferred',
      'residence inferred',
      'card inferred',
      'whole official',
    ]);
    expect(sure('2025-01-24T09:00:00')).toContain('whole secondary');
    expect(sure('2024-02-06T10:00:00', '2023-11-01')).toContain('whole inferred');
  });

  it('change with what was known, never by themselves', () => {
    expect(due('2024-04-26T10:00:00', { knownOn: day('2024-04-11') })).toContain('residence 2024-05-02');
    expect(due('2024-04-26T10:00:00', { knownOn: day('2024-04-12') })).toContain('residence 2024-05-03');
    expect(due('2026-09-03T10:00:00', { knownOn: day('2026-07-01') })).toBe(
      'birth 2026-09-03, residence 2026-09-07, card 2026-09-07, whole 2026-09-08',
    );
  });
});

describe('a supplement', () => {
  const supplement = { requestedAt: at('2024-07-02T09:00:00'), completedAt: at('2024-07-08T15:30:00') };

  it('starts every limit anew when the dossier is full; the earlier due date stays told', () => {
    const asked = ask('2024-07-01T09:00:00', { supplement });
    expect(asked.countsFrom).toBe('2024-07-09');
    expect(due('2024-07-01T09:00:00', { supplement })).toBe(
      'birth 2024-07-09, residence 2024-07-11, card 2024-07-11, whole 2024-07-12',
    );
    expect(asked.deadlines.at(-1)?.derivation.slice(0, 2)).toMatchObject([
      { date: '2024-07-04', step: 'note', why: 'earlier-due' },
      { date: '2024-07-08', step: 'note', why: 'restarted', citation: { act: '61/2018/NĐ-CP', article: '19' } },
    ]);
  });

  it('is inferred to do so once decree 118/2025 holds', () => {
    const later = { requestedAt: at('2025-07-02T09:00:00'), completedAt: at('2025-07-08T09:00:00') };
    expect(ask('2025-07-01T09:00:00', { supplement: later }).deadlines[0]).toMatchObject({ confidence: 'inferred' });
  });

  it('only holds the clock under a law that says pause', () => {
    const pausing = lawBook(
      book.parameters.map((each) =>
        each.name === provision.afterSupplement.name
          ? { ...each, rows: each.rows.map((row) => ({ ...row, value: 'pause' })) }
          : each,
      ),
    );
    const asked = birthDeadlines(pausing, { receivedAt: at('2024-07-01T09:00:00'), verification: false, supplement });
    expect(asked.deadlines.at(-1)).toMatchObject({
      dueOn: '2024-07-11',
      derivation: [{}, { why: 'resumed' }, {}, {}, {}, {}],
    });
  });

  it('leaves the law of the first receipt in force', () => {
    const over = { requestedAt: at('2024-06-28T10:00:00'), completedAt: at('2024-07-02T10:00:00') };
    expect(due('2024-06-27T10:00:00', { supplement: over })).toContain('whole 2024-07-08');
  });
});

describe('due dates, whatever the day', () => {
  const anyMoment = fc.tuple(fc.integer({ min: 0, max: 770 }), fc.integer({ min: 0, max: 86_399_999 }));
  const moment = ([n, ms]: readonly [number, number]): Instant => atInVietnam(addDays(day('2024-07-01'), n), ms);
  const knownOn = day('2026-08-31');

  it('never fall earlier for a later receipt under one rulebook', () =>
    fc.assert(
      fc.property(anyMoment, anyMoment, fc.boolean(), (a, b, verification) => {
        const [first, second] = [moment(a), moment(b)].sort() as [Instant, Instant];
        const [one, other] = [first, second].map((receivedAt) =>
          birthDeadlines(book, { receivedAt, verification, knownOn }),
        );
        one?.deadlines.forEach(({ dueOn }, i) => {
          expect((dueOn ?? '') <= (other?.deadlines[i]?.dueOn ?? '')).toBe(true);
        });
      }),
    ));

  it('hold for a day of rest as for the working day after it', () =>
    fc.assert(
      fc.property(anyMoment, (a) => {
        const asked = birthDeadlines(book, { receivedAt: moment(a), verification: false, knownOn });
        const morning = birthDeadlines(book, {
          receivedAt: atInVietnam(asked.countsFrom ?? day('2024-07-01'), 9 * 3_600_000),
          verification: false,
          knownOn,
        });
        expect(asked.deadlines.map(({ dueOn }) => dueOn)).toEqual(morning.deadlines.map(({ dueOn }) => dueOn));
      }),
    ));

  it('keep every leg within the whole, uncapped (R24)', () =>
    fc.assert(
      fc.property(anyMoment, fc.boolean(), (a, verification) => {
        const { deadlines } = birthDeadlines(book, { receivedAt: moment(a), verification, knownOn });
        const whole = deadlines.at(-1)?.dueOn ?? '';
        expect(deadlines.every(({ dueOn }) => dueOn !== null && dueOn <= whole)).toBe(true);
      }),
    ));

  it('count as many days as they name', () =>
    fc.assert(
      fc.property(anyMoment, fc.boolean(), (a, verification) => {
        for (const each of birthDeadlines(book, { receivedAt: moment(a), verification, knownOn }).deadlines)
          expect('workingDays' in each && each.workingDays).toBe(
            each.derivation.filter(({ step }) => step === 'counted').length,
          );
      }),
    ));
});
