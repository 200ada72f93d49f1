/** `deadlines death`: registration, residence deletion and benefits, each under the law of its own receipt. */
import {
  type DeathDeadlines,
  type DeathDeadlinesAsked,
  type DeathLegDeadline,
  deathDeadlines,
} from '@lienthong/core/death-case';
import { explainCitation, explainConfidence, explainStep, type LawBook, type Term } from '@lienthong/core/law';
import type { Answer, Context } from '../frame.js';
import type { Text } from '../language.js';
import { inColumns } from '../table.js';
import { bodyText, deadlineText } from '../words/death-legs.js';
import { termText } from '../words/legs.js';

const texts = {
  countsFrom: { vi: 'Tính từ ngày', en: 'Counts from' },
  noDay: { vi: 'chưa có quy định', en: 'no rule' },
  lawSet: { vi: 'Bộ luật áp dụng', en: 'Law set' },
  frozenOn: { vi: 'tiếp nhận và áp dụng luật ngày', en: 'received, and under the law of' },
} as const satisfies Readonly<Record<string, Text>>;

type Due = Term & Pick<DeathLegDeadline, 'dueOn' | 'confidence' | 'citation'>;

const row = ({ say, language }: Context, name: string, due: Due): readonly string[] => [
  name,
  due.dueOn ?? say(texts.noDay),
  say(termText(due)),
  explainConfidence(due.confidence, language),
  due.citation === null ? '' : explainCitation(due.citation, language),
];

/** A leg, and under it the links of its chain where there are several. */
const rowsOf = (context: Context, due: DeathLegDeadline): readonly (readonly string[])[] => {
  const links = (due.steps ?? []).length > 1 ? (due.steps ?? []) : [];
  return [
    row(context, context.say(deadlineText(due.leg)), due),
    ...links.map((link) => row(context, `  ${context.say(bodyText[link.by])}`, link)),
  ];
};

const storyOf = ({ say, language }: Context, due: DeathLegDeadline, receivedUnder: string): readonly string[] => [
  '',
  `${say(deadlineText(due.leg))}:`,
  ...(due.lawSet && due.lawSet.on !== receivedUnder ? [`  ${say(texts.frozenOn)} ${due.lawSet.on}`] : []),
  ...due.derivation.map((step) => `  ${explainStep(step, language)}`),
];

const linesOf = (context: Context, { countsFrom, rulebook, lawSet, deadlines }: DeathDeadlines): readonly string[] => [
  `${context.say(texts.countsFrom)}: ${countsFrom ?? context.say(texts.noDay)}   (${rulebook.join(', ')})`,
  ...inColumns(deadlines.flatMap((due) => rowsOf(context, due))),
  ...deadlines.flatMap((due) => storyOf(context, due, lawSet.on)),
  '',
  `${context.say(texts.lawSet)}: ${lawSet.release} / ${lawSet.on} / ${lawSet.knownOn}`,
];

/** Where no figure is known there is no day, and still an answer: exit 0 (R22). */
export const deathAnswer = (context: Context, book: LawBook, asked: DeathDeadlinesAsked): Answer => {
  const due = deathDeadlines(book, asked);
  return { exit: 0, json: due, lines: linesOf(context, due) };
};
