import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FuneralClass, funeralClasses, insuredStates, lawBook } from '../law/index.js';
import type { Dong } from '../values/money.js';
import { addDays, day } from '../values/plain-date.js';
import { type FuneralQuestion, funeralBenefit } from './entitlement.js';
import { foretell } from './harness/oracle.js';

const book = lawBook();
const newest = day('2027-03-01');

type Asking = Readonly<{ decided?: string; known?: string }> & Partial<FuneralQuestion>;

const ask = (diedOn: string, classes: readonly FuneralClass[], { decided, known, ...more }: Asking = {}) =>
  funeralBenefit(book, {
    diedOn: day(diedOn),
    classes,
    decidedOn: decided ? day(decided) : newest,
    ...(known ? { knownOn: day(known) } : {}),
    ...more,
  });

const paid = (diedOn: string, classes: readonly FuneralClass[], asking: Asking = {}): string => {
  const { payable } = ask(diedOn, classes, asking);
  return payable ? `${payable.class} ${payable.amount}` : 'nothing';
};

describe('the funeral benefit of each class (mai táng phí)', () => {
  const likeInsurance: readonly (readonly [string, string, number])[] = [
    ['2021-07-01', '2023-06-30', 14_900_000],
    ['2023-07-01', '2024-06-30', 18_000_000],
    ['2024-07-01', '2026-06-30', 23_400_000],
    ['2026-07-01', '2027-12-31', 25_300_000],
  ];
  const likeStandard = (n: number): readonly (readonly [string, string, number])[] => [
    ['2021-07-01', '2023-06-30', n * 360_000],
    ['2023-07-01', '2024-06-30', n * 360_000],
    ['2024-07-01', '2026-06-30', n * 500_000],
    ['2026-07-01', '2027-12-31', n * 540_000],
  ];

  it.each([
    ...(['social-insurance', 'merit', 'veteran'] as const).flatMap((of) =>
      likeInsurance.map(([from, to, amount]) => ({ of, from, to, amount })),
    ),
    ...likeStandard(20).map(([from, to, amount]) => ({ of: 'social-protection' as const, from, to, amount })),
    ...(['disaster', 'social-facility'] as const).flatMap((of) =>
      likeStandard(50).map(([from, to, amount]) => ({ of, from, to, amount })),
    ),
    { of: 'social-pension' as const, from: '2025-07-01', to: '2026-06-30', amount: 10_000_000 },
    { of: 'social-pension' as const, from: '2026-07-01', to: '2027-12-31', amount: 10_800_000 },
  ])('$of: $amount for deaths from $from to $to', ({ of, from, to, amount }) => {
    expect(paid(from, [of])).toBe(`${of} ${amount}`);
    expect(paid(to, [of])).toBe(`${of} ${amount}`);
  });

  it('is not payable to a class that did not exist, which is an answer and no refusal (R24)', () => {
    expect(ask('2025-06-30', ['social-pension'])).toMatchObject({
      payable: null,
      notPayable: [
        {
          class: 'social-pension',
          amount: null,
          because: 'ClassDidNotExist',
          citation: { act: '176/2025/NĐ-CP', inForceTo: '2025-06-30' },
        },
      ],
    });
  });

  it('has no figure where no row is on record', () => {
    expect(ask('2019-06-30', ['social-insurance', 'merit'])).toMatchObject({
      payable: null,
      notPayable: [
        { class: 'social-insurance', amount: null, because: 'NoRateOnRecord', citation: { act: '58/2014/QH13' } },
        { class: 'merit', amount: null, because: 'NoRateOnRecord', citation: null },
      ],
    });
  });

  it('tells where it comes from: the text of the class, the formula, the texts behind it, and how sure it is', () => {
    expect(ask('2026-08-01', ['merit']).payable).toEqual({
      class: 'merit',
      amount: 25_300_000,
      from: expect.objectContaining({ act: '131/2021/NĐ-CP', article: '121', clause: '1', confidence: 'official' }),
      formula: {
        written: '10 × 2530000',
        times: 10,
        dong: 2_530_000,
        of: 'reference.level',
        citations: [
          expect.objectContaining({ act: '41/2024/QH15', article: '85' }),
          expect.objectContaining({ act: '41/2024/QH15', article: '141', clause: '13' }),
          expect.objectContaining({ act: '161/2026/NĐ-CP', article: '3', clause: '2' }),
        ],
      },
      confidence: 'secondary',
    });
    expect(ask('2025-01-01', ['social-protection']).payable?.formula).toMatchObject({
      of: 'reference.social-standard',
      citations: [{ act: '76/2024/NĐ-CP' }],
    });
    expect(ask('2026-01-01', ['social-pension']).payable?.formula).toEqual({
      written: '10000000',
      times: 1,
      dong: 10_000_000,
      citations: [],
    });
    expect(ask('2022-08-01', ['merit']).payable?.confidence).toBe('inferred');
  });
});

