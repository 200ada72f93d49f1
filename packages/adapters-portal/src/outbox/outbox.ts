/**
 * The outbox of one target (hộp thư đi): follows the journal from its own checkpoint and tells its target, whatever becomes of
 * the others. Hearing and telling are two hands: a target that is away keeps nobody from hearing, and nothing is forgotten.
 */
import type { Clock, Fault, Instant, Journal } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import { follow, type Signal, type Subscription, type Timers, type ViewStore } from '@lienthong/core/subscriptions';
import { type History, historyOf } from '../status/history.js';
import type { Audience } from '../status/views.js';
import { type CaseRow, type Patience, WAITING, went } from './case-row.js';
import type { Deliver, Trouble } from './delivery.js';
import { loadOf, messagesIn, type Telling } from './loading.js';
import { type OutboxFault, type Place, placeOf } from './place.js';
import { type Batches, type CaseLoad, playRound } from './round.js';

export type Target = Readonly<{
  /** Lower-case letters, digits and hyphens. */
  name: string;
  audience: Audience;
  deliver: Deliver;
}>;

export type OutboxRules = Patience &
  Readonly<{
    batches: Batches;
    /** Cases looked at in one round. */
    cases: number;
    /** Milliseconds between two looks at an idle journal, and at cases that wait. */
    poll: number;
    /** Milliseconds before a target that did not serve is tried again; the last one is for all further times. */
    troubles: readonly number[];
    /** Milliseconds after which another instance may take over; `null` where there is no other. */
    lease: number | null;
  }>;

export const OUTBOX_RULES: OutboxRules = {
  failures: 5,
  pauses: [1_000, 10_000, 60_000, 600_000],
  batches: { events: 100, bytes: 500_000 },
  cases: 200,
  poll: 1_000,
  troubles: [1_000, 5_000, 30_000, 120_000],
  lease: 30_000,
};

export type OutboxEnv = Readonly<{
  journal: Journal;
  views: ViewStore;
  law: LawBook;
  clock: Clock;
  timers: Timers;
  /** This very instance, among those that might run: a coded name. */
  holder: string;
  target: Target;
  /** Shared by the targets of one process; each has its own unless said. */
  history?: History;
  rules?: Partial<OutboxRules>;
  onSignal?: (signal: Signal | OutboxSignal) => void;
}>;

/** What an outbox says of itself: codes and counts, never what an event says. */
export type OutboxSignal =
  | Readonly<{ is: 'told'; target: string; events: number }>
  | Readonly<{ is: 'target-away'; target: string; reason: string }>
  | Readonly<{ is: 'case-parked'; target: string; stream: string; reason: string }>;

/** What a round came to: whether more waits now, when the next case is due, and whether the target was away. */
export type Told = Readonly<{ sent: number; more: boolean; dueAt: Instant | null; trouble?: Trouble }>;

export type Outbox = Readonly<{
  place: Place;
  telling: Telling;
  /** Hears what is new, until it has caught up or until stopped. */
  hear: (once: boolean) => Subscription;
  /** One round: tells what waits and may be told now. */
  tell: () => Promise<Either<OutboxFault, Told>>;
  rules: OutboxRules;
}>;

type Loads = Readonly<{ loads: readonly CaseLoad[]; unreadable: readonly string[] }>;

const loadsOf = async (telling: Telling, rows: ReadonlyMap<string, CaseRow>): Promise<Either<Fault, Loads>> => {
  const loads: CaseLoad[] = [];
  const unreadable: string[] = [];
  for (const [stream, row] of rows) {
    const messages = await messagesIn(telling, stream);
    if (E.isRight(messages)) loads.push(loadOf(stream, row, messages.right.messages));
    else if (messages.left === 'Unreadable') unreadable.push(stream);
    else return E.left(messages.left);
  }
  return E.right({ loads, unreadable });
};

const hearing = ({ journal, clock, timers, onSignal }: OutboxEnv, place: Place, rules: OutboxRules, once: boolean) =>
  follow({
    journal,
    clock,
    timers,
    keeper: place.keeper,
    handle: place.take,
    rules: {
      begin: 'start',
      page: 500,
      hand: { by: 'page' },
      retries: [],
      onFailure: 'stop',
      patience: rules.troubles,
      poll: rules.poll,
      lease: rules.lease,
      once,
    },
    ...(onSignal === undefined ? {} : { onSignal }),
  });

export const outboxOf = (env: OutboxEnv): Outbox => {
  const { journal, views, law, clock, holder, target, onSignal } = env;
  const rules = { ...OUTBOX_RULES, ...env.rules };
  const place = placeOf({ views, target: target.name, holder });
  const telling: Telling = { history: env.history ?? historyOf(journal, law), audience: target.audience };

  /** Cases that wait and are due, so many at most; and when the first of the others will be. */
  const due = async (
    now: Instant,
  ): Promise<Either<OutboxFault, readonly [Map<string, CaseRow>, boolean, Instant | null]>> => {
    const ready = new Map<string, CaseRow>();
    let [after, dueAt] = ['', null as Instant | null];
    for (;;) {
      const marked = await place.marked(WAITING, after, rules.cases)();
      if (E.isLeft(marked)) return marked;
      const rows = await place.rows(marked.right)();
      if (E.isLeft(rows)) return rows;
      for (const [stream, row] of rows.right) {
        if (row.notBefore !== null && row.notBefore > now) {
          if (dueAt === null || row.notBefore < dueAt) dueAt = row.notBefore;
        } else if (ready.size < rules.cases) ready.set(stream, row);
        else return E.right([ready, true, dueAt]);
      }
      if (marked.right.length < rules.cases) return E.right([ready, false, dueAt]);
      after = marked.right.at(-1) ?? after;
    }
  };

  const tell = async (): Promise<Either<OutboxFault, Told>> => {
    const now = clock.now();
    const found = await due(now);
    if (E.isLeft(found)) return found;
    const [rows, more, dueAt] = found.right;
    if (rows.size === 0) return E.right({ sent: 0, more: false, dueAt });
    const loaded = await loadsOf(telling, rows);
    if (E.isLeft(loaded)) return loaded;
    const round = await playRound(target.deliver, loaded.right.loads, rules.batches);
    const came = new Map(round.went);
    for (const stream of loaded.right.unreadable) came.set(stream, { taken: -1, attempt: 0, failed: 'Unreadable' });
    const { trouble, sent } = round;
    const error = trouble && { reason: trouble.reason, at: clock.now(), outcome: 'retried' as const };
    const kept = await place.change(
      [...came.keys()],
      (row, stream) => {
        const how = came.get(stream);
        return how === undefined ? row : went(row, how, clock.now(), rules);
      },
      error,
    )();
    if (E.isLeft(kept)) return kept;
    if (sent > 0) onSignal?.({ is: 'told', target: target.name, events: sent });
    if (trouble) onSignal?.({ is: 'target-away', target: target.name, reason: trouble.reason });
    for (const [stream, row] of kept.right)
      if (row.parked) onSignal?.({ is: 'case-parked', target: target.name, stream, reason: row.reason ?? 'unknown' });
    return E.right({ sent, more, dueAt, ...(trouble === undefined ? {} : { trouble }) });
  };

  return { place, telling, rules, hear: (once) => hearing(env, place, rules, once), tell };
};
