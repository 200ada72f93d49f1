import { describe, expect, it } from 'vitest';
import * as aBirth from '../harness/a-birth.js';
import { aDecidedDeath, type aFiledDeath, answered, paid, play, QUANG_TRUNG } from '../harness/a-death.js';
import { aFiled } from '../harness/a-desk.js';
import { at } from '../harness/lienthong.js';
import { takenAway } from '../harness/taken-away.js';
import { type CaseSummary, type Statistics, statisticsOf, summarise } from '../readings/statistics.js';

const NOTHING = { count: 0, dong: 0 };
const STORE = ['--store', 'sqlite:cases.db'] as const;

const statsOf = async (desk: Pick<Awaited<ReturnType<typeof aFiledDeath>>, 'lienthong'>, ...more: readonly string[]) =>
  (await desk.lienthong('stats', ...STORE, ...more, '--json')).json();

const withoutCase = async (
  desk: Pick<Awaited<ReturnType<typeof aFiledDeath>>, 'lienthong' | 'cwd'>,
  stream: string,
) => {
  const fewer = await takenAway(desk, 'sqlite:cases.db', (each) => each === stream);
  return (await desk.lienthong('stats', '--store', fewer, '--json')).json();
};

describe('lienthong stats, where money is decided', () => {
  it('counts decided, handed over and paid apart', async () => {
    const death = await aDecidedDeath(await aFiled('birth', aBirth.declaration));
    const owed = { decided: { count: 2, dong: 193_400_000 }, toppedUp: NOTHING };
    expect(await statsOf(death)).toMatchObject({
      received: { total: 2, birth: 1, death: 1 },
      byStatus: { open: 2 },
      decided: 1,
      handedOver: 0,
      paid: 0,
      benefits: { ...owed, paid: NOTHING, outstanding: { count: 2, dong: 193_400_000 } },
      legs: {
        birth: { residence: { chosen: 1, decided: 0 } },
        death: {
          residence: { chosen: 1, decided: 1 },
          funeral: { decided: 1, granted: 1, paid: 0, benefits: { decided: { count: 1, dong: 23_400_000 } } },
          survivor: { decided: 1, paid: 0, benefits: { outstanding: { count: 1, dong: 170_000_000 } } },
        },
      },
    });

    await play(death, [paid('funeral', 23_400_000)]);
    expect(await statsOf(death)).toMatchObject({
      paid: 0,
      benefits: { ...owed, paid: { count: 1, dong: 23_400_000 }, outstanding: { count: 1, dong: 170_000_000 } },
      legs: { death: { funeral: { paid: 1 }, survivor: { paid: 0 } } },
    });

    const desk = { id: 'desk-1', role: 'return-officer', unit: QUANG_TRUNG };
    await play(
      death,
      ['death', 'residence', 'funeral', 'survivor'].map((leg) => ({
        type: 'DeliverResult',
        actor: desk,
        data: { leg, channel: 'desk' },
      })),
    );
    expect(await statsOf(death)).toMatchObject({ decided: 1, handedOver: 1, paid: 0 });

    await play(death, [paid('survivor', 170_000_000)]);
    expect(await statsOf(death)).toMatchObject({
      byStatus: { open: 1, done: 1 },
      paid: 1,
      benefits: { ...owed, paid: { count: 2, dong: 193_400_000 }, outstanding: NOTHING },
    });
  });

  it('gives the groups and their legs apart, and the parts add up', async () => {
    const death = await aDecidedDeath(await aFiled('birth', aBirth.declaration));
    const none = { decided: NOTHING, toppedUp: NOTHING, paid: NOTHING, outstanding: NOTHING };
    const owed = { count: 2, dong: 193_400_000 };
    const all = { ...none, decided: owed, outstanding: owed };
    expect(await statsOf(death, '--by', 'group')).toMatchObject({
      by: ['group'],
      rows: [
        { group: 'birth', received: 1, decided: 0, handedOver: 0, paid: 0, benefits: none },
        { group: 'death', received: 1, decided: 1, handedOver: 0, paid: 0, benefits: all },
      ],
    });
    const { by, rows } = (await statsOf(death, '--by', 'leg')) as {
      by: readonly string[];
      rows: readonly { group: string; leg: string }[];
    };
    expect(by).toEqual(['group', 'leg']);
    expect(rows.filter(({ leg }) => leg === 'residence').map(({ group }) => group)).toEqual(['birth', 'death']);
    const { out } = await death.lienthong('stats', ...STORE, '--by', 'group', '--lang', 'vi');
    expect(out).toMatch(/death +1 +1 +0 +0 +193\.400\.000 ₫ +0 ₫ +193\.400\.000 ₫/);
    expect((await death.lienthong('stats', ...STORE)).out).toMatch(
      /Paid in full +0[\s\S]*outstanding +2 +193\.400\.000 ₫/,
    );
  });

  it('tells a payment that failed from one that was made', async () => {
    const death = await aDecidedDeath();
    await play(death, [answered('pay-funeral#1', { outcome: 'failed', reason: 'wrong-account' })]);
    expect(await statsOf(death)).toMatchObject({
      paid: 0,
      benefits: { paid: NOTHING, outstanding: { dong: 193_400_000 } },
    });
    const told = await death.lienthong('case', death.id, ...STORE, '--lang', 'vi');
    expect(told.out).toMatch(/Mai táng phí +đang xử lý +quyết định 23\.400\.000 ₫, đã chi trả 0 ₫, còn phải trả 23/);
  });

  it('counts a case less, and its money, where one is taken away', async () => {
    const death = await aDecidedDeath(await aFiled('birth', aBirth.declaration));
    const { received, benefits, paid: withoutPaid } = (await withoutCase(death, `death-${death.id}`)) as Statistics;
    expect({ received, benefits, withoutPaid }).toEqual({
      received: { total: 1, birth: 1, death: 0 },
      benefits: { decided: NOTHING, toppedUp: NOTHING, paid: NOTHING, outstanding: NOTHING },
      withoutPaid: 0,
    });
  });

  it('counts a leg that the family asks for elsewhere or that an agency stops as neither decided nor paid', () => {
    const summary = (outcome: 'outside' | 'stopped') =>
      summarise({
        group: 'death',
        phase: 'closed',
        stuck: false,
        late: false,
        commune: QUANG_TRUNG,
        filedAt: at('2024-08-29T02:20:00Z'),
        legs: [
          { leg: 'death', outcome: 'done', decided: true, handedOver: true, money: null },
          { leg: 'funeral', outcome, decided: false, handedOver: false, money: null },
        ],
      }) as CaseSummary;
    expect(statisticsOf([summary('outside'), summary('stopped')], 0)).toMatchObject({
      byStatus: { done: 0, partly: 2 },
      decided: 2,
      handedOver: 2,
      paid: 0,
      legs: { death: { funeral: { chosen: 2, decided: 0, granted: 0, paid: 0 } } },
    });
  });
});
