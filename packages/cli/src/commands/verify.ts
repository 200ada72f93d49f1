/** `verify`: holds a store or an archive against its hashes, its counts, its checkpoints and their signatures. */
import { openCheckpoint, readCheckpoint, type TrustedKey, type Vouched } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { cannotSign, fileAt, trustedAt } from '../archive/signing-files.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { badInput, badUsage, type Problem } from '../problem.js';
import { type Against, type Verification, verification } from '../readings/verify.js';
import { nameOf } from '../stores/open-store.js';
import { storeUrl } from '../stores/store-url.js';
import { findingText, lineOf } from '../words/evidence.js';

type Options = Readonly<{ checkpoint?: string; trust?: string }>;

const texts = {
  about: { vi: 'kiểm chứng: không có gì bị sửa hay bớt', en: 'prove that nothing was altered or removed' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  checkpoint: { vi: 'điểm kiểm soát đã giữ ở nơi khác', en: 'a checkpoint that was kept elsewhere' },
  trust: {
    vi: 'tệp khóa công khai tin cậy (PEM hoặc mỗi dòng một khóa)',
    en: 'file of trusted keys (PEM, or one a line)',
  },
} as const satisfies Readonly<Record<string, Text>>;

const trustNeedsMore: Problem = badUsage({
  vi: '--trust cho một kho cần --checkpoint: kho không tự mang chữ ký',
  en: '--trust needs --checkpoint for a store, which carries no signature of its own',
});

/** What the options hand in, or the finding that a signature is. */
const againstWhat = async (
  { checkpoint, trust }: Options,
  { io }: Context,
): Promise<Either<Problem, Against | 'signature' | 'unsigned'>> => {
  const trusted = trust === undefined ? E.right<Problem, readonly TrustedKey[]>([]) : trustedAt(trust, io);
  if (E.isLeft(trusted)) return trusted;
  if (checkpoint === undefined) return E.right({ trusted: trusted.right });
  const note = fileAt('--checkpoint', checkpoint, io);
  if (E.isLeft(note)) return note;
  const opened =
    trusted.right.length === 0 ? readCheckpoint(note.right) : await openCheckpoint(note.right, trusted.right)();
  if (E.isRight(opened)) return E.right({ trusted: trusted.right, checkpoints: [opened.right] });
  if (opened.left.kind === 'CannotSign') return E.left(cannotSign);
  if (opened.left.kind === 'NotACheckpoint') {
    return E.left(badInput('--checkpoint', 'a signed note with a checkpoint'));
  }
  return E.right(opened.left.kind === 'Unsigned' ? 'unsigned' : 'signature');
};

const instantOf = (seconds: number): string | undefined =>
  seconds <= 8_640_000_000_000 ? new Date(seconds * 1_000).toISOString() : undefined;

const told = ({ at, ...vouched }: Vouched) => ({
  ...vouched,
  ...(at === undefined || instantOf(at) === undefined ? {} : { at: instantOf(at) }),
});

const names = (vouched: readonly Vouched[]): string => [...new Set(vouched.map(({ name }) => name))].join(', ');

/** What it proves, in one phrase; JSON has the English one. */
const statusOf = ({ complete, size, vouched }: Verification): Text => {
  if (!complete) return { vi: 'không toàn vẹn', en: 'not complete' };
  const forAll = vouched.filter((one) => one.size === size);
  if (forAll.length > 0) {
    return { vi: `toàn vẹn, có chữ ký của ${names(forAll)}`, en: `complete and signed by ${names(forAll)}` };
  }
  return { vi: 'toàn vẹn, không có chữ ký', en: 'complete, unsigned' };
};

const remarks = (
  { complete, size, vouched, header, archive }: Verification,
  { checkpoint, trust }: Options,
): readonly Text[] => {
  if (!complete || vouched.some((one) => one.size === size)) return [];
  const most = Math.max(0, ...vouched.map((one) => one.size));
  if (most > 0) {
    const by = names(vouched.filter((one) => one.size === most));
    return [
      {
        vi: `${most} sự kiện đầu có chữ ký của ${by}; phần sau chưa ai ký.`,
        en: `The first ${most} events are signed by ${by}; nobody signed the rest.`,
      },
    ];
  }
  if (checkpoint !== undefined && trust === undefined) {
    return [
      {
        vi: 'Khớp với điểm kiểm soát, nhưng chưa kiểm tra chữ ký; hãy cho khóa bằng --trust.',
        en: 'It agrees with the checkpoint, whose signature was not checked; name the key with --trust.',
      },
    ];
  }
  if (header?.checkpoint !== undefined && trust === undefined) {
    return [
      {
        vi: 'Tệp có mang một điểm kiểm soát; hãy cho khóa bằng --trust để kiểm tra chữ ký.',
        en: 'It carries a checkpoint; name the key with --trust to have the signature checked.',
      },
    ];
  }
  return [
    archive
      ? { vi: 'Ai sửa được cả tệp thì giả được nó.', en: 'Whoever could write all of it anew could have forged it.' }
      : {
          vi: 'Không có gì ngoài kho chứng nhận phần cuối của nó; hãy dùng --checkpoint.',
          en: 'Nothing outside the store vouches for its end; hold it against a --checkpoint.',
        },
  ];
};

const answer = ({ say }: Context, verified: Verification, options: Options): Answer => {
  const { name, archive, complete, size, root, finding, vouched } = verified;
  const line = finding !== undefined && archive ? lineOf(finding) : undefined;
  const finds =
    finding === undefined
      ? {}
      : {
          finding: {
            kind: finding.kind,
            because: finding.because,
            ...finding.at,
            ...(line === undefined ? {} : { line }),
            ...(finding.origin === undefined ? {} : { origin: finding.origin }),
          },
        };
  return {
    exit: complete ? 0 : 1,
    json: { store: name, status: statusOf(verified).en, complete, size, root, signedBy: vouched.map(told), ...finds },
    lines: [
      ...(finding === undefined ? [] : [say(findingText(finding, archive))]),
      say({ vi: `${name}: ${statusOf(verified).vi}`, en: `${name}: ${statusOf(verified).en}` }),
      say(
        complete
          ? { vi: `${size} sự kiện, gốc ${root}`, en: `${size} events, root ${root}` }
          : { vi: `${size} sự kiện trước đó không có gì sai`, en: `${size} events before it hold` },
      ),
      ...remarks(verified, options).map(say),
    ],
  };
};

/** Nothing was read of the store: the note itself is refused by a key that was named. */
const noteRefused = ({ say }: Context, store: string, because: 'signature' | 'unsigned'): Answer => {
  const finding = { kind: 'SIGNATURE_INVALID', because, at: { index: 0 } } as const;
  return {
    exit: 1,
    json: { store, status: 'not complete', complete: false, signedBy: [], finding: { kind: finding.kind, because } },
    lines: [
      say({
        vi: `--checkpoint: ${findingText(finding, false).vi}`,
        en: `--checkpoint: ${findingText(finding, false).en}`,
      }),
    ],
  };
};

const verified = (context: Context, written: string, options: Options): Work => {
  const url = storeUrl(written, context.io.cwd);
  if (E.isLeft(url)) return TE.left(url.left);
  if (url.right.kind !== 'archive' && options.trust !== undefined && options.checkpoint === undefined)
    return TE.left(trustNeedsMore);
  return async () => {
    const against = await againstWhat(options, context);
    if (E.isLeft(against)) return against;
    if (typeof against.right === 'string') return E.right(noteRefused(context, nameOf(url.right), against.right));
    return pipe(
      verification(written, against.right, context.io),
      TE.map((said) => answer(context, said, options)),
    )();
  };
};

export const verify: Join = (program, { say, does }) => {
  program
    .command('verify')
    .description(say(texts.about))
    .argument('<STORE>', say(texts.store))
    .option('--checkpoint <FILE>', say(texts.checkpoint))
    .option('--trust <FILE>', say(texts.trust))
    .action(does(verified));
};
