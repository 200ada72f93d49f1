/**
 * An inbox in a folder (hộp thư trên đĩa): one file a delivery, written beside, synced, then renamed into its place, so that
 * several processes may share it and one that is killed leaves nothing half written behind.
 */

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { accept, code, fields, jsonObject } from '@lienthong/core/received';
import type { RawDelivery } from '../wire/reply.js';
import { type Inbox, receiptOf } from './inbox.js';

/** What is left half written longer than this belongs to nobody any more. */
const ABANDONED_MS = 3_600_000;
/** A file of the inbox: its name is the receipt. */
const NAME = /^([0-9a-f]{64})\.json$/;
const UNFINISHED = /\.tmp$/;

const stored = fields({ key: code(200), reply: jsonObject });

const codeOf = (error: unknown): unknown => (error as Readonly<{ code?: unknown }> | null)?.code;

const toFault = (error: unknown): Fault =>
  codeOf(error) === 'ENOSPC' ? unavailable('inbox', 'full', true) : unavailable('inbox', 'unreachable', true);

const safely =
  <A>(work: () => Promise<A>) =>
  async (): Promise<Either<Fault, A>> => {
    try {
      return E.right(await work());
    } catch (error) {
      return E.left(toFault(error));
    }
  };

/** `undefined` where there is no such file (any more). */
const ifThere = async <A>(work: Promise<A>): Promise<A | undefined> =>
  work.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });

/** A rename lasts once the folder that names the file is on disk; where folders cannot be synced, the system sees to it. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

const writeWhole = async (folder: string, name: string, text: string): Promise<void> => {
  const beside = join(folder, `${name}.${randomBytes(8).toString('hex')}.tmp`);
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, join(folder, name));
};

type Found = Readonly<{ name: string; since: number }>;

/** Finished deliveries, oldest first; clears away what was abandoned half written. */
const finished = async (folder: string, now: number): Promise<readonly Found[]> => {
  const names = (await ifThere(readdir(folder))) ?? [];
  const found = await Promise.all(
    names.map(async (name) => {
      const about = await ifThere(stat(join(folder, name)));
      if (about === undefined) return [];
      if (UNFINISHED.test(name) && now - about.mtimeMs > ABANDONED_MS) await rm(join(folder, name), { force: true });
      return NAME.test(name) ? [{ name, since: about.mtimeMs }] : [];
    }),
  );
  return found.flat().sort((a, b) => a.since - b.since || (a.name < b.name ? -1 : 1));
};

/** A file that does not say what its name promises is left alone for people to look at. */
const readBack = async (folder: string, place: string, name: string): Promise<readonly RawDelivery[]> => {
  const text = await ifThere(readFile(join(folder, name), 'utf8'));
  if (text === undefined) return [];
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return [];
  }
  const read = accept(stored, raw);
  if (E.isLeft(read)) return [];
  const receipt = receiptOf(place, read.right);
  return name === `${receipt}.json` ? [{ receipt, ...read.right }] : [];
};

export type FileInboxOptions = Readonly<{
  /** The most deliveries of one place handed out at a time; the others come when these are confirmed. */
  most?: number;
  /** Milliseconds since the epoch; `Date.now` unless told. */
  now?: () => number;
}>;

export const fileInbox = (folder: string, { most = 500, now = Date.now }: FileInboxOptions = {}): Inbox => {
  const folderOf = (place: string): string => join(folder, encodeURIComponent(place).replaceAll('.', '%2E'));
  return {
    put: (place, { key, reply }) =>
      safely(async () => {
        const here = folderOf(place);
        const name = `${receiptOf(place, { key, reply })}.json`;
        await mkdir(here, { recursive: true, mode: 0o700 });
        if ((await ifThere(stat(join(here, name)))) === undefined) {
          await writeWhole(here, name, JSON.stringify({ key, reply }));
        }
        await syncFolder(here);
        await syncFolder(folder);
      }),
    waiting: (place) =>
      safely(async () => {
        const here = folderOf(place);
        const due = (await finished(here, now())).slice(0, most);
        const read = await Promise.all(due.map(({ name }) => readBack(here, place, name)));
        return read.flat();
      }),
    confirm: (place, receipts) =>
      safely(async () => {
        const here = folderOf(place);
        const names = receipts.map((receipt) => `${receipt}.json`).filter((name) => NAME.test(name));
        await Promise.all(names.map((name) => rm(join(here, name), { force: true })));
      }),
  };
};
