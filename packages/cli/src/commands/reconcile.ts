/** `reconcile`: compares the cases of a store with the agencies' own records, and proposes; it changes nothing in a case. */
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { dayOf, type PlainDate } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import {
  reconcile as compare,
  REGISTERS,
  type Reconciliation,
  type RecordFormat,
  type RegisterName,
  type RegisterRecord,
  readRecords,
} from '@lienthong/core/reconciliation';
import { ngheAn } from '@lienthong/testing';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Io } from '../io.js';
import type { Text } from '../language.js';
import { dateAt, oneOf } from '../options.js';
import { badInput, outOfReach, type Problem } from '../problem.js';
import { knownCases } from '../readings/reconciliation.js';
import { accessBy, withLog } from '../stores/looking.js';
import { openStanding, withKeysToRead } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';
import { reconciliationLines } from '../words/reconciliation.js';

type Options = Readonly<{
  store: string;
  records: readonly string[];
  covers?: string;
  asOf?: string;
  keys?: string;
  by?: string;
}>;

const texts = {
  about: { vi: 'đối soát hồ sơ với sổ của các cơ quan', en: 'compare the cases with the agencies’ own records' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  records: { vi: 'tệp bản ghi: .csv, .ndjson hoặc .json', en: 'files of records: .csv, .ndjson or .json' },
  covers: {
    vi: 'sổ được nộp đầy đủ (mặc định: các sổ có trong tệp)',
    en: 'registers handed in whole (default: those in the files)',
  },
  asOf: { vi: 'như đã ghi đến hết ngày', en: 'as recorded until the end of that day' },
  keys: {
    vi: 'tệp khóa (mặc định: LIENTHONG_KEYS hoặc cạnh kho)',
    en: 'file of keys (default: LIENTHONG_KEYS, or beside the store)',
  },
  by: {
    vi: 'người xem, dạng vai-trò:mã; việc xem được ghi lại',
    en: 'who looks, as role:id; that they looked is recorded',
  },
  shape: {
    vi: '\nKết quả: 0 không thấy gì, 1 có điểm không khớp, 2 tệp không đọc được. Không in họ tên, không ghi vào hồ sơ.',
    en: '\nExit 0: nothing found; 1: something was; 2: a file cannot be read. No name is printed, no case is changed.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const keysAway: Problem = outOfReach({
  vi: 'không thấy khóa để mở dữ liệu cá nhân; không có khóa thì không so được người.',
  en: 'the keys that open personal data are not here; without them nobody can be compared.',
});

/** What fits in memory with room to spare. */
const MOST_BYTES = 256 * 1024 * 1024;

const FORMATS: readonly (readonly [ending: string, format: RecordFormat])[] = [
  ['.csv', 'csv'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.json', 'json'],
];

const textOf = (path: string, file: string): Either<Problem, string> => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return E.left(badInput(file, 'a file that is there'));
  if (stats.size > MOST_BYTES) return E.left(badInput(file, `at most ${MOST_BYTES} bytes`));
  try {
    return E.right(readFileSync(path, 'utf8'));
  } catch {
    return E.left(badInput(file, 'a file that can be read'));
  }
};

const recordsIn = (named: string, io: Io): Either<Problem, readonly RegisterRecord[]> => {
  const file = basename(named);
  const format = FORMATS.find(([ending]) => file.toLowerCase().endsWith(ending))?.[1];
  if (format === undefined) return E.left(badInput(file, '.csv | .ndjson | .json'));
  const text = textOf(resolve(io.cwd, named), file);
  if (E.isLeft(text)) return text;
  const read = readRecords(text.right, format);
  if (E.isRight(read)) return read;
  const { line, field, expected } = read.left;
  return E.left(badInput([file, String(line), ...(field === '' ? [] : [field])].join(':'), expected));
};

type Asked = Readonly<{ records: readonly RegisterRecord[]; covered?: readonly RegisterName[]; until?: PlainDate }>;

const asked = ({ io }: Context, { records: files, covers, asOf }: Options): Either<Problem, Asked> => {
  const until = asOf === undefined ? undefined : dateAt('--as-of', asOf);
  if (until !== undefined && E.isLeft(until)) return until;
  const covered: RegisterName[] = [];
  for (const word of covers?.split(',') ?? []) {
    const known = oneOf('--covers', word.trim(), REGISTERS);
    if (E.isLeft(known)) return known;
    covered.push(known.right);
  }
  const all: (readonly RegisterRecord[])[] = [];
  for (const file of files) {
    const read = recordsIn(file, io);
    if (E.isLeft(read)) return read;
    all.push(read.right);
  }
  return E.right({
    records: all.flat(),
    ...(covers !== undefined && { covered }),
    ...(until !== undefined && { until: until.right }),
  });
};

const told = ({ language }: Context, found: Reconciliation): Answer => ({
  exit: found.findings.length > 0 ? 1 : 0,
  json: found,
  lines: reconciliationLines(found, language),
});

const compared = (context: Context, options: Options): Work => {
  const { io } = context;
  const question = asked(context, options);
  if (E.isLeft(question)) return TE.left(question.left);
  const access = accessBy(io, 'reconciliation', options.by);
  if (E.isLeft(access)) return TE.left(access.left);
  const { records, covered, until } = question.right;
  const asOf = until ?? dayOf(io.now());
  return pipe(
    openStanding(options.store, context),
    within((store) =>
      withKeysToRead(store, context, options.keys, (ring) => {
        if (ring === undefined) return TE.left(keysAway);
        return withLog(store, io, (log) => () => {
          const opening = { journal: store.journal, log, keys: ring.keys, access: access.right };
          return knownCases(until === undefined ? opening : { ...opening, until });
        });
      }),
    ),
    TE.map((cases) => {
      const merged = { gazetteer: ngheAn, on: asOf };
      return told(context, compare({ cases, records, asOf, merged, ...(covered !== undefined && { covered }) }));
    }),
  );
};

export const reconcile: Join = (program, { say, does }) => {
  program
    .command('reconcile')
    .description(say(texts.about))
    .requiredOption('--store <URL>', say(texts.store))
    .requiredOption('--records <FILE...>', say(texts.records))
    .option('--covers <LIST>', say(texts.covers))
    .option('--as-of <DATE>', say(texts.asOf))
    .option('--keys <FILE>', say(texts.keys))
    .option('--by <ROLE:ID>', say(texts.by))
    .addHelpText('after', say(texts.shape))
    .action(does(compared));
};