describe('which of several funeral benefits is paid', () => {
  it.each<[string, readonly FuneralClass[], string]>([
    ['social insurance before merit', ['merit', 'social-insurance'], 'social-insurance 25300000'],
    ['merit before veterans', ['veteran', 'merit'], 'merit 25300000'],
    ['social insurance before veterans', ['veteran', 'social-insurance'], 'social-insurance 25300000'],
    ['the higher of merit and social protection', ['social-protection', 'merit'], 'merit 25300000'],
    ['the higher of veterans and the social pension', ['social-pension', 'veteran'], 'veteran 25300000'],
    ['of two equal ones the social pension', ['social-protection', 'social-pension'], 'social-pension 10800000'],
    ['all at once', funeralClasses, 'social-insurance 25300000'],
  ])('%s', (_, classes, expected) => {
    expect(paid('2026-11-01', classes)).toBe(expected);
  });

  it('explains each class it does not pay', () => {
    expect(
      ask('2026-11-01', ['social-insurance', 'merit', 'veteran', 'social-pension', 'social-protection']).notPayable,
    ).toEqual([
      {
        class: 'merit',
        amount: 25_300_000,
        because: 'AnotherClassGoesFirst',
        inFavourOf: 'social-insurance',
        citation: expect.objectContaining({ act: '02/2020/UBTVQH14', article: '6', clause: '4' }),
      },
      {
        class: 'veteran',
        amount: 25_300_000,
        because: 'AnotherClassGoesFirst',
        inFavourOf: 'social-insurance',
        citation: expect.objectContaining({ act: '03/2020/TT-BLĐTBXH', article: '3', clause: '1' }),
      },
      {
        class: 'social-pension',
        amount: 10_800_000,
        because: 'AnotherClassGoesFirst',
        inFavourOf: 'social-insurance',
        citation: expect.objectContaining({ act: '176/2025/NĐ-CP', article: '5', confidence: 'inferred' }),
      },
      {
        class: 'social-protection',
        amount: 10_800_000,
        because: 'AnotherClassGoesFirst',
        inFavourOf: 'social-insurance',
        citation: expect.objectContaining({ act: '20/2021/NĐ-CP', article: '11', confidence: 'inferred' }),
      },
    ]);
    expect(ask('2026-11-01', ['merit', 'social-pension', 'social-protection']).notPayable).toMatchObject([
      {
        class: 'social-pension',
        because: 'HigherBenefitPaid',
        inFavourOf: 'merit',
        citation: { act: '176/2025/NĐ-CP' },
      },
      {
        class: 'social-protection',
        because: 'HigherBenefitPaid',
        inFavourOf: 'merit',
        citation: { act: '20/2021/NĐ-CP', clause: '2' },
      },
    ]);
    expect(ask('2026-11-01', ['social-pension', 'social-protection']).notPayable).toMatchObject([
      { class: 'social-protection', because: 'EqualBenefitPaid', inFavourOf: 'social-pension' },
    ]);
  });

  it('pays merit or veterans less where social support gives more, as a province may set it', () => {
    const generous = lawBook(
      book.parameters.map((each) =>
        each.name === 'reference.social-standard.by-province'
          ? {
              ...each,
              rows: each.rows.map((row) => ({
                ...row,
                value: { parameter: 'reference.social-standard', byProvince: { '22': 1_300_000 } },
              })),
            }
          : each,
      ),
    );
    const inQuangNinh = (classes: readonly FuneralClass[], province = '22') =>
      funeralBenefit(generous, { diedOn: day('2025-09-01'), classes, decidedOn: newest, province });
    expect(inQuangNinh(['merit', 'social-protection'])).toMatchObject({
      payable: { class: 'social-protection', amount: 26_000_000, formula: { written: '20 × 1300000' } },
      notPayable: [{ class: 'merit', because: 'HigherBenefitPaid', citation: { act: '02/2020/UBTVQH14' } }],
    });
    expect(inQuangNinh(['veteran', 'social-protection']).notPayable).toMatchObject([
      { class: 'veteran', because: 'HigherBenefitPaid', citation: { act: '20/2021/NĐ-CP', confidence: 'inferred' } },
    ]);
    expect(inQuangNinh(['social-insurance', 'social-protection']).payable?.class).toBe('social-insurance');
    expect(inQuangNinh(['social-protection'], '022').payable?.amount).toBe(26_000_000);
    expect(inQuangNinh(['social-protection'], '01').payable?.amount).toBe(10_000_000);
  });

  it('pays of two equal ones the one the law of ties names first', () => {
    const asked = {
      diedOn: day('2026-11-01'),
      decidedOn: newest,
      classes: ['social-pension', 'social-protection'] as const,
    };
    const reversed = lawBook(
      book.parameters.map((each) =>
        each.name === 'funeral.ties'
          ? { ...each, rows: each.rows.map((row) => ({ ...row, value: [...funeralClasses].reverse() })) }
          : each,
      ),
    );
    expect(funeralBenefit(book, asked).payable?.class).toBe('social-pension');
    expect(funeralBenefit(reversed, asked).payable?.class).toBe('social-protection');
    expect(book.named('funeral.ties')?.rows.map(({ value }) => value)).toEqual([funeralClasses]);
  });

  it('takes no province’s social pension over to the standard (R24)', () => {
    expect(paid('2025-09-01', ['social-protection'], { province: '01' })).toBe('social-protection 10000000');
    expect(paid('2025-09-01', ['social-pension'], { province: '001' })).toBe('social-pension 10000000');
  });

  it('shows support after a disaster beside the benefit, since no text settles whether both are paid (R18)', () => {
    const both = ask('2026-11-01', ['social-insurance', 'disaster', 'social-facility']);
    expect(both).toMatchObject({
      payable: { class: 'social-insurance', amount: 25_300_000 },
      beside: {
        class: 'disaster',
        amount: 27_000_000,
        because: 'CombinationNotSettled',
        confidence: 'inferred',
        citation: { act: '20/2021/NĐ-CP', article: '14' },
      },
      notPayable: [{ class: 'social-facility', because: 'EqualBenefitPaid', inFavourOf: 'disaster' }],
    });
    expect(both.considered.map(({ class: of, outcome }) => `${of} ${outcome}`)).toEqual([
      'social-insurance paid',
      'disaster beside',
      'social-facility not-paid',
    ]);
    expect(ask('2026-11-01', ['disaster', 'social-facility'])).not.toHaveProperty('beside');
  });
});

