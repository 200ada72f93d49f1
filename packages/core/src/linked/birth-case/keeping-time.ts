/** What the timekeeper fires in a birth case: each missed day as a command of its own, under an id that follows from it. */
import { consequentId } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import type { Timer } from '../../requests/timekeeper.js';
import type { BirthCommand } from './commands.js';
import { timers } from './scheduling.js';
import type { BirthCase } from './state.js';

export const birthTimers =
  (book: LawBook) =>
  (birth: BirthCase, caseId: string): readonly Timer<BirthCommand>[] =>
    timers(book, birth).map(({ id, at, missed }) => ({
      id,
      at,
      command: {
        id: consequentId(`timer/${caseId}/${id}`),
        type: 'RecordMissedDeadline',
        at,
        actor: { id: 'timekeeper', role: 'timekeeper' },
        data: missed,
      },
    }));
