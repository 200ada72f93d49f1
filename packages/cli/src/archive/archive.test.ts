import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eventId, type Journal, type NewEvent } from '@lienthong/core';
import { canonical, type JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { libsql, sqliteJournal } from '@lienthong/store-sqlite';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { at, folder, lienthongWith } from '../harness/lienthong.js';

/** A little journal with two streams that take turns, and a name with a line separator in it. */
const happened = (command: string, place: number, noted: string): NewEvent => ({
  id: eventId(command, place),
  type: place === 0 ? 'CommandAccepted' : 'Noted',
  schema: 1,
  occurredAt: at('2023-07-10T01:00:00Z'),
  actor: { id: 'officer-1', role: 'clerk' },
  causation: command,
  correlation: command,
  data: { noted, law: { release: '0.1.0' } },
});

const commandId = (n: number): string => `0189b1c0-0000-7000-8000-${String(n).padStart(12, '0')}`;

const fill = async (journal: Journal): Promise<void> => {
  for (const [n, stream] of ['birth-a', 'birth-b', 'birth-a', 'birth-a', 'birth-b'].entries()) {
    const batch = [happened(commandId(n), 0, `Nguyễn\u2028Văn ${n}`), happened(commandId(n), 1, 'b')];
    const done = await journal.append(stream, 'any', batch)();
    if (E.isLeft(done)) throw new Error(done.left.kind);
  }
  await journal.close()();
};

/** A folder with `cases.db` in it, and the command running there. */
const aStore = async () => {
  const cwd = folder();
  let hour = 0;
  const now = () => {
    hour += 1;
    return at(`2023-07-10T0${hour}:00:00Z`);
  };
  const opened = await sqliteJournal({ driver: libsql(Database), path: join(cwd, 'cases.db'), clock: { now } })();
  if (E.isLeft(opened)) throw new Error(opened.left.kind);
  await fill(opened.right);
  return { cwd, lienthong: lienthongWith({ cwd }) };
};

const anArchive = async () => {
  const { cwd, lienthong } = await aStore();
  expect(await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson')).toMatchObject({ status: 0, err: '' });
  const lines = readFileSync(join(cwd, 'cases.ndjson'), 'utf8').trimEnd().split('\n');
  const put = (changed: readonly string[], name = 'bad.ndjson'): void =>
    writeFileSync(join(cwd, name), `${changed.join('\n')}\n`);
  return { cwd, lienthong, lines, put };
};

describe('an archive', () => {
  it('begins with what proves that its tail is whole', async () => {
    const { lines } = await anArchive();
    expect(JSON.parse(lines[0] as string)).toEqual({
      archive: 1,
      store: 'sqlite:cases.db',
      lawReleases: ['0.1.0'],
      count: 10,
      size: 10,
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(lines).toHaveLength(11);
  });

  it('has each event as its own canonical bytes', async () => {
    const { lines } = await anArchive();
    for (const line of lines) expect(canonical(JSON.parse(line) as JsonObject)).toBe(line);
  });

  it('comes out of another store as it went in: ids, order, hashes and recorded times', async () => {
    const { cwd, lienthong, lines } = await anArchive();
    expect(await lienthong('import', 'cases.ndjson', '--store', 'sqlite:again.db')).toMatchObject({ status: 0 });
    expect(await lienthong('export', 'sqlite:again.db', '--out', 'again.ndjson')).toMatchObject({ status: 0 });
    const again = readFileSync(join(cwd, 'again.ndjson'), 'utf8').trimEnd().split('\n');
    expect(again.slice(1)).toEqual(lines.slice(1));
    expect(JSON.parse(again[0] as string)).toMatchObject({ root: JSON.parse(lines[0] as string).root });
  });

  it('is written compressed, and to the output, with the same lines', async () => {
    const { lienthong, lines } = await anArchive();
    expect((await lienthong('export', 'sqlite:cases.db', '--format', 'ndjson')).out.trimEnd().split('\n')).toEqual(
      lines,
    );
    expect(await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson.gz')).toMatchObject({ status: 0 });
    expect((await lienthong('export', 'cases.ndjson.gz')).out.trimEnd().split('\n').slice(1)).toEqual(lines.slice(1));
  });

  it('writes nothing when it is imported again', async () => {
    const { lienthong } = await anArchive();
    await lienthong('import', 'cases.ndjson', '--store', 'sqlite:again.db');
    const second = await lienthong('import', 'cases.ndjson', '--store', 'sqlite:again.db', '--json');
    expect(second.json()).toMatchObject({ written: 0, repeated: 10 });
  });

  it.each([
    ['an event taken away', (lines: readonly string[]) => lines.toSpliced(4, 1)],
    ['the last event taken away', (lines: readonly string[]) => lines.slice(0, -1)],
    ['two events swapped', (lines: readonly string[]) => lines.with(3, lines[2] as string).with(2, lines[3] as string)],
    [
      'a fact changed',
      (lines: readonly string[]) => lines.with(5, (lines[5] as string).replace('"noted":"', '"noted":"x')),
    ],
    ['another spelling of the same event', (lines: readonly string[]) => lines.with(5, ` ${lines[5]}`)],
    ['a line that is no event', (lines: readonly string[]) => lines.with(5, '{}')],
    ['no first line', (lines: readonly string[]) => lines.slice(1)],
    [
      'a first line of another count',
      (lines: readonly string[]) => lines.with(0, (lines[0] as string).replace('"count":10', '"count":11')),
    ],
    [
      'another store’s name',
      (lines: readonly string[]) => lines.with(0, (lines[0] as string).replace('cases', 'bases')),
    ],
    [
      'a position moved where there is room',
      (lines: readonly string[]) =>
        lines.with(10, (lines[10] as string).replace(/"position":"(\d+)0"/, '"position":"$19"')),
    ],
    ['an event twice', (lines: readonly string[]) => lines.toSpliced(11, 0, lines[10] as string)],
    ['nothing in it', () => ['']],
  ])('is refused with %s; nothing is written, and the line is named', async (_, change) => {
    const { cwd, lienthong, lines, put } = await anArchive();
    put(change(lines));
    const { status, err, out } = await lienthong('import', 'bad.ndjson', '--store', 'sqlite:new.db');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/line \d+|events|root/);
    expect(err).not.toMatch(/Nguyễn|\n\s+at /);
    expect(readdirSync(cwd).filter((name) => name.startsWith('new.db'))).toEqual([]);
  });

  it('is refused when the file is cut inside its compression', async () => {
    const { cwd, lienthong, lines } = await anArchive();
    const whole = gzipSync(`${lines.join('\n')}\n`);
    writeFileSync(join(cwd, 'cut.ndjson.gz'), whole.subarray(0, whole.length - 20));
    expect(await lienthong('import', 'cut.ndjson.gz', '--store', 'sqlite:new.db')).toMatchObject({ status: 2 });
    expect(existsSync(join(cwd, 'new.db'))).toBe(false);
  });

  it('does not go into a store whose streams went another way', async () => {
    const { cwd, lienthong } = await anArchive();
    const other = await sqliteJournal({
      driver: libsql(Database),
      path: join(cwd, 'other.db'),
      clock: { now: () => at('2024-01-01T00:00:00Z') },
    })();
    if (E.isLeft(other)) throw new Error(other.left.kind);
    await other.right.append('birth-a', 'none', [happened(commandId(99), 0, 'another')])();
    await other.right.close()();
    const { status, err } = await lienthong('import', 'cases.ndjson', '--store', 'sqlite:other.db');
    expect(status).toBe(2);
    expect(err).toContain('birth-a');
  });

  it('cannot be written to', async () => {
    const { lienthong } = await anArchive();
    expect(await lienthong('import', 'cases.ndjson', '--store', 'other.ndjson')).toMatchObject({ status: 2 });
  });
});

describe('a store that cannot be read', () => {
  it('is out of reach when it is missing, and no file is created', async () => {
    const cwd = folder();
    const lienthong = lienthongWith({ cwd });
    for (const store of ['sqlite:none.db', 'none.ndjson', 'memory:']) {
      expect(await lienthong('export', store)).toMatchObject({ status: 3, out: '' });
    }
    expect(await lienthong('import', 'none.ndjson', '--store', 'sqlite:new.db')).toMatchObject({ status: 3 });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('is out of reach when nobody answers at its address, and the address keeps its password to itself', async () => {
    for (const server of ['postgres://clerk:secret@127.0.0.1:1/db', 'esdb://clerk:secret@127.0.0.1:1']) {
      const { status, out, err } = await lienthongWith({})('export', server);
      expect({ status, out, err }).toEqual({
        status: 3,
        out: '',
        err: expect.stringContaining('could not be reached'),
      });
      expect(err).not.toContain('secret');
    }
    expect(await lienthongWith({})('export', 'cases.db')).toMatchObject({ status: 2 });
  });

  it('is unreadable when it was cut short, or is something else', async () => {
    const { cwd, lienthong } = await aStore();
    const whole = readFileSync(join(cwd, 'cases.db'));
    writeFileSync(join(cwd, 'cut.db'), whole.subarray(0, whole.length >> 1));
    writeFileSync(join(cwd, 'text.db'), 'Nguyễn Văn A');
    for (const name of ['cut.db', 'text.db']) {
      const { status, err } = await lienthong('export', `sqlite:${name}`, '--out', 'out.ndjson');
      expect({ name, status }).toEqual({ name, status: 2 });
      expect(err).toContain('is damaged');
    }
    expect(existsSync(join(cwd, 'out.ndjson'))).toBe(false);
  });

  it('is out of reach when a newer release changed it, and is read when one only added to it', async () => {
    const { cwd, lienthong } = await aStore();
    const database = new Database(join(cwd, 'cases.db'));
    database.exec('PRAGMA user_version = 99');
    expect(await lienthong('export', 'sqlite:cases.db', '--out', 'read.ndjson')).toMatchObject({ status: 0 });
    database.exec('ALTER TABLE streams ADD COLUMN later TEXT');
    database.close();
    expect(await lienthong('export', 'sqlite:cases.db')).toMatchObject({
      status: 3,
      err: expect.stringContaining('newer release'),
    });
  });

  it('leaves no half-written archive where the disk is read-only or the folder is missing', async () => {
    const { cwd, lienthong } = await aStore();
    expect(await lienthong('export', 'sqlite:cases.db', '--out', 'nowhere/out.ndjson')).toMatchObject({ status: 3 });
    expect(existsSync(join(cwd, 'nowhere'))).toBe(false);
  });
});
