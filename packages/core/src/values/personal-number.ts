/**
 * The personal identification number (số định danh cá nhân): twelve digits, `PPP C YY RRRRRR`. It tells where a birth
 * was registered under the codes of that day, never where somebody lives or which province answers today; and it is
 * not immutable: it is cancelled and replaced. Which codes exist is law, so it comes as an argument.
 */
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from './malformed.js';
import { type PlainDate, yearOf } from './plain-date.js';

declare const personalNumberBrand: unique symbol;
export type PersonalNumber = string & { readonly [personalNumberBrand]: true };

/** Sex (giới tính) as a civil status register writes it. */
export type Sex = 'male' | 'female';
/** Sex as a birth notice may state it (giấy chứng sinh). */
export type SexAtBirth = Sex | 'undetermined';

/** One meaning of a place code. A code has two when it was re-used: 015 was Yên Bái, 15 is Lào Cai. */
export type PlaceCode = Readonly<{
  code: string;
  name: string;
  /** `unconfirmed`: the code exists, but that numbers are given under it is our inference. */
  standing: 'confirmed' | 'unconfirmed';
  from?: PlainDate;
  to?: PlainDate;
}>;

/** One century-and-sex digit. `firstYear` is 1900 for the digits of the 20th century. */
export type CenturyDigit = Readonly<{ digit: string; firstYear: number; sex: Sex }>;

/** What the law says about numbers on one day (law/parameters/personal-number.ts). */
export type PersonalNumberCodes = Readonly<{ places: readonly PlaceCode[]; centuries: readonly CenturyDigit[] }>;

export type PersonalNumberProblem = Readonly<{
  code: 'UnknownPlaceCode' | 'UnconfirmedPlaceCode' | 'ReusedPlaceCode' | 'UnknownCenturyDigit' | 'BirthYearNotReached';
  severity: 'problem' | 'warning';
}>;

/** The parts of a number. `places` holds every meaning of the place code; `sex` and `year` need a known century digit. */
export type PersonalNumberParts = Readonly<{
  placeCode: string;
  places: readonly PlaceCode[];
  centuryDigit: string;
  /** 20 for 1900 to 1999. */
  century?: number;
  sex?: Sex;
  year?: number;
  random: string;
}>;

export type PersonalNumberReading = Readonly<{
  parts: PersonalNumberParts;
  problems: readonly PersonalNumberProblem[];
}>;

/** Reads twelve digits. Errors: `Malformed` for any other form; the codes inside are `readPersonalNumber`'s matter. */
export const personalNumber = (raw: string): Either<Malformed, PersonalNumber> =>
  /^[0-9]{12}$/.test(raw) ? E.right(raw as PersonalNumber) : malformed('a personal number of twelve digits');

/** Takes a number apart and says what is doubtful about it. `today`, when given, also rules out birth years to come. */
export const readPersonalNumber = (
  number: PersonalNumber,
  codes: PersonalNumberCodes,
  today?: PlainDate,
): PersonalNumberReading => {
  const placeCode = number.slice(0, 3);
  const centuryDigit = number.slice(3, 4);
  const places = codes.places.filter(({ code }) => code === placeCode);
  const century = codes.centuries.find(({ digit }) => digit === centuryDigit);
  const born = century && {
    century: century.firstYear / 100 + 1,
    sex: century.sex,
    year: century.firstYear + Number(number.slice(4, 6)),
  };
  const problems = [...placeProblems(places, born?.year)];
  if (!born) problems.push({ code: 'UnknownCenturyDigit', severity: 'problem' });
  if (today && born && born.year > yearOf(today)) {
    problems.push({ code: 'BirthYearNotReached', severity: 'problem' });
  }
  return { parts: { placeCode, places, centuryDigit, ...born, random: number.slice(6) }, problems };
};

/** A child is numbered in or after its year of birth, so a meaning that had ended before that year cannot be meant. */
const placeProblems = (places: readonly PlaceCode[], year: number | undefined): readonly PersonalNumberProblem[] => {
  if (places.length === 0) return [{ code: 'UnknownPlaceCode', severity: 'problem' }];
  const stillGiven = ({ to }: PlaceCode): boolean => !to || year === undefined || year <= yearOf(to);
  const certain = places.some((place) => place.standing === 'confirmed' && stillGiven(place));
  const recent = places.some(({ from }) => from && year !== undefined && year >= yearOf(from));
  const reused = recent && new Set(places.map(({ name }) => name)).size > 1;
  return [
    ...(certain ? [] : [{ code: 'UnconfirmedPlaceCode', severity: 'warning' } as const]),
    ...(reused ? [{ code: 'ReusedPlaceCode', severity: 'warning' } as const] : []),
  ];
};

/** Where a number and a declaration disagree. */
export type PersonalNumberMismatch =
  | Readonly<{ field: 'birthYear'; inNumber: number; declared: number }>
  | Readonly<{ field: 'sex'; inNumber: Sex; declared: Sex }>;

/** Compares a number with the birth date and sex declared for its bearer; silent about what the number does not tell. */
export const personalNumberMismatches = (
  number: PersonalNumber,
  declared: Readonly<{ bornOn: PlainDate; sex?: Sex }>,
  codes: PersonalNumberCodes,
): readonly PersonalNumberMismatch[] => {
  const { year, sex } = readPersonalNumber(number, codes).parts;
  const born = yearOf(declared.bornOn);
  return [
    ...(year !== undefined && year !== born ? [{ field: 'birthYear', inNumber: year, declared: born } as const] : []),
    ...(sex && declared.sex && sex !== declared.sex
      ? [{ field: 'sex', inNumber: sex, declared: declared.sex } as const]
      : []),
  ];
};