describe('the insured', () => {
  it.each([
    ['insured-active', 'outside'],
    ['insured-reserved', 'open'],
    ['insured-voluntary', 'inside'],
    ['pensioner', 'inside'],
  ] as const)('%s: the benefit lies %s the bundle (R21)', (status, place) => {
    expect(ask('2026-11-01', ['social-insurance'], { insured: { status } }).payable).toMatchObject({
      amount: 25_300_000,
      bundle: { place, citation: { act: '63/2024/NĐ-CP', confidence: 'inferred' } },
    });
  });

  it('goes before merit also where it is paid outside the bundle', () => {
    expect(paid('2026-11-01', ['merit', 'social-insurance'], { insured: { status: 'insured-active' } })).toBe(
      'social-insurance 25300000',
    );
  });

  it('leaves the place open where nobody says how the person was insured', () => {
    expect(ask('2026-11-01', ['social-insurance']).payable?.bundle?.place).toBe('open');
  });

  it.each([
    ['insured-reserved', 11, 'merit 25300000'],
    ['insured-reserved', 12, 'social-insurance 25300000'],
    ['insured-voluntary', 59, 'merit 25300000'],
    ['insured-voluntary', 60, 'social-insurance 25300000'],
    ['insured-active', 1, 'social-insurance 25300000'],
  ] as const)('%s with %i months paid in: %s', (status, months, expected) => {
    const asked = ask('2026-11-01', ['social-insurance', 'merit'], { insured: { status, months } });
    expect(`${asked.payable?.class} ${asked.payable?.amount}`).toBe(expected);
    if (asked.payable?.class === 'merit')
      expect(asked.notPayable).toMatchObject([{ amount: 25_300_000, because: 'TimePaidInTooShort' }]);
  });

  it.each([
    ['a death by work with kept time', 'insured-reserved', { diedOfWork: true }, 'social-insurance'],
    ['an injury benefit with kept time', 'insured-reserved', { injuryLoss: 31 }, 'social-insurance'],
    ['an injury benefit before the voluntary scheme', 'insured-voluntary', { injuryLoss: 31 }, 'social-insurance'],
    ['a death by work in the voluntary scheme', 'insured-voluntary', { diedOfWork: true }, 'merit'],
    ['no injury benefit', 'insured-reserved', { injuryLoss: 0, diedOfWork: false }, 'merit'],
  ] as const)('%s, eleven months paid in: paid as %s, %o, by %s', (_, status, more, of) => {
    const insured = { status, months: 11, ...more };
    expect(ask('2026-11-01', ['social-insurance', 'merit'], { insured }).payable?.class).toBe(of);
  });

  it('is as sure as the ground that took the place of the months, and where they suffice as the months', () => {
    const sure = (diedOn: string, months: number) =>
      ask(diedOn, ['social-insurance'], { insured: { status: 'insured-reserved', months, diedOfWork: true } }).payable
        ?.confidence;
    expect([sure('2025-07-01', 11), sure('2025-06-30', 11), sure('2025-07-01', 12)]).toEqual([
      'secondary',
      'inferred',
      'secondary',
    ]);
  });

  it('rests on an inference where the voluntary scheme’s threshold decides', () => {
    const sure = (status: 'insured-reserved' | 'insured-voluntary') =>
      ask('2026-11-01', ['social-insurance'], { insured: { status, months: 100 } }).payable?.confidence;
    expect(sure('insured-reserved')).toBe('secondary');
    expect(sure('insured-voluntary')).toBe('inferred');
  });
});

