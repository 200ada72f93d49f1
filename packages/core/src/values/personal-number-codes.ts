/** Puts the lists of the law (mã đơn vị hành chính trong số định danh) into the form in which a number is read. */
import type { PersonalNumberCodes } from './personal-number.js';
import { addDays, type PlainDate } from './plain-date.js';
import { provincesBefore2025, provincesSince2025 } from './provinces.js';

/** The lists as rows of the law hold them. */
export type PersonalNumberLists = Readonly<{
  /** Three-digit codes of Circular 07/2016/TT-BCA. */
  places: readonly string[];
  /** Two-digit codes of the provinces since a merger, and its day: that numbers bear them behind a zero is inferred. */
  merged?: Readonly<{ provinces: readonly string[]; since: PlainDate }>;
  /** The century of the digits 0 (male) and 1 (female). */
  firstCentury: number;
}>;

const nameOf = (list: typeof provincesBefore2025, province: string): string =>
  list.find(({ code }) => code === province)?.name ?? province;

export const personalNumberCodes = ({ places, merged, firstCentury }: PersonalNumberLists): PersonalNumberCodes => ({
  places: [
    ...places.map((code) => ({
      code,
      name: nameOf(provincesBefore2025, code.slice(1)),
      standing: 'confirmed' as const,
      ...(merged && { to: addDays(merged.since, -1) }),
    })),
    ...(merged?.provinces ?? []).map((province) => ({
      code: `0${province}`,
      name: nameOf(provincesSince2025, province),
      standing: 'unconfirmed' as const,
      ...(merged && { from: merged.since }),
    })),
  ],
  centuries: Array.from({ length: 10 }, (_, digit) => ({
    digit: String(digit),
    firstYear: (firstCentury - 1 + Math.floor(digit / 2)) * 100,
    sex: digit % 2 === 0 ? ('male' as const) : ('female' as const),
  })),
});
