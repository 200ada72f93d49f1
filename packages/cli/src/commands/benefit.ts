/** `benefit`: what is paid after a death, by which text, and why not something else. */
import { type Malformed, type PlainDate, provinceByCode } from '@lienthong/core';
import { E, type Either, TE } from '@lienthong/core/fp';
import { type FuneralBenefit, funeralBenefit } from '@lienthong/core/funeral-benefit';
import { funeralClasses, insuredStates, type LawBook, lawBook } from '@lienthong/core/law';
import { readBenefitCase } from '@lienthong/core/schema';
import {
  type BenefitCase,
  type Months,
  meritLump,
  type SurvivorBenefit,
  survivorBenefit,
  survivorQuestion,
} from '@lienthong/core/survivor-benefit';
import { Option } from 'commander';
import { readJson } from '../cases/read-json.js';
import type { Answer, Context, Join } from '../frame.js';
import type { Text } from '../language.js';
import { dateAt, knowledge, oneOf } from '../options.js';
import { badInput, badUsage, type Problem } from '../problem.js';
import { benefitLines } from './benefit-lines.js';

type Options = Readonly<{
  died?: string;
  class?: readonly string[];
  insured?: string;
  decided?: string;
  knownOn?: string;
  province?: string;
  case?: string;
}>;

/** The shape of `lienthong benefit --json` (cli.md C); the last two only where the case asks for them. */
export type Benefits = FuneralBenefit & Readonly<{ survivor?: SurvivorBenefit; meritLump?: Months | null }>;

const texts = {
  about: { vi: 'mai táng phí, tử tuất của một trường hợp tử vong', en: 'the benefits after one death, explained' },
  died: { vi: 'ngày chết', en: 'the day of death' },
  class: {
    vi: `đối tượng: ${funeralClasses.join(', ')}`,
    en: `what the deceased was: ${funeralClasses.join(', ')}`,
  },
  insured: {
    vi: `tình trạng BHXH: ${insuredStates.join(', ')}`,
    en: `how the deceased was insured: ${insuredStates.join(', ')}`,
  },
  decided: { vi: 'ngày quyết định', en: 'the day of the decision (default: --known-on)' },
  knownOn: {
    vi: 'theo hiểu biết đến ngày; sau ngày quyết định thì hỏi phần truy lĩnh',
    en: 'as known on that day (default: the newest row); later than --decided it asks for a top-up',
  },
  province: { vi: 'mã tỉnh, hai hoặc ba chữ số', en: 'province code, two digits or three' },
  case: { vi: 'tệp JSON nêu đủ tình tiết', en: 'a JSON file with all the facts; - is standard input' },
  diedNeeded: { vi: 'cần --died hoặc --case', en: 'either --died or --case is needed' },
  classNeeded: { vi: 'cần ít nhất một --class', en: 'at least one --class is needed' },
} as const satisfies Readonly<Record<string, Text>>;

/** `undefined` is read as itself: an option not given. */
const given = <A>(
  typed: string | undefined,
  read: (typed: string) => Either<Problem, A>,
): Either<Problem, A | undefined> => (typed === undefined ? E.right(undefined) : read(typed));

const provinceAt = (typed: string): Either<Problem, string> =>
  provinceByCode(typed) ? E.right(typed) : E.left(badInput('--province', 'a province code of two or three digits'));

const fieldOfFile = ({ at, expected }: Malformed): Problem => badInput(at === '' ? 'FILE' : at, expected);

