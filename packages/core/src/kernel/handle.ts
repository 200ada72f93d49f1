/**
 * `handle`: load, recognise a repeat, fold, decide, seal, append at the exact revision read (R5). Two writers never both
 * succeed on one view of a case; a repeated command answers what it answered and writes nothing; an unknown outcome is
 * settled by looking, and the same bytes are sent again only while the first attempt could still be the one to land.
 */
import type { Keys } from '../evidence/sealing.js';
import { E, type Either, type NonEmpty, pipe, TE } from '../fp.js';
import { dayOf } from '../values/plain-date.js';
import { type Batch, prepareBatch, sealed } from './batch.js';
import type { CaseKind } from './case-kind.js';
import type { Command, DomainEvent } from './decider.js';
import type { StoredEvent } from './envelope.js';
import type { Fault, OutcomeUnknown } from './fault.js';
import type { Journal } from './journal.js';
import { type Loaded, load } from './load.js';
import { isRecordOf, keepCommand } from './record.js';
import type { Refused } from './refusal.js';

export type HandleEnv = Readonly<{
  journal: Journal;
  keys: Keys;
  /** How often a lost race or an unknown outcome is begun again; 8 unless said. */
  maxTries?: number;
}>;

/** What a command came to. `repeated` when it had been accepted before; then `events` are those of that time. */
export type Committed<Ev, S> = Readonly<{
  stream: string;
  revision: number;
  events: NonEmpty<Ev>;
  state: S;
  repeated: boolean;
}>;

/** A case's work: it may fail to reach the world, or reach it and hear the law's no. */
export type Handled<Ev, S, R extends string> = TE.TaskEither<
  Fault | OutcomeUnknown,
  Either<Refused<R>, Committed<Ev, S>>
>;

/** The id of a case, from the name of its stream. */
export const caseOf = (kind: Readonly<{ name: string }>, stream: string): string => stream.slice(kind.name.length + 1);

/** The name of a case's stream. */
export const streamOf = (kind: Readonly<{ name: string }>, caseId: string): string => `${kind.name}-${caseId}`;

export const handle =
  ({ journal, keys, maxTries = 8 }: HandleEnv) =>
  <C extends Command, Ev extends DomainEvent, S, R extends string>(kind: CaseKind<C, Ev, S, R>) =>
  (stream: string, command: C): Handled<Ev, S, R> => {
    const caseId = caseOf(kind, stream);
    const today = dayOf(command.at);
    const record = keepCommand(command, kind.commands.keep(command), kind.law.at({ on: today, knownOn: today }).id);

    const repeatOf = (loaded: Loaded<Ev, S>): TE.TaskEither<Fault, Committed<Ev, S> | undefined> => {
      const commit = loaded.stored.filter(({ causation }) => causation === command.id);
      const [first] = commit;
      if (first === undefined) return TE.right(undefined);
      return pipe(
        sealed(keys, caseId, first.id, record),
        TE.flatMapEither((now) =>
          isRecordOf(first, command, now)
            ? E.right(answerAgain(stream, loaded, commit))
            : E.left<Fault>({ kind: 'CommandIdReused', stream, command: command.id }),
        ),
      );
    };

    /** Until the head has moved, what was sent may still land: whatever fails meanwhile, the outcome stays unknown. */
    const settle = (
      batch: Batch<Ev>,
      head: number | null,
      unknown: OutcomeUnknown,
      triesLeft: number,
    ): Handled<Ev, S, R> =>
      pipe(
        load(journal, kind, stream),
        TE.mapLeft((): Fault | OutcomeUnknown => unknown),
        TE.flatMap((loaded) =>
          loaded.head === head ? write(batch, loaded, triesLeft - 1, unknown) : goOn(loaded, triesLeft - 1, unknown),
        ),
      );

    const write = (
      batch: Batch<Ev>,
      loaded: Loaded<Ev, S>,
      triesLeft: number,
      doubt?: OutcomeUnknown,
    ): Handled<Ev, S, R> =>
      pipe(
        journal.append(stream, loaded.head === null ? 'none' : { exact: loaded.head }, batch.sealed),
        TE.map(({ revision }) => {
          const state = batch.events.reduce(kind.decider.evolve, loaded.state);
          return E.right({ stream, revision, events: batch.events, state, repeated: false });
        }),
        TE.orElse((problem): Handled<Ev, S, R> => {
          if (problem.kind === 'Conflict') {
            return triesLeft > 0 ? attempt(triesLeft - 1) : TE.left({ kind: 'Contended', stream, tries: maxTries });
          }
          if (problem.kind !== 'OutcomeUnknown') return TE.left(doubt ?? problem);
          return triesLeft > 0 ? settle(batch, loaded.head, problem, triesLeft) : TE.left(problem);
        }),
      );

    const decideOn = (loaded: Loaded<Ev, S>, triesLeft: number): Handled<Ev, S, R> => {
      const late = clockBehind(command, loaded) ?? stale(kind, command, loaded);
      if (late !== undefined) return TE.left(late);
      const decided = kind.decider.decide(command, loaded.state);
      if (E.isLeft(decided)) return TE.right(decided);
      return pipe(
        prepareBatch(keys, kind.events, command, caseId, record, decided.right),
        TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
        TE.flatMap((batch) => write(batch, loaded, triesLeft)),
      );
    };

    const goOn = (loaded: Loaded<Ev, S>, triesLeft: number, doubt?: OutcomeUnknown): Handled<Ev, S, R> =>
      pipe(
        repeatOf(loaded),
        TE.mapLeft((fault): Fault | OutcomeUnknown => (fault.kind === 'Unavailable' ? (doubt ?? fault) : fault)),
        TE.flatMap((repeat) => (repeat === undefined ? decideOn(loaded, triesLeft) : TE.right(E.right(repeat)))),
      );

    const attempt = (triesLeft: number): Handled<Ev, S, R> =>
      pipe(
        load(journal, kind, stream),
        TE.flatMap((loaded) => goOn(loaded, triesLeft)),
      );

    return attempt(maxTries);
  };

const answerAgain = <Ev, S>(
  stream: string,
  loaded: Loaded<Ev, S>,
  commit: readonly StoredEvent[],
): Committed<Ev, S> => {
  const revisions = commit.map(({ revision }) => revision);
  const events = revisions.flatMap((revision) => loaded.eventAt.get(revision) ?? []) as unknown as NonEmpty<Ev>;
  return { stream, revision: Math.max(...revisions), events, state: loaded.state, repeated: true };
};

const clockBehind = <Ev, S>({ at }: Command, { stored }: Loaded<Ev, S>): Fault | undefined => {
  const last = stored[stored.length - 1]?.occurredAt;
  return last !== undefined && at < last ? { kind: 'ClockBehind', at, last } : undefined;
};

const stale = <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  { seen = {} }: Command,
  { eventAt }: Loaded<Ev, S>,
): Fault | undefined => {
  for (const [leg, revision] of Object.entries(seen)) {
    for (const [at, event] of eventAt) {
      if (at > revision && kind.legOf(event) === leg) return { kind: 'Stale', leg, seen: revision, actual: at };
    }
  }
  return undefined;
};
