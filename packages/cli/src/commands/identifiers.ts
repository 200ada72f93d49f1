/** `personal-number check` and `card check`: the parts of an identifier, and what is doubtful about it. */
import {
  type HealthCardParts,
  type HealthCardProblem,
  healthCardNumber,
  personalNumber,
  readHealthCardNumber,
  readPersonalNumber,
} from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type LawInForce, lawBook } from '@lienthong/core/law';
import type { Answer, Context, Join } from '../frame.js';
import { same, type Text } from '../language.js';
import { lawDate } from '../options.js';
import { malformedAt, type Problem } from '../problem.js';
import { cardRules, numberCodes } from '../readings/identifier-rules.js';
import { inColumns } from '../table.js';
import { formText, noProblem, partRows, problemText, severityText } from '../words/identifiers.js';

type Options = Readonly<{ on?: string }>;
type Rows = readonly (readonly [Text, Text])[];

const texts = {
  personalNumber: { vi: 'số định danh cá nhân', en: 'the personal identification number' },
  card: { vi: 'mã thẻ bảo hiểm y tế trẻ em', en: 'the number of a child’s health-insurance card' },
  check: { vi: 'tách các phần và chỉ ra điều bất thường', en: 'its parts, and what is doubtful about it' },
  number: { vi: 'số cần xem', en: 'the number' },
  on: { vi: 'theo quy định của ngày', en: 'under the rules of that day (default: today)' },
  form: { vi: 'Dạng', en: 'Form' },
  group: { vi: 'Nhóm, mức hưởng', en: 'Group, level' },
  province: { vi: 'Mã tỉnh', en: 'Province' },
  insuranceNumber: { vi: 'Mã số BHXH', en: 'Insurance number' },
} as const satisfies Readonly<Record<string, Text>>;

/** Exit 1 when something is wrong; a mere doubt is told and passes. */
const finding = ({ say }: Context, parts: object, rows: Rows, problems: readonly HealthCardProblem[]): Answer => ({
  exit: problems.some(({ severity }) => severity === 'problem') ? 1 : 0,
  json: { parts, problems: problems.map((problem) => ({ ...problem, message: say(problemText[problem.code]) })) },
  lines: [
    ...inColumns(rows.map(([name, value]) => [say(name), say(value)])),
    ...(problems.length === 0
      ? [say(noProblem)]
      : problems.map(({ code, severity }) => `${say(severityText[severity])}: ${say(problemText[code])} (${code})`)),
  ],
});

const lawOn = ({ io }: Context, options: Options): Either<Problem, LawInForce> => {
  const book = lawBook();
  return pipe(lawDate(book, io.now(), options), E.map(book.at));
};

const checkPersonalNumber = (context: Context, typed: string, options: Options): Either<Problem, Answer> => {
  const law = lawOn(context, options);
  if (E.isLeft(law)) return law;
  const number = personalNumber(typed);
  if (E.isLeft(number)) return E.left(malformedAt('NUMBER', number.left));
  const { parts, problems } = readPersonalNumber(number.right, numberCodes(law.right), law.right.date.on);
  return E.right(finding(context, parts, partRows(parts), problems));
};

const cardRows = (parts: HealthCardParts, law: LawInForce): Rows => {
  const form = [texts.form, formText[parts.form]] as const;
  switch (parts.form) {
    case 'fifteen-characters':
      return [
        form,
        [texts.group, same(`${parts.group} ${parts.level}`)],
        [texts.province, same(parts.province)],
        [texts.insuranceNumber, same(parts.insuranceNumber)],
      ];
    case 'ten-digits':
      return [form, [texts.insuranceNumber, same(parts.insuranceNumber)]];
    case 'personal-number':
      return [form, ...partRows(readPersonalNumber(parts.personalNumber, numberCodes(law)).parts)];
  }
};

const checkCard = (context: Context, typed: string, options: Options): Either<Problem, Answer> => {
  const law = lawOn(context, options);
  if (E.isLeft(law)) return law;
  const number = healthCardNumber(typed);
  if (E.isLeft(number)) return E.left(malformedAt('NUMBER', number.left));
  const { parts, problems } = readHealthCardNumber(number.right, cardRules(law.right));
  return E.right(finding(context, parts, cardRows(parts, law.right), problems));
};

const joinAs =
  (
    name: string,
    about: Text,
    check: (context: Context, typed: string, options: Options) => Either<Problem, Answer>,
  ): Join =>
  (program, { say, does }) => {
    program
      .command(name)
      .description(say(about))
      .command('check')
      .description(say(texts.check))
      .argument('<NUMBER>', say(texts.number))
      .option('--on <DATE>', say(texts.on))
      .action(does((context, typed: string, options: Options) => TE.fromEither(check(context, typed, options))));
  };

export const personalNumberCheck: Join = joinAs('personal-number', texts.personalNumber, checkPersonalNumber);
export const cardCheck: Join = joinAs('card', texts.card, checkCard);
