/**
 * A backup of the file (sao lưu), taken while others read and write: one moment of the journal, whole, in a file of its own
 * that opens like any journal. Positions, hashes and the numbers already used go along, so that readers resume where they
 * stood. Keys are not in it, and must not be: their store has its own, shorter cycle.
 */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Fault, unavailable } from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { SqliteDriver } from './driver.js';
import { openFile } from './open-file.js';
import { faultOf, fileFault, SYSTEM } from './result-code.js';

export type BackupOptions = Readonly<{
  driver: SqliteDriver;
  /** The journal's file. */
  path: string;
  /** Where the backup goes: a file that is not there yet. */
  to: string;
}>;

const toDisk = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const copyOut = ({ driver, path }: BackupOptions, draft: string): void => {
  const connection = driver.open(path, { readOnly: false });
  try {
    connection.exec(`VACUUM INTO '${draft.replaceAll("'", "''")}'`);
  } finally {
    connection.close();
  }
  const copy = driver.open(draft, { readOnly: false });
  try {
    copy.exec('PRAGMA journal_mode = WAL');
  } finally {
    copy.close();
  }
  toDisk(draft);
};

const lookOver = ({ driver }: BackupOptions, path: string): Either<Fault, void> => {
  const opened = openFile({ driver, path, mode: 'read', durability: 'full', check: 'full' });
  if (E.isLeft(opened)) return opened;
  opened.right.close();
  return E.right(undefined);
};

/**
 * Writes the backup and looks it over before it gets its name: what stands under `to` is whole or is not there. Errors:
 * `BadInput` when `to` is taken; `Unavailable` as `unreachable`, `read-only`, `full`, `busy` or `corrupt`.
 * @example await backUp({ driver, path: 'cases.db', to: 'backup/cases-2026-11-24.db' })()
 */
export const backUp =
  (options: BackupOptions): TE.TaskEither<Fault, void> =>
  async () => {
    const { driver, path, to } = options;
    if (existsSync(to)) return E.left<Fault>({ kind: 'BadInput', at: 'to', expected: 'a file that is not there yet' });
    if (!existsSync(path)) return E.left(unavailable(SYSTEM, 'unreachable', false));
    const sound = lookOver(options, path);
    if (E.isLeft(sound)) return sound;
    const draft = `${to}.${process.pid}.new`;
    try {
      rmSync(draft, { force: true });
      copyOut(options, draft);
      const whole = lookOver(options, draft);
      if (E.isLeft(whole)) return whole;
      linkSync(draft, to);
      toDisk(dirname(to));
      return E.right(undefined);
    } catch (error) {
      const code = driver.codeOf(error);
      return E.left(code === undefined ? fileFault(error) : faultOf(code));
    } finally {
      for (const rest of ['', '-wal', '-shm']) rmSync(`${draft}${rest}`, { force: true });
    }
  };
