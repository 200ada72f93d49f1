/** `escalations`: everything that is stuck, with the agency, the reason, since when, and who looks after it. */
import { type Instant, msBetween } from '@lienthong/core';
import { AGENCIES, type Agency } from '@lienthong/core/application';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { codeInWords } from '@lienthong/core/messages';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { instantAt, oneOf } from '../options.js';
import type { Problem } from '../problem.js';
import { type StuckThing, stuckAt } from '../readings/stuck.js';
import { openToRead, within } from '../stores/open-store.js';
import { inColumns } from '../table.js';

type Options = Readonly<{ store: string; agency?: string; commune?: string; asOf?: string }>;
type Asked = Readonly<{ agency?: Agency; commune?: string; asOf?: Instant }>;

const texts = {
  about: {
    vi: 'những việc đang vướng: cơ quan, lý do, từ khi nào, ai phụ trách',
    en: 'what is stuck: agency, reason, since when, who looks after it',
  },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  agency: { vi: `chỉ một cơ quan: ${AGENCIES.join(' | ')}`, en: `one agency only: ${AGENCIES.join(' | ')}` },
  commune: { vi: 'chỉ một đơn vị cấp xã, theo mã', en: 'one commune only, by its code' },
  asOf: { vi: 'như đã ghi đến thời điểm', en: 'as recorded until that instant' },
  none: { vi: 'Không có việc nào đang vướng.', en: 'Nothing is stuck.' },
  nobody: { vi: 'chưa có người phụ trách', en: 'nobody looks after it' },
  noAgency: { vi: 'không riêng cơ quan nào', en: 'no single agency' },
  total: { vi: 'Tổng số', en: 'In all' },
  shape: {
    vi: `
JSON: total, unattended, byAgency, byCommune, byReason (số việc),
stuck[{kind: matter|request|deadline, about, reason, agency, since, days, commune,
case, stream, lookedAfterBy, lookFor}], cũ nhất trước. matter: đã ở tổ hỗ trợ;
request: cơ quan chưa trả lời; deadline: cơ quan để quá hạn.`,
    en: `
JSON: total, unattended, byAgency, byCommune, byReason (counts),
stuck[{kind: matter|request|deadline, about, reason, agency, since, days, commune,
case, stream, lookedAfterBy, lookFor}], the oldest first. matter: before the support
team; request: nobody answers it; deadline: an agency let it pass.`,
  },
} as const satisfies Readonly<Record<string, Text>>;

const DAY = 86_400_000;
/** Whole days it has been stuck. */
const daysOf = ({ since }: StuckThing, at: Instant): number => Math.max(0, Math.floor(msBetween(since, at) / DAY));

const asked = ({ agency, commune, asOf }: Options): Either<Problem, Asked> => {
  const known = agency === undefined ? undefined : oneOf('--agency', agency, AGENCIES);
  if (known !== undefined && E.isLeft(known)) return known;
  const until = asOf === undefined ? undefined : instantAt('--as-of', asOf);
  if (until !== undefined && E.isLeft(until)) return until;
  return E.right({
    ...(known === undefined ? {} : { agency: known.right }),
    ...(commune === undefined ? {} : { commune }),
    ...(until === undefined ? {} : { asOf: until.right }),
  });
};

const countedBy = (
  all: readonly StuckThing[],
  key: (thing: StuckThing) => string,
): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const thing of all) counts[key(thing)] = (counts[key(thing)] ?? 0) + 1;
  return counts;
};

const lineOf = ({ say, language }: Context, thing: StuckThing, at: Instant): readonly string[] => {
  const { stream, about, reason, agency, since, lookedAfterBy, lookFor, commune } = thing;
  return [
    since,
    `${daysOf(thing, at)} d`,
    agency === null ? say(texts.noAgency) : codeInWords(agency, language),
    about,
    codeInWords(reason, language),
    commune,
    stream,
    lookedAfterBy ?? say(texts.nobody),
    ...(lookFor === null ? [] : [lookFor]),
  ];
};

const answer = (context: Context, all: readonly StuckThing[], { agency, commune }: Asked, at: Instant): Answer => {
  const stuck = all.filter(
    (thing) =>
      (agency === undefined || thing.agency === agency) && (commune === undefined || thing.commune === commune),
  );
  return {
    exit: 0,
    json: {
      at,
      total: stuck.length,
      unattended: stuck.filter(({ lookedAfterBy }) => lookedAfterBy === null).length,
      byAgency: countedBy(stuck, (thing) => thing.agency ?? 'none'),
      byCommune: countedBy(stuck, (thing) => thing.commune),
      byReason: countedBy(stuck, (thing) => thing.reason),
      stuck: stuck.map(({ caseId, ...thing }) => ({ ...thing, case: caseId, days: daysOf(thing as StuckThing, at) })),
    },
    lines:
      stuck.length === 0
        ? [context.say(texts.none)]
        : [
            ...inColumns(stuck.map((thing) => lineOf(context, thing, at))),
            `${context.say(texts.total)}: ${stuck.length}`,
          ],
  };
};

const listed = (context: Context, options: Options): Work => {
  const question = asked(options);
  if (E.isLeft(question)) return TE.left(question.left);
  const { asOf } = question.right;
  const at = asOf ?? context.io.now();
  return pipe(
    openToRead(options.store, context.io),
    within(({ journal }) =>
      pipe(
        () => stuckAt(journal, lawBook(), at, asOf),
        TE.map((stuck) => answer(context, stuck, question.right, at)),
      ),
    ),
  );
};

export const escalations: Join = (program, { say, does }) => {
  program
    .command('escalations')
    .description(say(texts.about))
    .requiredOption('--store <URL>', say(texts.store))
    .option('--agency <NAME>', say(texts.agency))
    .option('--commune <CODE>', say(texts.commune))
    .option('--as-of <INSTANT>', say(texts.asOf))
    .addHelpText('after', say(texts.shape))
    .action(does(listed));
};
