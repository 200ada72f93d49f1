/** `case`: where a case stands: legs, due dates with their derivation, open requests, and who may do what now. */
import { type Actor, foldStored, type Instant, type PlainDate } from '@lienthong/core';
import { ROLES, type Role } from '@lienthong/core/authority';
import {
  allowed,
  type BirthCase,
  type BirthCaseKind,
  type BirthDueDate,
  type BirthEvent,
  dueDates,
  outcomeOf,
} from '@lienthong/core/birth-case';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { explainCitation, explainStep, type LawBook, lawBook } from '@lienthong/core/law';
import { birthKind } from '../cases/birth.js';
import { caseIdAt, eventsOfCase } from '../cases/case-id.js';
import { authority } from '../cases/places.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { dateAt, instantAt } from '../options.js';
import { faulty, type Problem } from '../problem.js';
import { openToRead, within } from '../stores/open-store.js';
import { inColumns } from '../table.js';
import { legText, outcomeText, termText } from '../words/legs.js';

type Options = Readonly<{ store: string; asOf?: string; knownOn?: string }>;
type Asked = Readonly<{ asOf?: Instant; knownOn?: PlainDate }>;

const texts = {
  about: { vi: 'hiện trạng một hồ sơ', en: 'where a case stands' },
  id: { vi: 'mã hồ sơ', en: 'id of the case' },
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
} as const satisfies Readonly<Record<BirthCase['application']['phase'], Text>>;

/** The book as it was known on a day, whatever day is asked about. */
const asKnownOn = (book: LawBook, knownOn: PlainDate | undefined): LawBook =>
  knownOn === undefined
    ? book
    : {
        ...book,
        at: ({ on }) => book.at({ on, knownOn }),
        rowOn: (parameter, on) => book.rowOn(parameter, on, knownOn),
      };

/** The unit for which somebody in this role would act. */
const actorAs = (role: Role, { application: { declaration } }: BirthCase): Actor => {
  const unit = {
    'residence-officer': declaration?.authorities.residence,
    'insurance-officer': declaration?.authorities.card,
    'identity-officer': declaration?.authorities['identity-card'],
  }[role as string];
  const own = unit ?? declaration?.authorities.birth;
  return { id: role, role, ...(own === undefined ? {} : { unit: own }) };
};

const view = (book: LawBook, birth: BirthCase, at: Instant) => ({
  phase: birth.application.phase,
  legs: (birth.application.declaration?.legs ?? []).map((leg) => ({ leg, outcome: outcomeOf(birth, leg) ?? null })),
  dueDates: dueDates(book, birth),
  openRequests: Object.values(birth.requests).filter(({ status }) => status !== 'answered'),
  allowed: ROLES.map((role) => ({ role, ...allowed(book, birth, actorAs(role, birth), at, authority) })),
});

type View = ReturnType<typeof view>;

const dueLines = ({ language, say }: Context, due: BirthDueDate): readonly string[] => [
  `  ${say(legText[due.span])}: ${due.dueOn ?? say(texts.noDay)} (${say(termText(due))})${due.met ? `, ${say(texts.met)}` : ''}` +
    (due.citation === null ? '' : `, ${explainCitation(due.citation, language)}`),
  ...due.derivation.map((step) => `    ${explainStep(step, language)}`),
];

const linesOf = (
  context: Context,
  stream: string,
  { phase, legs, dueDates: due, openRequests, allowed: may }: View,
): readonly string[] => {
  const { say, messages } = context;
  const open = may.filter((each) => each.open.length > 0);
  const orNone = (lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [`  ${say(texts.none)}`] : lines;
  return [
    `${stream}: ${say(phases[phase])}`,
    `${say(texts.legs)}:`,
    ...inColumns(
      legs.map(({ leg, outcome }) => [
        say(legText[leg]),
        outcome === null ? say(texts.undecided) : say(outcomeText[outcome]),
      ]),
      '  ',
    ),
    `${say(texts.due)}:`,
    ...orNone(due.flatMap((each) => dueLines(context, each))),
    `${say(texts.requests)}:`,
    ...orNone(
      inColumns(
        openRequests.map(({ request, status, attempts }) => [request, status, `×${attempts}`]),
        '  ',
      ),
    ),
    `${say(texts.may)}:`,
    ...orNone(
      inColumns(
        open.map(({ role, open: commands }) => [messages.role(role), commands.join(', ')]),
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

const shown = (context: Context, typed: string, options: Options): Work => {
  const id = caseIdAt('ID', typed);
  if (E.isLeft(id)) return TE.left(id.left);
  const question = asked(options);
  if (E.isLeft(question)) return TE.left(question.left);
  const { asOf, knownOn } = question.right;
  const kind = birthKind();
  const book = asKnownOn(lawBook(), knownOn);
  return pipe(
    openToRead(options.store, context.io),
    within(({ journal }) =>
      pipe(
        eventsOfCase(journal, id.right, asOf),
        TE.flatMapEither((stored) => pipe(foldStored(kind, stored), E.mapLeft(faulty))),
        TE.map(({ state, head, eventAt }): Answer => {
          const told = view(book, state, asOf ?? context.io.now());
          const seen = seenBy(kind, eventAt);
          return {
            exit: 0,
            json: {
              case: id.right,
              revision: head,
              seen,
              ...(asOf && { asOf }),
              ...(knownOn && { knownOn }),
              ...told,
              state,
              messages: messagesOf(context, told),
            },
            lines: linesOf(context, `birth-${id.right}`, told),
          };
        }),
      ),
    ),
  );
};

/** What an officer who looks now has seen: the last revision of each part, for `seen` in a command. */
const seenBy = ({ legOf }: BirthCaseKind, eventAt: ReadonlyMap<number, BirthEvent>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...eventAt].flatMap(([revision, event]) =>
      [legOf(event)].flatMap((leg) => (leg === undefined ? [] : [[leg, revision]])),
    ),
  );

/** Why a command is closed, in words, by reason. */
const messagesOf = ({ messages }: Context, { allowed: may }: View): Readonly<Record<string, string>> =>
  Object.fromEntries(
    may.flatMap(({ closed }) =>
      closed.flatMap(({ refusals }) => refusals.map((each) => [each.reason, messages.refusal(each)])),
    ),
  );

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
