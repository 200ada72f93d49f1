import type { Fault, Journal } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { raiseEpoch } from './epoch.js';
import { type PostgresJournalOptions, postgresJournal } from './postgres-journal.js';
import { grantsSql, schemaSql } from './roles.js';
import { SCHEMA_VERSION } from './schema/migrations.js';
import { ask, type FreshDatabase, freshDatabase } from './trial/database.js';
import { startProxy } from './trial/proxy.js';
import { type Server, startPostgres } from './trial/server.js';

let server: Server;
let database: FreshDatabase;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());
beforeEach(async () => {
  database = await freshDatabase(server.url);
}, 30_000);
afterEach(() => database.drop(), 30_000);

const S = '"lienthong"';

const codeOf = (opened: Either<Fault, Journal>): string =>
  E.isRight(opened) ? 'opened' : opened.left.kind === 'Unavailable' ? opened.left.code : JSON.stringify(opened.left);

const open = (options: Partial<PostgresJournalOptions> = {}): Promise<Either<Fault, Journal>> =>
  postgresJournal({ connect: database.url, clock: testClock(), patience: 2_000, ...options })();

const opened = async (options: Partial<PostgresJournalOptions> = {}): Promise<Journal> => {
  const journal = await open(options);
  if (E.isLeft(journal)) throw new Error(codeOf(journal));
  return journal.right;
};

/** A journal with one stream of three events, and what was done to it behind its back. */
const filled = async (...statements: readonly string[]): Promise<void> => {
  const journal = await opened();
  expect(await journal.append('case-1', 'none', [anEvent(1), anEvent(2), anEvent(3)])()).toMatchObject({
    _tag: 'Right',
  });
  await journal.close()();
  for (const statement of statements) await ask(database.url, statement);
};

const login = (role: string, password = role): string => {
  const url = new URL(database.url);
  url.username = role;
  url.password = password;
  return url.href;
};

/** Rewrites a row as only an administrator could, with everything put back in place. */
const behind = (change: string): readonly string[] => [
  `ALTER TABLE ${S}.events DISABLE TRIGGER ALL`,
  change,
  `ALTER TABLE ${S}.events ENABLE ALWAYS TRIGGER events_only_grows`,
];

