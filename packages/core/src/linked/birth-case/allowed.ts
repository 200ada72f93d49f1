/** What each person may do now (các thao tác được phép): the commands open to them, and for each closed one why. */
import { type Authority, asClaimed } from '../../authority/index.js';
import { E } from '../../fp.js';
import type { Actor, Refused } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import { dayOf, type Instant } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import { birthCase } from './decider.js';
import type { BirthReason } from './reasons.js';
import { sampleCommands } from './sample-commands.js';
import type { BirthCase } from './state.js';

export type Allowed = Readonly<{
  open: readonly BirthCommand['type'][];
  closed: readonly Readonly<{ command: BirthCommand['type']; refusals: Refused<BirthReason> }>[];
}>;

/**
 * Every command is put to the rules as this actor would most plainly give it; what they answer is the answer. `Apply` is left
 * out: it opens a case and needs a declaration.
 */
export const allowed = (
  book: LawBook,
  birth: BirthCase,
  actor: Actor,
  at: Instant,
  authority: Authority = asClaimed,
): Allowed => {
  const { decide } = birthCase(book, authority);
  const open: BirthCommand['type'][] = [];
  const closed: { command: BirthCommand['type']; refusals: Refused<BirthReason> }[] = [];
  for (const command of sampleCommands(birth, actor, at, dayOf(at))) {
    const decided = decide(command, birth);
    if (E.isRight(decided)) open.push(command.type);
    else closed.push({ command: command.type, refusals: decided.left });
  }
  return { open: [...new Set(open)], closed: closed.filter(({ command }) => !open.includes(command)) };
};
