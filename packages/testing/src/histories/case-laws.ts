/** Laws of the histories of any case, whichever group it belongs to. */
import {
  type Actor,
  type Command,
  type Decider,
  type DomainEvent,
  type EventCodec,
  fold,
  type Instant,
  type Refusal,
} from '@lienthong/core';
import type { Allowed } from '@lienthong/core/application';
import { canonical, type JsonValue } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { expect } from 'vitest';
import { citesLaw } from '../spec/laws.js';
import type { Law } from './laws.js';
import type { HistoryOf, StepOf } from './play-out.js';

/** The steps that were accepted, with what they came to. */
export const accepted = <C, Ev, S, R extends string>({
  steps,
}: HistoryOf<C, Ev, S, R>): readonly (StepOf<C, Ev, S, R> & Readonly<{ events: readonly Ev[] }>)[] =>
  steps.flatMap((step) => (E.isRight(step.decided) ? [{ ...step, events: step.decided.right }] : []));

/** The steps that were refused, with what stood in the way. */
export const refused = <C, Ev, S, R extends string>({
  steps,
}: HistoryOf<C, Ev, S, R>): readonly (StepOf<C, Ev, S, R> & Readonly<{ refusals: readonly Refusal<R>[] }>)[] =>
  steps.flatMap((step) => (E.isLeft(step.decided) ? [{ ...step, refusals: step.decided.left }] : []));

type Kind<C extends Command, Ev extends DomainEvent, S, R extends string> = Readonly<{
  decider: Decider<C, Ev, S, R>;
  codec: EventCodec<Ev>;
  table: Readonly<Record<C['type'], Readonly<{ emits: readonly string[] }>>>;
  /** The commands that `allowed` speaks of. */
  samples: (state: S, actor: Actor, at: Instant) => readonly C[];
  allowed: (state: S, actor: Actor, at: Instant) => Allowed<C, R>;
}>;

export const caseLaws = <C extends Command, Ev extends DomainEvent, S, R extends string>({
  decider,
  codec,
  table,
  samples,
  allowed,
}: Kind<C, Ev, S, R>): Readonly<Record<string, Law<HistoryOf<C, Ev, S, R>>>> => ({
  'the events alone give the state back': ({ events, state }) => expect(fold(decider, events)).toEqual(state),

  'an event is kept and recalled as it was': ({ events }) => {
    // Who decided and who confirmed stand in the envelope, with the actor.
    for (const { attribution: _, ...event } of events) {
      const kept = codec.keep(event as DomainEvent as Ev);
      const written = JSON.parse(canonical(kept as unknown as JsonValue)) as typeof kept;
      expect(codec.recall(written)).toEqual(E.right(event));
    }
  },

  'a refusal cites a law': (history) => {
    for (const { refusals } of refused(history)) expect(citesLaw(refusals as never)).toBe(true);
  },

  'a command comes to no event that its line in the table does not name': (history) => {
    for (const { command, events } of accepted(history)) {
      const { emits } = table[command.type as C['type']];
      const unnamed = events.filter(({ type }) => !emits.includes(type)).map(({ type }) => `${command.type} → ${type}`);
      expect(unnamed).toEqual([]);
    }
  },

  'what is accepted is open to whoever gave it, and what is closed is refused for the reasons told': ({ steps }) => {
    const last = steps.at(-1);
    if (last === undefined) return;
    const { command, before, decided } = last;
    if (!samples(before, command.actor, command.at).some(({ type }) => type === command.type)) return;
    const { open, closed } = allowed(before, command.actor, command.at);
    expect(open.includes(command.type)).toBe(!closed.some((each) => each.command === command.type));
    if (E.isRight(decided)) expect(open, JSON.stringify(command)).toContain(command.type);
  },
});
