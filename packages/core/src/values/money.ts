/** Amounts of money (số tiền) in whole Vietnamese dong; there is no smaller unit in use. */
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from './malformed.js';

declare const dongBrand: unique symbol;
/** Whole dong, never negative, exact up to 2^53 - 1. */
export type Dong = number & { readonly [dongBrand]: true };

/** Reads an amount. Errors: `Malformed` for fractions, debts and what is too large to be exact. */
export const dong = (raw: number): Either<Malformed, Dong> =>
  Number.isSafeInteger(raw) && raw >= 0 ? E.right((raw + 0) as Dong) : malformed('a whole, exact number of dong');

/** The sum. Errors: `Malformed` when it is too large to be exact. */
export const sumOfDong = (amounts: readonly Dong[]): Either<Malformed, Dong> =>
  dong(amounts.reduce((sum, amount) => (Number.isSafeInteger(sum) ? sum + amount : Number.NaN), 0));

/** The amount some whole number of times, as a benefit of ten base salaries. Errors: as `dong`. */
export const timesDong = (times: number, amount: Dong): Either<Malformed, Dong> => dong(times * amount);

/** @example displayDong(1490000) // => '1.490.000 ₫' */
export const displayDong = (amount: Dong): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} ₫`;
