import { describe, expect, it } from 'vitest';
import { aFiledCase, officer, PERSONAL, QUANG_TRUNG, receiving } from '../harness/a-birth.js';
import * as aDeath from '../harness/a-death.js';
import { aFiled } from '../harness/a-desk.js';

const courier = { id: 'courier', role: 'courier' };
const team = { id: 'support-1', role: 'support-team' };
const STORE = ['--store', 'sqlite:cases.db'] as const;
const NUMBER = 'assign-personal-number#1';

type Case = Awaited<ReturnType<typeof aFiledCase>>;

const put = async ({ decide }: Pick<Case, 'decide'>, ...commands: readonly object[]): Promise<void> => {
  for (const command of commands) {
    const { status, err } = await decide(command);
    expect({ command, status, err }).toEqual({ command, status: 0, err: '' });
  }
};

/** The request for the number was given up. */
const aStuckCase = async (): Promise<Case> => {
  const filed = await aFiledCase();
  await put(
    filed,
    receiving,
    { type: 'RequestPersonalNumber', actor: officer, data: {} },
    { type: 'RecordRequestGivenUp', actor: courier, data: { request: NUMBER, why: 'unreachable', lookFor: 'C06-17' } },
  );
  return filed;
};

type Listed = Readonly<{ total: number; stuck: readonly Readonly<Record<string, unknown>>[] }>;
const listed = async ({ lienthong }: Pick<Case, 'lienthong'>, ...more: readonly string[]): Promise<Listed> =>
  (await lienthong('escalations', ...STORE, ...more, '--json')).json() as Listed;

describe('lienthong escalations', () => {
  it('lists what is stuck with the agency, the reason, since when, and who looks after it', async () => {
    const filed = await aStuckCase();
    const { total, stuck } = await listed(filed);
    expect(total).toBe(1);
    expect(stuck).toEqual([
      {
        kind: 'matter',
        about: NUMBER,
        reason: 'unreachable',
        agency: 'population',
        since: '2024-08-29T02:20:00.000Z',
        days: 0,
        commune: QUANG_TRUNG,
        group: 'birth',
        case: filed.id.replace('birth-', ''),
        stream: `birth-${filed.id.replace('birth-', '')}`,
        lookedAfterBy: null,
        lookFor: 'C06-17',
      },
    ]);
    await put(filed, { type: 'TakeUp', actor: team, data: { about: NUMBER } });
    expect((await listed(filed)).stuck).toMatchObject([{ lookedAfterBy: 'support-1' }]);
    const told = await filed.lienthong('escalations', ...STORE, '--lang', 'vi');
    expect(told.out).toContain('cơ sở dữ liệu dân cư');
    expect(told.out).toContain('không kết nối được');
    expect(told.out).not.toMatch(PERSONAL);
  });

  it('is asked by agency and commune, and as of a moment', async () => {
    const filed = await aStuckCase();
    expect((await listed(filed, '--agency', 'population')).total).toBe(1);
    expect((await listed(filed, '--agency', 'insurance')).total).toBe(0);
    expect((await listed(filed, '--commune', QUANG_TRUNG)).total).toBe(1);
    expect((await listed(filed, '--commune', '00001')).total).toBe(0);
    expect((await listed(filed, '--as-of', '2024-08-29T02:19:00Z')).total).toBe(0);
    expect(await filed.lienthong('escalations', ...STORE, '--agency', 'post-office')).toMatchObject({ status: 2 });
  });

  it('says so when nothing is stuck, and once the team has settled the matter', async () => {
    const filed = await aFiledCase();
    expect((await filed.lienthong('escalations', ...STORE)).out).toBe('Nothing is stuck.\n');
  });

  it('tells of silence and of missed days before anybody was called, each once', async () => {
    const filed = await aFiledCase();
    await put(filed, receiving, { type: 'RequestPersonalNumber', actor: officer, data: {} });
    expect((await listed(filed)).total).toBe(0);
    filed.setClock('2024-09-20T02:00:00.000Z');
    const { stuck } = await listed(filed);
    expect(stuck.map(({ kind, about, agency }) => [kind, about, agency])).toEqual([
      ['request', NUMBER, 'population'],
      ['deadline', expect.stringMatching(/^birth\/2024-0[89]-\d\d$/), 'civil-status'],
    ]);
    const [, late] = stuck;
    await put(filed, {
      type: 'Escalate',
      actor: team,
      data: { about: late?.['about'], cause: 'deadline-missed' },
    });
    expect((await listed(filed)).stuck.map(({ kind }) => kind)).toEqual(['request', 'matter']);
    expect(
      await filed.decide({ type: 'Escalate', actor: team, data: { about: late?.['about'], cause: 'asked' } }),
    ).toMatchObject({ status: 1 });
  });

  it('takes guidance from its vocabulary alone', async () => {
    const filed = await aStuckCase();
    const advise = (guidance: string) =>
      filed.decide({ type: 'GiveGuidance', actor: team, data: { about: NUMBER, guidance } });
    expect(await advise('ask-agency-in-person')).toMatchObject({ status: 0 });
    expect(await advise('call-Ms-Lan')).toMatchObject({ status: 2 });
  });
});

describe('a case by the codes of other systems', () => {
  const PORTAL = 'G22.99.08-240829-0042';

  it('is found by the portal’s code and by an agency’s reference, and shows both', async () => {
    const filed = await aFiledCase();
    await put(
      filed,
      receiving,
      { type: 'RequestPersonalNumber', actor: officer, data: {} },
      { type: 'RecordAlias', actor: courier, data: { system: 'portal', code: PORTAL } },
      {
        type: 'RecordRequestAcknowledged',
        actor: courier,
        data: { request: NUMBER, receivedAt: '2024-08-29T09:25:00+07:00', reference: 'C06-17' },
      },
    );
    for (const code of [PORTAL, PORTAL.toLowerCase(), 'C06-17']) {
      const found = await filed.lienthong('case', code, ...STORE, '--json');
      expect(found.json()).toMatchObject({
        case: filed.id.replace('birth-', ''),
        codes: expect.arrayContaining([
          { system: 'portal', code: PORTAL, from: 'recorded' },
          { system: 'population', code: 'C06-17', from: 'reference' },
        ]),
      });
    }
    expect((await filed.lienthong('case', PORTAL, ...STORE)).out).toContain(PORTAL);
    expect(
      await filed.decide({ type: 'RecordAlias', actor: courier, data: { system: 'portal', code: PORTAL } }),
    ).toMatchObject({ status: 1 });
  });

  it('that nobody gave is no case, and one that two cases share names both', async () => {
    const one = await aFiledCase();
    const coded = { type: 'RecordAlias', actor: courier, data: { system: 'portal', code: PORTAL } };
    await put(one, coded);
    expect(await one.lienthong('case', 'G22.99.08-9', ...STORE)).toMatchObject({ status: 2, out: '' });
    const other = await aFiled('death', aDeath.declaration, one);
    await put(other, coded);
    const found = await one.lienthong('case', PORTAL, ...STORE);
    expect(found).toMatchObject({ status: 2, out: '' });
    for (const { id } of [one, other]) expect(found.err).toContain(id.replace(/^(birth|death)-/, ''));
  });
});
