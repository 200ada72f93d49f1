/**
 * The writer. What callers ask within one turn is one group and, most often, one statement: the appends of a stream are
 * judged and linked here, on the head as it was last seen, and the database writes them if that head still stands. What
 * cannot go that way (a conflict, a repeat, a stream that others write to) leaves the group and is settled by itself, so
 * that nobody waits for it.
 */
import {
  type Clock,
  type Fault,
  type NewEvent,
  type StoredEvent,
  type Unavailable,
  unavailable,
} from '@lienthong/core';
import type { Linked } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { bytes, uuids } from './binary-array.js';
import type { Database } from './connection.js';
import { type Failure, faultOf, isCollision, SYSTEM, writeFaultOf } from './failure.js';
import type { Heads } from './heads.js';
import { type Append, isPlain, type Known, plan } from './plan.js';
import { eventOf } from './rows.js';
import {
  type Answer,
  type Answers,
  answersOf,
  chunks,
  failed,
  type Places,
  type Planned,
  placesOf,
  questionOf,
  type Run,
  runsOf,
} from './runs.js';
import type { Statements } from './statements.js';

export type WriterOptions = Readonly<{
  database: Database;
  statements: Statements;
  heads: Heads;
  clock: Clock;
  verify: boolean;
  patience: number;
  /** Something was written. */
  wrote: () => void;
}>;

/** How long a writer that met another steps back: up to so many milliseconds more each time. */
const STEP_BACK_MS = 4;

