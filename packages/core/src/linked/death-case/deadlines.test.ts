import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import { lawBook, type Payer } from '../../law/index.js';
import { addDays, atInVietnam, day, type Instant, instant } from '../../values/plain-date.js';
import { type DeathDeadlinesAsked, deathDeadlines, declaringDeathBy } from './deadlines.js';

const book = lawBook();

const at = (written: string): Instant => {
  const read = instant(`${written}:00+07:00`);
  if (E.isLeft(read)) throw new Error(written);
  return read.right;
};

const ask = (receivedAt: string, more: Partial<DeathDeadlinesAsked> = {}) =>
  deathDeadlines(book, { receivedAt: at(receivedAt), ...more });

const due = (receivedAt: string, payer?: Payer): string =>
  ask(receivedAt, payer ? { payer } : {})
    .deadlines.map(({ leg, dueOn }) => `${leg} ${dueOn}`)
    .join(', ');

const leg = (name: string, receivedAt: string, more: Partial<DeathDeadlinesAsked> = {}) =>
  ask(receivedAt, more).deadlines.find((each) => each.leg === name);

const stepsOf = (receivedAt: string, payer: Payer) =>
  leg('funeral', receivedAt, { payer })?.steps?.map(({ by, dueOn }) => `${by} ${dueOn}`);

describe('due dates of a death case', () => {
  it.each([
    ['2023-07-10T09:00', 'death 2023-07-10, residence 2023-07-17, whole null', 'the first day nationwide'],
    ['2024-07-01T09:00', 'death 2024-07-01, residence 2024-07-08, whole null', 'decree 63'],
    ['2026-03-13T09:00', 'death 2026-03-13, residence 2026-03-20, whole null', 'the last day of five'],
    ['2026-03-16T09:00', 'death 2026-03-16, residence 2026-03-17, whole null', 'one day since mid-March 2026'],
    ['2026-10-30T09:00', 'death 2026-10-30, residence 2026-11-02, whole null', 'a Friday'],
    ['2026-11-23T15:20', 'death 2026-11-25, residence 2026-11-26, whole null', 'after the cut-off, before Culture Day'],
    ['2026-11-23T15:00', 'death 2026-11-23, residence 2026-11-25, whole null', 'at the cut-off'],
    ['2026-11-21T09:00', 'death 2026-11-23, residence 2026-11-25, whole null', 'a Saturday is its Monday'],
    ['2027-03-01T09:00', 'death 2027-03-02, residence 2027-03-03, whole null', 'twenty-four hours under the new law'],
  ])('received %s: %s (%s)', (receivedAt, expected) => {
    expect(due(receivedAt)).toBe(expected);
  });

  it('freeze each leg under the law of its own receipt (R10)', () => {
    const asked = ask('2026-03-13T15:20');
    expect(asked.countsFrom).toBe('2026-03-16');
    expect(asked.deadlines).toMatchObject([
      { leg: 'death', dueOn: '2026-03-16', lawSet: { on: '2026-03-13' } },
      {
        leg: 'residence',
        dueOn: '2026-03-17',
        workingDays: 1,
        citation: { act: '58/2026/NĐ-CP', article: '4', clause: '6' },
        lawSet: { on: '2026-03-16' },
        derivation: [{ date: '2026-03-16', why: 'starts-after-leg', leg: 'death' }, { date: '2026-03-17' }],
      },
      { leg: 'whole', lawSet: { on: '2026-03-13' } },
    ]);
    expect(asked.lawSet.on).toBe('2026-03-13');
    expect(asked.rulebook).not.toContain('RES-2026-03');
  });

  it('count a chain link by link: social protection before two tiers', () => {
    expect(stepsOf('2024-08-29T09:00', 'social-protection')).toEqual(['commune 2024-09-04', 'district 2024-09-09']);
    expect(leg('funeral', '2024-08-29T09:00', { payer: 'social-protection' })).toMatchObject({
      dueOn: '2024-09-09',
      confidence: 'official',
      citation: { act: '20/2021/NĐ-CP', article: '11', clause: '4' },
    });
  });

  it.each<[string, Payer, readonly string[]]>([
    ['2025-07-01T09:00', 'social-protection', ['commune 2025-07-04']],
    ['2024-08-29T09:00', 'merit', ['commune 2024-09-09', 'district 2024-09-18', 'province 2024-09-30']],
    ['2025-07-01T09:00', 'merit', ['commune 2025-07-08', 'province 2025-07-21']],
    ['2024-08-29T09:00', 'social-insurance', ['social-insurance 2024-09-13']],
    ['2025-07-01T09:00', 'social-insurance', ['social-insurance 2025-07-15']],
    ['2025-06-30T15:20', 'social-insurance', ['social-insurance 2025-07-15']],
    ['2025-06-30T15:00', 'social-insurance', ['social-insurance 2025-07-15']],
  ])('received %s, paid by %s: %j', (receivedAt, payer, expected) => {
    expect(stepsOf(receivedAt, payer)).toEqual(expected);
  });

  it('are inferred where the two-tier texts were not read', () => {
    for (const payer of ['social-protection', 'merit'] as const)
      expect(leg('funeral', '2025-07-01T09:00', { payer })?.confidence).toBe('inferred');
    expect(leg('funeral', '2025-07-01T09:00', { payer: 'social-insurance' })?.confidence).toBe('official');
    expect(leg('residence', '2025-07-01T09:00')?.confidence).toBe('inferred');
  });

  it('have no day where no figure is known, and say so (R22)', () => {
    expect(leg('whole', '2024-07-01T09:00')).toMatchObject({
      dueOn: null,
      confidence: 'inferred',
      citation: { act: '63/2024/NĐ-CP' },
      derivation: [{ why: 'received' }, { why: 'limit-unset' }],
    });
    expect(leg('funeral', '2027-03-02T09:00', { payer: 'social-protection' })).toMatchObject({
      dueOn: null,
      citation: { act: '147/2025/NĐ-CP' },
      derivation: [{ why: 'starts-after-leg' }, { why: 'limit-unset' }],
      steps: [{ by: 'commune', dueOn: null }],
    });
    expect(leg('funeral', '2022-01-04T09:00', { payer: 'merit' })).toMatchObject({ dueOn: null, citation: null });
    expect(due('2015-05-05T09:00', 'merit')).toBe('death null, residence null, funeral null, whole null');
    expect(due('2029-05-07T09:00')).toBe('death null, residence null, whole null');
  });

  it('have no funeral leg where nobody is asked to pay', () => {
    expect(ask('2026-10-30T09:00').deadlines.map((each) => each.leg)).toEqual(['death', 'residence', 'whole']);
  });

  it('name the rulebooks and the law set of the day of receipt', () => {
    expect(ask('2026-10-30T09:00').rulebook).toEqual([
      'BHXH-2025-07',
      'MERIT-2025-07',
      'SOC-2025-07',
      'SIG-2025-08',
      'RES-2026-03',
      'RATE-2026-07',
      'FEE-2026-08',
      'G2-2026-09',
    ]);
    expect(ask('2022-12-01T09:00').rulebook).toEqual(['G2-2019-LOCAL', 'G2-2022-PILOT']);
    expect(ask('2023-07-20T09:00').rulebook).toEqual(['G2-2023-07']);
    expect(ask('2025-02-03T09:00').rulebook).toEqual(['G2-2024-07', 'RES-2025-01']);
    expect(ask('2027-03-01T09:00').rulebook).toEqual([
      'BHXH-2025-07',
      'MERIT-2025-07',
      'SIG-2025-08',
      'RES-2026-03',
      'RATE-2026-07',
      'HUB-2027-01',
      'G2-2027-03',
    ]);
  });

  it('have exactly the fields of the command line’s contract', () => {
    const { deadlines, ...rest } = ask('2026-10-30T09:00', { payer: 'merit' });
    expect(Object.keys(rest)).toEqual(['procedure', 'receivedAt', 'countsFrom', 'rulebook', 'lawSet']);
    const fields = (name: string) => Object.keys(deadlines.find((each) => each.leg === name) ?? {}).sort();
    expect(fields('death')).toEqual(['citation', 'confidence', 'derivation', 'dueOn', 'lawSet', 'leg', 'workingDays']);
    expect(fields('funeral')).toEqual(['citation', 'confidence', 'derivation', 'dueOn', 'lawSet', 'leg', 'steps']);
  });

  it('change with what was known, never by themselves', () => {
    const knownOn = day('2026-03-14');
    expect(leg('residence', '2026-03-16T09:00', { knownOn })).toMatchObject({ workingDays: 5, dueOn: '2026-03-23' });
  });
});

