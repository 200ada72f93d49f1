/** The birth case as this command knows it: under every release of the law book, with units that answer for merged ones. */

import {
  type BirthCase,
  type BirthCaseKind,
  type BirthCommand,
  type BirthEvent,
  type BirthReason,
  birthCaseKind,
  recallCommand,
} from '@lienthong/core/birth-case';
import { type LawBook, lawBook } from '@lienthong/core/law';
import type { Judge } from '../readings/replay.js';
import { authority } from './places.js';

export const birthKind = (book: LawBook = lawBook()): BirthCaseKind => birthCaseKind(book, authority);

/** Judges each decision under the release it was made under. */
export const birthJudge = (): Judge<BirthCommand, BirthEvent, BirthCase, BirthReason> => {
  const book = lawBook();
  const kinds = new Map<string, BirthCaseKind | undefined>();
  return {
    under: (release) => {
      if (!kinds.has(release)) {
        const then = book.rebuild(release);
        kinds.set(release, then === undefined ? undefined : birthKind(then));
      }
      return kinds.get(release);
    },
    recall: recallCommand,
  };
};
