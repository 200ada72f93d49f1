/** Goal 13: folding decoded events through the public API. */
import { fold } from '@lienthong/core';
import { atLeast, type Goal, ratesOf, shown } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { casesOf, EVENT_TYPES, type EventType, type Facts } from '../workload.js';

type Ev = Readonly<{ type: EventType }> & Facts;
type State = Readonly<{
  phase: EventType | 'none';
  events: number;
  amount: number;
  sheets: number;
  urgent: number;
  ward: string;
  note: string;
  last: string;
  due: string;
  requests: number;
  refused: boolean;
  closed: boolean;
}>;

const initial: State = {
  phase: 'none',
  events: 0,
  amount: 0,
  sheets: 0,
  urgent: 0,
  ward: '',
  note: '',
  last: '',
  due: '',
  requests: 0,
  refused: false,
  closed: false,
};

const evolve = (state: State, event: Ev): State => ({
  ...state,
  phase: event.type,
  events: state.events + 1,
  amount: state.amount + event.amount,
  sheets: state.sheets + event.sheets,
  urgent: state.urgent + (event.urgent ? 1 : 0),
  ward: event.ward,
  last: event.on,
  due: event.due,
  requests: state.requests + (event.type === 'RequestIntended' ? 1 : 0),
  refused: state.refused || event.type === 'ResidenceRefused',
  closed: state.closed || event.type === 'CaseClosed',
});

type Draft = { -readonly [K in keyof State]: State[K] };
const change = (draft: Draft, event: Ev): void => {
  draft.phase = event.type;
  draft.events += 1;
  draft.amount += event.amount;
  draft.sheets += event.sheets;
  draft.urgent += event.urgent ? 1 : 0;
  draft.ward = event.ward;
  draft.last = event.on;
  draft.due = event.due;
  draft.requests += event.type === 'RequestIntended' ? 1 : 0;
  draft.refused ||= event.type === 'ResidenceRefused';
  draft.closed ||= event.type === 'CaseClosed';
};

const sumOver = (
  name: string,
  streams: readonly (readonly Ev[])[],
  events: number,
  amount: number,
  run: (events: readonly Ev[]) => State,
): Variant => ({
  name,
  setUp: () => {
    let sum = 0;
    return {
      work: () => {
        for (const stream of streams) sum += run(stream).amount;
        return events;
      },
      check: () => mustBe(name, sum, amount),
    };
  },
});

export const goal: Goal = {
  number: 13,
  title: 'Folding decoded events through the public API',
  fairness:
    'A state of twelve fields. Ours is `fold` over a pure `evolve`, which is all that our deciders have: they say what an event ' +
    'changed by a new state. The mutable loop is the limit, and is not ours.',
  run: async (scale) => {
    const streams = casesOf(13, scale.size(60_000, 6_000)).map(({ events }) =>
      events.map(({ type, data }): Ev => ({ type: type as EventType, ...data })),
    );
    if (!streams.flat().every(({ type }) => EVENT_TYPES.includes(type))) throw new Error('a type of its own');
    const events = streams.flat().length;
    const amount = streams.flat().reduce((sum, event) => sum + event.amount, 0);
    const of = (name: string, run: (events: readonly Ev[]) => State): Variant =>
      sumOver(name, streams, events, amount, run);
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      of('the spread reducer', (given) => given.reduce(evolve, initial)),
      of('ours, fold', (given) => fold({ initial, evolve }, given)),
      of('limit: a mutable loop', (given) => {
        const draft = { ...initial };
        for (const event of given) change(draft, event);
        return draft;
      }),
    ]);
    return {
      rows: [
        atLeast('fold against the spread reducer', 3, compared, 'ours, fold', 'the spread reducer'),
        shown('a mutable loop against the spread reducer', compared, 'limit: a mutable loop', 'the spread reducer'),
      ],
      rates: ratesOf(compared, 'events/s'),
    };
  },
};
