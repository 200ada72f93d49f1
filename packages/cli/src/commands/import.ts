/** `import`: the events of an archive put into a store, as they were. A broken archive is refused before anything is written. */
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { E, pipe, TE } from '@lienthong/core/fp';
import { readArchive } from '../archive/read-archive.js';
import { type NotTheSame, restore, setClock } from '../archive/restore.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { faulty, outOfReach, type Problem, unreadable } from '../problem.js';
import { openToWrite, within } from '../stores/open-store.js';
import { storeUrl } from '../stores/store-url.js';

type Options = Readonly<{ store: string }>;

const texts = {
  about: { vi: 'nhập tệp lưu trữ vào kho', en: 'put an archive into a store' },
  file: { vi: 'tệp .ndjson hoặc .ndjson.gz', en: 'a file ending in .ndjson or .ndjson.gz' },
  store: { vi: 'kho đích, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
} as const satisfies Readonly<Record<string, Text>>;

const goesAnotherWay = ({ stream, revision }: NotTheSame): Problem =>
  unreadable({
    vi: `${stream} trong kho khác với tệp lưu trữ tại bản ${revision}.`,
    en: `${stream} in the store is not what the archive has, at revision ${revision}.`,
  });

const differs = (stream: string): Problem => ({
  ...unreadable({
    vi: `kho đã có ${stream} với nội dung khác; hãy nhập vào kho mới.`,
    en: `the store holds ${stream} with other content; import into a new store.`,
  }),
  kind: 'conflict',
  status: 409,
});

const imported = (context: Context, file: string, { store }: Options): Work => {
  const { io, say } = context;
  const path = resolve(io.cwd, file);
  const url = storeUrl(store, io.cwd);
  if (E.isLeft(url)) return TE.left(url.left);
  if (!existsSync(path)) {
    return TE.left(
      outOfReach({ vi: 'không có tệp lưu trữ ấy; chưa tạo gì.', en: 'there is no such archive; nothing was created.' }),
    );
  }
  const fresh = url.right.kind === 'sqlite' && !existsSync(url.right.path) ? url.right.path : undefined;
  const { clock, set } = setClock();

  return pipe(
    readArchive(path),
    TE.flatMap(({ events, header }) =>
      pipe(
        // Repeating an import is harmless, so it need not wait for the disk at every commit.
        openToWrite(store, io, { clock, durability: 'normal' }),
        within(({ journal }) => async () => {
          const done = await restore(journal, events, set);
          if (E.isRight(done)) {
            const { written, repeated } = done.right;
            const answer: Answer = {
              exit: 0,
              json: { store, count: header.count, written, repeated, root: header.root },
              lines: [
                say({
                  vi: `Đã nhập ${written} sự kiện vào ${store}${repeated === 0 ? '' : `; ${repeated} đã có sẵn`}`,
                  en: `Imported ${written} events into ${store}${repeated === 0 ? '' : `; ${repeated} stood there already`}`,
                }),
              ],
            };
            return E.right(answer);
          }
          const problem = done.left;
          if (problem.kind === 'NotTheSame') return E.left(goesAnotherWay(problem));
          return E.left(
            problem.kind === 'Conflict' || problem.kind === 'IdReused' ? differs(problem.stream) : faulty(problem),
          );
        }),
        TE.mapLeft((problem) => {
          // A store made for this import and not filled is of no use to anybody.
          for (const end of fresh === undefined ? [] : ['', '-wal', '-shm']) rmSync(`${fresh}${end}`, { force: true });
          return problem;
        }),
      ),
    ),
  );
};

export const importArchive: Join = (program, { say, does }) => {
  program
    .command('import')
    .description(say(texts.about))
    .argument('<FILE>', say(texts.file))
    .requiredOption('--store <URL>', say(texts.store))
    .action(does(imported));
};
