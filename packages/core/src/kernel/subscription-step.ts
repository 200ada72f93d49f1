/** What a subscription makes of each thing it hears. Pure; what it does next of itself stands in subscription-drive.ts. */
import type { Instant } from '../values/plain-date.js';
import type { FeedPage } from './journal.js';
import type {
  HandlingFailure,
  Port,
  PortFailure,
  Signal,
  Stepped,
  SubscriptionEffect,
  SubscriptionInput,
  SubscriptionRules,
  SubscriptionState,
  Work,
} from './subscription.js';
import { drive } from './subscription-drive.js';
import type { LastError } from './view-store.js';

type Heard = Readonly<{ state: SubscriptionState; effects?: readonly SubscriptionEffect[] }>;

const tell = ({ round }: SubscriptionState, signal: Signal): SubscriptionEffect => ({ do: 'tell', round, signal });
const wait = ({ round }: SubscriptionState, timer: string, ms: number): SubscriptionEffect => ({
  do: 'wait',
  round,
  timer,
  ms,
});
const instantOf = (now: number): Instant => new Date(now).toISOString() as Instant;

const free = (state: SubscriptionState, port: Port): SubscriptionState => {
  const { [port]: _, ...pending } = state.pending;
  return { ...state, pending };
};

/** Puts everything in hand down and begins a new round: what was done and not saved is done again. */
const startOver = (state: SubscriptionState): SubscriptionState => ({
  ...state,
  phase: state.rules.lease === null ? 'loading' : 'leasing',
  round: state.round + 1,
  open: [],
  saving: null,
  pending: {},
  woken: false,
  end: false,
  live: false,
  leaseUntil: null,
});

const takenOver = (state: SubscriptionState): Heard => ({
  state: startOver(state),
  effects: [tell(state, { is: 'taken-over' })],
});

const patience = ({ patience: waits }: SubscriptionRules, troubles: number): number =>
  waits[Math.min(troubles, waits.length) - 1] ?? 1000;

/** A port that did not serve is asked again, less and less often; one that never will ends the subscription. */
const troubled = (state: SubscriptionState, port: Port, { reason, again, stale }: PortFailure): Heard => {
  if (stale === true) return takenOver(state);
  const told = tell(state, { is: 'trouble', port, reason });
  if (!again) {
    const ending = state.ending ?? { why: 'failed' as const, reason };
    return { state: { ...free(state, port), saving: null, ending }, effects: [told] };
  }
  if (state.ending !== null) return { state: { ...free(state, port), saving: null }, effects: [told] };
  const troubles = state.troubles + 1;
  return {
    state: { ...state, troubles, pending: { ...state.pending, [port]: 'troubled' } },
    effects: [told, wait(state, `again/${port}`, patience(state.rules, troubles))],
  };
};

/** Begins to run from a position. One that is not kept yet is kept before anything else is. */
const runFrom = (state: SubscriptionState, at: string | null, kept: string | null): SubscriptionState => {
  const place: Work = {
    id: state.nextId,
    events: [],
    to: at ?? '',
    attempts: 0,
    status: state.rules.hand.by === 'event' ? 'done' : 'waiting',
  };
  return {
    ...state,
    phase: 'running',
    at,
    kept,
    reached: { to: kept, events: 0, parked: [] },
    open: at === kept ? [] : [place],
    nextId: state.nextId + 1,
  };
};

const saved = (state: SubscriptionState): SubscriptionState => ({
  ...free(state, 'save'),
  kept: state.saving?.to ?? state.kept,
  saving: null,
});

const loaded = (before: SubscriptionState, checkpoint: string | null): Heard => {
  const state = { ...free(before, 'load'), troubles: 0 };
  if (state.phase === 'running') {
    // Looked up because a save did not answer: done, not done, or another instance went on.
    if (state.saving === null) return { state };
    if (checkpoint === state.kept) {
      const again = { do: 'save', round: state.round, expected: state.kept, saving: state.saving } as const;
      return { state, effects: [again] };
    }
    return checkpoint === state.saving.to ? { state: saved(state) } : takenOver(state);
  }
  if (state.phase !== 'loading') return { state };
  if (checkpoint !== null) return { state: runFrom(state, checkpoint, checkpoint) };
  const { begin } = state.rules;
  if (begin === 'now') return { state: { ...state, phase: 'placing' } };
  return { state: runFrom(state, begin === 'start' ? null : begin.after, null) };
};

