/** `export`: a store written down as an archive, to a file or to the output. */
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Journal } from '@lienthong/core';
import { type ArchiveHeader, type CheckpointSigner, signCheckpoint } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { headerLine } from '../archive/format.js';
import { cannotSign, signerAt } from '../archive/signing-files.js';
import { archiveText, describe, type Sign } from '../archive/write-archive.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { oneOf } from '../options.js';
import { faulty, outOfReach, type Problem } from '../problem.js';
import { verification } from '../readings/verify.js';
import { openToRead, within } from '../stores/open-store.js';
import { nothingSigned } from './nothing-signed.js';

type Options = Readonly<{ format: string; out?: string; sign?: string; origin?: string }>;

const texts = {
  about: { vi: 'xuất kho thành tệp lưu trữ', en: 'write a store down as an archive' },
  store: { vi: 'kho nguồn, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  format: { vi: 'dạng tệp: ndjson', en: 'form of the archive: ndjson' },
  out: {
    vi: 'tệp đích (.ndjson hoặc .ndjson.gz); mặc định in ra màn hình',
    en: 'the file (.ndjson or .ndjson.gz; default: the output)',
  },
  sign: { vi: 'tệp khóa ký điểm kiểm soát kèm theo', en: 'file of the key that signs its checkpoint' },
  origin: { vi: 'tên của nhật ký, khi khóa không có tên', en: 'name of the log, for a key without one' },
} as const satisfies Readonly<Record<string, Text>>;

const unwritten: Problem = outOfReach({
  vi: 'không ghi được tệp đích; không để lại tệp dở dang.',
  en: 'the file cannot be written; nothing half-written is left.',
});

/** Thrown only to the end of the pipeline, where it becomes a problem again. */
class Stopped extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

async function* textOf(journal: Journal, header: ArchiveHeader): AsyncGenerator<string> {
  yield headerLine(header);
  for await (const part of archiveText(journal, header)) {
    if (E.isLeft(part)) throw new Stopped(faulty(part.left));
    yield part.right;
  }
}

/** Whole or not at all: the file gets its name when its last line is on it. */
const toFile = async (path: string, journal: Journal, header: ArchiveHeader): Promise<Either<Problem, void>> => {
  const draft = `${path}.${process.pid}.part`;
  try {
    const source = Readable.from(textOf(journal, header));
    const sink = createWriteStream(draft);
    await (path.endsWith('.gz') ? pipeline(source, createGzip(), sink) : pipeline(source, sink));
    renameSync(draft, path);
    return E.right(undefined);
  } catch (error) {
    rmSync(draft, { force: true });
    return E.left(error instanceof Stopped ? error.problem : unwritten);
  }
};

const toOutput = async ({ io }: Context, journal: Journal, header: ArchiveHeader): Promise<Either<Problem, void>> => {
  try {
    for await (const part of textOf(journal, header)) await io.out(part);
    return E.right(undefined);
  } catch (error) {
    if (error instanceof Stopped) return E.left(error.problem);
    throw error;
  }
};

const told = ({ say }: Context, { count, root }: ArchiveHeader, out: string | undefined): Answer =>
  out === undefined
    ? { exit: 0 }
    : {
        exit: 0,
        json: { file: out, count, root },
        lines: [
          say({ vi: `Đã xuất ${count} sự kiện vào ${out}`, en: `Wrote ${count} events to ${out}` }),
          `root ${root}`,
        ],
      };

const signWith =
  (signer: CheckpointSigner): Sign<Problem> =>
  async (counted) => {
    const note = await signCheckpoint(signer, { origin: signer.key.name, ...counted })();
    return E.isLeft(note) ? E.left(cannotSign) : note;
  };

const exportWith = (
  context: Context,
  written: string,
  out: string | undefined,
  sign: Sign<Problem> | undefined,
): Work =>
  pipe(
    openToRead(written, context.io),
    within(({ journal, name }) => async () => {
      const header = await describe(journal, name, sign);
      if (E.isLeft(header)) return E.left('exit' in header.left ? header.left : faulty(header.left));
      const done =
        out === undefined
          ? await toOutput(context, journal, header.right)
          : await toFile(resolve(context.io.cwd, out), journal, header.right);
      return E.isLeft(done) ? done : E.right(told(context, header.right, out));
    }),
  );

/** Nobody puts a name to what does not hold, so it is looked over first. */
const exportSigned = (context: Context, written: string, out: string | undefined, signer: CheckpointSigner): Work =>
  pipe(
    verification(written, {}, context.io),
    TE.flatMap((verified) =>
      verified.finding === undefined
        ? exportWith(context, written, out, signWith(signer))
        : TE.right(nothingSigned(context, verified, verified.finding)),
    ),
  );

const exported = (context: Context, written: string, { format, out, sign, origin }: Options): Work => {
  const form = oneOf('--format', format, ['ndjson']);
  if (E.isLeft(form)) return TE.left(form.left);
  if (sign === undefined) return exportWith(context, written, out, undefined);
  const signer: TE.TaskEither<Problem, CheckpointSigner> = () => signerAt(sign, origin, context.io);
  return pipe(
    signer,
    TE.flatMap((ready) => exportSigned(context, written, out, ready)),
  );
};

export const exportArchive: Join = (program, { say, does }) => {
  program
    .command('export')
    .description(say(texts.about))
    .argument('<STORE>', say(texts.store))
    .requiredOption('--format <FORMAT>', say(texts.format), 'ndjson')
    .option('--out <FILE>', say(texts.out))
    .option('--sign <FILE>', say(texts.sign))
    .option('--origin <NAME>', say(texts.origin))
    .action(does(exported));
};
