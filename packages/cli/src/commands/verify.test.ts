import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { aFiledCase, PERSONAL, receiving } from '../harness/a-birth.js';
import { aDesk } from '../harness/a-desk.js';

const STORE = 'sqlite:cases.db';

/** A desk with a filed and received birth, its archive, and a key `log.key` whose public half lies in `log.vkey`. */
const aSignedDesk = async () => {
  const desk = await aFiledCase();
  expect(await desk.decide(receiving)).toMatchObject({ status: 0 });
  const key = await desk.lienthong('checkpoint', '--new-key', 'example.vn/log', '--out', 'log.key');
  expect(key).toMatchObject({ status: 0, err: expect.stringContaining('log.key') });
  desk.put('log.vkey', key.out);
  const { lienthong, cwd, put } = desk;
  expect(await lienthong('export', STORE, '--out', 'all.ndjson', '--sign', 'log.key')).toMatchObject({ status: 0 });
  const lines = readFileSync(join(cwd, 'all.ndjson'), 'utf8').trimEnd().split('\n');
  const alter = (changed: readonly string[]): string => put('bad.ndjson', `${changed.join('\n')}\n`);
  return { ...desk, lines, alter };
};

/** Does to the file of a store what no writer can: with its guards taken off and put on again. */
const tamper = (cwd: string, sql: string): void => {
  const database = new Database(join(cwd, 'cases.db'));
  const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as readonly {
    name: string;
    sql: string;
  }[];
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  for (const guard of guards) database.exec(guard.sql);
  database.close();
};

