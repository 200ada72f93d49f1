/** What was decided in money and what was paid of it, in words. */
import { type Dong, displayDong } from '@lienthong/core';
import type { Language, Text } from '../language.js';
import type { Money, Sum } from '../readings/money.js';

/** Sums of what was decided are amounts. */
export const dongText = (amount: number): string => displayDong(amount as Dong);

const words = {
  decided: { vi: 'quyết định', en: 'decided' },
  toppedUp: { vi: 'truy lĩnh', en: 'topped up' },
  paid: { vi: 'đã chi trả', en: 'paid' },
  outstanding: { vi: 'còn phải trả', en: 'outstanding' },
} as const satisfies Readonly<Record<keyof Money, Text>>;

const NAMES = ['decided', 'toppedUp', 'paid', 'outstanding'] as const satisfies readonly (keyof Money)[];

/** The sums, each with its name; a top-up only where there was one. */
export const moneyRows = (amounts: Money): readonly (readonly [Text, Sum])[] =>
  NAMES.filter((name) => name !== 'toppedUp' || amounts.toppedUp.count > 0).map((name) => [words[name], amounts[name]]);

/** Of one leg, in one line. */
export const moneyText = (amounts: Money): Text => {
  const line = (language: Language): string =>
    moneyRows(amounts)
      .map(([name, { dong }]) => `${name[language]} ${dongText(dong)}`)
      .join(', ');
  return { vi: line('vi'), en: line('en') };
};