describe('a body that nobody claims (20/2021 art. 14 cl. 2)', () => {
  const costing = (actualCost: number): Partial<FuneralQuestion> => ({
    disaster: { unclaimedBody: true, actualCost: actualCost as Dong },
  });

  it.each([
    ['2021-07-01', 18_000_000],
    ['2024-06-30', 18_000_000],
    ['2024-07-01', 25_000_000],
    ['2026-06-30', 25_000_000],
    ['2026-07-01', 27_000_000],
  ])('on %s gives what the burial cost, and at least %i', (diedOn, least) => {
    expect(paid(diedOn, ['disaster'], costing(0))).toBe(`disaster ${least}`);
    expect(paid(diedOn, ['disaster'], costing(least))).toBe(`disaster ${least}`);
    expect(paid(diedOn, ['disaster'], costing(least + 1))).toBe(`disaster ${least + 1}`);
  });

  it('cites its own clause, with the cost and the floor in the formula', () => {
    const { payable } = ask('2025-01-01', ['disaster'], costing(31_000_000));
    expect(payable).toMatchObject({
      amount: 31_000_000,
      from: { act: '20/2021/NĐ-CP', article: '14', clause: '2' },
      formula: { written: 'max(31000000, 50 × 500000)', times: 1, dong: 31_000_000 },
      confidence: 'secondary',
    });
    expect(payable?.formula).not.toHaveProperty('of');
    expect(ask('2025-01-01', ['disaster'], costing(1)).payable?.formula).toMatchObject({
      written: '50 × 500000',
      of: 'reference.social-standard',
    });
    expect(ask('2026-11-01', ['disaster'], costing(1)).payable?.confidence).toBe('inferred');
  });

  it('says nothing of another class, and nothing of a day without a row', () => {
    expect(paid('2025-01-01', ['social-facility'], costing(31_000_000))).toBe('social-facility 25000000');
    expect(paid('2021-06-30', ['disaster'], costing(31_000_000))).toBe('nothing');
  });

  it('is shown beside the benefit, and is the higher of two kinds of support', () => {
    const both = ask('2025-01-01', ['social-protection', 'disaster', 'social-facility'], costing(31_000_000));
    expect(both).toMatchObject({
      payable: { class: 'social-protection' },
      beside: { class: 'disaster', amount: 31_000_000, from: { clause: '2' } },
      notPayable: [
        {
          class: 'social-facility',
          because: 'HigherBenefitPaid',
          inFavourOf: 'disaster',
          citation: { confidence: 'inferred' },
        },
      ],
    });
  });

  it.each([
    [0, 2_000_000],
    [26_000_000, 1_000_000],
    [27_000_000, undefined],
  ])('of which %i were spent, is topped up by %s where the floor rises', (cost, more) => {
    const known = { decided: '2026-08-20', known: '2026-10-05', ...costing(cost) };
    expect(ask('2026-07-10', ['disaster'], known).topUp?.amount).toBe(more);
  });
});

