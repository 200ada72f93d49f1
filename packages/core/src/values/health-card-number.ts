/**
 * The number of a health-insurance card (mã thẻ bảo hiểm y tế). Three forms: fifteen characters `TE1PPNNNNNNNNNN`
 * (group, benefit level, province, insurance number), the ten digits of the insurance number alone, and the personal
 * number. Which form is in use on a day, and which group is a child's, is law and comes as an argument.
 */
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from './malformed.js';
import {
  type PersonalNumber,
  type PersonalNumberCodes,
  type PersonalNumberProblem,
  readPersonalNumber,
} from './personal-number.js';

declare const healthCardNumberBrand: unique symbol;
export type HealthCardNumber = string & { readonly [healthCardNumberBrand]: true };

export type HealthCardForm = 'fifteen-characters' | 'ten-digits' | 'personal-number';

/** What the law says about card numbers on one day (law/parameters). Codes of provinces are the two-digit ones. */
export type HealthCardRules = Readonly<{
  forms: readonly HealthCardForm[];
  /** Group and level of children under six: `TE` and `1`. */
  child: Readonly<{ group: string; level: string }>;
  provinces: readonly string[];
  personalNumber: PersonalNumberCodes;
}>;

export type HealthCardProblem =
  | PersonalNumberProblem
  | Readonly<{
      code: 'FormNotInUse' | 'UnknownProvinceCode' | 'NotAChildsCard';
      severity: 'problem' | 'warning';
    }>;

/** The parts of a card number, by its form. */
export type HealthCardParts =
  | Readonly<{ form: 'fifteen-characters'; group: string; level: string; province: string; insuranceNumber: string }>
  | Readonly<{ form: 'ten-digits'; insuranceNumber: string }>
  | Readonly<{ form: 'personal-number'; personalNumber: PersonalNumber }>;

export type HealthCardReading = Readonly<{ parts: HealthCardParts; problems: readonly HealthCardProblem[] }>;

/** Reads one of the three forms. Errors: `Malformed` for any other. */
export const healthCardNumber = (raw: string): Either<Malformed, HealthCardNumber> =>
  /^([A-Z]{2}[0-9]{13}|[0-9]{10}|[0-9]{12})$/.test(raw)
    ? E.right(raw as HealthCardNumber)
    : malformed('a card number: TE and thirteen digits, ten digits, or a personal number');

/** Takes a card number apart and says what is doubtful about it under the rules of one day. */
export const readHealthCardNumber = (number: HealthCardNumber, rules: HealthCardRules): HealthCardReading => {
  const parts = partsOf(number);
  return {
    parts,
    problems: [
      ...(rules.forms.includes(parts.form) ? [] : [{ code: 'FormNotInUse', severity: 'problem' } as const]),
      ...partProblems(parts, rules),
    ],
  };
};

const partsOf = (number: HealthCardNumber): HealthCardParts => {
  if (number.length === 10) return { form: 'ten-digits', insuranceNumber: number };
  // Twelve digits have the form of a personal number, so the brand is earned.
  if (number.length === 12) return { form: 'personal-number', personalNumber: number as string as PersonalNumber };
  return {
    form: 'fifteen-characters',
    group: number.slice(0, 2),
    level: number.slice(2, 3),
    province: number.slice(3, 5),
    insuranceNumber: number.slice(5),
  };
};

const partProblems = (parts: HealthCardParts, rules: HealthCardRules): readonly HealthCardProblem[] => {
  switch (parts.form) {
    case 'ten-digits':
      return [];
    case 'personal-number':
      return readPersonalNumber(parts.personalNumber, rules.personalNumber).problems;
    case 'fifteen-characters': {
      const childs = parts.group === rules.child.group && parts.level === rules.child.level;
      return [
        ...(childs ? [] : [{ code: 'NotAChildsCard', severity: 'problem' } as const]),
        ...(rules.provinces.includes(parts.province)
          ? []
          : [{ code: 'UnknownProvinceCode', severity: 'problem' } as const]),
      ];
    }
  }
};
