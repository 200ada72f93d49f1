/** What each person may do now (các thao tác được phép): the commands open to them, and for each closed one why. */
import { E } from '../fp.js';
import type { Command, Decider, Refused } from '../kernel/index.js';

export type Allowed<C extends Command = Command, R extends string = string> = Readonly<{
  open: readonly C['type'][];
  closed: readonly Readonly<{ command: C['type']; refusals: Refused<R> }>[];
}>;

/**
 * Every command is put to the rules as somebody would most plainly give it; what they answer is the answer. `Apply` is left
 * out: it opens a case and needs a declaration.
 */
export const allowedAmong = <C extends Command, Ev, S, R extends string>(
  { decide }: Pick<Decider<C, Ev, S, R>, 'decide'>,
  state: S,
  samples: readonly C[],
): Allowed<C, R> => {
  const open: C['type'][] = [];
  const closed: { command: C['type']; refusals: Refused<R> }[] = [];
  for (const command of samples) {
    const decided = decide(command, state);
    if (E.isRight(decided)) open.push(command.type);
    else closed.push({ command: command.type, refusals: decided.left });
  }
  return { open: [...new Set(open)], closed: closed.filter(({ command }) => !open.includes(command)) };
};
