import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, Journal } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pickDriver } from './pick-driver.js';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.js';
import { type SqliteJournalOptions, sqliteJournal } from './sqlite-journal.js';
import { driversHere } from './trial/drivers.js';

const codeOf = (opened: Either<Fault, Journal>): string =>
  E.isRight(opened) ? 'opened' : opened.left.kind === 'Unavailable' ? opened.left.code : opened.left.kind;

describe.each(driversHere)('opening a journal in a file, over $name', (driver) => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-'));
    path = join(folder, 'cases.db');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (options: Partial<SqliteJournalOptions> = {}): Promise<Either<Fault, Journal>> =>
    sqliteJournal({ driver, path, clock: testClock(), patience: 50, ...options })();

  const opened = async (options: Partial<SqliteJournalOptions> = {}): Promise<Journal> => {
    const journal = await open(options);
    if (E.isLeft(journal)) throw new Error(codeOf(journal));
    return journal.right;
  };

  /** A file with one stream of three events, changed by hand afterwards. */
  const filled = async (...statements: readonly string[]): Promise<void> => {
    const journal = await opened();
    expect(
      await journal.append(
        'case-1',
        'none',
        [1, 2, 3].map((n) => anEvent(n)),
      )(),
    ).toMatchObject({ _tag: 'Right' });
    await journal.close()();
    const connection = driver.open(path, { readOnly: false });
    for (const statement of statements) connection.exec(statement);
    connection.close();
  };

  it('makes the file, and leaves nothing else beside it once closed', async () => {
    await (await opened()).close()();
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });

  it('as a reader makes nothing where there is nothing', async () => {
    expect(codeOf(await open({ mode: 'read' }))).toBe('unreachable');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('as a reader reads what a writer goes on writing, and writes nothing itself', async () => {
    const [writer, reader] = [await opened(), await opened({ mode: 'read' })];
    await writer.append('case-1', 'none', [anEvent(1)])();
    expect(await reader.read('case-1')()).toMatchObject({ right: { exists: true, events: [{ revision: 0 }] } });
    expect(await reader.append('case-1', 'any', [anEvent(2)])()).toMatchObject({ left: { code: 'read-only' } });
    await reader.close()();
    await writer.close()();
  });

  it('says when there is no such folder, or the path is a folder', async () => {
    expect(codeOf(await open({ path: join(folder, 'nowhere', 'cases.db') }))).toBe('unreachable');
    await mkdir(path);
    expect(codeOf(await open())).toBe('unreachable');
    expect(codeOf(await open({ path: ':memory:' }))).toBe('unreachable');
  });

  it('takes no foreign, empty or unreadable file for its own', async () => {
    for (const bytes of ['', 'SQLite', 'This is a letter, not a journal.'.repeat(200)]) {
      writeFileSync(path, bytes);
      expect(codeOf(await open())).toBe('corrupt');
      expect(codeOf(await open({ mode: 'read' }))).toBe('corrupt');
    }
    const other = driver.open(join(folder, 'other.db'), { readOnly: false });
    other.exec('CREATE TABLE addresses (street TEXT)');
    other.close();
    expect(codeOf(await open({ path: join(folder, 'other.db') }))).toBe('corrupt');
  });

  it('reads a file to which a later release has only added, and writes nothing to it', async () => {
    await filled(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`, 'CREATE TABLE added (later TEXT) STRICT');
    const before = hashOf(path);
    expect(codeOf(await open())).toBe('newer-schema');
    const reader = await opened({ mode: 'read' });
    expect(await reader.read('case-1')()).toMatchObject({ right: { events: [{}, {}, {}] } });
    await reader.close()();
    expect(hashOf(path)).toBe(before);
  });

  it('leaves a file alone in which a later release has changed something', async () => {
    await filled(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`, 'ALTER TABLE events ADD COLUMN later TEXT');
    const before = hashOf(path);
    expect(codeOf(await open())).toBe('newer-schema');
    expect(codeOf(await open({ mode: 'read' }))).toBe('newer-schema');
    expect(hashOf(path)).toBe(before);
  });

  it('notices that a trigger was taken away', async () => {
    await filled('DROP TRIGGER events_refuse_delete');
    expect(codeOf(await open())).toBe('corrupt');
  });

  const guard = `CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'a journal only grows'); END`;

  it('notices that the last event was deleted with everything put back in place', async () => {
    await filled('DROP TRIGGER events_refuse_delete', 'DELETE FROM events WHERE revision = 2', guard);
    expect(codeOf(await open())).toBe('corrupt');
    expect(codeOf(await open({ check: 'quick' }))).toBe('corrupt');
  });

  it('notices on reading that an event was rewritten with everything put back in place', async () => {
    const rewriting = guard.replaceAll('delete', 'update').replace('DELETE', 'UPDATE');
    await filled(
      'DROP TRIGGER events_refuse_update',
      `UPDATE events SET text = replace(text, '"count":2', '"count":7') WHERE revision = 1`,
      rewriting,
    );
    const journal = await opened();
    expect(await journal.read('case-1')()).toMatchObject({ left: { kind: 'Unavailable', code: 'corrupt' } });
    expect(await journal.feed()()).toMatchObject({ left: { kind: 'Unavailable', code: 'corrupt' } });
    expect(await journal.append('case-1', 'any', [anEvent(2)])()).toMatchObject({ left: { code: 'corrupt' } });
    await journal.close()();
  });

  it('waits for another writer, and says so when it waited in vain', async () => {
    await filled();
    const journal = await opened({ patience: 60 });
    const other = driver.open(path, { readOnly: false });
    other.exec('BEGIN IMMEDIATE');
    const inVain = await journal.append('case-1', 'exists', [anEvent(4)])();
    expect(inVain).toMatchObject({ left: { kind: 'Unavailable', code: 'busy', retry: true } });
    expect(codeOf(await open())).toBe('busy');
    other.exec('ROLLBACK');
    other.close();
    expect(await journal.append('case-1', 'exists', [anEvent(4)])()).toMatchObject({ right: { revision: 3 } });
    await journal.close()();
  }, 20_000);

  it('answers nobody once it is closed, and closing twice is no fault', async () => {
    const journal = await opened();
    const lastWord = journal.append('case-1', 'none', [anEvent(1)])();
    await journal.close()();
    expect(await lastWord).toMatchObject({ right: { revision: 0 } });
    for (const answer of [
      await journal.append('case-1', 'any', [anEvent(2)])(),
      await journal.read('case-1')(),
      await journal.feed()(),
    ]) {
      expect(answer).toMatchObject({ left: { kind: 'Unavailable', code: 'closed' } });
    }
    expect(await journal.close()()).toMatchObject({ _tag: 'Right' });
  });

  it('keeps a conflict in a group from failing the others', async () => {
    const journal = await opened();
    const answers = await Promise.all([
      journal.append('case-1', 'none', [anEvent(1)])(),
      journal.append('case-1', 'none', [anEvent(2)])(),
      journal.append('', 'none', [anEvent(3)])(),
      journal.append('case-2', 'none', [anEvent(4)])(),
    ]);
    expect(answers.map((answer) => (E.isRight(answer) ? 'written' : answer.left.kind))).toEqual([
      'written',
      'Conflict',
      'BadInput',
      'written',
    ]);
    await journal.close()();
  });

  it('marks its files', async () => {
    await filled();
    const connection = driver.open(path, { readOnly: true });
    expect(connection.prepare('PRAGMA application_id').all()).toEqual([[APPLICATION_ID]]);
    expect(connection.prepare('PRAGMA journal_mode').all()).toEqual([['wal']]);
    connection.close();
  });
});

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

it("picks a driver that this machine has, Node's own if it can", async () => {
  const own = driversHere.some(({ name }) => name === 'node:sqlite');
  expect(await pickDriver()).toMatchObject({ right: { name: own ? 'node:sqlite' : 'libsql' } });
});
