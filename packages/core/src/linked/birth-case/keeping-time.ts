/** What the timekeeper fires in a birth case: each missed day as a command of its own, under an id that follows from it. */
import { timerOf } from '../../application/index.js';
import type { LawBook } from '../../law/index.js';
import type { Timer } from '../../requests/timekeeper.js';
import type { BirthCommand } from './commands.js';
import { timers } from './scheduling.js';
import type { BirthCase } from './state.js';

export const birthTimers =
  (book: LawBook) =>
  (birth: BirthCase, caseId: string): readonly Timer<BirthCommand>[] =>
    timers(book, birth).map(({ id, at, missed }) =>
      timerOf(caseId, id, at, { type: 'RecordMissedDeadline', data: missed }),
    );
