import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFiledCase, declaration, mother, PERSONAL, receiving } from '../harness/a-birth.js';
import { aDesk } from '../harness/a-desk.js';

const STORE = ['--store', 'sqlite:cases.db'] as const;
const LEADER = ['--ground', 'subject-request', '--by', 'commune-leader:leader-1'] as const;

const aWithdrawnCase = async () => {
  const filed = await aFiledCase();
  expect(await filed.decide(receiving)).toMatchObject({ status: 0 });
  expect(await filed.decide({ type: 'WithdrawCase', actor: mother, data: {} })).toMatchObject({ status: 0 });
  return filed;
};

/** What lies on the disk of a desk, whole. */
const disk = (cwd: string): string =>
  readdirSync(cwd)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => readFileSync(join(cwd, name), 'latin1'))
    .join('\n');

describe('lienthong forget', () => {
  it('erases everybody of an application that was withdrawn, and each view says so', async () => {
    const { lienthong, id, stored, cwd } = await aWithdrawnCase();
    for (const subject of ['child', 'mother', 'applicant']) {
      const { status, out, err } = await lienthong('forget', id, subject, ...STORE, ...LEADER);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain('erased');
    }
    const timeline = await lienthong('timeline', id, ...STORE, '--with-personal-data');
    expect(timeline).toMatchObject({ status: 0, out: expect.stringContaining('child: erased') });
    const held = await lienthong('held', id, ...STORE, '--with-personal-data', '--json');
    const shown = held.json() as { held: readonly { standing: string }[] };
    expect(new Set(shown.held.map(({ standing }) => standing))).toEqual(new Set(['erased']));
    const whole = [timeline.out, held.out, await stored(), (await lienthong('case', id, ...STORE)).out, disk(cwd)];
    expect(whole.join('\n')).not.toMatch(PERSONAL);
  });

  it('leaves a store that is whole, and decisions that are neither right nor wrong', async () => {
    const { lienthong, id } = await aWithdrawnCase();
    await lienthong('forget', id, 'child', ...STORE, ...LEADER);
    const { status, json } = await lienthong('replay', 'sqlite:cases.db', '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      judged: 2,
      notJudged: [{ command: 'Apply', because: 'erased' }],
      findings: [],
    });
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson');
    expect(await lienthong('verify', 'cases.ndjson')).toMatchObject({ status: 0 });
    expect(await lienthong('verify', 'sqlite:cases.db')).toMatchObject({ status: 0 });
  });

  it('refuses while the case is under way, with the text and what opens the way, and records nothing', async () => {
    const { lienthong, id, stored } = await aFiledCase();
    const before = await stored();
    const { status, err } = await lienthong('forget', id, 'applicant', ...STORE, ...LEADER);
    expect(status).toBe(1);
    expect(err).toMatch(/The case is under way.*Decree 13\/2023\/NĐ-CP, art\. 16 cl\. 2/);
    const told = await lienthong('forget', id, 'applicant', ...STORE, ...LEADER, '--lang', 'vi');
    expect(told.err).toMatch(/Hồ sơ đang giải quyết.*Căn cứ/);
    const { json } = await lienthong('forget', id, 'applicant', ...STORE, ...LEADER, '--json');
    expect(json()).toMatchObject({ exit: 1, refusals: [{ reason: 'CaseUnderWay' }] });
    expect(await stored()).toBe(before);
  });

  it('answers a repeat as done before, and a stranger with those who are there', async () => {
    const { lienthong, id } = await aWithdrawnCase();
    await lienthong('forget', id, 'child', ...STORE, ...LEADER);
    const again = await lienthong('forget', id, 'child', ...STORE, ...LEADER, '--json');
    expect(again.json()).toMatchObject({ erased: true, repeated: true });
    expect(await lienthong('forget', id, 'nobody', ...STORE, ...LEADER)).toMatchObject({ status: 2 });
    for (const [by, ground] of [
      ['somebody', 'subject-request'],
      ['commune-leader:x', 'because'],
      ['king:x', 'subject-request'],
    ] as const)
      expect(await lienthong('forget', id, 'child', ...STORE, '--by', by, '--ground', ground)).toMatchObject({
        status: 2,
      });
  });

  it('holds when the file of keys comes back from a backup', async () => {
    const { lienthong, id, cwd } = await aWithdrawnCase();
    const [keys, backup] = [join(cwd, 'cases.db.keys.db'), join(cwd, 'backup')];
    copyFileSync(keys, backup);
    await lienthong('forget', id, 'mother', ...STORE, ...LEADER);
    rmSync(keys);
    renameSync(backup, keys);
    const { out } = await lienthong('timeline', id, ...STORE, '--with-personal-data');
    expect(out).toContain('mother: erased');
    expect(out).not.toContain('1995-02-03');
  });

  it('cannot erase where every key follows from one secret, and says so', async () => {
    const desk = aDesk();
    const { lienthong, put } = desk;
    const filed = await lienthong('apply', 'birth', put('d.json', declaration), ...STORE);
    const id = filed.out.trim();
    rmSync(join(desk.cwd, 'cases.db.keys.db'));
    const { status, err } = await lienthong('forget', id, 'child', ...STORE, ...LEADER);
    expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining('follow from one secret') });
  });
});

