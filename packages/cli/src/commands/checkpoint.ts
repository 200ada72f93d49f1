/** `checkpoint`: signs how many events a store holds and their root, for safekeeping elsewhere; and makes a key for it. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CheckpointSigner, type OpenedCheckpoint, openCheckpoint, signCheckpoint } from '@lienthong/core/evidence';
import { E, type Either, TE } from '@lienthong/core/fp';
import { cannotSign, fileAt, newKeyAt, signerAt } from '../archive/signing-files.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { badInput, badUsage, outOfReach, type Problem } from '../problem.js';
import { verification } from '../readings/verify.js';
import { nothingSigned } from './nothing-signed.js';

type Options = Readonly<{ sign?: string; origin?: string; newKey?: string; out?: string }>;

const texts = {
  about: { vi: 'ký điểm kiểm soát để giữ ở nơi khác', en: 'sign a checkpoint, to be kept elsewhere' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  sign: { vi: 'tệp khóa ký', en: 'file of the signing key' },
  origin: { vi: 'tên của nhật ký, khi khóa không có tên', en: 'name of the log, for a key without one' },
  newKey: { vi: 'tạo khóa mới mang tên này, ghi vào --out', en: 'make a key of this name, written to --out' },
  out: { vi: 'tệp đích', en: 'the file to write' },
} as const satisfies Readonly<Record<string, Text>>;

const usage: Problem = badUsage({
  vi: 'dùng: checkpoint KHO --sign TỆP [--out TỆP], hoặc checkpoint --new-key TÊN --out TỆP',
  en: 'use: checkpoint STORE --sign FILE [--out FILE], or checkpoint --new-key NAME --out FILE',
});

const unwritten: Problem = outOfReach({ vi: 'không ghi được tệp đích.', en: 'the file cannot be written.' });

/** A log never signs what does not begin with all that it signed before: the last note, if it lies where this one goes. */
const lastOne = async (
  out: string | undefined,
  signer: CheckpointSigner,
  { io }: Context,
): Promise<Either<Problem, readonly OpenedCheckpoint[]>> => {
  if (out === undefined || !existsSync(resolve(io.cwd, out))) return E.right([]);
  const note = fileAt('--out', out, io);
  if (E.isLeft(note)) return note;
  const opened = await openCheckpoint(note.right, [signer.key])();
  if (E.isRight(opened)) return E.right([opened.right]);
  return E.left(
    opened.left.kind === 'CannotSign'
      ? cannotSign
      : badInput('--out', 'a new file, or the last checkpoint that this key signed'),
  );
};

const put = (path: string, note: string): Either<Problem, void> => {
  const draft = `${path}.${process.pid}.part`;
  try {
    writeFileSync(draft, note);
    renameSync(draft, path);
    return E.right(undefined);
  } catch {
    rmSync(draft, { force: true });
    return E.left(unwritten);
  }
};

const signed = async (
  context: Context,
  store: string,
  { sign = '', origin, out }: Options,
): Promise<Either<Problem, Answer>> => {
  const { io, say } = context;
  const signer = await signerAt(sign, origin, io);
  if (E.isLeft(signer)) return signer;
  const checkpoints = await lastOne(out, signer.right, context);
  if (E.isLeft(checkpoints)) return checkpoints;
  const verified = await verification(store, { checkpoints: checkpoints.right }, io)();
  if (E.isLeft(verified)) return verified;
  const { size, root, finding, name } = verified.right;
  if (finding !== undefined) return E.right(nothingSigned(context, verified.right, finding));
  const note = await signCheckpoint(signer.right, { origin: signer.right.key.name, size, root })();
  if (E.isLeft(note)) return E.left(cannotSign);
  const done = out === undefined ? E.right<Problem, void>(undefined) : put(resolve(io.cwd, out), note.right);
  if (E.isLeft(done)) return done;
  const json = { store: name, origin: signer.right.key.name, size, root, checkpoint: note.right };
  return E.right({
    exit: 0,
    json: out === undefined ? json : { ...json, file: out },
    lines:
      out === undefined
        ? [note.right.trimEnd()]
        : [say({ vi: `Đã ký ${size} sự kiện vào ${out}`, en: `Signed ${size} events in ${out}` }), `root ${root}`],
  });
};

const keyMade = async (context: Context, name: string, out: string): Promise<Either<Problem, Answer>> => {
  const { io, say } = context;
  const key = await newKeyAt(name, out, io);
  if (E.isLeft(key)) return key;
  io.err(
    `${say({
      vi: `Khóa bí mật ở ${out}, chỉ chủ tệp đọc được. Khóa công khai để đưa cho người kiểm tra:`,
      en: `The secret key is in ${out}, for its owner only. The public key, for those who check:`,
    })}\n`,
  );
  return E.right({ exit: 0, json: { name, file: out, publicKey: key.right }, lines: [key.right] });
};

const checkpointed = (context: Context, store: string | undefined, options: Options): Work => {
  const { sign, newKey, out, origin } = options;
  if (newKey !== undefined) {
    if (out === undefined || store !== undefined || sign !== undefined || origin !== undefined) return TE.left(usage);
    return () => keyMade(context, newKey, out);
  }
  return store === undefined || sign === undefined ? TE.left(usage) : () => signed(context, store, options);
};

export const checkpoint: Join = (program, { say, does }) => {
  program
    .command('checkpoint')
    .description(say(texts.about))
    .argument('[STORE]', say(texts.store))
    .option('--sign <FILE>', say(texts.sign))
    .option('--origin <NAME>', say(texts.origin))
    .option('--new-key <NAME>', say(texts.newKey))
    .option('--out <FILE>', say(texts.out))
    .action(does(checkpointed));
};
