/** `backup`: a copy of a store's file, taken while others go on reading and writing. Its keys are not in it. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipe, TE } from '@lienthong/core/fp';
import { backUp, pickDriver } from '@lienthong/store-sqlite';
import type { Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { badInput, badUsage, faulty } from '../problem.js';
import { missing } from '../stores/open-store.js';
import { storeUrl } from '../stores/store-url.js';

type Options = Readonly<{ out: string }>;

const texts = {
  about: { vi: 'sao lưu tệp của kho trong khi vẫn dùng', en: 'copy the file of a store while it is in use' },
  store: { vi: 'kho, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  out: { vi: 'tệp sao lưu, chưa có trước đó', en: 'the file of the backup, not there yet' },
} as const satisfies Readonly<Record<string, Text>>;

const ofFilesOnly = badUsage({
  vi: 'chỉ sao lưu được kho sqlite:TỆP; máy chủ có công cụ riêng, và export ghi được mọi kho',
  en: 'only sqlite:FILE stores are copied like this; servers have tools of their own, and export writes out any store',
});

const copied = ({ io, say }: Context, written: string, { out }: Options): Work =>
  pipe(
    TE.fromEither(storeUrl(written, io.cwd)),
    TE.flatMap((url): Work => {
      if (url.kind !== 'sqlite') return TE.left(ofFilesOnly);
      if (!existsSync(url.path)) return TE.left(missing(url));
      const to = resolve(io.cwd, out);
      if (existsSync(to)) return TE.left(badInput('--out', 'a file that is not there yet'));
      const name = basename(to);
      return pipe(
        pickDriver,
        TE.flatMap((driver) => backUp({ driver, path: url.path, to })),
        TE.mapLeft(faulty),
        TE.map(() => ({
          exit: 0,
          json: { store: url.written, backup: name },
          lines: [
            say({
              vi: `Đã sao lưu vào ${name}; khóa không nằm trong đó.`,
              en: `Copied to ${name}; no keys are in it.`,
            }),
          ],
        })),
      );
    }),
  );

export const backup: Join = (program, { say, does }) => {
  program
    .command('backup')
    .description(say(texts.about))
    .argument('<STORE>', say(texts.store))
    .requiredOption('--out <FILE>', say(texts.out))
    .action(does(copied));
};