describe('declaring a death (T1)', () => {
  it.each([
    ['2026-11-07', '2026-11-23', 'the fifteenth day is a Sunday'],
    ['2024-07-01', '2024-07-16', 'an ordinary day'],
    ['2024-08-18', '2024-09-04', 'the last day falls on National Day'],
    ['2027-03-01', null, 'the period of the new law was not found'],
  ])('of %s: by %s (%s)', (diedOn, by, _) => {
    expect(declaringDeathBy(book, day(diedOn)).dueOn).toBe(by);
  });
});

describe('due dates of a death, whatever the day', () => {
  const anyMoment = fc.tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 86_399_999 }));
  const moment = ([n, ms]: readonly [number, number]): Instant => atInVietnam(addDays(day('2025-07-01'), n), ms);
  const anyPayer = fc.constantFrom<Payer>('social-insurance', 'social-protection', 'merit');
  const knownOn = day('2026-03-14');

  it('never fall earlier for a later receipt under one rulebook', () =>
    fc.assert(
      fc.property(anyMoment, anyMoment, anyPayer, (a, b, payer) => {
        const [first, second] = [moment(a), moment(b)].sort() as [Instant, Instant];
        const [one, other] = [first, second].map((receivedAt) => deathDeadlines(book, { receivedAt, payer, knownOn }));
        one?.deadlines.forEach(({ dueOn }, i) => {
          expect((dueOn ?? '') <= (other?.deadlines[i]?.dueOn ?? '')).toBe(true);
        });
      }),
    ));

  it('count as many working days as they name, each leg after registration', () =>
    fc.assert(
      fc.property(anyMoment, anyPayer, (a, payer) => {
        const { deadlines, countsFrom } = deathDeadlines(book, { receivedAt: moment(a), payer, knownOn });
        for (const each of deadlines.flatMap((one) => [one, ...('steps' in one ? (one.steps ?? []) : [])])) {
          if ('workingDays' in each)
            expect(each.workingDays).toBe(each.derivation.filter(({ step }) => step === 'counted').length);
          if (each.dueOn && countsFrom) expect(each.dueOn >= countsFrom).toBe(true);
        }
      }),
    ));
});