describe('verify', () => {
  it('says of a store what holds, and that nobody outside vouches for its end', async () => {
    const { lienthong } = await aSignedDesk();
    const { status, out, err } = await lienthong('verify', STORE);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^sqlite:cases\.db: complete, unsigned\n\d+ events, root [0-9a-f]{64}\nNothing outside/);
    expect((await lienthong('verify', STORE, '--lang', 'vi')).out).toContain('toàn vẹn, không có chữ ký');
  });

  it('says of a signed archive who signed it, to those who trust the key', async () => {
    const { lienthong, lines } = await aSignedDesk();
    const trusting = await lienthong('verify', 'all.ndjson', '--trust', 'log.vkey', '--json');
    expect(trusting).toMatchObject({ status: 0, err: '' });
    expect(trusting.json()).toEqual({
      store: 'archive:all.ndjson',
      status: 'complete and signed by example.vn/log',
      complete: true,
      size: lines.length - 1,
      root: JSON.parse(lines[0] as string).root,
      signedBy: [{ name: 'example.vn/log', origin: 'example.vn/log', size: lines.length - 1 }],
    });
    const anybody = await lienthong('verify', 'all.ndjson');
    expect(anybody).toMatchObject({ status: 0, out: expect.stringContaining('complete, unsigned') });
    expect(anybody.out).toContain('--trust');
  });

  it('stays green when somebody is erased: it needs no key', async () => {
    const { lienthong, cwd } = await aSignedDesk();
    const { checkpoint } = (await lienthong('checkpoint', STORE, '--sign', 'log.key', '--json')).json() as {
      checkpoint: string;
    };
    writeFileSync(join(cwd, 'then.note'), checkpoint);
    rmSync(join(cwd, 'cases.db.keys'));
    const { status, out } = await lienthong('verify', STORE, '--checkpoint', 'then.note', '--trust', 'log.vkey');
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('signed by example.vn/log') });
    expect(await lienthong('verify', 'all.ndjson', '--trust', 'log.vkey')).toMatchObject({ status: 0 });
  });

  it.each([
    [
      'HASH_MISMATCH',
      3,
      (lines: readonly string[]) => lines.with(2, (lines[2] as string).replace('"schema":1', '"schema":2')),
    ],
    ['SEQ_GAP', 3, (lines: readonly string[]) => lines.toSpliced(2, 1)],
    ['NOT_CANONICAL', 3, (lines: readonly string[]) => lines.with(2, ` ${lines[2]}`)],
    ['CHECKPOINT_REGRESSED', undefined, (lines: readonly string[]) => lines.slice(0, -1)],
    ['HEADER_MISMATCH', 1, (lines: readonly string[]) => lines.slice(1)],
    [
      'HEADER_MISMATCH',
      1,
      (lines: readonly string[]) => lines.with(0, (lines[0] as string).replace('cases.db', 'bases.db')),
    ],
    [
      'SIGNATURE_INVALID',
      undefined,
      (lines: readonly string[]) => lines.with(0, (lines[0] as string).replace(/"checkpoint":"[^"]*",/, '')),
    ],
  ])('finds %s in a changed archive, names the line, and ends with 1', async (kind, line, change) => {
    const { lienthong, lines, alter } = await aSignedDesk();
    const { digest: _, ...unsigned } = JSON.parse(lines[0] as string);
    // Whoever takes the checkpoint out takes the digest out as well.
    const changed = kind === 'SIGNATURE_INVALID' ? change(lines.with(0, JSON.stringify(unsigned))) : change(lines);
    const { status, out, err } = await lienthong('verify', alter(changed), '--trust', 'log.vkey', '--json');
    expect({ status, err }).toEqual({ status: 1, err: '' });
    const { finding, complete, status: said } = JSON.parse(out);
    expect({ kind: finding.kind, line: finding.line, complete, said }).toEqual({
      kind,
      line,
      complete: false,
      said: 'not complete',
    });
    const told = await lienthong('verify', 'bad.ndjson', '--trust', 'log.vkey');
    expect(told.out).toContain(kind);
    expect(told.out + out).not.toMatch(PERSONAL);
  });

  it('finds a file that is cut inside its compression', async () => {
    const { lienthong, cwd, lines } = await aSignedDesk();
    const packed = gzipSync(`${lines.join('\n')}\n`);
    writeFileSync(join(cwd, 'all.ndjson.gz'), packed);
    writeFileSync(join(cwd, 'cut.ndjson.gz'), packed.subarray(0, packed.length - 20));
    expect(await lienthong('verify', 'all.ndjson.gz', '--trust', 'log.vkey')).toMatchObject({ status: 0 });
    expect(await lienthong('verify', 'cut.ndjson.gz')).toMatchObject({
      status: 1,
      out: expect.stringContaining('cut short'),
    });
  });

  it.each([
    ['HASH_MISMATCH', 1, "UPDATE events SET text = replace(text, '16681', '16682') WHERE position = 2"],
    ['NOT_CANONICAL', 1, "UPDATE events SET text = '{', type = '' WHERE position = 2"],
    ['SEQ_GAP', 1, 'DELETE FROM events WHERE position = 2'],
    ['ROOT_MISMATCH', 3, 'DELETE FROM events WHERE position > 3'],
  ])('finds %s in a store that was tampered with', async (kind, index, sql) => {
    const { lienthong, cwd } = await aSignedDesk();
    tamper(cwd, kind === 'NOT_CANONICAL' ? `PRAGMA ignore_check_constraints = ON; ${sql}` : sql);
    const { status, json, out } = await lienthong('verify', STORE, '--json');
    expect({ status, found: (json() as { finding: object }).finding }).toMatchObject({
      status: 1,
      found: { kind, index },
    });
    expect(out).not.toMatch(PERSONAL);
  });

  it('creates nothing where there is no store, and says what is wrong with what it is handed', async () => {
    const { lienthong, put, cwd } = await aSignedDesk();
    for (const none of ['sqlite:none.db', 'none.ndjson']) {
      expect(await lienthong('verify', none)).toMatchObject({ status: 3, out: '' });
    }
    expect(existsSync(join(cwd, 'none.db'))).toBe(false);
    put('odd.txt', 'hello');
    for (const wrong of [
      ['--trust', 'none.txt', '--checkpoint', 'odd.txt'],
      ['--trust', 'odd.txt', '--checkpoint', 'odd.txt'],
      ['--checkpoint', 'odd.txt'],
      ['--checkpoint', 'none.txt'],
      ['--trust', 'log.vkey'],
      ['--trust', 'log.key', '--checkpoint', 'odd.txt'],
    ]) {
      const { status, err } = await lienthong('verify', STORE, ...wrong);
      expect({ wrong, status, err }).toEqual({ wrong, status: 2, err: expect.stringMatching(/--trust|--checkpoint/) });
    }
    expect(await lienthong('verify')).toMatchObject({ status: 2 });
  });

  it('takes a damaged SQLite file for what it is', async () => {
    const { lienthong, put } = await aSignedDesk();
    put('text.db', 'Nguyễn Văn A');
    expect(await lienthong('verify', 'sqlite:text.db')).toMatchObject({
      status: 2,
      err: expect.stringContaining('damaged'),
    });
  });
});