const workOf = ({ rules, nextId, at }: SubscriptionState, { events, next }: FeedPage): readonly Work[] => {
  const piece = (index: number, some: Work['events'], to: string, status: Work['status']): Work => ({
    id: nextId + index,
    events: some,
    to,
    attempts: 0,
    status,
  });
  if (rules.hand.by === 'page') return events.length === 0 && next === at ? [] : [piece(0, events, next, 'waiting')];
  const each = events.map((event, index) => piece(index, [event], event.position, 'waiting'));
  const last = events.at(-1)?.position ?? at;
  // What the filter let pass by is passed too.
  return next === last ? each : [...each, piece(each.length, [], next, 'done')];
};

const sameHeld = (one: SubscriptionState['held'], other: SubscriptionState['held']): boolean =>
  one?.by === other?.by && one?.since === other?.since;

const arrived = (before: SubscriptionState, page: FeedPage): Heard => {
  if (!page.end && page.events.length === 0 && page.next === before.at) {
    return troubled(before, 'read', { reason: 'no-headway', again: true });
  }
  const work = workOf(before, page);
  const held = page.held ?? null;
  const rests = page.end && !before.woken;
  const state: SubscriptionState = {
    ...free(before, 'read'),
    at: page.next,
    open: [...before.open, ...work],
    nextId: before.nextId + work.length,
    troubles: 0,
    end: page.end,
    live: before.live && page.end,
    held,
  };
  const effects = [
    ...(sameHeld(held, before.held) ? [] : [tell(state, { is: 'held', held })]),
    ...(rests ? [wait(state, 'poll', state.rules.poll)] : []),
  ];
  return { state: rests ? { ...state, pending: { ...state.pending, read: 'polling' } } : state, effects };
};

const change = (state: SubscriptionState, id: number, to: Partial<Work>): SubscriptionState => ({
  ...state,
  open: state.open.map((work) => (work.id === id ? { ...work, ...to } : work)),
});

const handled = (state: SubscriptionState, id: number): SubscriptionState => {
  const work = state.open.find((one) => one.id === id);
  const done = change(state, id, { status: 'done' });
  // A handler of whole pages has kept the checkpoint with what it did.
  return state.rules.hand.by === 'page' && work !== undefined ? { ...done, kept: work.to } : done;
};

const lastError = (work: Work, reason: string, now: number, outcome: LastError['outcome']): LastError => ({
  reason,
  position: work.events[0]?.position ?? work.to,
  at: instantOf(now),
  outcome,
});

/** Puts an event aside: it counts as done, and stands among the parked with the reason. */
const park = (state: SubscriptionState, work: Work, reason: string, now: number): Heard => {
  const [event] = work.events;
  if (event === undefined) return { state: change(state, work.id, { status: 'done' }) };
  const { position, stream, revision, type } = event;
  const parked = { position, stream, revision, type, reason, attempts: work.attempts, at: instantOf(now) };
  return {
    state: { ...change(state, work.id, { status: 'done', parked }), error: lastError(work, reason, now, 'parked') },
    effects: [tell(state, { is: 'parked', parked })],
  };
};

const failed = (before: SubscriptionState, id: number, failure: HandlingFailure, now: number): Heard => {
  const work = before.open.find((one) => one.id === id);
  if (failure.stale === true || work === undefined) return takenOver(before);
  const { reason, again } = failure;
  const { rules } = before;
  const state = change(before, id, { status: 'resting' });
  const told = tell(state, { is: 'trouble', port: 'handler', reason });
  const byEvent = rules.hand.by === 'event';
  const ms = byEvent ? rules.retries[work.attempts - 1] : patience(rules, work.attempts);
  if (again && ms !== undefined) {
    const error = byEvent ? lastError(work, reason, now, 'retried') : null;
    return { state: { ...state, error }, effects: [told, wait(state, `work/${id}`, ms)] };
  }
  if (byEvent && rules.onFailure === 'park') return park(state, work, reason, now);
  const error = byEvent ? lastError(work, reason, now, 'stopped') : null;
  return { state: { ...state, error, ending: { why: 'failed', reason } }, effects: [told] };
};

