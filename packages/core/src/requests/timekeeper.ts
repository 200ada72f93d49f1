/**
 * The timekeeper (bộ giữ giờ): fires what the law's days bring about, each timer once, also those that fell due while it was
 * off (R60). It decides nothing: a timer is a command of the case, and what has come true meanwhile is told by its refusal.
 */
import { E, type Either, type TE } from '../fp.js';
import {
  type CaseKind,
  type Command,
  caseOf,
  type DomainEvent,
  type Fault,
  type HandleEnv,
  handle,
  load,
} from '../kernel/index.js';
import type { Instant } from '../values/plain-date.js';

/** A command that falls due. Its id follows from the case and the timer, so that firing twice writes once. */
export type Timer<C extends Command> = Readonly<{ id: string; at: Instant; command: C }>;

export type TimekeeperEnv<C extends Command, Ev extends DomainEvent, S, R extends string> = HandleEnv &
  Readonly<{
    kind: CaseKind<C, Ev, S, R>;
    /** The timers that run in a case as it stands. */
    timers: (state: S, caseId: string) => readonly Timer<C>[];
    /** Cases looked at or fired at once. */
    atOnce?: number;
  }>;

export type Ticked = Readonly<{
  fired: number;
  /** Timers that had nothing left to say. */
  idle: number;
  /** When the next timer falls due, as the cases stand now. */
  nextWakeAt?: Instant;
}>;

export type Timekeeper = Readonly<{ step: (now: Instant) => TE.TaskEither<Fault, Ticked> }>;

export const createTimekeeper = <C extends Command, Ev extends DomainEvent, S, R extends string>({
  kind,
  timers,
  atOnce = 64,
  ...env
}: TimekeeperEnv<C, Ev, S, R>): Timekeeper => {
  /** The timers that run in each case, and the revision they were read at. */
  const running = new Map<string, Readonly<{ head: number | null; timers: readonly Timer<C>[] }>>();
  const changed = new Set<string>();
  /** Timers that had nothing to say, and at which revision; they are asked again once their case has moved on. */
  const idle = new Map<string, number | null>();
  let after: string | undefined;

  const follow = async (): Promise<Either<Fault, void>> => {
    for (;;) {
      const page = await env.journal.feed({ streamPrefix: `${kind.name}-`, ...(after !== undefined && { after }) })();
      if (E.isLeft(page)) return page;
      for (const { stream } of page.right.events) changed.add(stream);
      after = page.right.next;
      if (page.right.end) return E.right(undefined);
    }
  };

  /** A case that cannot be read keeps its place among the changed, and holds nobody else up. */
  const look = async (stream: string): Promise<void> => {
    const loaded = await load(env.journal, kind, stream)();
    if (E.isLeft(loaded)) return;
    changed.delete(stream);
    const { head, state } = loaded.right;
    const left = timers(state, caseOf(kind, stream)).filter(({ command }) => idle.get(command.id) !== head);
    if (left.length > 0) running.set(stream, { head, timers: left });
    else running.delete(stream);
  };

  const fire = async (stream: string, now: Instant): Promise<Pick<Ticked, 'fired' | 'idle'>> => {
    const came = { fired: 0, idle: 0 };
    const { head = null, timers: own = [] } = running.get(stream) ?? {};
    for (const { at, command } of own) {
      if (at > now) continue;
      const done = await handle(env)(kind)(stream, { ...command, at: now })();
      if (E.isLeft(done)) return came;
      if (E.isLeft(done.right)) {
        idle.set(command.id, head);
        came.idle += 1;
      } else if (!done.right.right.repeated) came.fired += 1;
      changed.add(stream);
    }
    return came;
  };

  const inTurns = async <T>(streams: readonly string[], work: (stream: string) => Promise<T>): Promise<T[]> => {
    const done: T[] = [];
    for (let from = 0; from < streams.length; from += atOnce) {
      done.push(...(await Promise.all(streams.slice(from, from + atOnce).map(work))));
    }
    return done;
  };

  const step = async (now: Instant): Promise<Either<Fault, Ticked>> => {
    const followed = await follow();
    if (E.isLeft(followed)) return followed;
    await inTurns([...changed].sort(), look);
    const due = [...running].filter(([, own]) => own.timers.some(({ at }) => at <= now)).map(([stream]) => stream);
    const came = await inTurns(due.sort(), (stream) => fire(stream, now));
    // What has just fired may have set other timers.
    await inTurns([...changed].sort(), look);
    const waiting = [...running.values()].flatMap((own) => own.timers.map(({ at }) => at)).filter((at) => at > now);
    const [next] = waiting.sort();
    return E.right({
      fired: came.reduce((sum, { fired }) => sum + fired, 0),
      idle: came.reduce((sum, { idle: quiet }) => sum + quiet, 0),
      ...(next !== undefined && { nextWakeAt: next }),
    });
  };

  return { step: (now) => () => step(now) };
};