/** The facts, from a file or from the options. */
const factsOf = (context: Context, options: Options): Either<Problem, BenefitCase> => {
  if (options.case !== undefined) {
    const raw = readJson(options.case, context.io);
    return E.isLeft(raw) ? raw : E.mapLeft(fieldOfFile)(readBenefitCase(raw.right));
  }
  if (options.died === undefined) return E.left(badUsage(texts.diedNeeded));
  const diedOn = dateAt('--died', options.died);
  if (E.isLeft(diedOn)) return diedOn;
  if ((options.class ?? []).length === 0) return E.left(badUsage(texts.classNeeded));
  const classes: BenefitCase['classes'][number][] = [];
  for (const typed of options.class ?? []) {
    const read = oneOf('--class', typed, funeralClasses);
    if (E.isLeft(read)) return read;
    classes.push(read.right);
  }
  const status = given(options.insured, (typed) => oneOf('--insured', typed, insuredStates));
  if (E.isLeft(status)) return status;
  return E.right({ diedOn: diedOn.right, classes, ...(status.right ? { insured: { status: status.right } } : {}) });
};

/**
 * Options go before the file. Knowledge is the newest unless said, and the decision is of that day unless said; it cannot lie
 * before the death, nor can somebody ask for what was known before it (R25).
 */
const dated = (
  book: LawBook,
  facts: BenefitCase,
  options: Options,
): Either<Problem, Readonly<{ decidedOn: PlainDate; knownOn: PlainDate }>> => {
  const decided = given(options.decided, (typed) => dateAt('--decided', typed));
  if (E.isLeft(decided)) return decided;
  const known = knowledge(book, options.knownOn ?? facts.knownOn);
  if (E.isLeft(known)) return known;
  const told = options.knownOn !== undefined || facts.knownOn !== undefined;
  const decidedOn = decided.right ?? facts.decidedOn;
  if (decidedOn !== undefined && decidedOn < facts.diedOn)
    return E.left(badInput('--decided', 'a day not before the death'));
  if (decidedOn !== undefined && told && known.right < decidedOn)
    return E.left(badInput('--known-on', 'a day not before the decision'));
  return E.right({ decidedOn: decidedOn ?? known.right, knownOn: known.right });
};

const benefitsOf = (book: LawBook, facts: BenefitCase, options: Options): Either<Problem, Benefits> => {
  const days = dated(book, facts, options);
  if (E.isLeft(days)) return days;
  const named = given(options.province, provinceAt);
  if (E.isLeft(named)) return named;
  const { decidedOn, knownOn } = days.right;
  const { diedOn, classes, insured, disaster, meritAllowance } = facts;
  const province = named.right ?? facts.province;
  const survivors = survivorQuestion(facts, decidedOn);
  return E.right({
    ...funeralBenefit(book, {
      diedOn,
      classes,
      decidedOn,
      knownOn,
      ...(insured ? { insured } : {}),
      ...(disaster ? { disaster } : {}),
      ...(province === undefined ? {} : { province }),
    }),
    ...(survivors ? { survivor: survivorBenefit(book, survivors) } : {}),
    ...(meritAllowance === undefined || !classes.includes('merit')
      ? {}
      : { meritLump: meritLump(book, { diedOn, decidedOn, monthlyAllowance: meritAllowance }) }),
  });
};

const answer = (context: Context, options: Options): Either<Problem, Answer> => {
  const book = lawBook();
  const facts = factsOf(context, options);
  if (E.isLeft(facts)) return facts;
  const benefits = benefitsOf(book, facts.right, options);
  return E.isLeft(benefits)
    ? benefits
    : E.right({ exit: 0, json: benefits.right, lines: benefitLines(context, benefits.right) });
};

export const benefit: Join = (program, { say, does }) => {
  program
    .command('benefit')
    .description(say(texts.about))
    .option('--died <DATE>', say(texts.died))
    .option('--class <CLASS...>', say(texts.class))
    .option('--insured <STATE>', say(texts.insured))
    .option('--decided <DATE>', say(texts.decided))
    .option('--known-on <DATE>', say(texts.knownOn))
    .option('--province <CODE>', say(texts.province))
    .addOption(new Option('--case <FILE>', say(texts.case)).conflicts(['died', 'class', 'insured']))
    .action(does((context, options: Options) => TE.fromEither(answer(context, options))));
};
