/** `law`: the dated parameters, with the text each rests on and how sure we are of it. */
import type { PlainDate } from '@lienthong/core';
import { canonical, type JsonValue } from '@lienthong/core/evidence';
import { E, type Either, TE } from '@lienthong/core/fp';
import {
  explainCitation,
  explainConfidence,
  type LawBook,
  lawBook,
  type Parameter,
  type Row,
} from '@lienthong/core/law';
import type { Answer, Context, Join } from '../frame.js';
import type { Text } from '../language.js';
import { lawDate } from '../options.js';
import { badInput, type Problem } from '../problem.js';
import { inColumns } from '../table.js';

type Options = Readonly<{ on?: string; knownOn?: string }>;
type Chosen = Readonly<{ parameter: Parameter<unknown>; rows: readonly Row<unknown>[] }>;

const texts = {
  about: { vi: 'các tham số pháp luật theo ngày', en: 'dated parameters with citation and confidence' },
  name: { vi: 'tên tham số, hoặc phần đầu của tên', en: 'name of a parameter, or its beginning' },
  on: { vi: 'ngày áp dụng', en: 'the day governed (default: today; with a NAME: every row)' },
  knownOn: { vi: 'theo hiểu biết đến ngày', en: 'as known on that day (default: the newest row)' },
  none: { vi: 'không có tham số nào', en: 'no row' },
} as const satisfies Readonly<Record<string, Text>>;

const valueText = (value: unknown): string =>
  value === true ? '✓' : typeof value === 'string' ? value : canonical(value as JsonValue);

const named = (book: LawBook, name: string | undefined): readonly Parameter<unknown>[] => {
  if (name === undefined) return book.parameters;
  const exact = book.named(name);
  return exact === undefined ? book.parameters.filter((each) => each.name.startsWith(name)) : [exact];
};

/** A name asks for the whole history; a day, or no name, for the row of one day. */
const choose = (
  book: LawBook,
  parameters: readonly Parameter<unknown>[],
  date: Readonly<{ on: PlainDate; knownOn: PlainDate }>,
  history: boolean,
): readonly Chosen[] => {
  const law = book.at(date);
  const rowsOf = (parameter: Parameter<unknown>): readonly Row<unknown>[] => {
    if (history) return parameter.rows.filter(({ knownFrom }) => knownFrom <= date.knownOn);
    const row = law.row(parameter);
    return row === undefined ? [] : [row];
  };
  return parameters.map((parameter) => ({ parameter, rows: rowsOf(parameter) })).filter(({ rows }) => rows.length > 0);
};

const linesOf = ({ parameter, rows }: Chosen, { language }: Context): readonly string[] => [
  `${parameter.name} (${parameter.unit}): ${parameter.about}`,
  ...inColumns(
    rows.map((row) => [
      `${row.from} – ${row.to ?? '…'}`,
      valueText(row.value),
      explainCitation(row.citation, language),
      explainConfidence(row.confidence, language),
    ]),
    '  ',
  ),
];

const lookUp = (context: Context, name: string | undefined, options: Options): Either<Problem, Answer> => {
  const book = lawBook();
  const date = lawDate(book, context.io.now(), options);
  if (E.isLeft(date)) return date;
  const parameters = named(book, name);
  if (parameters.length === 0) return E.left(badInput('NAME', 'the name of a parameter; `lienthong law` lists them'));
  const chosen = choose(book, parameters, date.right, name !== undefined && options.on === undefined);
  return E.right({
    exit: 0,
    json: {
      lawSet: book.at(date.right).id,
      parameters: chosen.map(({ parameter: { name, unit, about }, rows }) => ({ name, unit, about, rows })),
    },
    lines: chosen.length === 0 ? [context.say(texts.none)] : chosen.flatMap((each) => linesOf(each, context)),
  });
};

export const law: Join = (program, { say, does }) => {
  program
    .command('law')
    .description(say(texts.about))
    .argument('[NAME]', say(texts.name))
    .option('--on <DATE>', say(texts.on))
    .option('--known-on <DATE>', say(texts.knownOn))
    .action(
      does((context, name: string | undefined, options: Options) => TE.fromEither(lookUp(context, name, options))),
    );
};
