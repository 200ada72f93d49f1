/** A place on disk for the contract: a file of its own, and what may happen to it. Belongs to the tests; not published. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Clock, Journal } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Acknowledged, Place, WriterJob } from '@lienthong/testing/store-contract';
import { backUp } from '../backup.js';
import type { Connection, SqliteDriver } from '../driver.js';
import { SCHEMA_VERSION } from '../schema.js';
import { sqliteJournal } from '../sqlite-journal.js';
import { workerCommand } from './worker-bundle.js';

const opened = async (options: Parameters<typeof sqliteJournal>[0]): Promise<Journal> => {
  const journal = await sqliteJournal(options)();
  if (E.isRight(journal)) return journal.right;
  throw new Error(`Unavailable ${'code' in journal.left ? journal.left.code : journal.left.kind}`);
};

/** Keeps the connections that a driver opens, so that a test can fill the disk under them. */
const watched = (driver: SqliteDriver, connections: Connection[]): SqliteDriver => ({
  ...driver,
  open: (path, options) => {
    const connection = driver.open(path, options);
    connections.push(connection);
    return connection;
  },
});

const pages = (connection: Connection, pragma: string): number =>
  Number(connection.prepare(`PRAGMA ${pragma}`).all()[0]?.[0]);

/** Root may write anywhere; a nobody shows what a clerk would see. */
const NOBODY = 65_534;

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Runs a writer in a process of its own and hears what it acknowledged. */
export const spawnWriter = async (
  path: string,
  { name, stream, batches, batchSize }: WriterJob,
): Promise<readonly Acknowledged[]> => {
  const child = spawn(...(await workerCommand([path, name, stream, String(batches), String(batchSize)])), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += String(chunk);
  });
  await once(child, 'close');
  return told
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledged);
};

/** The same until it acknowledged so many batches: then it is killed outright. */
const killWriter = async (
  path: string,
  { name, stream, batchSize }: WriterJob,
  after: number,
): Promise<readonly Acknowledged[]> => {
  const child = spawn(...(await workerCommand([path, name, stream, '0', String(batchSize)])), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += String(chunk);
    if (told.split('\n').length > after) child.kill('SIGKILL');
  });
  await gone;
  return told
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Acknowledged);
};

export const placeOf = (driver: SqliteDriver) => async (): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-'));
  return placeAt(driver, join(folder, 'cases.db'));
};

const placeAt = (driver: SqliteDriver, path: string): Place => {
  const connections: Connection[] = [];
  const folder = dirname(path);
  return {
    open: (clock: Clock) => opened({ driver: watched(driver, connections), path, clock }),
    remove: () => rm(folder, { recursive: true, force: true }),
    tamper: async (verb) => {
      const connection = driver.open(path, { readOnly: false });
      try {
        connection.exec(verb === 'update' ? 'UPDATE events SET revision = revision' : 'DELETE FROM events');
        return true;
      } catch {
        return false;
      } finally {
        connection.close();
      }
    },
    bytes: { read: () => readFile(path), write: (bytes) => writeFile(path, bytes) },
    powerCut: async (keep = 1) => {
      const left = join(await mkdtemp(join(tmpdir(), 'lienthong-')), 'cases.db');
      await copyFile(path, left);
      if (await exists(`${path}-wal`)) {
        await copyFile(`${path}-wal`, `${left}-wal`);
        await truncate(`${left}-wal`, Math.floor((await stat(`${left}-wal`)).size * keep));
      }
      return placeAt(driver, left);
    },
    whileReadOnly: async (work) => {
      await chmod(path, 0o444);
      await chmod(folder, 0o555);
      const root = process.geteuid?.() === 0;
      if (root) process.seteuid?.(NOBODY);
      try {
        return await work();
      } finally {
        if (root) process.seteuid?.(0);
        await chmod(folder, 0o755);
        await chmod(path, 0o644);
      }
    },
    whileFull: async (work) => {
      const connection = connections.at(-1);
      if (connection === undefined) throw new Error('nothing is open here');
      pages(connection, `max_page_count = ${pages(connection, 'page_count') + 4}`);
      try {
        return await work();
      } finally {
        pages(connection, 'max_page_count = 1000000');
      }
    },
    spawnWriter: (job) => spawnWriter(path, job),
    killWriter: (job, after) => killWriter(path, job, after),
    newerSchema: async () => {
      const connection = driver.open(path, { readOnly: false });
      connection.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
      connection.close();
    },
    backups: ['copy', 'dump'],
    restored: async (by) => {
      const there = join(await mkdtemp(join(tmpdir(), 'lienthong-')), 'cases.db');
      if (by === 'dump') {
        const dumped = await backUp({ driver, path, to: there })();
        if (E.isLeft(dumped)) throw new Error(JSON.stringify(dumped.left));
        return placeAt(driver, there);
      }
      await copyFile(path, there);
      if (await exists(`${path}-wal`)) await copyFile(`${path}-wal`, `${there}-wal`);
      return placeAt(driver, there);
    },
  };
};