describe('a checkpoint kept elsewhere', () => {
  const aCheckpoint = async () => {
    const desk = await aSignedDesk();
    const made = await desk.lienthong('checkpoint', STORE, '--sign', 'log.key', '--out', 'then.note');
    expect(made).toMatchObject({ status: 0, out: expect.stringMatching(/^Signed \d+ events in then\.note\nroot /) });
    const against = ['--checkpoint', 'then.note', '--trust', 'log.vkey'] as const;
    return { ...desk, against };
  };

  it('is a signed note of three lines', async () => {
    const { cwd, lines } = await aCheckpoint();
    expect(readFileSync(join(cwd, 'then.note'), 'utf8')).toMatch(
      new RegExp(
        `^example\\.vn/log\\n${lines.length - 1}\\n[A-Za-z0-9+/]{43}=\\n\\n— example\\.vn/log [A-Za-z0-9+/=]+\\n$`,
      ),
    );
  });

  it('vouches for the store it was made of, and for the beginning of what became of it', async () => {
    const { lienthong, against } = await aCheckpoint();
    expect((await lienthong('verify', STORE, ...against)).out).toContain('complete and signed by example.vn/log');
    expect((await lienthong('verify', 'all.ndjson', ...against)).out).toContain(
      'complete and signed by example.vn/log',
    );
    await lienthong('apply', 'birth', 'declaration.json', '--store', STORE);
    const unchecked = await lienthong('verify', STORE, '--checkpoint', 'then.note');
    expect(unchecked).toMatchObject({ status: 0, out: expect.stringContaining('was not checked') });
    const later = await lienthong('verify', STORE, ...against);
    expect(later).toMatchObject({ status: 0, out: expect.stringContaining('nobody signed the rest') });
    expect(later.out).toContain('complete, unsigned');
  });

  it('finds a store that lost its end, and one that was written anew', async () => {
    const { lienthong, against, cwd } = await aCheckpoint();
    const other = await aSignedDesk();
    tamper(cwd, "DELETE FROM events WHERE position > 3; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'events'");
    const lost = await lienthong('verify', STORE, ...against);
    expect(lost).toMatchObject({ status: 1, out: expect.stringContaining('CHECKPOINT_REGRESSED') });
    writeFileSync(join(other.cwd, 'then.note'), readFileSync(join(cwd, 'then.note')));
    writeFileSync(join(other.cwd, 'log.vkey'), readFileSync(join(cwd, 'log.vkey')));
    const forked = await other.lienthong('verify', STORE, ...against, '--json');
    expect(forked.json()).toMatchObject({ complete: false, finding: { kind: 'FORK', origin: 'example.vn/log' } });
  });

  it('is refused when its signature is not that of the key, or nobody’s that is trusted', async () => {
    const { lienthong, against, cwd, put } = await aCheckpoint();
    const note = readFileSync(join(cwd, 'then.note'), 'utf8');
    put('then.note', note.replace(/\n\d+\n/, '\n3\n'));
    expect(await lienthong('verify', STORE, ...against)).toMatchObject({
      status: 1,
      out: expect.stringContaining('SIGNATURE_INVALID'),
    });
    const other = await lienthong('checkpoint', '--new-key', 'other', '--out', 'other.key');
    put('then.note', note);
    put('log.vkey', other.out);
    const nobodys = await lienthong('verify', STORE, ...against, '--json');
    expect(nobodys.json()).toMatchObject({
      complete: false,
      finding: { kind: 'SIGNATURE_INVALID', because: 'unsigned' },
    });
    expect((await lienthong('verify', STORE, ...against)).out).toBe(
      '--checkpoint: SIGNATURE_INVALID: no trusted key signed it\n',
    );
  });

  it('is never signed over events that do not hold, or that do not begin with what was signed before', async () => {
    const { lienthong, cwd } = await aCheckpoint();
    const before = readFileSync(join(cwd, 'then.note'), 'utf8');
    tamper(cwd, 'DELETE FROM events WHERE position = 2');
    for (const out of [['--out', 'then.note'], ['--out', 'new.note'], []]) {
      const { status, out: said } = await lienthong('checkpoint', STORE, '--sign', 'log.key', ...out);
      expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('Nothing was signed') });
    }
    expect(readFileSync(join(cwd, 'then.note'), 'utf8')).toBe(before);
    expect(existsSync(join(cwd, 'new.note'))).toBe(false);
    const other = await aSignedDesk();
    writeFileSync(join(other.cwd, 'log.key'), readFileSync(join(cwd, 'log.key')));
    writeFileSync(join(other.cwd, 'then.note'), before);
    const fork = await other.lienthong('checkpoint', STORE, '--sign', 'log.key', '--out', 'then.note');
    expect(fork).toMatchObject({ status: 1, out: expect.stringContaining('FORK') });
    expect(await other.lienthong('export', 'all.ndjson', '--sign', 'log.key')).toMatchObject({ status: 0 });
  });

  it('takes and gives keys as OpenSSL writes them', async () => {
    const { lienthong, put } = await aCheckpoint();
    put(
      'log.pem',
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n',
    );
    put(
      'pub.pem',
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n',
    );
    expect(await lienthong('checkpoint', STORE, '--sign', 'log.pem')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--origin'),
    });
    const made = await lienthong(
      'checkpoint',
      STORE,
      '--sign',
      'log.pem',
      '--origin',
      'pem.example',
      '--out',
      'pem.note',
    );
    expect(made).toMatchObject({ status: 0 });
    const { status, out } = await lienthong('verify', STORE, '--checkpoint', 'pem.note', '--trust', 'pub.pem');
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('signed by pem.example') });
  });
});

