/**
 * A resumable subscription (theo dõi sổ sự kiện) as a state machine: `step` takes what has just happened and answers what is
 * to be done next. It reads no clock and touches no port; a driver does that (see subscription-driver.ts). An event is
 * handed over at least once, each stream's in order, and the checkpoint is never ahead of work that is done.
 */
import type { StoredEvent } from './envelope.js';
import type { FeedPage, Held } from './journal.js';
import type { LastError, Parked } from './view-store.js';

/** Where to begin when no checkpoint is kept; `after` is exclusive. */
export type Begin = 'start' | 'now' | Readonly<{ after: string }>;

export type SubscriptionRules = Readonly<{
  begin: Begin;
  /** Most events read at once; never more than twice as many wait. */
  page: number;
  /**
   * `event`: each on its own, so many at once, and the machine keeps the checkpoint. `page`: each page whole, one after
   * another, and the handler keeps the checkpoint with what it does.
   */
  hand: Readonly<{ by: 'event'; atOnce: number }> | Readonly<{ by: 'page' }>;
  /** Milliseconds before each further try of an event; when they are used up, `onFailure`. */
  retries: readonly number[];
  onFailure: 'park' | 'stop';
  /** Milliseconds before a journal or store that did not serve is asked again; the last one is for all further times. */
  patience: readonly number[];
  /** Milliseconds after which the feed is asked though nobody said that anything came. */
  poll: number;
  /** Milliseconds for which this instance is the only one; `null` where nobody else can be. */
  lease: number | null;
  /** Ends when it has caught up, instead of waiting for more. */
  once: boolean;
}>;

/** A piece of work: one event, a page of them, or no event and only a place to go on from. */
export type Work = Readonly<{
  id: number;
  events: readonly StoredEvent[];
  to: string;
  attempts: number;
  status: 'waiting' | 'handed' | 'resting' | 'done';
  parked?: Parked;
}>;

/** What is done from the checkpoint on without a gap: up to where, how many events, and which were put aside. */
export type Reached = Readonly<{ to: string | null; events: number; parked: readonly Parked[] }>;

/** Why a subscription ended. A reason is a code. */
export type Ending = Readonly<{ why: 'asked' | 'caught-up' | 'failed'; reason?: string }>;

export type Port = 'lease' | 'load' | 'place' | 'read' | 'save';

export type SubscriptionState = Readonly<{
  rules: SubscriptionRules;
  phase: 'new' | 'leasing' | 'loading' | 'placing' | 'running' | 'ended';
  /** Answers to what was asked in an earlier round say nothing in this one. */
  round: number;
  /** How far the feed was read. */
  at: string | null;
  /** The checkpoint as it is kept, what is done beyond it, and what is being saved. */
  kept: string | null;
  reached: Reached;
  saving: (Reached & Readonly<{ error: LastError | null }>) | null;
  /** Work in the order of the feed; what is done at its front leaves it. */
  open: readonly Work[];
  /** Handlers that are at work, those of earlier rounds included. */
  busy: number;
  nextId: number;
  /** What is under way at each port, or waits for its timer. */
  pending: Readonly<Partial<Record<Port, 'asked' | 'polling' | 'troubled'>>>;
  troubles: number;
  /** Somebody said that something came while the feed was being read. */
  woken: boolean;
  /** The last page was the end of the feed. */
  end: boolean;
  live: boolean;
  held: Held | null;
  /** To be kept with the next checkpoint. */
  error: LastError | null;
  leaseUntil: number | null;
  ending: Ending | null;
}>;

export type SubscriptionInput = Readonly<{ now: number; round: number }> &
  (
    | Readonly<{ type: 'start' | 'woke' | 'stop' }>
    | Readonly<{ type: 'leased'; until: number }>
    | Readonly<{ type: 'lease-refused'; until: number }>
    | Readonly<{ type: 'loaded'; checkpoint: string | null }>
    | Readonly<{ type: 'placed'; position: string }>
    | Readonly<{ type: 'page'; page: FeedPage }>
    | Readonly<{ type: 'handled'; id: number }>
    | Readonly<{ type: 'handling-failed'; id: number; failure: HandlingFailure }>
    | Readonly<{ type: 'saved' }>
    | Readonly<{ type: 'port-failed'; port: Port; failure: PortFailure }>
    | Readonly<{ type: 'rang'; timer: string }>
  );

/** `stale`: another instance went on from here. A failed save is always looked at before it is tried again. */
export type PortFailure = Readonly<{ reason: string; again: boolean; stale?: true }>;
/** `stale`: another instance took this over, so what is in hand is put down and looked at anew. */
export type HandlingFailure = Readonly<{ reason: string; again: boolean; stale?: true }>;

export type SubscriptionEffect = Readonly<{ round: number }> &
  (
    | Readonly<{ do: 'lease' | 'release' | 'load' | 'place' }>
    | Readonly<{ do: 'read'; after: string | null; limit: number }>
    | Readonly<{ do: 'hand'; work: Work; expected: string | null }>
    | Readonly<{ do: 'save'; expected: string | null; saving: Reached & Readonly<{ error: LastError | null }> }>
    | Readonly<{ do: 'wait'; timer: string; ms: number }>
    | Readonly<{ do: 'tell'; signal: Signal }>
  );

/** What a subscription says of itself. No signal carries what an event says. */
export type Signal =
  | Readonly<{ is: 'caught-up'; position: string | null; held?: Held }>
  | Readonly<{ is: 'held'; held: Held | null }>
  | Readonly<{ is: 'trouble'; port: Port | 'handler'; reason: string }>
  | Readonly<{ is: 'parked'; parked: Parked }>
  | Readonly<{ is: 'standing-by'; until: number }>
  | Readonly<{ is: 'taken-over' }>
  | Readonly<{ is: 'ended'; ending: Ending }>;

/** What a step comes to: the state after it, and what is to be done. */
export type Stepped = readonly [SubscriptionState, readonly SubscriptionEffect[]];

export const newSubscription = (rules: SubscriptionRules): SubscriptionState => ({
  rules,
  phase: 'new',
  round: 0,
  at: null,
  kept: null,
  reached: { to: null, events: 0, parked: [] },
  saving: null,
  open: [],
  busy: 0,
  nextId: 1,
  pending: {},
  troubles: 0,
  woken: false,
  end: false,
  live: false,
  held: null,
  error: null,
  leaseUntil: null,
  ending: null,
});