describe('a rate that became known later', () => {
  it('takes the rate of the month of death, not of the decision', () => {
    expect(paid('2026-06-30', ['social-insurance'], { decided: '2026-07-15' })).toBe('social-insurance 23400000');
  });

  it('adds a top-up, and says that it rests on an inference', () => {
    const asked = ask('2026-07-10', ['social-protection'], { decided: '2026-08-20', known: '2026-10-05' });
    expect(asked.payable?.amount).toBe(10_000_000);
    expect(asked.topUp).toMatchObject({
      amount: 800_000,
      because: 'RateKnownLater',
      citation: { act: '335/2026/NĐ-CP', article: '11' },
      confidence: 'inferred',
    });
  });

  it.each<[FuneralClass, number | undefined]>([
    ['social-pension', 800_000],
    ['disaster', 2_000_000],
    ['social-facility', 2_000_000],
    ['social-insurance', undefined],
  ])('%s: %s more', (of, more) => {
    expect(ask('2026-07-10', [of], { decided: '2026-08-20', known: '2026-12-01' }).topUp?.amount).toBe(more);
  });

  it('adds nothing before it is known, nor to deaths before it, nor when it was known already', () => {
    const topUp = (died: string, decided: string, known: string) =>
      ask(died, ['social-protection'], { decided, known }).topUp;
    expect(topUp('2026-07-10', '2026-08-20', '2026-10-04')).toBeUndefined();
    expect(topUp('2026-06-30', '2026-08-20', '2026-12-01')).toBeUndefined();
    expect(topUp('2026-07-10', '2026-10-05', '2026-12-01')).toBeUndefined();
    expect(topUp('2026-07-10', '2026-12-01', '2026-08-20')).toBeUndefined();
    expect(paid('2026-07-10', ['social-protection'], { decided: '2026-10-05' })).toBe('social-protection 10800000');
  });

  it('does not open again which class is paid', () => {
    expect(
      ask('2026-07-10', ['merit', 'social-protection'], { decided: '2026-08-20', known: '2026-12-01' }),
    ).not.toHaveProperty('topUp');
  });
});

type Known = Pick<FuneralQuestion, 'knownOn'>;

