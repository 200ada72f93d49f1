/** What `benefit` tells people: the amount first, then how it came about, then whatever is not paid and why. */
import { displayDong } from '@lienthong/core';
import type { FuneralBenefit, NotPayable, Payable, TopUp } from '@lienthong/core/funeral-benefit';
import { type Citation, type Confidence, explainCitation, explainConfidence } from '@lienthong/core/law';
import type { Months, SurvivorBenefit } from '@lienthong/core/survivor-benefit';
import type { Context } from '../frame.js';
import type { Text } from '../language.js';
import { inColumns } from '../table.js';
import { bundleText, classText, lumpSumText, notEntitledText, notPaidText } from '../words/benefits.js';

const texts = {
  payable: { vi: 'Được chi trả', en: 'Payable' },
  nothing: { vi: 'Không có khoản nào được chi trả', en: 'Nothing is payable' },
  notPayable: { vi: 'Không chi trả', en: 'Not payable' },
  beside: {
    vi: 'Có thể được hỗ trợ thêm (chưa rõ có chi trả đồng thời không)',
    en: 'Support beside it (not settled whether paid in addition)',
  },
  topUp: { vi: 'Truy lĩnh do mức mới được biết sau', en: 'Top-up, for a rate that became known later' },
  monthly: { vi: 'Tuất hằng tháng', en: 'Monthly survivor allowance' },
  lumpSum: { vi: 'Tuất một lần', en: 'Survivor benefit in one sum' },
  refused: { vi: 'không được chọn tuất một lần', en: 'one sum may not be chosen' },
  none: { vi: 'chưa tính được: thiếu dữ liệu', en: 'cannot be told: facts or rules are missing' },
  notEntitled: { vi: 'không được hưởng hằng tháng', en: 'draws no monthly allowance' },
  meritLump: { vi: 'Trợ cấp một lần người có công', en: 'Merit lump' },
  noMeritLump: { vi: 'chưa có quy định', en: 'no rule is on record' },
} as const satisfies Readonly<Record<string, Text>>;

/** A text and how sure that one is; `sure` speaks of an amount, which is as sure as the least sure of its texts. */
type Shown = Context &
  Readonly<{ by: (citation: Citation | null) => string; sure: (confidence: Confidence) => string }>;

const shown = (context: Context): Shown => {
  const sure = (confidence: Confidence): string => explainConfidence(confidence, context.language);
  return {
    ...context,
    sure,
    by: (citation) => (citation ? `${explainCitation(citation, context.language)} (${sure(citation.confidence)})` : ''),
  };
};

type Amount = Pick<Payable, 'class' | 'amount' | 'formula' | 'from' | 'confidence'>;

const amountLines = ({ say, by, sure }: Shown, what: Text, given: Amount): readonly string[] => [
  `${say(what)}: ${displayDong(given.amount)}   ${say(classText[given.class])}   ${given.formula.written}   ${sure(given.confidence)}`,
  ...[given.from, ...given.formula.citations].map((citation) => `  ${by(citation)}`),
];

const payableLines = (context: Shown, payable: Payable): readonly string[] => [
  ...amountLines(context, texts.payable, payable),
  ...(payable.bundle ? [`  ${context.say(bundleText[payable.bundle.place])}`] : []),
];

const notPayableRow = ({ say, by }: Shown, each: NotPayable): readonly string[] => [
  say(classText[each.class]),
  each.amount === null ? '–' : displayDong(each.amount),
  `${say(notPaidText[each.because])}${each.inFavourOf ? ` (${say(classText[each.inFavourOf])})` : ''}`,
  by(each.citation),
];

const topUpLine = ({ say, by, sure }: Shown, { amount, citation, confidence }: TopUp): string =>
  `${say(texts.topUp)}: ${displayDong(amount)}   ${sure(confidence)}   ${by(citation)}`;

const funeralLines = (context: Shown, { payable, notPayable, beside, topUp }: FuneralBenefit): readonly string[] => [
  ...(payable ? payableLines(context, payable) : [context.say(texts.nothing)]),
  ...(topUp ? [topUpLine(context, topUp)] : []),
  ...(beside ? amountLines(context, texts.beside, beside) : []),
  ...(notPayable.length > 0
    ? [
        `${context.say(texts.notPayable)}:`,
        ...inColumns(
          notPayable.map((each) => notPayableRow(context, each)),
          '  ',
        ),
      ]
    : []),
];

const monthsLine = ({ by, sure }: Shown, { amount, formula, from, confidence }: Months): string =>
  `${displayDong(amount)}   ${formula.written}   ${sure(confidence)}   ${by(from)}`;

const survivorLines = (context: Shown, benefit: SurvivorBenefit): readonly string[] => {
  const { say, by, sure } = context;
  const others = benefit.notEntitled.map(({ of, because, citation }) => [
    of,
    `${say(texts.notEntitled)}: ${say(notEntitledText[because])}`,
    by(citation),
  ]);
  if ('monthly' in benefit) {
    const refused = benefit.lumpSumRefused;
    return [
      `${say(texts.monthly)}:`,
      ...inColumns(
        benefit.monthly.map(({ of, amount, formula, from, confidence }) => [
          of,
          displayDong(amount),
          formula.written,
          sure(confidence),
          by(from),
        ]),
        '  ',
      ),
      ...(refused ? [`  ${say(texts.refused)}   ${by(refused.citation)}`] : []),
      ...inColumns(others, '  '),
    ];
  }
  const why = say(lumpSumText[benefit.because]);
  return [
    'lumpSum' in benefit
      ? `${say(texts.lumpSum)} (${why}): ${monthsLine(context, benefit.lumpSum)}`
      : `${say(texts.lumpSum)} (${why}): ${say(texts.none)}`,
    ...inColumns(others, '  '),
  ];
};

/** Everything, in the order in which it is asked: funeral, survivors, the merit lump. */
export const benefitLines = (
  context: Context,
  benefits: FuneralBenefit & Readonly<{ survivor?: SurvivorBenefit; meritLump?: Months | null }>,
): readonly string[] => {
  const here = shown(context);
  const { survivor, meritLump } = benefits;
  return [
    ...funeralLines(here, benefits),
    ...(survivor ? survivorLines(here, survivor) : []),
    ...(meritLump === undefined
      ? []
      : [`${here.say(texts.meritLump)}: ${meritLump ? monthsLine(here, meritLump) : here.say(texts.noMeritLump)}`]),
  ];
};