describe('a new key', () => {
  it('is for its owner alone, and never takes the place of another', async () => {
    const { lienthong, cwd } = aDesk();
    const made = await lienthong('checkpoint', '--new-key', 'example.vn/log', '--out', 'log.key');
    expect(made.out).toMatch(/^example\.vn\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n$/);
    const written = readFileSync(join(cwd, 'log.key'), 'utf8');
    expect(written).toMatch(/^PRIVATE\+KEY\+example\.vn\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n$/);
    expect(made.out + made.err).not.toContain(written.trim().slice(-44));
    expect(statSync(join(cwd, 'log.key')).mode & 0o777).toBe(0o600);
    expect(await lienthong('checkpoint', '--new-key', 'another', '--out', 'log.key')).toMatchObject({ status: 2 });
    expect(readFileSync(join(cwd, 'log.key'), 'utf8')).toBe(written);
  });

  it.each([
    [['--new-key', 'a']],
    [['--new-key', 'a b', '--out', 'k']],
    [['--new-key', '', '--out', 'k']],
    [['--new-key', 'a', '--out', 'k', '--sign', 'x']],
    [[STORE]],
    [['--sign', 'x']],
    [[STORE, '--sign', 'none.key']],
    [[]],
  ])('is not made of %j', async (argv) => {
    const { lienthong, cwd } = aDesk();
    expect(await lienthong('checkpoint', ...argv)).toMatchObject({ status: 2, out: '' });
    expect(existsSync(join(cwd, 'k'))).toBe(false);
  });

  it('cannot be written where nothing can be', async () => {
    const { lienthong, cwd } = aDesk();
    chmodSync(cwd, 0o700);
    expect(await lienthong('checkpoint', '--new-key', 'a', '--out', 'nowhere/k')).toMatchObject({ status: 3, out: '' });
  });
});
