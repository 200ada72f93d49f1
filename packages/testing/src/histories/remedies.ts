/** What becomes of a refusal when its remedy is applied (R51): gone; waiting for an agency; or nowhere, which no remedy may lead. */
import { type Actor, type Command, type Decider, fold, type Instant, type Refusal } from '@lienthong/core';
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';

/** A value with another put at a path of it. */
const patched = (data: JsonValue, at: readonly string[], to: JsonValue): JsonValue => {
  const [key, ...rest] = at;
  if (key === undefined) return to;
  const inner = (data ?? {}) as JsonObject;
  return { ...inner, [key]: patched(inner[key] ?? null, rest, to) };
};

/** Whether two commands speak of the same leg, person or escalation. */
const concerns = (one: Command, other: Command): boolean => {
  const [first, second] = [one.data, other.data] as readonly Readonly<Record<string, unknown>>[];
  return ['leg', 'about'].every(
    (key) => first?.[key] === undefined || second?.[key] === undefined || first[key] === second[key],
  );
};

type Around<C, S> = Readonly<{
  /** Somebody who holds this office in this case. */
  somebody: (role: string, state: S, command: C) => Actor;
  /** The commands open to try, as this actor would most plainly give them. */
  samples: (state: S, actor: Actor, at: Instant) => readonly C[];
}>;

export type Lead = 'gone' | 'waits' | 'nowhere';

export const remedying = <C extends Command, Ev, S, R extends string>(
  decider: Decider<C, Ev, S, R>,
  { somebody, samples }: Around<C, S>,
) => {
  const refusalsOf = (command: C, state: S): readonly Refusal<R>[] => {
    const decided = decider.decide(command, state);
    return E.isLeft(decided) ? decided.left : [];
  };
  const stands = (command: C, state: S, reason: R): boolean =>
    refusalsOf(command, state).some((each) => each.reason === reason);

  /** Does what the remedies of one refusal ask for, one after another, as far as those asked are free to do it. */
  const leads = (command: C, state: S, reason: R, patience = 6): Lead => {
    const refusal = refusalsOf(command, state).find((each) => each.reason === reason);
    if (refusal === undefined) return 'gone';
    const { remedy } = refusal;
    if (remedy === null) return 'waits';
    if (remedy.kind === 'change') {
      const data = patched(command.data as JsonValue, remedy.at.split('.'), remedy.to);
      return stands({ ...command, data }, state, reason) ? 'nowhere' : 'gone';
    }
    if (patience === 0) return 'nowhere';
    const actor = somebody(remedy.by, state, command);
    if (remedy.command === command.type) return stands({ ...command, actor }, state, reason) ? 'nowhere' : 'gone';
    for (const told of samples(state, actor, command.at)) {
      const done = told.type === remedy.command && concerns(told, command) ? decider.decide(told, state) : undefined;
      if (done !== undefined && E.isRight(done))
        return leads(command, fold(decider, done.right, state), reason, patience - 1);
    }
    return 'waits';
  };
  return leads;
};
