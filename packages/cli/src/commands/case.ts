/** `case`: where a case stands: legs, due dates with their derivation, open requests, and who may do what now. */
import type { Instant, PlainDate } from '@lienthong/core';
import type { DueDate } from '@lienthong/core/application';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { explainCitation, explainStep, type LawBook, lawBook } from '@lienthong/core/law';
import { codeInWords } from '@lienthong/core/messages';
import { type CaseCode, casesView, lookAt } from '@lienthong/core/views';
import { caseNamed } from '../cases/by-code.js';
import type { GroupName, View } from '../cases/group.js';
import { caseIn, type Found } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { dateAt, instantAt } from '../options.js';
import type { Problem } from '../problem.js';
import { openToRead, within } from '../stores/open-store.js';
import { inColumns } from '../table.js';
import { legText, outcomeText, termText } from '../words/legs.js';
import { moneyText } from '../words/money.js';
import { roleText } from '../words/roles.js';

type Options = Readonly<{ store: string; asOf?: string; knownOn?: string }>;
type Asked = Readonly<{ asOf?: Instant; knownOn?: PlainDate }>;

const texts = {
  about: { vi: 'hiện trạng một hồ sơ', en: 'where a case stands' },
  id: {
    vi: 'mã hồ sơ, hoặc mã ở hệ thống khác',
    en: 'id of the case, or a code another system gave it',
  },
  codes: { vi: 'Mã ở các hệ thống', en: 'Codes elsewhere' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  asOf: { vi: 'như đã ghi đến thời điểm', en: 'as recorded until that instant' },
  knownOn: { vi: 'theo hiểu biết về luật đến ngày', en: 'the law as known on that day' },
  legs: { vi: 'Các phần', en: 'Legs' },
  due: { vi: 'Hạn giải quyết', en: 'Due dates' },
  requests: { vi: 'Yêu cầu đang chờ', en: 'Open requests' },
  may: { vi: 'Có thể làm ngay', en: 'Open now' },
  none: { vi: 'không có', en: 'none' },
  undecided: { vi: 'đang xử lý', en: 'under way' },
  noDay: { vi: 'chưa có quy định', en: 'no rule' },
  met: { vi: 'đã xong', en: 'done' },
} as const satisfies Readonly<Record<string, Text>>;

const phases = {
  none: { vi: 'chưa nộp', en: 'not filed' },
  open: { vi: 'đang giải quyết', en: 'open' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
} as const satisfies Readonly<Record<View['phase'], Text>>;

/** The book as it was known on a day, whatever day is asked about. */
const asKnownOn = (book: LawBook, knownOn: PlainDate | undefined): LawBook =>
  knownOn === undefined
    ? book
    : {
        ...book,
        at: ({ on }) => book.at({ on, knownOn }),
        rowOn: (parameter, on) => book.rowOn(parameter, on, knownOn),
      };

const dueLines = ({ language, say }: Context, group: GroupName, due: DueDate): readonly string[] => [
  `  ${say(legText(group, due.span))}: ${due.dueOn ?? say(texts.noDay)} (${say(termText(due))})${due.met ? `, ${say(texts.met)}` : ''}` +
    (due.citation === null ? '' : `, ${explainCitation(due.citation, language)}`),
  ...due.derivation.map((step) => `    ${explainStep(step, language)}`),
];

const legRow = ({ say }: Context, group: GroupName, { leg, outcome, benefits }: View['legs'][number]) => [
  say(legText(group, leg)),
  outcome === null ? say(texts.undecided) : say(outcomeText[outcome]),
  ...(benefits === undefined ? [] : [say(moneyText(benefits))]),
];

const linesOf = (
  context: Context,
  { group: { name }, stream }: Found,
  { phase, legs, dueDates, openRequests, allowed }: View,
  codes: readonly CaseCode[],
): readonly string[] => {
  const { say } = context;
  const open = allowed.filter((each) => each.open.length > 0);
  const orNone = (lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [`  ${say(texts.none)}`] : lines;
  return [
    `${stream}: ${say(phases[phase])}`,
    `${say(texts.legs)}:`,
    ...inColumns(
      legs.map((each) => legRow(context, name, each)),
      '  ',
    ),
    `${say(texts.due)}:`,
    ...orNone(dueDates.flatMap((each) => dueLines(context, name, each))),
    `${say(texts.requests)}:`,
    ...orNone(
      inColumns(
        openRequests.map(({ request, status, attempts }) => [request, status, `×${attempts}`]),
        '  ',
      ),
    ),
    ...(codes.length === 0 ? [] : [`${say(texts.codes)}:`]),
    ...inColumns(
      codes.map(({ system, code }) => [codeInWords(system, context.language), code]),
      '  ',
    ),
    `${say(texts.may)}:`,
    ...orNone(
      inColumns(
        open.map(({ role, open: commands }) => [say(roleText(role)), commands.join(', ')]),
        '  ',
      ),
    ),
  ];
};

const asked = ({ asOf, knownOn }: Options): Either<Problem, Asked> => {
  const until = asOf === undefined ? undefined : instantAt('--as-of', asOf);
  if (until !== undefined && E.isLeft(until)) return until;
  const known = knownOn === undefined ? undefined : dateAt('--known-on', knownOn);
  if (known !== undefined && E.isLeft(known)) return known;
  return E.right({
    ...(until === undefined ? {} : { asOf: until.right }),
    ...(known === undefined ? {} : { knownOn: known.right }),
  });
};

/** The codes other systems give the case; none where a release cannot read it that way. */
const codesOf = (stored: Found['stored']): readonly CaseCode[] => {
  const looked = lookAt(casesView({ law: lawBook() }), stored);
  return E.isLeft(looked) ? [] : looked.right.codes.map(({ system, code, from }) => ({ system, code, from }));
};

const shown = (context: Context, typed: string, options: Options): Work => {
  const question = asked(options);
  if (E.isLeft(question)) return TE.left(question.left);
  const { asOf, knownOn } = question.right;
  const book = asKnownOn(lawBook(), knownOn);
  const answer = (found: Found): Either<Problem, Answer> =>
    pipe(
      found.group.fold(found.stored),
      E.map(({ head, seen, state, view, reasons }): Answer => {
        const told = view(book, asOf ?? context.io.now());
        const codes = codesOf(found.stored);
        const messages = Object.entries(reasons(told)).map(([reason, text]) => [reason, context.say(text)]);
        return {
          exit: 0,
          json: {
            case: found.id,
            revision: head,
            seen,
            ...(asOf && { asOf }),
            ...(knownOn && { knownOn }),
            ...told,
            codes,
            state,
            messages: Object.fromEntries(messages),
          },
          lines: linesOf(context, found, told, codes),
        };
      }),
    );
  return pipe(
    openToRead(options.store, context.io),
    within(({ journal }) =>
      pipe(
        caseNamed(journal, 'ID', typed),
        TE.flatMap((id) => caseIn(journal, id, asOf)),
        TE.flatMapEither(answer),
      ),
    ),
  );
};

export const showCase: Join = (program, { say, does }) => {
  program
    .command('case')
    .description(say(texts.about))
    .argument('<ID>', say(texts.id))
    .requiredOption('--store <URL>', say(texts.store))
    .option('--as-of <INSTANT>', say(texts.asOf))
    .option('--known-on <DATE>', say(texts.knownOn))
    .action(does(shown));
};