const rang = (state: SubscriptionState, timer: string): Heard => {
  if (timer === 'poll') return { state: state.pending.read === 'polling' ? free(state, 'read') : state };
  if (timer === 'lease') {
    if (state.pending.lease !== undefined || state.leaseUntil === null) return { state };
    const asked = { ...state, pending: { ...state.pending, lease: 'asked' as const } };
    return { state: asked, effects: [{ do: 'lease', round: state.round }] };
  }
  const [what, which = ''] = timer.split('/');
  if (what === 'work') return { state: change(state, Number(which), { status: 'waiting' }) };
  if (which === 'save') {
    const looking = { ...state, pending: { ...state.pending, load: 'asked' as const } };
    return { state: looking, effects: [{ do: 'load', round: state.round }] };
  }
  return { state: state.pending[which as Port] === 'troubled' ? free(state, which as Port) : state };
};

const leaseTaken = (before: SubscriptionState, until: number): Heard => {
  const state = { ...free(before, 'lease'), leaseUntil: until, troubles: 0 };
  return {
    state: state.phase === 'leasing' ? { ...state, phase: 'loading' } : state,
    effects: [wait(state, 'lease', (state.rules.lease ?? 0) / 3)],
  };
};

const leaseRefused = (state: SubscriptionState, until: number, now: number): Heard => {
  if (state.phase !== 'leasing') return takenOver(state);
  return {
    state: { ...state, pending: { ...state.pending, lease: 'troubled' } },
    effects: [tell(state, { is: 'standing-by', until }), wait(state, 'again/lease', Math.max(1, until - now))],
  };
};

const portFailed = (state: SubscriptionState, port: Port, failure: PortFailure): Heard => {
  // A lease that could not be extended runs on until its end.
  if (port === 'lease' && state.leaseUntil !== null && failure.again) {
    return { state: free(state, port), effects: [wait(state, 'lease', (state.rules.lease ?? 0) / 3)] };
  }
  return troubled(state, port === 'load' && state.saving !== null ? 'save' : port, failure);
};

const react = (state: SubscriptionState, input: SubscriptionInput): Heard => {
  switch (input.type) {
    case 'start':
      return state.phase === 'new' ? { state: startOver(state) } : { state };
    case 'stop':
      return { state: { ...state, ending: state.ending ?? { why: 'asked' } } };
    case 'woke':
      return { state: state.pending.read === 'polling' ? free(state, 'read') : { ...state, woken: true } };
    case 'leased':
      return leaseTaken(state, input.until);
    case 'lease-refused':
      return leaseRefused(state, input.until, input.now);
    case 'loaded':
      return loaded(state, input.checkpoint);
    case 'placed':
      return { state: { ...runFrom(free(state, 'place'), input.position, null), troubles: 0 } };
    case 'page':
      return arrived(state, input.page);
    case 'handled':
      return { state: handled(state, input.id) };
    case 'handling-failed':
      return failed(state, input.id, input.failure, input.now);
    case 'saved':
      return { state: { ...saved(state), troubles: 0 } };
    case 'port-failed':
      return portFailed(state, input.port, input.failure);
    case 'rang':
      return rang(state, input.timer);
  }
};

const isAnswer = ({ type }: SubscriptionInput): boolean => type !== 'start' && type !== 'stop' && type !== 'woke';

/** The state after something was heard, and what is to be done. After the end nothing is done any more. */
export const step = (before: SubscriptionState, input: SubscriptionInput): Stepped => {
  const ended = input.type === 'handled' || input.type === 'handling-failed';
  const state = ended ? { ...before, busy: before.busy - 1 } : before;
  if (state.phase === 'ended') return [state, []];
  const ranOut = state.leaseUntil !== null && input.now >= state.leaseUntil;
  const begun: Heard = ranOut ? takenOver(state) : { state };
  const late = isAnswer(input) && input.round !== begun.state.round;
  const heard = late ? { state: begun.state } : react(begun.state, input);
  const [after, effects] = drive(heard.state);
  return [after, [...(begun.effects ?? []), ...(heard.effects ?? []), ...effects]];
};
