/** What the timekeeper fires in a birth case: each missed day, and what nobody did after it, as a command of its own, under an id that follows from it. */
import { timerOf } from '../../application/index.js';
import type { LawBook } from '../../law/index.js';
import type { Timer } from '../../requests/timekeeper.js';
import type { BirthCommand } from './commands.js';
import { escalating, timers } from './scheduling.js';
import type { BirthCase } from './state.js';

export const birthTimers =
  (book: LawBook) =>
  (birth: BirthCase, caseId: string): readonly Timer<BirthCommand>[] => [
    ...timers(book, birth).map(({ id, at, missed }) =>
      timerOf<BirthCommand>(caseId, id, at, { type: 'RecordMissedDeadline', data: missed }),
    ),
    ...escalating(book, birth).map(({ id, at, matter }) =>
      timerOf<BirthCommand>(caseId, id, at, { type: 'Escalate', data: matter }),
    ),
  ];