describe('opening a journal in PostgreSQL', () => {
  it('J9: is safe for many who start together in an empty database', async () => {
    const journals = await Promise.all(Array.from({ length: 8 }, () => open()));
    expect(journals.map(codeOf)).toEqual(journals.map(() => 'opened'));
    for (const journal of journals) if (E.isRight(journal)) await journal.right.close()();
    expect(await ask(database.url, `SELECT version FROM ${S}.versions`)).toEqual([{ version: SCHEMA_VERSION }]);
  });

  it('as a reader makes nothing, reads what a writer writes, and writes nothing', async () => {
    expect(codeOf(await open({ mode: 'read' }))).toBe('unreachable');
    expect(await ask(database.url, "SELECT 1 FROM pg_namespace WHERE nspname = 'lienthong'")).toEqual([]);
    await filled();
    const reader = await opened({ mode: 'read' });
    expect(await reader.read('case-1')()).toMatchObject({ right: { exists: true, events: { length: 3 } } });
    expect(await reader.append('case-1', 'any', [anEvent(4)])()).toMatchObject({ left: { code: 'read-only' } });
    await reader.close()();
  });

  it('says why it cannot', async () => {
    const nobody = new URL(database.url);
    nobody.port = '1';
    expect(codeOf(await open({ connect: nobody.href }))).toBe('unreachable');
    expect(codeOf(await open({ connect: login('postgres', 'wrong') }))).toBe('login-refused');
    const nowhere = new URL(database.url);
    nowhere.pathname = '/nowhere';
    expect(codeOf(await open({ connect: nowhere.href }))).toBe('unreachable');
    expect(codeOf(await open({ schema: 'a"b' }))).toContain('schema');
    const latin = await freshDatabase(server.url, 'LATIN1');
    expect(codeOf(await open({ connect: latin.url }))).toContain('UTF8');
    await latin.drop();
  });

  it('keeps the kind of feed that it was made with', async () => {
    await filled();
    expect(codeOf(await open({ feed: 'strict' }))).toContain('safe, as this journal was made');
    expect(await raiseEpoch({ connect: database.url, feed: 'strict' })()).toEqual({ _tag: 'Right', right: 2 });
    const journal = await opened({ feed: 'strict' });
    expect(await journal.append('case-1', 'exists', [anEvent(4)])()).toMatchObject({ right: { revision: 3 } });
    expect(await journal.feed()()).toMatchObject({ right: { events: { length: 4 }, end: true } });
    await journal.close()();
  });

  it('leaves a later release alone, also as a reader', async () => {
    await filled(`INSERT INTO ${S}.versions (version) VALUES (${SCHEMA_VERSION + 1})`);
    expect(codeOf(await open())).toBe('newer-schema');
    expect(codeOf(await open({ mode: 'read' }))).toBe('newer-schema');
  });

  it('notices that a guard was taken away', async () => {
    await filled(`ALTER TABLE ${S}.events DISABLE TRIGGER events_only_grows`);
    expect(codeOf(await open())).toBe('corrupt');
  });

  it('notices on reading what was rewritten or removed with everything put back in place', async () => {
    await filled(...behind(`UPDATE ${S}.events SET text = replace(text, '"count":2', '"count":7') WHERE revision = 1`));
    const journal = await opened();
    for (const answer of [
      await journal.read('case-1')(),
      await journal.feed()(),
      await journal.append('case-1', 'any', [anEvent(2)])(),
    ]) {
      expect(answer).toMatchObject({ left: { kind: 'Unavailable', code: 'corrupt' } });
    }
    await journal.close()();
    const unproved = await opened({ verify: false });
    expect(await unproved.read('case-1')()).toMatchObject({ _tag: 'Right' });
    await unproved.close()();
  });

  it('notices that an event is missing in the middle', async () => {
    await filled(...behind(`DELETE FROM ${S}.events WHERE revision = 1`));
    const journal = await opened();
    expect(await journal.read('case-1')()).toMatchObject({ left: { kind: 'Unavailable', code: 'corrupt' } });
    await journal.close()();
  });

  it('answers nobody once it is closed, but whoever asked before; closing twice is no fault', async () => {
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

  it('keeps a conflict, a repeat and a bad name in a group from failing the others', async () => {
    await filled();
    const journal = await opened();
    const answers = await Promise.all([
      journal.append('case-2', 'none', [anEvent(1)])(),
      journal.append('case-2', 'none', [anEvent(2)])(),
      journal.append('', 'none', [anEvent(3)])(),
      journal.append('case-1', 'any', [anEvent(9), anEvent(2)])(),
      journal.append('case-1', { exact: 2 }, [anEvent(2), anEvent(3)])(),
      journal.append('case-3', 'none', [anEvent(4)])(),
    ]);
    expect(answers.map((answer) => (E.isRight(answer) ? [answer.right.repeated] : answer.left.kind))).toEqual([
      [false],
      'Conflict',
      'BadInput',
      'IdReused',
      [true],
      [false],
    ]);
    await journal.close()();
  });

  it('takes a name of 1,000 characters beyond the basic plane, which no index entry holds', async () => {
    const journal = await opened();
    const name = '𠄼'.repeat(500);
    expect(await journal.append(name, 'none', [anEvent(1)])()).toMatchObject({ right: { revision: 0 } });
    expect(await journal.feed({ streamPrefix: name })()).toMatchObject({ right: { events: [{ stream: name }] } });
    await journal.close()();
  });

  it('waits no longer than its patience for a server that says nothing: unknown for a writer, timed out for a reader', async () => {
    const wire = await startProxy(database.url);
    const journal = await opened({ connect: wire.url, patience: 500 });
    await journal.append('case-1', 'none', [anEvent(1)])();
    await journal.read('case-1')();
    const thaw = wire.freeze();
    expect(await journal.append('case-1', { exact: 0 }, [anEvent(2)])()).toMatchObject({
      left: { kind: 'OutcomeUnknown' },
    });
    const read = await journal.read('case-1')();
    expect(read).toMatchObject({ left: { kind: 'Unavailable', code: 'timed-out', retry: true } });
    thaw();
    expect(await journal.append('case-1', { exact: 0 }, [anEvent(2)])()).toMatchObject({ right: { revision: 1 } });
    await journal.close()();
    await wire.close();
  }, 30_000);
});

describe('the roles of a journal', () => {
  const roles = { owner: 'trial_owner', writer: 'trial_writer', reader: 'trial_reader' };
  const names = Object.values(roles);

  const drop = async (): Promise<void> => {
    for (const role of names)
      await ask(
        database.url,
        `DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
           DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}; END IF; END $$`,
      );
  };
  beforeEach(async () => {
    await drop();
    for (const role of names) await ask(database.url, `CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
    await ask(database.url, schemaSql(roles));
    const journal = await opened({ connect: login(roles.owner) });
    await journal.append('case-1', 'none', [anEvent(1)])();
    await journal.close()();
    await ask(login(roles.owner), grantsSql(roles));
  }, 30_000);
  afterEach(drop, 30_000);

  const refusals = async (role: string, statements: readonly string[]): Promise<readonly unknown[]> =>
    Promise.all(
      statements.map((sql) =>
        ask(login(role), sql).then(
          () => 'done',
          (error: { code?: string }) => error.code,
        ),
      ),
    );

  const forgetting = ['versions', 'epochs', 'streams', 'events'].flatMap((table) => [
    `DELETE FROM ${S}.${table}`,
    `TRUNCATE ${S}.${table} CASCADE`,
  ]);
  const changing = [
    `UPDATE ${S}.events SET type = 'Other'`,
    `UPDATE ${S}.streams SET name = 'other'`,
    `UPDATE ${S}.epochs SET epoch = 7`,
    `UPDATE ${S}.versions SET version = 7`,
  ];

  it('the owner makes and grants, and changes or deletes nothing all the same', async () => {
    const asked = [...changing, ...forgetting, `SET session_replication_role = replica; DELETE FROM ${S}.events`];
    const answers = await refusals(roles.owner, asked);
    expect(answers.slice(0, -1)).toEqual(asked.slice(1).map(() => 'LT001'));
    expect(answers.at(-1)).toBe('42501');
    const [administrator] = await Promise.all([
      ask(database.url, `SET session_replication_role = replica; DELETE FROM ${S}.events`).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      ),
    ]);
    expect(administrator).toBe('LT001');
  });

  it('a writer appends, reads and is woken, and may do no more', async () => {
    const journal = await opened({ connect: login(roles.writer) });
    expect(await journal.append('case-1', 'exists', [anEvent(2)])()).toMatchObject({ right: { revision: 1 } });
    expect(await journal.append('case-2', 'none', [anEvent(3)])()).toMatchObject({ right: { created: true } });
    expect(await journal.feed()()).toMatchObject({ right: { events: { length: 3 } } });
    await journal.close()();
    const beyond = [
      `INSERT INTO ${S}.events (xid, epoch, stream, revision, id, type, hash, text) SELECT '1', epoch, stream, 9, gen_random_uuid(), type, hash, text FROM ${S}.events`,
      `INSERT INTO ${S}.epochs (epoch, system, timeline, feed) VALUES (9, 1, '', 'safe')`,
      `INSERT INTO ${S}.versions (version) VALUES (9)`,
      `DROP TABLE ${S}.events`,
      `ALTER TABLE ${S}.events DISABLE TRIGGER ALL`,
      `CREATE TABLE ${S}.mine (n integer)`,
      `SELECT setval('${S}.events_position_seq', 1)`,
      `BEGIN; LOCK TABLE ${S}.events IN ACCESS EXCLUSIVE MODE`,
    ];
    const asked = [...changing, ...forgetting, ...beyond];
    expect(await refusals(roles.writer, asked)).toEqual(asked.map(() => '42501'));
  });

  it('a reader reads, and may do no more', async () => {
    expect(codeOf(await open({ connect: login(roles.reader) }))).toBe('read-only');
    const journal = await opened({ connect: login(roles.reader), mode: 'read' });
    expect(await journal.read('case-1')()).toMatchObject({ right: { events: { length: 1 } } });
    expect(await journal.feed({ types: ['Applied'], streamPrefix: 'case' })()).toMatchObject({ right: { end: true } });
    await journal.close()();
    const asked = [
      ...changing,
      ...forgetting,
      `INSERT INTO ${S}.streams (digest, name) VALUES (sha256('x'), 'x')`,
      `INSERT INTO ${S}.events (epoch, stream, revision, id, type, hash, text) SELECT epoch, stream, 9, gen_random_uuid(), type, hash, text FROM ${S}.events`,
      `SELECT nextval('${S}.events_position_seq')`,
      `SELECT ${S}.arrive()`,
    ];
    expect(await refusals(roles.reader, asked)).toEqual(asked.map(() => '42501'));
  });
});
