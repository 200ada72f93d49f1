import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFiledCase, declaration, mother, officer, PERSONAL, receiving } from '../harness/a-birth.js';
import { aDesk } from '../harness/a-desk.js';
import { lienthongWith } from '../harness/lienthong.js';

const STORE = ['--store', 'sqlite:cases.db'] as const;
const commandId = (n: number): string => `0191a0c0-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('lienthong apply', () => {
  it('files a declaration and prints the case’s id, and nothing of the people', async () => {
    const { lienthong, put, cwd } = aDesk();
    const { status, out, err } = await lienthong('apply', 'birth', put('d.json', declaration), ...STORE);
    expect(status, err).toBe(0);
    expect(out).toMatch(/^[0-9a-f-]{36}\n$/);
    expect(err).toContain('The application was filed');
    expect(`${out}${err}`).not.toMatch(PERSONAL);
    expect(statSync(join(cwd, 'cases.db.keys')).mode & 0o777).toBe(0o600);
    expect(err).toContain('for development only');
  });

  it('keeps no name and no number in the clear', async () => {
    const { stored, cwd } = await aFiledCase();
    expect(await stored()).not.toMatch(PERSONAL);
    for (const name of readdirSync(cwd).filter((file) => file.startsWith('cases.db'))) {
      expect(readFileSync(join(cwd, name), 'latin1')).not.toContain('040195000001');
    }
  });

  it('makes one case of a file with a commandId, however often it is filed, and two of one without', async () => {
    const { lienthong, put, setClock } = aDesk();
    const named = put('named.json', { ...declaration, commandId: commandId(1) });
    const first = await lienthong('apply', 'birth', named, ...STORE);
    setClock('2024-08-29T03:00:00.000Z');
    const again = await lienthong('apply', 'birth', named, ...STORE);
    expect(again).toMatchObject({ status: 0, out: first.out });
    expect(again.err).toContain('Filed before');
    const unnamed = put('unnamed.json', declaration);
    const [one, other] = [
      await lienthong('apply', 'birth', unnamed, ...STORE),
      await lienthong('apply', 'birth', unnamed, ...STORE),
    ];
    expect(new Set([first.out, one.out, other.out]).size).toBe(3);
  });

  it('records the consents that were given on the form, each once', async () => {
    const residence = {
      ...declaration.residence,
      owned: 'not-own',
      householdHead: { name: { surname: 'Nguyễn', given: 'Bá' } },
      consents: [{ from: 'household-head', mode: 'online' }],
    };
    const { lienthong, id, put } = await aFiledCase({ ...declaration, residence, commandId: commandId(1) });
    const consents = async () =>
      (await lienthong('timeline', id, ...STORE, '--json')).out.match(/"type": "ConsentRecorded"/g) ?? [];
    expect(await consents()).toHaveLength(1);
    await lienthong(
      'apply',
      'birth',
      put('again.json', { ...declaration, residence, commandId: commandId(1) }),
      ...STORE,
    );
    expect(await consents()).toHaveLength(1);
  });

  it('refuses another declaration under the same commandId', async () => {
    const { lienthong, put } = aDesk();
    await lienthong('apply', 'birth', put('one.json', { ...declaration, commandId: commandId(1) }), ...STORE);
    const other = { ...declaration, commandId: commandId(1), child: { ...declaration.child, sex: 'male' } };
    const { status, err } = await lienthong('apply', 'birth', put('other.json', other), ...STORE);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('another command already') });
  });

  it('refuses a child born tomorrow by the law, with a citation, and writes nothing', async () => {
    const { lienthong, put } = aDesk();
    const unborn = { ...declaration, child: { ...declaration.child, bornOn: '2024-08-30' } };
    const { status, json } = await lienthong('apply', 'birth', put('d.json', unborn), ...STORE, '--json');
    expect(status).toBe(1);
    expect(json()).toMatchObject({ refusals: [{ reason: 'BornInFuture', citations: [{ act: expect.any(String) }] }] });
    expect((await lienthong('export', 'sqlite:cases.db')).out).toContain('"count":0');
  });

  it.each([
    [
      '30 February',
      { child: { ...declaration.child, bornOn: '2024-02-30' } },
      '(child.bornOn) should be: a day that exists',
    ],
    [
      'a number that does not parse',
      { applicant: { ...declaration.applicant, personalNumber: '04019500000' } },
      '(applicant.personalNumber) should be: a personal number of twelve digits',
    ],
    [
      'a field of ten megabytes',
      { child: { ...declaration.child, nativePlace: 'x'.repeat(10_000_000) } },
      'child.nativePlace',
    ],
    ['an unknown field', { colour: 'blue' }, 'no fields but'],
    ['a commandId that is none', { commandId: 'Nguyễn Văn A' }, 'commandId: expected a lower-case UUID'],
    ['a moment that is none', { at: 'yesterday' }, 'at: expected an instant'],
  ])('refuses %s, names the field, repeats nothing and makes no file', async (_, change, said) => {
    const { lienthong, put, cwd } = aDesk();
    const { status, err, out } = await lienthong(
      'apply',
      'birth',
      put('d.json', { ...declaration, ...change }),
      ...STORE,
    );
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(PERSONAL);
    expect(err.length).toBeLessThan(400);
    expect(readdirSync(cwd)).toEqual(['d.json']);
  });

  it('refuses what is no JSON, no object, no file, or no procedure of ours', async () => {
    const { lienthong, put } = aDesk();
    expect(await lienthong('apply', 'birth', put('d.json', '{"child":'), ...STORE)).toMatchObject({
      status: 2,
      err: 'Bad input: FILE: expected a JSON document\n',
    });
    expect(await lienthong('apply', 'birth', put('d.json', '[]'), ...STORE)).toMatchObject({ status: 2 });
    expect(await lienthong('apply', 'birth', 'none.json', ...STORE)).toMatchObject({ status: 2 });
    expect(await lienthong('apply', 'wedding', put('d.json', declaration), ...STORE)).toMatchObject({ status: 2 });
  });

  it('writes nothing where the folder is missing or can only be read', async () => {
    const { lienthong, put } = aDesk();
    for (const store of ['sqlite:nowhere/cases.db', 'sqlite:/proc/cases.db']) {
      const { status, err } = await lienthong('apply', 'birth', put('d.json', declaration), '--store', store);
      expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining('nothing was recorded') });
    }
  });

  it('does not seal under new keys what stands beside things sealed under others', async () => {
    const { lienthong, put, cwd, stored } = await aFiledCase();
    const before = await stored();
    rmSync(join(cwd, 'cases.db.keys'));
    const { status, err } = await lienthong('apply', 'birth', put('d.json', declaration), ...STORE);
    expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining('keys of this store are not here') });
    expect(await stored()).toBe(before);
  });

  it('takes the keys from the environment when they are there', async () => {
    const { cwd, put } = aDesk();
    const lienthong = lienthongWith({ cwd, env: { LIENTHONG_KEYS: 'a secret of ours' } });
    expect(await lienthong('apply', 'birth', put('d.json', declaration), ...STORE)).toMatchObject({ status: 0 });
    expect(existsSync(join(cwd, 'cases.db.keys'))).toBe(false);
    const { status } = await lienthongWith({ cwd, env: { LIENTHONG_KEYS: 'file:none.keys' } })(
      'apply',
      'birth',
      'd.json',
      ...STORE,
    );
    expect(status).toBe(3);
  });
});

describe('lienthong decide', () => {
  it('appends the events of a command and prints them', async () => {
    const { decide } = await aFiledCase();
    const { status, json } = await decide(receiving, '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      repeated: false,
      events: [{ type: 'DossierReceived', leg: 'birth' }, { type: 'AppointmentNotified' }],
    });
  });

  it('reads the command from the standard input when no file is named', async () => {
    const { cwd, id } = await aFiledCase();
    const lienthong = lienthongWith({ cwd, stdin: () => JSON.stringify(receiving) });
    expect(await lienthong('decide', ...STORE, '--case', id)).toMatchObject({ status: 0 });
  });

  it('prints the refusals with citation and remedy, exits 1 and appends nothing', async () => {
    const { decide, stored } = await aFiledCase();
    const before = await stored();
    const { status, json } = await decide({ ...receiving, actor: mother }, '--json');
    expect(status).toBe(1);
    expect(json()).toMatchObject({
      type: 'urn:lienthong:problem:refused',
      status: 422,
      refusals: [
        {
          reason: 'RoleNotEntitled',
          message: expect.any(String),
          citations: [{ act: expect.any(String), confidence: expect.any(String) }],
          remedy: { kind: 'command', command: 'ReceiveDossier' },
        },
      ],
    });
    expect(await stored()).toBe(before);
  });

  it('answers the same command again as the first time and writes nothing', async () => {
    const { decide, stored } = await aFiledCase();
    const command = { ...receiving, id: commandId(2) };
    await decide(command);
    const before = await stored();
    const again = await decide(command, '--json');
    expect(again.json()).toMatchObject({
      repeated: true,
      events: [{ type: 'DossierReceived' }, { type: 'AppointmentNotified' }],
    });
    expect(await stored()).toBe(before);
  });

  it('refuses another command under an id that was used', async () => {
    const { decide } = await aFiledCase();
    await decide({ ...receiving, id: commandId(2) });
    expect(await decide({ type: 'RequestPersonalNumber', actor: officer, data: {}, id: commandId(2) })).toMatchObject({
      status: 2,
    });
  });

  it('tells the second of two officers that the first has acted', async () => {
    const { decide } = await aFiledCase();
    const seen = { registration: 1 };
    await decide(receiving);
    const { status, err } = await decide({ type: 'RequestPersonalNumber', actor: officer, data: {}, seen });
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('look again, then decide') });
  });

  it('lets one of two who do the same at once win, and tells the other why not', async () => {
    const { decide, lienthong, put, id } = await aFiledCase();
    await decide(receiving);
    const commands = [1, 2].map((n) =>
      put(`at-once-${n}.json`, { type: 'RequestPersonalNumber', actor: officer, data: {} }),
    );
    const both = await Promise.all(commands.map((command) => lienthong('decide', ...STORE, '--case', id, command)));
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    expect(await lienthong('replay', 'sqlite:cases.db')).toMatchObject({ status: 0 });
  });

  it('refuses a moment before the last thing recorded', async () => {
    const { decide } = await aFiledCase();
    const { status, err } = await decide({ ...receiving, at: '2024-08-01T02:00:00Z' });
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('at: expected an instant not before') });
  });

  it('refuses a command for a case that is closed', async () => {
    const { decide, stored } = await aFiledCase();
    expect(await decide({ type: 'WithdrawCase', actor: mother, data: {} })).toMatchObject({ status: 0 });
    const before = await stored();
    const { status, json } = await decide(receiving, '--json');
    expect(status).toBe(1);
    expect(json()).toMatchObject({ refusals: [{ reason: 'CaseIsClosed' }] });
    expect(await stored()).toBe(before);
  });

  it.each([
    ['a command nobody knows', { type: 'Fly', actor: officer, data: {} }, 'type'],
    ['no command at all', null, 'an object'],
    ['a field too many', { ...receiving, data: { ...receiving.data, colour: 'blue' } }, 'no fields but leg, agency'],
    [
      'a field of ten megabytes',
      { ...receiving, data: { leg: 'birth', agency: 'x'.repeat(10_000_000) } },
      'data.agency',
    ],
    ['an unknown role', { ...receiving, actor: { id: 'a', role: 'king' } }, 'actor.role'],
    ['an id that is none', { ...receiving, id: 'Nguyễn' }, 'a lower-case UUID'],
    ['an application, which opens a case of its own', { type: 'Apply', actor: mother, data: {} }, 'data.declaration'],
  ])('refuses %s and appends nothing', async (_, command, said) => {
    const { decide, stored } = await aFiledCase();
    const before = await stored();
    const { status, err, out } = await decide(command);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(PERSONAL);
    expect(err.length).toBeLessThan(1500);
    expect(await stored()).toBe(before);
  });

  it('makes no store where there is none, and opens no case that was not filed', async () => {
    const { lienthong, put, cwd, id } = await aFiledCase();
    const command = put('command.json', receiving);
    expect(await lienthong('decide', '--store', 'sqlite:none.db', '--case', id, command)).toMatchObject({ status: 3 });
    expect(existsSync(join(cwd, 'none.db'))).toBe(false);
    const elsewhere = await lienthong('decide', ...STORE, '--case', commandId(9), command, '--json');
    expect(elsewhere.json()).toMatchObject({ exit: 1, refusals: [{ reason: 'CaseNotOpened' }] });
    expect(await lienthong('decide', ...STORE, '--case', 'Nguyễn', command)).toMatchObject({ status: 2 });
  });

  it('writes nothing to an archive or a damaged store', async () => {
    const { lienthong, put, cwd, id } = await aFiledCase();
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson');
    const command = put('command.json', receiving);
    const archived = await lienthong('decide', '--store', 'cases.ndjson', '--case', id, command);
    expect(archived).toMatchObject({ status: 3, err: expect.stringContaining('can only be read') });
    truncateSync(join(cwd, 'cases.db'), 5000);
    expect(await lienthong('decide', ...STORE, '--case', id, command)).toMatchObject({ status: 2 });
  });
});

describe('lienthong case', () => {
  it('shows where the case stands, what is due and why, and who may do what', async () => {
    const { lienthong, decide, id } = await aFiledCase();
    await decide(receiving);
    const { status, json } = await lienthong('case', id, ...STORE, '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      case: id,
      phase: 'open',
      legs: [
        { leg: 'birth', outcome: null },
        { leg: 'residence', outcome: null },
        { leg: 'card', outcome: null },
      ],
      dueDates: expect.arrayContaining([
        expect.objectContaining({ span: 'whole', dueOn: '2024-09-05', derivation: expect.any(Array) }),
      ]),
      openRequests: [],
    });
    const { allowed } = json() as { allowed: readonly { role: string; open: readonly string[] }[] };
    expect(allowed.find(({ role }) => role === 'civil-status-officer')?.open).toContain('RequestPersonalNumber');
  });

  it('tells people the same, without anything personal', async () => {
    const { lienthong, decide, id } = await aFiledCase();
    await decide(receiving);
    const { out } = await lienthong('case', `birth-${id}`, ...STORE, '--lang', 'vi');
    expect(out).toContain('Hạn giải quyết:');
    expect(out).toContain('công chức hộ tịch');
    expect(out).not.toMatch(PERSONAL);
  });

  it('goes back to what was recorded at an instant', async () => {
    const { lienthong, decide, id, setClock } = await aFiledCase();
    setClock('2024-08-29T04:00:00.000Z');
    await decide(receiving);
    const before = await lienthong('case', id, ...STORE, '--as-of', '2024-08-29T10:00:00+07:00', '--json');
    expect(before.json()).toMatchObject({ dueDates: [] });
    expect(await lienthong('case', id, ...STORE, '--as-of', '2020-01-01T00:00:00Z')).toMatchObject({ status: 2 });
  });

  it('reads an archive as well as a store', async () => {
    const { lienthong, id } = await aFiledCase();
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson.gz');
    const [live, archived] = [
      await lienthong('case', id, ...STORE),
      await lienthong('case', id, '--store', 'cases.ndjson.gz'),
    ];
    expect({ ...archived, json: live.json }).toEqual(live);
  });

  it('finds no case that is not there', async () => {
    const { lienthong } = await aFiledCase();
    expect(await lienthong('case', commandId(9), ...STORE)).toMatchObject({
      status: 2,
      err: expect.stringContaining('no such case'),
    });
    expect(await lienthong('case', 'x', ...STORE)).toMatchObject({ status: 2 });
  });
});

describe('lienthong timeline', () => {
  it('tells the case in order, one line an event, in the language asked for', async () => {
    const { lienthong, decide, id } = await aFiledCase();
    await decide(receiving);
    const { out } = await lienthong('timeline', id, ...STORE, '--lang', 'vi');
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^2024-08-29 09:20 {2}Đã nộp hồ sơ: .*khai sinh.* {2}\[người yêu cầu\]$/);
    expect(lines).toHaveLength(3);
    expect(out).not.toMatch(PERSONAL);
  });

  it('opens what is personal only when asked, and only with the keys', async () => {
    const { lienthong, put, id } = await aFiledCase();
    expect((await lienthong('timeline', id, ...STORE, '--with-personal-data')).out).toContain('040195000001');
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson');
    const archived = ['timeline', id, '--store', 'cases.ndjson', '--with-personal-data'] as const;
    expect(await lienthong(...archived)).toMatchObject({ status: 3, out: '' });
    expect((await lienthong(...archived, '--keys', 'cases.db.keys')).out).toContain('040195000001');
    const others = await lienthong(...archived, '--keys', put('other.keys', 'not the secret'));
    expect(others.out).toContain('erased');
    expect(others.out).not.toMatch(PERSONAL);
  });
});

describe('lienthong replay', () => {
  it('finds nothing in a store that was honestly kept', async () => {
    const { lienthong, decide } = await aFiledCase();
    await decide(receiving);
    await decide({ type: 'RequestPersonalNumber', actor: officer, data: {} });
    const { status, json } = await lienthong('replay', 'sqlite:cases.db', '--json');
    expect(json()).toMatchObject({ cases: 1, commits: 3, judged: 3, notJudged: [], findings: [] });
    expect(status).toBe(0);
  });

  it('does not judge what stays sealed, and says so', async () => {
    const { lienthong } = await aFiledCase();
    await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson');
    const { status, json } = await lienthong('replay', 'cases.ndjson', '--json');
    expect(status).toBe(0);
    expect(json()).toMatchObject({ judged: 0, notJudged: [{ command: 'Apply', because: 'sealed' }] });
    expect((await lienthong('replay', 'cases.ndjson', '--keys', 'cases.db.keys', '--json')).json()).toMatchObject({
      judged: 1,
    });
  });

  it('answers for one case, and not for one that is not there', async () => {
    const { lienthong, id } = await aFiledCase();
    expect(await lienthong('replay', 'sqlite:cases.db', '--case', id)).toMatchObject({ status: 0 });
    expect(await lienthong('replay', 'sqlite:cases.db', '--case', commandId(9))).toMatchObject({ status: 2 });
    expect(await lienthong('replay', 'sqlite:none.db')).toMatchObject({ status: 3 });
  });
});
