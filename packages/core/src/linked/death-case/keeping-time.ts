/** What the timekeeper fires in a death case: each missed day, and the end of the relatives' time to confirm. */
import { timerOf } from '../../application/index.js';
import type { LawBook } from '../../law/index.js';
import type { Timer } from '../../requests/timekeeper.js';
import type { DeathCommand } from './commands.js';
import { factsOf } from './facts.js';
import { consentExpiresAt, escalating, missing } from './scheduling.js';
import { type DeathCase, outcomeOf } from './state.js';

export const deathTimers =
  (book: LawBook) =>
  (death: DeathCase, caseId: string): readonly Timer<DeathCommand>[] => {
    const missed = [
      ...missing(book, death).map((each) =>
        timerOf<DeathCommand>(caseId, each.id, each.at, { type: 'RecordMissedDeadline', data: each.missed }),
      ),
      ...escalating(book, death).map(({ id, at, matter }) =>
        timerOf<DeathCommand>(caseId, id, at, { type: 'Escalate', data: matter }),
      ),
    ];
    const expires =
      outcomeOf(death, 'survivor') === undefined
        ? consentExpiresAt(book, death, factsOf(book, death).consentsMissing)
        : undefined;
    return expires === undefined
      ? missed
      : [...missed, timerOf<DeathCommand>(caseId, 'relatives-consent', expires, { type: 'ExpireConsent', data: {} })];
  };
