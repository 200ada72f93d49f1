/** Opens the store that a command names: to read it (an archive serves too), or to write to it. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Clock, type Journal, memoryJournal } from '@lienthong/core';
import { type Either, pipe, TE } from '@lienthong/core/fp';
import { pickDriver, sqliteJournal } from '@lienthong/store-sqlite';
import { openArchive } from '../archive/read-archive.js';
import type { Io } from '../io.js';
import { badUsage, faulty, outOfReach, type Problem } from '../problem.js';
import { serverJournal } from './server-store.js';
import { type StoreUrl, storeUrl } from './store-url.js';

export type OpenStore = Readonly<{
  url: StoreUrl;
  journal: Journal /** Without folders, for a report. */;
  name: string;
}>;

export const nameOf = (url: StoreUrl): string => {
  if (url.kind === 'memory') return 'memory:';
  return 'path' in url ? `${url.kind}:${basename(url.path)}` : url.written;
};

export const missing = (url: Extract<StoreUrl, { path: string }>): Problem =>
  outOfReach({
    vi: `không có kho ${url.written}; chưa tạo tệp nào.`,
    en: `there is no store ${url.written}; no file was created.`,
  });

const sqlite = (
  url: Extract<StoreUrl, { kind: 'sqlite' }>,
  clock: Clock,
  mode: 'read' | 'write',
  durability: 'full' | 'normal' = 'full',
): TE.TaskEither<Problem, Journal> =>
  pipe(
    pickDriver,
    TE.flatMap((driver) => sqliteJournal({ driver, path: url.path, clock, mode, durability })),
    TE.mapLeft(faulty),
  );

/** Errors: 3 for a store that is missing or does not serve (nothing is created), 2 for one that cannot be read. */
export const openToRead = (written: string, io: Io): TE.TaskEither<Problem, OpenStore> =>
  pipe(
    TE.fromEither(storeUrl(written, io.cwd)),
    TE.flatMap((url): TE.TaskEither<Problem, OpenStore> => {
      const named = (journal: Journal): OpenStore => ({ url, journal, name: nameOf(url) });
      if (url.kind === 'memory') {
        return TE.left(
          outOfReach({
            vi: 'kho memory: mất khi lệnh kết thúc nên không có gì để đọc.',
            en: 'a memory: store ends with the command that filled it; there is nothing to read.',
          }),
        );
      }
      if ('url' in url) return pipe(serverJournal(url, io, 'read'), TE.mapLeft(faulty), TE.map(named));
      if (!existsSync(url.path)) return TE.left(missing(url));
      return pipe(url.kind === 'archive' ? openArchive(url.path) : sqlite(url, io, 'read'), TE.map(named));
    }),
  );

const archivesAreRead: Problem = badUsage({
  vi: 'tệp lưu trữ chỉ để đọc; hãy dùng sqlite:TỆP',
  en: 'an archive can only be read; use sqlite:FILE',
});

/** A store to write to; an SQLite file is made when there is none. `clock` stamps what is recorded. */
export const openToWrite = (
  written: string,
  io: Io,
  { clock = io, durability = 'full' }: Readonly<{ clock?: Clock; durability?: 'full' | 'normal' }> = {},
): TE.TaskEither<Problem, OpenStore> =>
  pipe(
    TE.fromEither(storeUrl(written, io.cwd)),
    TE.flatMap((url): TE.TaskEither<Problem, OpenStore> => {
      const named = (journal: Journal): OpenStore => ({ url, journal, name: nameOf(url) });
      if (url.kind === 'archive') return TE.left(archivesAreRead);
      if (url.kind === 'memory') return TE.right(named(memoryJournal({ clock })));
      const opened =
        'url' in url
          ? pipe(serverJournal(url, clock, 'write'), TE.mapLeft(faulty))
          : sqlite(url, clock, 'write', durability);
      return pipe(opened, TE.map(named));
    }),
  );

/** Lets a piece of work have the store, and closes the store whatever came of it. */
export const within =
  <S extends OpenStore, T>(work: (store: S) => TE.TaskEither<Problem, T>) =>
  (opened: TE.TaskEither<Problem, S>): TE.TaskEither<Problem, T> =>
    pipe(
      opened,
      TE.flatMap((store) => async (): Promise<Either<Problem, T>> => {
        try {
          return await work(store)();
        } finally {
          await store.journal.close()();
        }
      }),
    );
