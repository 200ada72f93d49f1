/** Finds a case by a code another system gave it: the portal's, an agency's reference, the number in the book. */
import type { Journal } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import { CODED_EVENTS, tellsCode } from '@lienthong/core/views';
import { badInput, faulty, type Problem } from '../problem.js';
import { type CaseId, caseIdAt, groupOfStream, noSuchCase } from './groups.js';

const several = (at: string, streams: readonly string[]): Problem =>
  badInput(at, `one of ${streams.join(', ')}, for the code leads to each of them`);

/** An id as it is, and anything else as a code; the whole store is looked through for a code. */
export const caseNamed =
  (journal: Journal, at: string, typed: string): TE.TaskEither<Problem, CaseId> =>
  async () => {
    const id = caseIdAt(at, typed);
    if (E.isRight(id)) return id;
    const found = new Set<string>();
    let after: string | undefined;
    for (;;) {
      const page = await journal.feed({ types: CODED_EVENTS, ...(after === undefined ? {} : { after }) })();
      if (E.isLeft(page)) return E.left(faulty(page.left));
      for (const event of page.right.events) {
        if (groupOfStream(event.stream) !== undefined && tellsCode(event, typed)) found.add(event.stream);
      }
      if (page.right.end) break;
      after = page.right.next;
    }
    const [stream, ...others] = [...found].sort();
    if (stream === undefined) return looksLikeCode(typed) ? E.left(noSuchCase({ at, id: typed })) : id;
    return others.length > 0 ? E.left(several(at, [stream, ...others])) : caseIdAt(at, stream);
  };

/** A code has a digit and no blanks; whatever else was typed was meant to be an id. */
const looksLikeCode = (typed: string): boolean => /^(?=.*\d)[\p{L}\p{N}._:/#+-]+$/u.test(typed);
