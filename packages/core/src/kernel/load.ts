/** Reads a case's stream and folds it. State is made of facts alone, so no key is needed (R16). */
import { E, type Either, type TE } from '../fp.js';
import type { CaseKind } from './case-kind.js';
import type { Command, DomainEvent } from './decider.js';
import type { StoredEvent } from './envelope.js';
import type { Fault, Unreadable } from './fault.js';
import type { Journal } from './journal.js';
import { COMMAND_ACCEPTED } from './record.js';
import { unsealedFacts } from './seal-event.js';

export type Loaded<Ev, S> = Readonly<{
  stored: readonly StoredEvent[];
  /** The domain events by revision; the records of commands are not among them. */
  eventAt: ReadonlyMap<number, Ev>;
  state: S;
  /** The head's revision; `null` when the stream is missing. */
  head: number | null;
}>;

/** Folds stored events into state. Errors: `Unreadable` for an event that this release's codec cannot recall. */
export const foldStored = <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  stored: readonly StoredEvent[],
): Either<Unreadable, Loaded<Ev, S>> => {
  const eventAt = new Map<number, Ev>();
  let state = kind.decider.initial;
  for (const event of stored) {
    if (event.type === COMMAND_ACCEPTED) continue;
    const recalled = kind.events.recall(unsealedFacts(event));
    if (E.isLeft(recalled)) {
      return E.left({ kind: 'Unreadable', stream: event.stream, revision: event.revision, ...recalled.left });
    }
    eventAt.set(event.revision, recalled.right);
    state = kind.decider.evolve(state, recalled.right);
  }
  return E.right({ stored, eventAt, state, head: stored[stored.length - 1]?.revision ?? null });
};

/** Without combinators, for every command passes here. */
export const load =
  <C extends Command, Ev extends DomainEvent, S, R extends string>(
    journal: Journal,
    kind: CaseKind<C, Ev, S, R>,
    stream: string,
  ): TE.TaskEither<Fault, Loaded<Ev, S>> =>
  async () => {
    const page = await journal.read(stream)();
    return E.isLeft(page) ? page : foldStored(kind, page.right.events);
  };
