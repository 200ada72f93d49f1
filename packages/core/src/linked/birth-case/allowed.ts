/** What each person may do now in a birth case (các thao tác được phép). */
import { type Allowed as AllowedCommands, allowedAmong } from '../../application/index.js';
import { type Authority, asClaimed } from '../../authority/index.js';
import type { Actor } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import { dayOf, type Instant } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import { birthCase } from './decider.js';
import type { BirthReason } from './reasons.js';
import { sampleCommands } from './sample-commands.js';
import type { BirthCase } from './state.js';

export type Allowed = AllowedCommands<BirthCommand, BirthReason>;

/** The commands open to this actor now, and for each closed one why. */
export const allowed = (
  book: LawBook,
  birth: BirthCase,
  actor: Actor,
  at: Instant,
  authority: Authority = asClaimed,
): Allowed => allowedAmong(birthCase(book, authority), birth, sampleCommands(birth, actor, at, dayOf(at)));