describe('the funeral benefit, whatever the case', () => {
  const between = (from: string, days: number) => fc.nat(days).map((n) => addDays(day(from), n));
  const anyDeath = fc.oneof(between('2019-01-01', 3_000), between('2025-06-15', 30), between('2026-06-25', 110));
  const anyDays = fc.record({ diedOn: anyDeath, decidedAfter: fc.nat(400), knownAfter: fc.nat(400) });
  /** Decided before decree 335/2026 was known, and asked again after it. */
  const overtaken = fc.record({
    diedOn: between('2026-07-01', 80),
    decidedAfter: fc.nat(10),
    knownAfter: fc.integer({ min: 100, max: 300 }),
  });
  const anyQuestion = fc
    .record({
      days: fc.oneof({ arbitrary: anyDays, weight: 4 }, { arbitrary: overtaken, weight: 1 }),
      classes: fc.array(fc.constantFrom(...funeralClasses), { maxLength: 6 }),
      insured: fc.option(
        fc.record(
          {
            status: fc.constantFrom(...insuredStates),
            months: fc.oneof(fc.nat(80), fc.nat(11)),
            diedOfWork: fc.boolean(),
            injuryLoss: fc.constantFrom(0, 0, 0, 31),
          },
          { requiredKeys: ['status', 'months'] },
        ),
      ),
      cost: fc.option(fc.oneof(fc.nat(40_000_000), fc.constantFrom(18_000_000, 25_000_000, 27_000_000))),
    })
    .map(
      ({ days: { diedOn, decidedAfter, knownAfter }, classes, insured, cost }): Required<Known> & FuneralQuestion => {
        const decidedOn = addDays(diedOn, decidedAfter);
        return {
          diedOn,
          classes,
          decidedOn,
          knownOn: addDays(decidedOn, knownAfter),
          ...(insured ? { insured } : {}),
          ...(cost === null ? {} : { disaster: { unclaimedBody: true, actualCost: cost as Dong } }),
        };
      },
    );

  it('is what the articles give, set by set', () => {
    const reached = new Map<string, number>();
    const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { payable, beside, topUp, notPayable } = funeralBenefit(book, question);
        reach(payable ? 'paid' : 'nothing');
        if (beside) reach('beside');
        if (topUp) reach('topUp');
        for (const each of [payable, beside]) if (each?.formula.written.startsWith('max(')) reach('atCost');
        for (const { because } of notPayable) reach(because);
        const { status, months } = question.insured ?? {};
        if (payable?.class === 'social-insurance' && status === 'insured-reserved' && (months ?? 12) < 12)
          reach('withoutMonths');
        expect({
          paid: payable && `${payable.class} ${payable.amount}`,
          beside: beside ? `${beside.class} ${beside.amount}` : null,
          topUp: topUp?.amount ?? null,
        }).toEqual(foretell(question));
      }),
      { numRuns: Math.max(2_000, fc.readConfigureGlobal().numRuns ?? 0) },
    );
    console.info('reached', Object.fromEntries(reached));
    for (const what of [
      'paid',
      'nothing',
      'beside',
      'topUp',
      'atCost',
      'withoutMonths',
      'ClassDidNotExist',
      'NoRateOnRecord',
      'TimePaidInTooShort',
      'AnotherClassGoesFirst',
      'HigherBenefitPaid',
      'EqualBenefitPaid',
    ])
      expect(reached.get(what) ?? 0, what).toBeGreaterThanOrEqual(20);
  });

  it('is never two benefits for one death, and names every class once', () =>
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { payable, beside, notPayable, considered } = funeralBenefit(book, question);
        expect(considered.filter(({ outcome }) => outcome === 'paid')).toHaveLength(payable ? 1 : 0);
        const named = [payable, beside, ...notPayable].flatMap((each) => each?.class ?? []);
        expect([...named].sort()).toEqual([...new Set(question.classes)].sort());
        expect(considered.map((each) => each.class)).toEqual(funeralClasses.filter((each) => named.includes(each)));
      }),
    ));

  it('does not depend on the order in which the classes are given', () =>
    fc.assert(
      fc.property(
        anyQuestion.chain((question) =>
          fc.tuple(
            fc.constant(question),
            fc.shuffledSubarray([...question.classes], { minLength: question.classes.length }),
          ),
        ),
        ([question, shuffled]) => {
          expect(funeralBenefit(book, { ...question, classes: shuffled })).toEqual(funeralBenefit(book, question));
        },
      ),
    ));

  it('never changes with later knowledge: a top-up is all it adds', () =>
    fc.assert(
      fc.property(anyQuestion, ({ knownOn, ...question }) => {
        const { topUp, ...decided } = funeralBenefit(book, { ...question, knownOn });
        expect(decided).toEqual(funeralBenefit(book, question));
        if (topUp) expect(topUp.amount).toBeGreaterThan(0);
      }),
    ));

  it('is exact to the đồng, and cites a text for whatever it does not pay', () =>
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { payable, notPayable } = funeralBenefit(book, question);
        if (payable) expect(payable.formula.times * payable.formula.dong).toBe(payable.amount);
        for (const each of notPayable) if (each.amount !== null) expect(each.citation).not.toBeNull();
      }),
    ));
});
