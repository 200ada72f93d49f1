import { describe, expect, it } from 'vitest';
import { aFiledCase, declaration, officer, PERSONAL, receiving } from '../harness/a-birth.js';
import { aFiled } from '../harness/a-desk.js';

const courier = { id: 'courier', role: 'courier' };
const STORE = ['--store', 'sqlite:cases.db'] as const;
const NUMBER = 'assign-personal-number#1';

type Case = Awaited<ReturnType<typeof aFiledCase>>;

const put = async ({ decide }: Pick<Case, 'decide'>, ...commands: readonly object[]): Promise<void> => {
  for (const command of commands) {
    const { status, err } = await decide(command);
    expect({ command, status, err }).toEqual({ command, status: 0, err: '' });
  }
};

const asked = [receiving, { type: 'RequestPersonalNumber', actor: officer, data: {} }] as const;
const givenUp = {
  type: 'RecordRequestGivenUp',
  actor: courier,
  data: { request: NUMBER, why: 'unreachable', lookFor: 'C06-17' },
};
const acknowledged = {
  type: 'RecordRequestAcknowledged',
  actor: courier,
  data: { request: NUMBER, receivedAt: '2024-08-29T02:20:00.000Z', reference: 'R-1' },
};

const aStuckCase = async (last: object = givenUp, filed?: Case): Promise<Case> => {
  const one = filed ?? (await aFiledCase());
  await put(one, ...asked, last);
  return one;
};

type Told = Readonly<{ resent: readonly object[]; refused: readonly object[] }>;

describe('lienthong resync', () => {
  it('asks again about what was given up, as the support team, on record in the case', async () => {
    const filed = await aStuckCase();
    const { status, out, err } = await filed.lienthong(
      'resync',
      ...STORE,
      '--case',
      filed.id,
      '--as',
      'support-team:anna',
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`${NUMBER}  given up: asked again.`);
    expect(out).toContain('Asked again: 1; not asked again: 0; left to people: 0.');
    const stored = await filed.stored();
    const record = stored
      .split('\n')
      .filter((line) => line.includes('ResyncStatus'))
      .map((line) => JSON.parse(line) as { actor: object });
    expect(record.map(({ actor }) => actor)).toEqual([{ id: 'anna', role: 'support-team' }]);
    expect(stored).toContain(`"resumes":"${NUMBER}"`);
  });

  it('does nothing the second time, for the request is on its way again', async () => {
    const filed = await aStuckCase();
    await filed.lienthong('resync', ...STORE, '--stuck');
    const before = await filed.stored();
    const again = await filed.lienthong('resync', ...STORE, '--stuck', '--json');
    expect(again.status).toBe(0);
    expect(again.json()).toMatchObject({ resent: [], refused: [] });
    expect(await filed.stored()).toBe(before);
  });

  it('goes through every case of the store, and leaves alone what is on its way', async () => {
    const one = await aStuckCase();
    const other = await aFiled(
      'birth',
      { ...declaration, birthProof: { kind: 'notice', code: '00002.GCS.40001.24' } },
      one,
    );
    await put(other, ...asked);
    const { json, status } = await one.lienthong('resync', ...STORE, '--stuck', '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      by: { id: 'local', role: 'support-team' },
      resent: [{ case: one.id.replace('birth-', ''), group: 'birth', request: NUMBER, because: 'given-up' }],
      refused: [],
    });
  });

  it('counts as silent what arrived and was not answered for so many hours, and asks again where that is safe', async () => {
    const filed = await aStuckCase(acknowledged);
    const silent = ['resync', ...STORE, '--stuck', '--silent', '2', '--json'] as const;
    expect((await filed.lienthong(...silent)).json()).toMatchObject({ resent: [], left: [] });
    filed.setClock('2024-08-29T04:20:00.000Z');
    const careful = await filed.lienthong(...silent);
    expect(careful.json()).toMatchObject({ resent: [], left: [{ request: NUMBER, because: 'silent' }] });
    const asked = await filed.lienthong(...silent, '--arrived');
    expect(asked.json()).toMatchObject({ resent: [{ request: NUMBER, because: 'silent' }], left: [] });
  });

  it('leaves to people what perhaps arrived, with what to look for, until somebody names the case', async () => {
    const filed = await aStuckCase({ ...givenUp, data: { ...givenUp.data, why: 'outcome-unknown' } });
    const before = await filed.stored();
    const { json, status } = await filed.lienthong('resync', ...STORE, '--stuck', '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({ resent: [], left: [{ request: NUMBER, because: 'given-up', lookFor: 'C06-17' }] });
    expect(await filed.stored()).toBe(before);
    const told = await filed.lienthong('resync', ...STORE, '--stuck');
    expect(told.out).toContain('somebody must look first');
    const named = await filed.lienthong('resync', ...STORE, '--case', filed.id, '--json');
    expect(named.json()).toMatchObject({ resent: [{ request: NUMBER }], left: [] });
  });

  it('says in both languages what was refused and why, and ends with 1', async () => {
    const filed = await aStuckCase();
    const before = await filed.stored();
    const english = await filed.lienthong('resync', ...STORE, '--stuck', '--as', 'applicant:citizen-1');
    expect(english.status).toBe(1);
    expect(english.out).toMatch(/given up: not asked again\. .+/);
    const vietnamese = await filed.lienthong(
      'resync',
      ...STORE,
      '--stuck',
      '--as',
      'applicant/citizen-1',
      '--lang',
      'vi',
    );
    expect(vietnamese.out).toMatch(/đã dừng: không hỏi lại được\. .+/);
    const told = (
      await filed.lienthong('resync', ...STORE, '--stuck', '--as', 'applicant:citizen-1', '--json')
    ).json() as Told;
    expect(told).toMatchObject({
      resent: [],
      refused: [{ problem: 'refused', refusals: [{ reason: expect.any(String) }] }],
    });
    expect(await filed.stored()).toBe(before);
    expect(english.out + vietnamese.out + JSON.stringify(told)).not.toMatch(PERSONAL);
  });

  it.each([
    [[], 2],
    [['--stuck', '--case', 'x'], 2],
    [['--case', 'x'], 2],
    [['--stuck', '--silent', '-1'], 2],
    [['--stuck', '--as', 'king:x'], 2],
    [['--case', '00000000-0000-4000-8000-000000000000'], 2],
  ] as const)('%j is bad usage', async (more, exit) => {
    const filed = await aFiledCase();
    expect((await filed.lienthong('resync', ...STORE, ...more)).status).toBe(exit);
  });

  it('makes no store where there is none', async () => {
    const filed = await aFiledCase();
    expect((await filed.lienthong('resync', '--store', 'sqlite:none.db', '--stuck')).status).toBe(3);
  });
});
