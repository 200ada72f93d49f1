/** Validity of the health-insurance card of a child under six (thời hạn sử dụng thẻ BHYT): a pure reckoning of dates. */
import { E } from '../fp.js';
import { type CardValidityRule, documentLawOf, type LawBook, provision } from '../law/index.js';
import { addDays, addMonths, type PlainDate, plainDate } from '../values/plain-date.js';

/** First and last day of validity, both included. */
export type Validity = Readonly<{ from: PlainDate; to: PlainDate }>;

/** The split day (`MM-DD`) in the year of a date. */
const splitDayIn = (date: PlainDate, splitDay: string): PlainDate => {
  const read = plainDate(`${date.slice(0, 4)}-${splitDay}`);
  return E.isRight(read) ? read.right : date;
};

const lastDayOfMonth = (date: PlainDate): PlainDate => {
  const next = addMonths(date, 1);
  return addDays(next, -Number(next.slice(8)));
};

const endsOn = (rule: CardValidityRule, bornOn: PlainDate): PlainDate => {
  const sixYears = addMonths(bornOn, rule.months);
  const schoolStarts = splitDayIn(sixYears, rule.splitDay);
  const atSchoolAlready = sixYears > schoolStarts;
  if (rule.kind === 'school-entry') return atSchoolAlready ? sixYears : schoolStarts;
  const split = splitDayIn(bornOn, rule.splitDay);
  const before = bornOn < split || (bornOn === split && rule.bornOnSplitDay === 'as-before');
  return before ? schoolStarts : lastDayOfMonth(sixYears);
};

/** From the day of birth to the day the rule names. Shape: a rule of `provision.cardValidity` and a day of birth. */
export const cardValidity = (rule: CardValidityRule, bornOn: PlainDate): Validity => ({
  from: bornOn,
  to: endsOn(rule, bornOn),
});

/** Validity of a card issued on a day, by the law of that day; no end where that law has no rule. */
export const validityOf = (
  book: LawBook,
  bornOn: PlainDate,
  issuedOn: PlainDate,
): Readonly<{ validFrom: PlainDate; validTo: PlainDate | null }> => {
  const rule = documentLawOf(book, issuedOn).row(provision.cardValidity);
  return { validFrom: bornOn, validTo: rule ? cardValidity(rule.value, bornOn).to : null };
};
