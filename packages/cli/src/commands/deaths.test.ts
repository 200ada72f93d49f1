import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as aBirth from '../harness/a-birth.js';
import {
  aDecidedDeath,
  aFiledDeath,
  bySocialProtection,
  declaration,
  officer,
  PERSONAL,
  play,
  receiving,
  UNTIL_PUBLISHED,
  widow,
} from '../harness/a-death.js';
import { aFiled } from '../harness/a-desk.js';

const STORE = ['--store', 'sqlite:cases.db'] as const;
const commandId = (n: number): string => `0191a0c0-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('a death case', () => {
  it('is read by the commands that births have, with or without the name of its group', async () => {
    const { lienthong, decide, id } = await aFiledDeath();
    expect((await decide(receiving, '--json')).json()).toMatchObject({
      case: id,
      repeated: false,
      events: [{ type: 'DossierReceived', leg: 'death' }, { type: 'AppointmentNotified' }],
    });
    for (const typed of [id, `death-${id}`]) {
      expect((await lienthong('case', typed, ...STORE, '--json')).json()).toMatchObject({
        case: id,
        phase: 'open',
        legs: [{ leg: 'death' }, { leg: 'residence' }, { leg: 'funeral' }, { leg: 'survivor' }],
        dueDates: expect.arrayContaining([expect.objectContaining({ span: 'death', dueOn: '2024-08-29' })]),
      });
    }
    expect(await lienthong('case', `birth-${id}`, ...STORE)).toMatchObject({
      status: 2,
      err: expect.stringContaining('ID: there is no such case'),
    });
  });

  it('says who may do what now', async () => {
    const { lienthong, decide, id } = await aFiledDeath();
    await decide(receiving);
    const { allowed } = (await lienthong('case', id, ...STORE, '--json')).json() as {
      allowed: readonly { role: string; open: readonly string[] }[];
    };
    const openTo = (role: string) => allowed.find((each) => each.role === role)?.open;
    expect(openTo('civil-status-officer')).toContain('RegisterDeath');
    expect(openTo('residence-officer')).not.toContain('DeleteResidence');
    const { out } = await lienthong('case', id, ...STORE, '--lang', 'vi');
    expect(out).toMatch(/Khai tử +đang xử lý/);
    expect(out).toContain('Trợ cấp tuất');
    expect(out).not.toMatch(PERSONAL);
  });

  it('refuses what the law does not allow, with citation and remedy, and appends nothing', async () => {
    const { decide, stored } = await aFiledDeath();
    const before = await stored();
    const payer = { id: 'payer-1', role: 'insurance-officer', unit: 'BHXH-40' };
    const data = { leg: 'funeral', decisionNo: 'D1', decidedOn: '2024-08-29' };
    const early = await decide({ type: 'DecideBenefit', actor: payer, data }, '--json');
    expect(early.status).toBe(1);
    expect(early.json()).toMatchObject({
      refusals: expect.arrayContaining([
        expect.objectContaining({
          reason: 'ExtractNotPublished',
          remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' },
          citations: [expect.objectContaining({ act: expect.any(String) })],
        }),
      ]),
    });
    const { status, err } = await decide({ ...receiving, actor: widow }, '--lang', 'vi');
    expect(status).toBe(1);
    expect(err).toMatch(/Pháp luật không cho phép[\s\S]*\n {2}- .*Căn cứ/);
    expect(await stored()).toBe(before);
  });

  it.each([
    ['a command of births', { type: 'RegisterBirth', actor: officer, data: {} }, 'type'],
    [
      'an amount that no money is',
      { ...receiving, type: 'RecordPayment', data: { outcome: 'paid', amount: -1 } },
      'data',
    ],
    ['an application', { type: 'Apply', actor: widow, data: {} }, 'data.declaration'],
  ])('takes no %s', async (_, command, said) => {
    const { decide, stored } = await aFiledDeath();
    const before = await stored();
    const { status, err } = await decide(command);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(said) });
    expect(await stored()).toBe(before);
  });

  it('registers a death once, whoever else applied for it', async () => {
    const first = await aFiledDeath();
    const second = await aFiledDeath(declaration, first);
    for (const each of [first, second]) await each.decide(receiving);
    const register = { type: 'RegisterDeath', actor: officer, data: {} };
    expect(await first.decide(register)).toMatchObject({ status: 0 });
    const { status, json } = await second.decide(register, '--json');
    expect({ status, told: json() }).toMatchObject({ status: 1, told: { refusals: [{ reason: 'AlreadyClaimed' }] } });
    expect(await first.lienthong('replay', 'sqlite:cases.db')).toMatchObject({ status: 0 });
  });

  it('shows the last day of a benefit that is decided in steps', async () => {
    const death = await aFiledDeath(bySocialProtection);
    const data = { request: 'decide-social-funeral#1', receivedAt: '2024-08-29T09:25:00+07:00', reference: 'R1' };
    const taken = { type: 'RecordRequestAcknowledged', actor: { id: 'courier', role: 'courier' }, data };
    await play(death, [...UNTIL_PUBLISHED, taken]);
    const { out } = await death.lienthong('case', death.id, ...STORE, '--lang', 'vi');
    expect(out).toContain('Mai táng phí: 2024-09-09 (qua các bước)');
    expect(out).toMatch(/công chức văn hóa – xã hội +.*EndorseBenefit/);
  });

  it('tells its story in both languages, and opens what is personal only when asked', async () => {
    const { lienthong, id } = await aDecidedDeath();
    const told = await lienthong('timeline', id, ...STORE, '--lang', 'vi');
    expect(told.out).toMatch(/^2024-08-29 09:20 {2}Đã nộp hồ sơ: đăng ký khai tử.* {2}\[người yêu cầu\]\n/);
    expect(told.out).toContain('quyết định mai táng phí 23.400.000 ₫');
    expect(told.out).not.toMatch(PERSONAL);
    const opened = await lienthong('timeline', id, ...STORE, '--with-personal-data');
    expect(opened.out).toContain('040042000012');
  });

  it('goes through an archive unchanged, and is judged again without a finding', async () => {
    const { lienthong, id } = await aDecidedDeath();
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson');
    expect(await lienthong('import', 'cases.ndjson', '--store', 'sqlite:again.db')).toMatchObject({ status: 0 });
    const [one, other] = [await lienthong('export', 'sqlite:cases.db'), await lienthong('export', 'sqlite:again.db')];
    expect(other.out.split('\n').slice(1)).toEqual(one.out.split('\n').slice(1));
    for (const store of ['cases.ndjson', 'sqlite:again.db']) {
      const { status, json } = await lienthong('replay', store, '--keys', 'cases.db.keys', '--json');
      expect({ status, report: json() }).toMatchObject({
        status: 0,
        report: { cases: 1, commits: 12, judged: 12, notJudged: [], findings: [] },
      });
    }
    expect(await lienthong('replay', 'cases.ndjson', '--case', id, '--keys', 'cases.db.keys')).toMatchObject({
      status: 0,
    });
  });
});

describe('a store with cases of both groups', () => {
  const aMixedStore = async () => {
    const birth = await aFiled('birth', aBirth.declaration);
    const death = await aDecidedDeath(birth);
    return { ...death, birth: birth.id };
  };

  it('replays them together, and each by its own id', async () => {
    const { lienthong, birth, id } = await aMixedStore();
    expect((await lienthong('replay', 'sqlite:cases.db', '--json')).json()).toMatchObject({ cases: 2, findings: [] });
    for (const each of [birth, id, `death-${id}`]) {
      const { json } = await lienthong('replay', 'sqlite:cases.db', '--case', each, '--json');
      expect(json()).toMatchObject({ cases: 1 });
    }
    expect(await lienthong('replay', 'sqlite:cases.db', '--case', `death-${birth}`)).toMatchObject({ status: 2 });
  });

  it('asks which case is meant where a birth and a death were filed under one commandId', async () => {
    const birth = await aFiled('birth', { ...aBirth.declaration, commandId: commandId(1) });
    const death = await aFiledDeath({ ...declaration, commandId: commandId(1) }, birth);
    expect(death.id).toBe(birth.id);
    expect(await birth.lienthong('case', birth.id, ...STORE)).toMatchObject({
      status: 2,
      err: expect.stringContaining('ID: expected birth-<ID> or death-<ID>'),
    });
    for (const group of ['birth', 'death'])
      expect(await birth.lienthong('case', `${group}-${birth.id}`, ...STORE)).toMatchObject({ status: 0 });
  });

  it('opens no case that was not filed, in either group', async () => {
    const { lienthong, put, cwd } = await aMixedStore();
    const command = put('command.json', { type: 'RegisterDeath', actor: officer, data: {} });
    const elsewhere = await lienthong('decide', ...STORE, '--case', commandId(9), command, '--json');
    expect(elsewhere.json()).toMatchObject({ exit: 1, refusals: [{ reason: 'CaseNotOpened' }] });
    expect(await lienthong('decide', '--store', 'sqlite:none.db', '--case', commandId(9), command)).toMatchObject({
      status: 3,
    });
    expect(existsSync(join(cwd, 'none.db'))).toBe(false);
  });
});