const NOTHING: ReadonlyMap<string, StoredEvent> = new Map();
const corrupt = unavailable(SYSTEM, 'corrupt', false);

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** Answers each append of a group; the promise of an answer where it leaves the group. Never rejects. */
export const writer = (options: WriterOptions): ((group: readonly Append[]) => Promise<readonly Promise<Answer>[]>) => {
  const { database, statements, heads, clock, verify, patience, wrote } = options;

  /** Looks up what is known of streams, and what stands there under the ids that are to be written. */
  const look = async (runs: readonly Run[], ids: boolean): Promise<Either<Unavailable, readonly Known[]>> => {
    const asked = runs.flatMap(({ digest, appends }, index) =>
      ids ? appends.flatMap(({ events }) => events.map(({ id }) => ({ digest, id, index }))) : [],
    );
    const found = await database.ask(statements.heads, [bytes(runs.map(({ digest }) => digest))]);
    if (E.isLeft(found)) return E.left(faultOf(found.left));
    const known = runs.map(() => ({
      head: undefined as StoredEvent | undefined,
      standing: new Map<string, StoredEvent>(),
    }));
    for (const [nth, ...row] of found.right) {
      const [run, place] = [runs[Number(nth) - 1], known[Number(nth) - 1]];
      const head = eventOf(row, verify, run?.stream);
      if (head === undefined || place === undefined) return E.left(corrupt);
      place.head = head;
    }
    const there = asked.filter(({ index }) => known[index]?.head !== undefined);
    if (there.length === 0) return E.right(known);
    const values = [bytes(there.map(({ digest }) => digest)), uuids(there.map(({ id }) => id))];
    const stood = await database.ask(statements.standing, values);
    if (E.isLeft(stood)) return E.left(faultOf(stood.left));
    for (const [nth, ...row] of stood.right) {
      const index = there[Number(nth) - 1]?.index ?? -1;
      const event = eventOf(row, verify, runs[index]?.stream);
      if (event === undefined) return E.left(corrupt);
      known[index]?.standing.set(event.id, event);
    }
    return E.right(known);
  };

  const write = async (chunk: readonly Planned[]): Promise<Either<Failure, readonly (Places | undefined)[]>> => {
    const { statement, values } = questionOf(chunk, statements);
    const answered = await database.ask(statement, values);
    if (E.isLeft(answered)) {
      for (const { run } of chunk) heads.forget(run.stream);
      return answered;
    }
    const places = placesOf(answered.right, chunk.length);
    for (const [index, { run, plan: made }] of chunk.entries()) {
      const last = made.events.at(-1) as Linked<NewEvent>;
      if (places[index] === undefined) heads.forget(run.stream);
      else heads.learn(run.stream, last.event);
    }
    if (places.some((one) => one !== undefined)) wrote();
    return E.right(places);
  };

  /** Settles the appends of one stream by looking first, again and again while others are faster. */
  const settle = async (run: Run, until: number): Promise<Answers> => {
    const all = (fault: Fault): Answers => run.appends.map(() => E.left(fault));
    for (let tries = 1; ; tries += 1) {
      const known = await look([run], true);
      if (E.isLeft(known)) return all(known.left);
      const [state] = known.right as readonly [Known];
      if (state.head !== undefined) heads.learn(run.stream, state.head);
      const planned = { run, plan: plan(run.stream, run.appends, state, clock.now()) };
      if (planned.plan.events.length === 0) return answersOf(planned, new Map());
      const written = await write([planned]);
      if (E.isLeft(written) && !isCollision(written.left)) return failed(planned, writeFaultOf(written.left));
      const [places] = E.isRight(written) ? written.right : [];
      if (places !== undefined) return answersOf(planned, places);
      if (performance.now() >= until) return all({ kind: 'Contended', stream: run.stream, tries });
      await pause(Math.random() * STEP_BACK_MS * Math.min(tries, 16));
    }
  };

  /** Writes what a chunk plans; whoever was not lucky leaves the group. */
  const writeChunk = async (chunk: readonly Planned[], until: number): Promise<readonly Promise<Answers>[]> => {
    const written = await write(chunk);
    if (E.isRight(written)) {
      return chunk.map((planned, index) => {
        const places = written.right[index];
        return places === undefined ? settle(planned.run, until) : Promise.resolve(answersOf(planned, places));
      });
    }
    const fault = writeFaultOf(written.left);
    // The server refused all of it for what one of them met, so the others may still pass.
    const apart = written.left.kind === 'said' && fault.kind === 'Unavailable';
    return chunk.map((planned) => (apart ? settle(planned.run, until) : Promise.resolve(failed(planned, fault))));
  };

  const isNew = ({ appends }: Run): boolean => appends[0]?.expected === 'none';

  /** What is known or guessed of each run, by one question for those of which nothing is. */
  const guess = async (runs: readonly Run[]): Promise<Either<Unavailable, readonly Known[]>> => {
    const unknown = runs.filter((run) => heads.get(run.stream) === undefined && !isNew(run));
    const looked = unknown.length === 0 ? E.right([]) : await look(unknown, false);
    if (E.isLeft(looked)) return looked;
    const found = looked.right.values();
    return E.right(
      runs.map((run): Known => {
        const head = heads.get(run.stream);
        if (head !== undefined || isNew(run)) return { head, standing: NOTHING };
        return found.next().value ?? { head: undefined, standing: NOTHING };
      }),
    );
  };

  const answersTo = async (runs: readonly Run[]): Promise<ReadonlyMap<Run, Promise<Answers>>> => {
    const until = performance.now() + patience;
    const answers = new Map<Run, Promise<Answers>>();
    const known = await guess(runs);
    if (E.isLeft(known)) {
      for (const run of runs) answers.set(run, Promise.resolve(run.appends.map(() => E.left(known.left))));
      return answers;
    }
    const now = clock.now();
    const planned = runs.map((run, index) => ({
      run,
      plan: plan(run.stream, run.appends, known.right[index] as Known, now),
    }));
    const plain = planned.filter(({ plan: made }) => isPlain(made));
    for (const { run, plan: made } of planned) if (!isPlain(made)) answers.set(run, settle(run, until));
    for (const chunk of chunks(plain)) {
      const written = await writeChunk(chunk, until);
      for (const [index, { run }] of chunk.entries()) answers.set(run, written[index] as Promise<Answers>);
    }
    return answers;
  };

  return async (group) => {
    const runs = runsOf(group);
    const answers = await answersTo(runs);
    const place = new Map(runs.flatMap((run) => run.appends.map((append, index) => [append, { run, index }] as const)));
    return group.map(async (append): Promise<Answer> => {
      const { run, index } = place.get(append) as Readonly<{ run: Run; index: number }>;
      return ((await answers.get(run)) as Answers)[index] as Answer;
    });
  };
};