describe('the keys of a store', () => {
  it('lie in a file of their own, beside the secret that wraps them, for their owner alone', async () => {
    const { cwd } = await aFiledCase();
    expect(statSync(join(cwd, 'cases.db.keys.db')).mode & 0o777).toBe(0o600);
    expect(disk(cwd)).not.toMatch(PERSONAL);
  });

  it('of a store from before follow from its secret, and go on doing so', async () => {
    const { lienthong, put, cwd } = aDesk();
    await lienthong('apply', 'birth', put('d.json', declaration), ...STORE);
    rmSync(join(cwd, 'cases.db.keys.db'));
    const { out } = await lienthong('apply', 'birth', put('d.json', declaration), ...STORE);
    expect((await lienthong('timeline', out.trim(), ...STORE, '--with-personal-data')).out).toContain('040195000001');
    expect(existsSync(join(cwd, 'cases.db.keys.db'))).toBe(false);
  });
});

describe('lienthong held', () => {
  it('tells what is held of whom, what for and how long, and no value', async () => {
    const { lienthong, id } = await aFiledCase();
    const { status, out } = await lienthong('held', id, 'child', ...STORE);
    expect(status).toBe(0);
    expect(out).toMatch(/Applied {2}child, the register’s entry, kept for good, opens/);
    expect(out).toMatch(/ethnicity: to register the birth; Law 60\/2014\/QH13, art\. 14; sensitive/);
    expect(out).not.toMatch(PERSONAL);
    expect((await lienthong('held', id, 'child', ...STORE, '--lang', 'vi')).out).toContain('nội dung đăng ký hộ tịch');
  });

  it('gives values to whoever asks for them, and remembers that they looked', async () => {
    const { lienthong, id } = await aFiledCase();
    const by = ['--by', 'civil-status-officer:officer-1@16681'] as const;
    expect((await lienthong('held', id, 'mother', ...STORE, '--with-personal-data', ...by)).out).toContain('Lan');
    await lienthong('timeline', id, ...STORE, '--with-personal-data');
    const { json } = await lienthong('held', id, 'father', ...STORE, '--json');
    expect(json()).toMatchObject({ status: 400, at: 'SUBJECT' });
    const looks = (await lienthong('held', id, 'child', ...STORE, '--json')).json() as { looks: readonly object[] };
    expect(looks.looks).toMatchObject([
      { by: { id: 'officer-1', role: 'civil-status-officer', unit: '16681' }, subjects: ['mother'] },
      { by: { role: 'support-team' }, purpose: 'timeline', subjects: ['applicant', 'child', 'mother'] },
    ]);
  });

  it('opens an archive only with its keys, and keeps the record of it beside the archive', async () => {
    const { lienthong, id, cwd } = await aFiledCase();
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson');
    const archived = ['held', id, '--store', 'cases.ndjson'] as const;
    expect((await lienthong(...archived)).out).toContain('sealed');
    expect(await lienthong(...archived, '--with-personal-data')).toMatchObject({ status: 3 });
    expect(existsSync(join(cwd, 'cases.ndjson.access.db'))).toBe(false);
    expect((await lienthong(...archived, '--with-personal-data', '--keys', 'cases.db.keys')).out).toContain('Lan');
    expect(existsSync(join(cwd, 'cases.ndjson.access.db'))).toBe(true);
  });
});
