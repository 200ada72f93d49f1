/** `stats`: how many cases a store holds and where they stand; received, decided, handed over and paid apart. */
import type { Instant } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { provinceOf } from '../cases/places.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { instantAt, oneOf } from '../options.js';
import type { Problem } from '../problem.js';
import { breakdown, DIMENSIONS, type Dimension, dimensionsOf } from '../readings/breakdown.js';
import { statisticsOf } from '../readings/statistics.js';
import { type Summaries, summariesOf } from '../readings/summaries.js';
import { openToRead, within } from '../stores/open-store.js';
import { breakdownLines, statisticsLines } from '../words/statistics.js';

type Options = Readonly<{ store: string; by?: string; asOf?: string }>;
type Asked = Readonly<{ by: readonly Dimension[]; asOf?: Instant }>;

const texts = {
  about: {
    vi: 'thống kê hồ sơ: tiếp nhận, đã quyết định, đã trả, đã chi trả',
    en: 'counts: received, decided, handed over and paid',
  },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  by: { vi: `theo ${DIMENSIONS.join(',')}`, en: `broken down by ${DIMENSIONS.join(',')}` },
  shape: {
    vi: `
JSON: received{total,birth,death}, byStatus, decided, handedOver, paid (số hồ sơ),
benefits{decided,toppedUp,paid,outstanding}{count,dong}, onTime, late, stuck, refused,
legs{birth,death}; với --by: rows[{…, received, decided, handedOver, paid, benefits}].
decided: mọi phần đã có kết quả hoặc quyết định; handedOver: đã trả mọi kết quả;
paid: đã chi trả đủ số tiền đã quyết định.`,
    en: `
JSON: received{total,birth,death}, byStatus, decided, handedOver, paid (cases),
benefits{decided,toppedUp,paid,outstanding}{count,dong}, onTime, late, stuck, refused,
legs{birth,death}; with --by: rows[{…, received, decided, handedOver, paid, benefits}].
decided: each leg has its result or its decision; handedOver: each result was given
out; paid: nothing of the money that was decided is outstanding.`,
  },
  asOf: { vi: 'như đã ghi đến thời điểm', en: 'as recorded until that instant' },
} as const satisfies Readonly<Record<string, Text>>;

const asked = ({ by, asOf }: Options): Either<Problem, Asked> => {
  const dimensions: Dimension[] = [];
  for (const word of by === undefined ? [] : by.split(',')) {
    const known = oneOf('--by', word.trim(), DIMENSIONS);
    if (E.isLeft(known)) return known;
    if (!dimensions.includes(known.right)) dimensions.push(known.right);
  }
  const all = dimensionsOf(dimensions);
  if (asOf === undefined) return E.right({ by: all });
  return pipe(
    instantAt('--as-of', asOf),
    E.map((until) => ({ by: all, asOf: until })),
  );
};

const answer = ({ language }: Context, { by, asOf }: Asked, { cases, events }: Summaries): Answer => {
  const statistics = statisticsOf(cases, events);
  const rows = breakdown(cases, by, provinceOf);
  return {
    exit: 0,
    json: {
      ...(asOf === undefined ? {} : { asOf }),
      ...statistics,
      ...(by.length === 0 ? {} : { by, rows: rows.map(({ key, figures }) => ({ ...key, ...figures })) }),
    },
    lines: by.length === 0 ? statisticsLines(statistics, language) : breakdownLines(rows, by, language),
  };
};

const counted = (context: Context, options: Options): Work => {
  const question = asked(options);
  if (E.isLeft(question)) return TE.left(question.left);
  return pipe(
    openToRead(options.store, context.io),
    within(({ journal }) =>
      pipe(
        () => summariesOf(journal, question.right.asOf),
        TE.map((summaries) => answer(context, question.right, summaries)),
      ),
    ),
  );
};

export const stats: Join = (program, { say, does }) => {
  program
    .command('stats')
    .description(say(texts.about))
    .requiredOption('--store <URL>', say(texts.store))
    .option('--by <LIST>', say(texts.by))
    .option('--as-of <INSTANT>', say(texts.asOf))
    .addHelpText('after', say(texts.shape))
    .action(does(counted));
};
