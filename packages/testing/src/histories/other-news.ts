/** The law as it might have gone on: every figure that becomes known after a day is another one. What was decided must not care. */
import type { PlainDate } from '@lienthong/core';
import { type LawBook, lawBook } from '@lienthong/core/law';

/** Every number in a value, twice over. */
const doubled = (value: unknown): unknown => {
  if (typeof value === 'number') return value * 2;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value)
    ? value.map(doubled)
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, doubled(each)]));
};

/** What `make` makes of such a book, once for each stretch of days without news. */
export const withOtherNews = <T>(book: LawBook, make: (book: LawBook) => T): ((after: PlainDate) => T) => {
  const news = [...new Set(book.parameters.flatMap(({ rows }) => rows.map(({ knownFrom }) => knownFrom)))];
  const made = new Map<number, T>();
  return (after) => {
    const heard = news.filter((knownFrom) => knownFrom <= after).length;
    const known = made.get(heard);
    if (known !== undefined) return known;
    const parameters = book.parameters.map((each) => ({
      ...each,
      rows: each.rows.map((row) => (row.knownFrom <= after ? row : { ...row, value: doubled(row.value) })),
    }));
    const other = make(lawBook(parameters));
    made.set(heard, other);
    return other;
  };
};
