/** What a subscription does of itself, once it has heard something: hands out work, reads on, saves, and comes to its end. */
import type { Port, Reached, SubscriptionEffect, SubscriptionState, Work } from './subscription.js';

type Do = SubscriptionEffect extends infer E ? (E extends unknown ? Omit<E, 'round'> : never) : never;
type Turn = Readonly<{ state: SubscriptionState; effects: readonly Do[] }>;
type Part = (state: SubscriptionState) => Turn;

const quiet = (state: SubscriptionState): Turn => ({ state, effects: [] });

const asking = (state: SubscriptionState, port: Port): SubscriptionState => ({
  ...state,
  pending: { ...state.pending, [port]: 'asked' },
});

/** What is done at the front leaves the row, and may be saved. */
const advance: Part = (state) => {
  const first = state.open.findIndex(({ status }) => status !== 'done');
  const done = first < 0 ? state.open : state.open.slice(0, first);
  if (done.length === 0) return quiet(state);
  const { reached } = state;
  const further: Reached = {
    to: done.at(-1)?.to ?? reached.to,
    events: reached.events + done.reduce((sum, { events }) => sum + events.length, 0),
    parked: [...reached.parked, ...done.flatMap(({ parked }) => (parked === undefined ? [] : [parked]))],
  };
  return quiet({ ...state, open: state.open.slice(done.length), reached: further });
};

/**
 * The work that may be handed out now: as much at once as the rules say, and of a stream one event after another. What waits to
 * be tried again keeps its hand, so that one at a time is the order of the feed.
 */
const next = ({ rules, open }: SubscriptionState): readonly Work[] => {
  const atOnce = rules.hand.by === 'event' ? rules.hand.atOnce : 1;
  let hands = atOnce - open.filter(({ status }) => status === 'handed' || status === 'resting').length;
  const waitsFor = new Set<string>();
  const found: Work[] = [];
  for (const work of open) {
    if (hands <= 0) break;
    if (work.status === 'done') continue;
    const stream = rules.hand.by === 'event' ? (work.events[0]?.stream ?? '') : 'pages go one by one';
    if (work.status === 'waiting' && !waitsFor.has(stream)) {
      found.push(work);
      hands -= 1;
    }
    waitsFor.add(stream);
  }
  return found;
};

const hand: Part = (state) => {
  if (state.phase !== 'running' || state.ending !== null) return quiet(state);
  const found = next(state);
  if (found.length === 0) return quiet(state);
  const ids = new Set(found.map(({ id }) => id));
  const handed = (work: Work): Work => ({ ...work, status: 'handed', attempts: work.attempts + 1 });
  return {
    state: {
      ...state,
      open: state.open.map((work) => (ids.has(work.id) ? handed(work) : work)),
      busy: state.busy + found.length,
    },
    effects: found.map((work) => ({ do: 'hand', work: handed(work), expected: state.kept })),
  };
};

const save: Part = (state) => {
  const { phase, rules, saving, reached, kept, error } = state;
  if (phase !== 'running' || rules.hand.by === 'page' || saving !== null) return quiet(state);
  if (reached.to === kept && reached.parked.length === 0 && error === null) return quiet(state);
  const taken = { ...reached, error };
  return {
    state: { ...asking(state, 'save'), saving: taken, reached: { to: reached.to, events: 0, parked: [] }, error: null },
    effects: [{ do: 'save', expected: kept, saving: taken }],
  };
};

const read: Part = (state) => {
  const { phase, rules, open, pending, ending } = state;
  const room = rules.hand.by === 'event' ? rules.page : 2;
  if (phase !== 'running' || ending !== null || pending.read !== undefined || open.length >= room) return quiet(state);
  return {
    state: { ...asking(state, 'read'), woken: false },
    effects: [{ do: 'read', after: state.at, limit: rules.page }],
  };
};

const catchUp: Part = (state) => {
  const { phase, end, open, live, saving, reached, kept, ending, at, held } = state;
  const idle = open.length === 0 && saving === null && reached.to === kept;
  if (phase !== 'running' || !end || live || !idle || ending !== null) return quiet(state);
  return {
    state: { ...state, live: true, ending: state.rules.once ? { why: 'caught-up' } : null },
    effects: [{ do: 'tell', signal: { is: 'caught-up', position: at, ...(held === null ? {} : { held }) } }],
  };
};

/** Before anything is handed out: the lease, the checkpoint, the place to begin. Handlers of an earlier round end first. */
const enter: Part = (state) => {
  const { phase, busy, pending, ending } = state;
  if (ending !== null || busy > 0) return quiet(state);
  if (phase === 'leasing' && pending.lease === undefined)
    return { state: asking(state, 'lease'), effects: [{ do: 'lease' }] };
  if (phase === 'loading' && pending.load === undefined)
    return { state: asking(state, 'load'), effects: [{ do: 'load' }] };
  if (phase === 'placing' && pending.place === undefined)
    return { state: asking(state, 'place'), effects: [{ do: 'place' }] };
  return quiet(state);
};

/** Ends once no handler is at work and what they did is saved, so that none runs afterwards. */
const finish: Part = (state) => {
  const { phase, ending, busy, saving } = state;
  if (ending === null || phase === 'ended' || busy > 0 || saving !== null) return quiet(state);
  return {
    state: { ...state, phase: 'ended', round: state.round + 1, open: [], pending: {}, leaseUntil: null },
    effects: [
      ...(state.rules.lease === null ? [] : [{ do: 'release' } as const]),
      { do: 'tell', signal: { is: 'ended', ending } },
    ],
  };
};

const parts: readonly Part[] = [enter, advance, hand, save, catchUp, read, finish];

export const drive = (begun: SubscriptionState): readonly [SubscriptionState, readonly SubscriptionEffect[]] => {
  let state = begun;
  const effects: SubscriptionEffect[] = [];
  for (const part of parts) {
    const { round } = state;
    const turn = part(state);
    state = turn.state;
    effects.push(...turn.effects.map((effect) => ({ ...effect, round }) as SubscriptionEffect));
  }
  return [state, effects];
};
