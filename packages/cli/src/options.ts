/** Reads what was typed. Nothing that cannot be read is repeated in the answer. */
import { dayOf, type Instant, instant, type PlainDate, plainDate } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import { badInput, malformedAt, type Problem } from './problem.js';

export const dateAt = (place: string, typed: string): Either<Problem, PlainDate> => {
  const read = plainDate(typed);
  return E.isLeft(read) ? E.left(malformedAt(place, read.left)) : read;
};

export const instantAt = (place: string, typed: string): Either<Problem, Instant> => {
  const read = instant(typed);
  return E.isLeft(read) ? E.left(malformedAt(place, read.left)) : read;
};

export const countAt = (place: string, typed: string, least: 0 | 1 = 0): Either<Problem, number> =>
  /^\d{1,9}$/.test(typed) && Number(typed) >= least
    ? E.right(Number(typed))
    : E.left(badInput(place, `a whole number from ${least}`));

/** One of the words listed. */
export const oneOf = <T extends string>(place: string, typed: string, words: readonly T[]): Either<Problem, T> => {
  const known = words.find((word) => word === typed);
  return known === undefined ? E.left(badInput(place, words.join(' | '))) : E.right(known);
};

/** The last day on which something of this book became known: what `--known-on` is unless said (R25). */
const newestKnowledge = ({ parameters }: LawBook): PlainDate =>
  parameters
    .flatMap(({ rows }) => rows.map(({ knownFrom }) => knownFrom))
    .sort()
    .at(-1) as PlainDate;

export const knowledge = (book: LawBook, knownOn: string | undefined): Either<Problem, PlainDate> =>
  knownOn === undefined ? E.right(newestKnowledge(book)) : dateAt('--known-on', knownOn);

/** `--on`, else today; `--known-on`, else the newest knowledge. */
export const lawDate = (
  book: LawBook,
  now: Instant,
  { on, knownOn }: Readonly<{ on?: string; knownOn?: string }>,
): Either<Problem, Readonly<{ on: PlainDate; knownOn: PlainDate }>> => {
  const governed = on === undefined ? E.right<Problem, PlainDate>(dayOf(now)) : dateAt('--on', on);
  if (E.isLeft(governed)) return governed;
  const known = knowledge(book, knownOn);
  return E.isLeft(known) ? known : E.right({ on: governed.right, knownOn: known.right });
};

/** The address of a server, without user, query or fragment. */
export const addressAt = (place: string, typed: string): Either<Problem, string> => {
  const expected = badInput(place, 'an address such as http://127.0.0.1:8090');
  if (!URL.canParse(typed)) return E.left(expected);
  const { protocol, username, search, hash, href } = new URL(typed);
  const plain = /^https?:$/.test(protocol) && username === '' && search === '' && hash === '';
  return plain ? E.right(href.replace(/\/+$/, '')) : E.left(expected);
};
