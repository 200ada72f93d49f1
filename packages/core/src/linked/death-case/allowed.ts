/** What each person may do now in a death case (các thao tác được phép). */
import { type Allowed, allowedAmong } from '../../application/index.js';
import { type Authority, asClaimed } from '../../authority/index.js';
import type { Actor } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import { dayOf, type Instant } from '../../values/plain-date.js';
import type { DeathCommand } from './commands.js';
import { deathCase } from './decider.js';
import type { DeathReason } from './reasons.js';
import { sampleCommands } from './sample-commands.js';
import type { DeathCase } from './state.js';

/** The commands open to this actor now, and for each closed one why. */
export const allowedInDeath = (
  book: LawBook,
  death: DeathCase,
  actor: Actor,
  at: Instant,
  authority: Authority = asClaimed,
): Allowed<DeathCommand, DeathReason> =>
  allowedAmong(deathCase(book, authority), death, sampleCommands(death, actor, at, dayOf(at)));
