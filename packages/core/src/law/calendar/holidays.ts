/**
 * Days off and working Saturdays 2022–2028 (ngày nghỉ lễ, ngày làm bù), as dated rows. Tết and the second day of National
 * Day are decided each year: until then the statute's five and two days stand in, inferred (R24).
 */
import { addDays, day, type PlainDate } from '../../values/plain-date.js';
import type { Confidence, Parameter } from '../dated.js';
import { cite, type Line, open, type Place, parameterOfDays, row } from '../table.js';

type Bilingual = Readonly<{ vi: string; en: string }>;

/** Why a day is not like its weekday. A `make-up` day is worked though it is a Saturday. */
export type SpecialDay = Readonly<{ kind: 'holiday' | 'compensation' | 'swapped' | 'make-up'; name: Bilingual }>;

const newYear: Bilingual = { vi: 'Tết Dương lịch', en: 'New Year' };
const tet: Bilingual = { vi: 'Tết Nguyên đán', en: 'Tết, the lunar New Year' };
const hungKings: Bilingual = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' };
const victory: Bilingual = { vi: 'Ngày Chiến thắng', en: 'Victory Day' };
const labour: Bilingual = { vi: 'Ngày Quốc tế lao động', en: 'Labour Day' };
const nationalDay: Bilingual = { vi: 'Quốc khánh', en: 'National Day' };
const cultureDay: Bilingual = { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' };

type Source = Readonly<{ by: Place; confidence: Confidence; knownFrom?: string; suffix: string; note?: string }>;

const statute: Source = { by: cite('45/2019/QH14', 112, 1), confidence: 'official', suffix: 'statute' };
const weeklyRestClash: Source = { by: cite('45/2019/QH14', 111, 3), confidence: 'official', suffix: 'statute' };
const undecided: Source = {
  by: cite('45/2019/QH14', 112, 3),
  confidence: 'inferred',
  suffix: 'undecided',
  note: 'Each year’s decision fixes these days; before it, the usual pattern.',
};
const culture: Source = {
  by: cite('28/2026/QH16'),
  confidence: 'secondary',
  knownFrom: '2026-07-01',
  suffix: 'statute',
  note: 'Day of promulgation not found; known at the latest when in force.',
};
const letter = (act: string, confidence: Confidence): Source => ({ by: cite(act), confidence, suffix: 'decided' });
const reported = (knownFrom: string, confidence: Confidence): Source => ({
  by: cite('45/2019/QH14', 112, 3),
  confidence,
  knownFrom,
  suffix: 'decided',
  note: 'Decision known from reports; its number was not seen.',
});

/** Each day from the first to the last, both included. */
const daysBetweenInclusive = (first: string, last: string): readonly PlainDate[] => {
  const all: PlainDate[] = [];
  for (let each = day(first); each <= last; each = addDays(each, 1)) all.push(each);
  return all;
};

const special =
  (kind: SpecialDay['kind']) =>
  (first: string, last: string, name: Bilingual, { by, confidence, ...remarks }: Source): readonly Line<SpecialDay>[] =>
    daysBetweenInclusive(first, last).map((each) => row(each, each, { kind, name }, by, confidence, remarks));

const off = special('holiday');
const instead = special('compensation');
const swapped = special('swapped');
const worked = special('make-up');

/** Days the Prime Minister decides: the usual pattern first, then the decision. */
const decided = (
  write: typeof off,
  first: string,
  last: string,
  name: Bilingual,
  decision: Source | undefined,
): readonly Line<SpecialDay>[] => [
  ...write(first, last, name, undecided),
  ...(decision ? write(first, last, name, decision) : []),
];

const in2022 = letter('245/VPCP-KGVX', 'official');
const in2023 = letter('8056/VPCP-KGVX', 'official');
const in2024 = letter('8662/VPCP-KGVX', 'official');
const swapIn2024 = letter('2450/VPCP-KGVX', 'official');
const in2025 = letter('8726/VPCP-KGVX', 'secondary');
const in2026 = reported('2025-10-13', 'official');
const swapIn2026 = letter('12729/VPCP-KGVX', 'official');
const in2027 = reported('2026-09-19', 'secondary');
const notYet = undefined;

const lines: readonly Line<SpecialDay>[] = [
  off('2022-01-01', '2022-01-01', newYear, statute),
  instead('2022-01-03', '2022-01-03', newYear, weeklyRestClash),
  decided(off, '2022-01-31', '2022-02-04', tet, in2022),
  off('2022-04-10', '2022-04-10', hungKings, statute),
  instead('2022-04-11', '2022-04-11', hungKings, weeklyRestClash),
  off('2022-04-30', '2022-04-30', victory, statute),
  off('2022-05-01', '2022-05-01', labour, statute),
  instead('2022-05-02', '2022-05-02', victory, weeklyRestClash),
  instead('2022-05-03', '2022-05-03', labour, weeklyRestClash),
  decided(off, '2022-09-01', '2022-09-01', nationalDay, in2022),
  off('2022-09-02', '2022-09-02', nationalDay, statute),

  off('2023-01-01', '2023-01-01', newYear, statute),
  instead('2023-01-02', '2023-01-02', newYear, weeklyRestClash),
  decided(off, '2023-01-20', '2023-01-24', tet, in2023),
  decided(instead, '2023-01-25', '2023-01-26', tet, in2023),
  off('2023-04-29', '2023-04-29', hungKings, statute),
  off('2023-04-30', '2023-04-30', victory, statute),
  off('2023-05-01', '2023-05-01', labour, statute),
  instead('2023-05-02', '2023-05-02', hungKings, weeklyRestClash),
  instead('2023-05-03', '2023-05-03', victory, weeklyRestClash),
  decided(off, '2023-09-01', '2023-09-01', nationalDay, in2023),
  off('2023-09-02', '2023-09-02', nationalDay, statute),
  instead('2023-09-04', '2023-09-04', nationalDay, weeklyRestClash),

  off('2024-01-01', '2024-01-01', newYear, statute),
  decided(off, '2024-02-08', '2024-02-12', tet, in2024),
  decided(instead, '2024-02-13', '2024-02-14', tet, in2024),
  off('2024-04-18', '2024-04-18', hungKings, statute),
  swapped('2024-04-29', '2024-04-29', victory, swapIn2024),
  off('2024-04-30', '2024-04-30', victory, statute),
  off('2024-05-01', '2024-05-01', labour, statute),
  worked('2024-05-04', '2024-05-04', victory, swapIn2024),
  off('2024-09-02', '2024-09-02', nationalDay, statute),
  decided(off, '2024-09-03', '2024-09-03', nationalDay, in2024),

  off('2025-01-01', '2025-01-01', newYear, statute),
  decided(off, '2025-01-27', '2025-01-31', tet, in2025),
  off('2025-04-07', '2025-04-07', hungKings, statute),
  worked('2025-04-26', '2025-04-26', labour, in2025),
  off('2025-04-30', '2025-04-30', victory, statute),
  off('2025-05-01', '2025-05-01', labour, statute),
  swapped('2025-05-02', '2025-05-02', labour, in2025),
  decided(off, '2025-09-01', '2025-09-01', nationalDay, in2025),
  off('2025-09-02', '2025-09-02', nationalDay, statute),

  off('2026-01-01', '2026-01-01', newYear, statute),
  swapped('2026-01-02', '2026-01-02', newYear, swapIn2026),
  worked('2026-01-10', '2026-01-10', newYear, swapIn2026),
  decided(off, '2026-02-16', '2026-02-20', tet, in2026),
  off('2026-04-26', '2026-04-26', hungKings, statute),
  instead('2026-04-27', '2026-04-27', hungKings, weeklyRestClash),
  off('2026-04-30', '2026-04-30', victory, statute),
  off('2026-05-01', '2026-05-01', labour, statute),
  worked('2026-08-22', '2026-08-22', nationalDay, in2026),
  swapped('2026-08-31', '2026-08-31', nationalDay, in2026),
  decided(off, '2026-09-01', '2026-09-01', nationalDay, in2026),
  off('2026-09-02', '2026-09-02', nationalDay, statute),
  off('2026-11-24', '2026-11-24', cultureDay, culture),

  off('2027-01-01', '2027-01-01', newYear, statute),
  decided(off, '2027-02-04', '2027-02-08', tet, in2027),
  decided(instead, '2027-02-09', '2027-02-10', tet, in2027),
  off('2027-04-16', '2027-04-16', hungKings, statute),
  off('2027-04-30', '2027-04-30', victory, statute),
  off('2027-05-01', '2027-05-01', labour, statute),
  instead('2027-05-03', '2027-05-03', labour, weeklyRestClash),
  off('2027-09-02', '2027-09-02', nationalDay, statute),
  decided(off, '2027-09-03', '2027-09-03', nationalDay, notYet),
  off('2027-11-24', '2027-11-24', cultureDay, culture),

  off('2028-01-01', '2028-01-01', newYear, statute),
  instead('2028-01-03', '2028-01-03', newYear, weeklyRestClash),
  decided(off, '2028-01-24', '2028-01-28', tet, notYet),
  off('2028-04-04', '2028-04-04', hungKings, statute),
  off('2028-04-30', '2028-04-30', victory, statute),
  off('2028-05-01', '2028-05-01', labour, statute),
  instead('2028-05-02', '2028-05-02', victory, weeklyRestClash),
  decided(off, '2028-09-01', '2028-09-01', nationalDay, notYet),
  off('2028-09-02', '2028-09-02', nationalDay, statute),
  decided(instead, '2028-09-04', '2028-09-04', nationalDay, notYet),
  off('2028-11-24', '2028-11-24', cultureDay, culture),
].flat();

export const specialDays: Parameter<SpecialDay> = parameterOfDays(
  'calendar.special-days',
  'day',
  'Days off that are weekdays, and weekdays’ work done on another day',
  lines,
);

/** Days of the week without work, 6 is Saturday. */
export const weeklyRest: Parameter<readonly number[]> = parameterOfDays(
  'calendar.weekly-rest',
  'weekdays',
  'Weekly rest of offices',
  [row('1999-10-02', open, [6, 7], cite('188/1999/QĐ-TTg'), 'official', 'From general knowledge.')],
);

/** Years whose days off we know or can infer. Outside them no day is computed. */
export const coveredYears: Parameter<true> = parameterOfDays(
  'calendar.covered-years',
  'years',
  'Years this calendar speaks of, and how sure its ordinary days are',
  [
    row('2022-01-01', '2022-12-31', true, cite('45/2019/QH14', 112), 'inferred', 'From the statute and one letter.'),
    row('2023-01-01', '2026-12-31', true, cite('45/2019/QH14', 112), 'official'),
    row('2027-01-01', '2027-12-31', true, cite('45/2019/QH14', 112), 'secondary', 'Swapped days may yet be decided.'),
    row('2028-01-01', '2028-12-31', true, cite('45/2019/QH14', 112), 'inferred', 'Nothing is decided yet.'),
  ],
);

export const calendarParameters: readonly Parameter<unknown>[] = [specialDays, weeklyRest, coveredYears];
