/** `deadlines`: when each leg of an application is due, and how that day was reached. */
import { type BirthDeadlines, birthDeadlines, type LegDeadline } from '@lienthong/core/birth-case';
import { E, type Either, TE } from '@lienthong/core/fp';
import { explainCitation, explainConfidence, explainStep, lawBook } from '@lienthong/core/law';
import type { Answer, Context, Join } from '../frame.js';
import type { Text } from '../language.js';
import { instantAt, knowledge, oneOf } from '../options.js';
import { badUsage, type Problem } from '../problem.js';
import { inColumns } from '../table.js';
import { legText, termText } from '../words/legs.js';
import { deathAnswer } from './deadlines-death.js';

type Options = Readonly<{ received: string; verification?: true; payer?: string; knownOn?: string }>;

const payers = ['social-insurance', 'social-protection', 'merit'] as const;

const texts = {
  about: { vi: 'hạn giải quyết từng phần, có giải trình', en: 'when each leg is due, with the derivation' },
  procedure: { vi: 'nhóm thủ tục: birth hoặc death', en: 'the group: birth or death' },
  received: {
    vi: 'thời điểm tiếp nhận, ví dụ 2024-08-29T15:20:00+07:00',
    en: 'when it was received, such as 2024-08-29T15:20:00+07:00',
  },
  verification: { vi: 'có phải xác minh (birth)', en: 'facts have to be verified (birth)' },
  payer: {
    vi: 'bên chi trả khi có người chết: social-insurance, social-protection, merit',
    en: 'who pays after a death: social-insurance, social-protection, merit',
  },
  knownOn: { vi: 'theo hiểu biết đến ngày', en: 'as known on that day (default: the newest row)' },
  onlyBirth: { vi: '--verification chỉ dùng cho birth', en: '--verification is for birth only' },
  onlyDeath: { vi: '--payer chỉ dùng cho death', en: '--payer is for death only' },
  countsFrom: { vi: 'Tính từ ngày', en: 'Counts from' },
  noDay: { vi: 'chưa có quy định', en: 'no rule' },
  lawSet: { vi: 'Bộ luật áp dụng', en: 'Law set' },
} as const satisfies Readonly<Record<string, Text>>;

const row = ({ say, language }: Context, due: LegDeadline): readonly string[] => [
  say(legText('birth', due.leg)),
  due.dueOn ?? say(texts.noDay),
  say(termText(due)),
  explainConfidence(due.confidence, language),
  due.citation === null ? '' : explainCitation(due.citation, language),
];

const linesOf = (context: Context, asked: BirthDeadlines): readonly string[] => {
  const { say, language } = context;
  const steps = asked.deadlines.flatMap((due) => [
    '',
    `${say(legText('birth', due.leg))}:`,
    ...due.derivation.map((step) => `  ${explainStep(step, language)}`),
  ]);
  return [
    `${say(texts.countsFrom)}: ${asked.countsFrom ?? say(texts.noDay)}   (${asked.rulebook.join(', ')})`,
    ...inColumns(asked.deadlines.map((due) => row(context, due))),
    ...steps,
    '',
    `${say(texts.lawSet)}: ${asked.lawSet.release} / ${asked.lawSet.on} / ${asked.lawSet.knownOn}`,
  ];
};

const reckon = (context: Context, procedure: string, options: Options): Either<Problem, Answer> => {
  const book = lawBook();
  const named = oneOf('PROCEDURE', procedure, ['birth', 'death']);
  if (E.isLeft(named)) return named;
  const receivedAt = instantAt('--received', options.received);
  if (E.isLeft(receivedAt)) return receivedAt;
  const knownOn = knowledge(book, options.knownOn);
  if (E.isLeft(knownOn)) return knownOn;
  const payer = options.payer === undefined ? undefined : oneOf('--payer', options.payer, payers);
  if (payer !== undefined && E.isLeft(payer)) return payer;
  if (named.right === 'death') {
    if (options.verification) return E.left(badUsage(texts.onlyBirth));
    const asked = { receivedAt: receivedAt.right, knownOn: knownOn.right };
    return E.right(deathAnswer(context, book, payer === undefined ? asked : { ...asked, payer: payer.right }));
  }
  if (payer !== undefined) return E.left(badUsage(texts.onlyDeath));
  const due = birthDeadlines(book, {
    receivedAt: receivedAt.right,
    verification: options.verification === true,
    knownOn: knownOn.right,
  });
  return E.right({ exit: 0, json: due, lines: linesOf(context, due) });
};

export const deadlines: Join = (program, { say, does }) => {
  program
    .command('deadlines')
    .description(say(texts.about))
    .argument('<PROCEDURE>', say(texts.procedure))
    .requiredOption('--received <INSTANT>', say(texts.received))
    .option('--verification', say(texts.verification))
    .option('--payer <PAYER>', say(texts.payer))
    .option('--known-on <DATE>', say(texts.knownOn))
    .action(does((context, procedure: string, options: Options) => TE.fromEither(reckon(context, procedure, options))));
};
