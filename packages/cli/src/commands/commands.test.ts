import { describe, expect, it } from 'vitest';
import { lienthong, lienthongWith } from '../harness/lienthong.js';

type Deadlines = Readonly<{
  countsFrom: string;
  rulebook: readonly string[];
  lawSet: Readonly<{ release: string; on: string; knownOn: string; hash: string }>;
  deadlines: readonly Readonly<{
    leg: string;
    dueOn: string | null;
    confidence: string;
    derivation: readonly unknown[];
  }>[];
}>;

const dueOf = async (...argv: readonly string[]) => {
  const { status, json } = await lienthong('deadlines', 'birth', ...argv, '--json');
  expect(status).toBe(0);
  const answer = json() as Deadlines;
  return { ...answer, due: Object.fromEntries(answer.deadlines.map(({ leg, dueOn }) => [leg, dueOn])) };
};

describe('lienthong deadlines', () => {
  it('counts a birth received after the cut-off from the next working day, over National Day', async () => {
    const answer = await dueOf('--received', '2024-08-29T15:20:00+07:00');
    expect(answer.countsFrom).toBe('2024-08-30');
    expect(answer.due).toMatchObject({
      birth: '2024-08-30',
      residence: '2024-09-05',
      card: '2024-09-05',
      whole: '2024-09-06',
    });
    expect(answer.rulebook).toContain('RB3');
    expect(answer.lawSet.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.deadlines.every(({ derivation }) => derivation.length > 0)).toBe(true);
  });

  it('gives more time when facts have to be verified', async () => {
    const answer = await dueOf('--received', '2024-07-08T09:00:00+07:00', '--verification');
    expect(answer.due).toMatchObject({ residence: '2024-07-15', whole: '2024-07-15' });
  });

  it('tells people the same as programs, in their language', async () => {
    const { out } = await lienthong('deadlines', 'birth', '--received', '2024-08-29T15:20:00+07:00', '--lang', 'vi');
    expect(out).toContain('Tính từ ngày: 2024-08-30');
    expect(out).toContain('nghỉ lễ');
  });

  it.each([
    ['2024-02-30T09:00:00+07:00', 'an instant such as'],
    ['2024-08-29', 'an instant such as'],
    ['yesterday', 'an instant such as'],
    ['x'.repeat(10_000_000), 'an instant such as'],
  ])('refuses an instant that is none (%.30s) without repeating it', async (received, said) => {
    const { status, err, out } = await lienthong('deadlines', 'birth', '--received', received);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`--received: expected ${said}`);
    expect(err.length).toBeLessThan(200);
  });

  it('refuses 30 February and an unknown procedure', async () => {
    const received = ['--received', '2024-08-29T09:00:00+07:00'];
    expect(await lienthong('deadlines', 'birth', ...received, '--known-on', '2024-02-30')).toMatchObject({
      status: 2,
      err: 'Bad input: --known-on: expected a day that exists in the calendar\n',
    });
    expect(await lienthong('deadlines', 'wedding', ...received)).toMatchObject({ status: 2 });
  });
});

describe('lienthong law', () => {
  it('gives the row of a day with its citation and confidence', async () => {
    const { json } = await lienthong('law', 'limit.whole', '--on', '2023-07-15', '--json');
    const { parameters } = json() as { parameters: readonly { rows: readonly unknown[] }[] };
    expect(parameters).toHaveLength(1);
    expect(parameters[0]?.rows).toEqual([
      expect.objectContaining({
        value: expect.objectContaining({ n: 4, verified: 6 }),
        citation: expect.objectContaining({ act: '2084/VPCP-KSTT' }),
        confidence: expect.stringMatching(/official|secondary|inferred/),
      }),
    ]);
  });

  it('gives the whole history of a parameter when no day is asked for', async () => {
    const { out } = await lienthong('law', 'limit.whole');
    expect(out).toContain('2084/VPCP-KSTT');
    expect(out).toContain('63/2024/NĐ-CP');
  });

  it('shows nothing that was not yet known on a day', async () => {
    const { out } = await lienthong('law', 'limit.whole', '--known-on', '2023-12-31');
    expect(out).not.toContain('63/2024/NĐ-CP');
  });

  it('lists every parameter, and those whose names begin alike', async () => {
    const all = (await lienthong('law', '--json')).json() as { parameters: readonly { name: string }[] };
    const limits = (await lienthong('law', 'limit.', '--json')).json() as { parameters: readonly { name: string }[] };
    expect(all.parameters.length).toBeGreaterThan(limits.parameters.length);
    expect(limits.parameters.every(({ name }) => name.startsWith('limit.'))).toBe(true);
  });

  it('refuses a name it does not know, and a day that is none', async () => {
    expect(await lienthong('law', 'price-of-tea')).toMatchObject({ status: 2, out: '' });
    expect(await lienthong('law', '--on', '2023-02-29')).toMatchObject({
      status: 2,
      err: 'Bad input: --on: expected a day that exists in the calendar\n',
    });
  });
});

describe('lienthong personal-number check', () => {
  it('takes a number apart', async () => {
    const { status, json } = await lienthong('personal-number', 'check', '040323123456', '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      parts: { placeCode: '040', century: 21, sex: 'female', year: 2023, random: '123456' },
      problems: [],
    });
  });

  it('finds a place code that no list has, and ends with 1', async () => {
    const { status, out } = await lienthong('personal-number', 'check', '999323123456');
    expect(status).toBe(1);
    expect(out).toContain('UnknownPlaceCode');
  });

  it('finds a birth year still to come', async () => {
    const { status, out } = await lienthong('personal-number', 'check', '040399123456');
    expect(status).toBe(1);
    expect(out).toContain('BirthYearNotReached');
  });

  it('only warns of a new code whose use is unconfirmed', async () => {
    const { status, json } = await lienthongWith({})(
      'personal-number',
      'check',
      '004225123456',
      '--on',
      '2025-12-01',
      '--json',
    );
    expect(status).toBe(0);
    expect(json()).toMatchObject({ parts: { placeCode: '004' } });
  });

  it.each(['04032312345', '0403231234567', '04032312345x', 'Nguyễn Văn A'])(
    'refuses what is no number (%s), unrepeated',
    async (typed) => {
      const { status, err } = await lienthong('personal-number', 'check', typed);
      expect({ status, err }).toEqual({
        status: 2,
        err: 'Bad input: NUMBER: expected a personal number of twelve digits\n',
      });
    },
  );
});

describe('lienthong card check', () => {
  it('reads the fifteen characters of a child’s card', async () => {
    const { status, json } = await lienthong('card', 'check', 'TE1402912345678', '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({ parts: { group: 'TE', level: '1', province: '40' }, problems: [] });
  });

  it('finds a card that is no child’s, and a form not yet in use', async () => {
    expect(await lienthong('card', 'check', 'DN4402912345678')).toMatchObject({ status: 1 });
    expect((await lienthong('card', 'check', '040323123456', '--on', '2024-01-01')).out).toContain('FormNotInUse');
    expect(await lienthong('card', 'check', '040323123456', '--on', '2025-09-01')).toMatchObject({ status: 0 });
  });

  it('refuses what is no card number', async () => {
    expect(await lienthong('card', 'check', '123')).toMatchObject({ status: 2, out: '' });
  });
});
