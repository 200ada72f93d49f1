import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lienthong, lienthongWith } from '../harness/lienthong.js';

type Told = Readonly<{
  payable: Readonly<{ class: string; amount: number }> | null;
  notPayable: readonly Readonly<{ class: string; amount: number | null; because: string }>[];
  topUp?: Readonly<{ amount: number; confidence: string }>;
  survivor?: Readonly<{ monthly?: readonly Readonly<{ of: string; amount: number }>[] }>;
  meritLump?: Readonly<{ amount: number }>;
}>;

const benefit = async (...argv: readonly string[]): Promise<Told> => {
  const { status, json, err } = await lienthong('benefit', ...argv, '--json');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return json() as Told;
};

describe('lienthong benefit', () => {
  it.each([
    ['2021-07-01', 'social-insurance', 14_900_000],
    ['2023-07-01', 'merit', 18_000_000],
    ['2024-07-01', 'veteran', 23_400_000],
    ['2026-07-01', 'social-insurance', 25_300_000],
    ['2024-06-30', 'social-protection', 7_200_000],
    ['2025-07-01', 'social-pension', 10_000_000],
    ['2026-07-01', 'social-protection', 10_800_000],
    ['2024-07-01', 'disaster', 25_000_000],
    ['2026-07-01', 'social-facility', 27_000_000],
  ])('a death on %s, %s: %i', async (died, of, amount) => {
    expect((await benefit('--died', died, '--class', of)).payable).toMatchObject({ class: of, amount });
  });

  it('has the shape that scripts rely on, each answer with its text', async () => {
    const told = await benefit('--died', '2026-11-01', '--class', 'merit', 'social-insurance');
    expect(told).toMatchObject({
      payable: {
        class: 'social-insurance',
        amount: 25_300_000,
        from: { act: '41/2024/QH15', article: '85' },
        formula: { written: '10 × 2530000' },
      },
      notPayable: [
        {
          class: 'merit',
          amount: 25_300_000,
          because: 'AnotherClassGoesFirst',
          citation: { act: '02/2020/UBTVQH14', article: '6', clause: '4', confidence: 'official' },
        },
      ],
    });
    expect(told).not.toHaveProperty('topUp');
  });

  it('takes classes in one option or in several', async () => {
    const once = await benefit('--died', '2026-11-01', '--class', 'merit', 'veteran');
    expect(await benefit('--died', '2026-11-01', '--class', 'veteran', '--class', 'merit')).toEqual(once);
  });

  it('answers with nothing payable, and no error, where the class did not exist', async () => {
    expect(await benefit('--died', '2025-06-30', '--class', 'social-pension')).toMatchObject({
      payable: null,
      notPayable: [{ class: 'social-pension', amount: null, because: 'ClassDidNotExist' }],
    });
  });

  it('keeps what was decided and adds what became known later', async () => {
    const asked = ['--died', '2026-07-10', '--class', 'social-protection'];
    expect(await benefit(...asked, '--decided', '2026-08-20')).toMatchObject({
      payable: { amount: 10_000_000 },
      topUp: { amount: 800_000, because: 'RateKnownLater', confidence: 'inferred' },
    });
    expect(await benefit(...asked, '--decided', '2026-08-20', '--known-on', '2026-09-30')).not.toHaveProperty('topUp');
    expect((await benefit(...asked, '--known-on', '2026-09-30')).payable?.amount).toBe(10_000_000);
    expect((await benefit(...asked)).payable?.amount).toBe(10_800_000);
    expect(
      (await benefit('--died', '2026-06-30', '--class', 'social-insurance', '--decided', '2026-07-15')).payable,
    ).toMatchObject({ amount: 23_400_000 });
  });

  it('says which insured are outside the bundle', async () => {
    expect(
      await benefit('--died', '2026-11-01', '--class', 'social-insurance', '--insured', 'insured-active'),
    ).toMatchObject({
      payable: { bundle: { place: 'outside' } },
    });
    const { out } = await lienthong(
      'benefit',
      '--died',
      '2026-11-01',
      '--class',
      'social-insurance',
      '--insured',
      'insured-active',
    );
    expect(out).toContain('the employer files with social insurance');
  });

  it('takes a province by either list of codes', async () => {
    for (const province of ['01', '001'])
      expect(
        (await benefit('--died', '2025-09-01', '--class', 'social-protection', '--province', province)).payable?.amount,
      ).toBe(10_000_000);
  });

  it('tells people the same, in their language', async () => {
    const asked = [
      'benefit',
      '--died',
      '2026-07-10',
      '--class',
      'social-protection',
      'disaster',
      '--decided',
      '2026-08-20',
    ];
    const { out } = await lienthong(...asked, '--lang', 'vi');
    expect(out).toContain('Được chi trả: 10.000.000 ₫   Bảo trợ xã hội   20 × 500000');
    expect(out).toContain('khoản 2 Điều 11 Nghị định 20/2021/NĐ-CP');
    expect(out).toContain('Truy lĩnh do mức mới được biết sau: 800.000 ₫');
    expect(out).toContain('25.000.000 ₫   Chết do thiên tai, tai nạn');
    const english = await lienthong(
      'benefit',
      '--died',
      '2026-11-01',
      '--class',
      'merit',
      'social-insurance',
      'social-pension',
    );
    expect(english.out).toContain('Payable: 25.300.000 ₫   Social insurance   10 × 2530000');
    expect(english.out).toMatch(
      /People with merit +25\.300\.000 ₫ +another class goes first \(Social insurance\) +Ordinance 02/,
    );
  });

  it.each([
    [['--died', '2026-02-30', '--class', 'merit'], '--died: expected a day that exists'],
    [['--died', '2026-11-01', '--class', 'king'], '--class: expected social-insurance | merit'],
    [['--died', '2026-11-01'], 'at least one --class is needed'],
    [['--class', 'merit'], 'either --died or --case is needed'],
    [['--died', '2026-11-01', '--class', 'merit', '--insured', 'rich'], '--insured: expected insured-active'],
    [['--died', '2026-11-01', '--class', 'merit', '--province', '99'], '--province: expected a province code'],
    [
      ['--died', '2026-11-01', '--class', 'merit', '--decided', '2026-10-31'],
      '--decided: expected a day not before the death',
    ],
    [
      ['--died', '2026-07-10', '--class', 'merit', '--decided', '2026-08-20', '--known-on', '2026-08-19'],
      '--known-on: expected a day not before the decision',
    ],
    [['--died', '2026-07-10', '--case', 'x.json'], 'option'],
  ])('refuses %j with exit 2', async (argv, said) => {
    const { status, out, err } = await lienthong('benefit', ...argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
  });
});

describe('lienthong benefit --case', () => {
  const told = {
    diedOn: '2026-11-01',
    classes: ['merit', 'social-insurance'],
    insured: { status: 'pensioner' },
    meritAllowance: 3_012_000,
    survivors: {
      relatives: [
        { of: 'A', kind: 'child', bornOn: '2020-05-01', withoutCarer: true },
        { of: 'B', kind: 'spouse', bornOn: '1980-05-01', sex: 'female' },
      ],
      pension: { monthly: 5_000_000, monthsDrawn: 30 },
    },
  };

  const filed = (facts: object): string => {
    const file = join(folder(), 'case.json');
    writeFileSync(file, JSON.stringify(facts));
    return file;
  };

  it('adds the survivors and the merit lump', async () => {
    expect(await benefit('--case', filed(told))).toMatchObject({
      payable: { class: 'social-insurance', amount: 25_300_000, bundle: { place: 'inside' } },
      survivor: {
        monthly: [{ of: 'A', amount: 1_771_000 }],
        notEntitled: [{ of: 'B', because: 'AgeNotReached', citation: { act: '45/2019/QH14' } }],
      },
      meritLump: { amount: 9_036_000, from: { act: '131/2021/NĐ-CP', article: '121', clause: '2' } },
    });
  });

  it('tells people so', async () => {
    const { out } = await lienthong('benefit', '--case', filed(told));
    expect(out).toMatch(/A +1\.771\.000 ₫ +70 % × 2530000 +from a secondary source +Law 41/);
    expect(out).toMatch(/B +draws no monthly allowance: age not reached/);
    expect(out).toContain('Merit lump: 9.036.000 ₫   3 × 3012000');
    const alone = await lienthong(
      'benefit',
      '--lang',
      'vi',
      '--case',
      filed({ ...told, survivors: { ...told.survivors, relatives: [] } }),
    );
    expect(alone.out).toContain(
      'Tuất một lần (không có thân nhân: theo pháp luật thừa kế): 170.000.000 ₫   34 × 5000000',
    );
    const untold = await lienthong('benefit', '--case', filed({ ...told, survivors: { relatives: [] } }));
    expect(untold.out).toContain('cannot be told');
  });

  it('reads standard input, and options go before the file', async () => {
    const asked = { ...told, diedOn: '2026-07-10', classes: ['social-protection'], decidedOn: '2026-12-01' };
    const { json } = await lienthongWith({ stdin: () => JSON.stringify(asked) })(
      'benefit',
      '--case',
      '-',
      '--decided',
      '2026-08-20',
      '--json',
    );
    expect(json()).toMatchObject({ payable: { amount: 10_000_000 }, topUp: { amount: 800_000 } });
  });

  it('refuses what it cannot read, without repeating it', async () => {
    expect(await lienthong('benefit', '--case', filed({ ...told, diedOn: 'Nguyễn Văn A' }))).toMatchObject({
      status: 2,
      err: 'Bad input: diedOn: expected a date YYYY-MM-DD\n',
    });
    expect(await lienthong('benefit', '--case', join(folder(), 'none.json'))).toMatchObject({ status: 2 });
  });
});
