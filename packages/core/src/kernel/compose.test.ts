import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E, type NonEmpty } from '../fp.js';
import { day } from '../values/plain-date.js';
import { compose, type Leg } from './compose.js';
import { fold } from './decider.js';
import type { Refusal, Refused } from './refusal.js';

/** Two legs of a toy: a wall is built, then it is painted; the house is done when both are. */
type Ask = Readonly<{ type: 'Build' | 'Paint'; twice?: true }>;
type Happened = Readonly<{ type: 'Built' | 'PaintOrdered' | 'Painted' | 'Done' }>;
type House = Readonly<{ wall: number; paint: Readonly<{ ordered: number; done: boolean }>; whole: boolean }>;
type No = 'NothingToPaint' | 'HouseIsDone';
type Facts = Readonly<{ walls: number }>;

const refusal = (reason: No): Refused<No> => {
  const citation = { act: '1/2020/TEST', inForceFrom: day('2020-01-01'), confidence: 'official' } as const;
  const one: Refusal<No> = { reason, citations: [citation], facts: {}, remedy: null };
  return [one];
};

const wall: Leg<Ask, Happened, number, Facts, No> = {
  initial: 0,
  decide: ({ twice }) => E.right(twice ? [{ type: 'Built' }, { type: 'Built' }] : [{ type: 'Built' }]),
  evolve: (walls, { type }) => (type === 'Built' ? walls + 1 : walls),
};
const paint: Leg<Ask, Happened, House['paint'], Facts, No> = {
  initial: { ordered: 0, done: false },
  decide: (_, __, { walls }) => (walls === 0 ? E.left(refusal('NothingToPaint')) : E.right([{ type: 'Painted' }])),
  evolve: (own, { type }) => (type === 'PaintOrdered' ? { ...own, ordered: own.ordered + 1 } : { ...own, done: true }),
};
const whole: Leg<never, Happened, boolean, Facts, No> = {
  initial: false,
  decide: () => E.left(refusal('HouseIsDone')),
  evolve: () => true,
};

const ownerOf: Readonly<Record<Happened['type'], keyof House>> = {
  Built: 'wall',
  PaintOrdered: 'paint',
  Painted: 'paint',
  Done: 'whole',
};

const house = compose<Ask, Happened, House, Facts, No>(
  { wall, paint, whole },
  {
    facts: ({ wall: walls }) => ({ walls }),
    route: ({ type }) => (type === 'Build' ? 'wall' : 'paint'),
    owner: ({ type }) => ownerOf[type],
    guard: (command, { whole: done }) => (done ? E.left(refusal('HouseIsDone')) : E.right(command)),
    follow: (events: NonEmpty<Happened>, { paint: { done }, wall: walls }) => [
      ...(events.some(({ type }) => type === 'Built') ? [{ type: 'PaintOrdered' } as const] : []),
      ...(done && walls > 0 ? [{ type: 'Done' } as const] : []),
    ],
  },
);

const build = { type: 'Build' } as const;
const brush = { type: 'Paint' } as const;
const types = (decided: ReturnType<typeof house.decide>) =>
  E.isRight(decided) ? decided.right.map(({ type }) => type) : decided.left.map(({ reason }) => reason);
const after = (...events: readonly Happened['type'][]): House =>
  fold(
    house,
    events.map((type) => ({ type })),
  );

const anyEvents = fc.array(
  fc.constantFrom<Happened>({ type: 'Built' }, { type: 'PaintOrdered' }, { type: 'Painted' }, { type: 'Done' }),
);
const anyAsk = fc.constantFrom<Ask>(build, brush, { type: 'Build', twice: true });

describe('a case composed of legs', () => {
  it('begins with each leg at its own beginning', () => {
    expect(house.initial).toEqual({ wall: 0, paint: { ordered: 0, done: false }, whole: false });
  });

  it('puts a command to the leg that owns it, and adds what follows in the same batch', () => {
    expect(types(house.decide(build, house.initial))).toEqual(['Built', 'PaintOrdered']);
    expect(types(house.decide({ ...build, twice: true }, house.initial))).toEqual(['Built', 'Built', 'PaintOrdered']);
  });

  it('shows a leg the others only as facts', () => {
    expect(types(house.decide(brush, house.initial))).toEqual(['NothingToPaint']);
    expect(types(house.decide(brush, after('Built')))).toEqual(['Painted', 'Done']);
  });

  it('asks before any leg whether the whole case is open', () => {
    expect(types(house.decide(build, after('Built', 'Painted', 'Done')))).toEqual(['HouseIsDone']);
  });

  it('lets an event of one leg change no other leg’s state, which is the law of composition', () =>
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom<Happened['type']>('Built', 'PaintOrdered', 'Painted', 'Done'),
        (events, type) => {
          const before = fold(house, events);
          const now = house.evolve(before, { type });
          for (const leg of ['wall', 'paint', 'whole'] as const)
            if (leg !== ownerOf[type]) expect(now[leg]).toBe(before[leg]);
        },
      ),
    ));

  it('keeps the very state when a leg had nothing to change', () => {
    const done = after('Done');
    expect(house.evolve(done, { type: 'Done' })).toBe(done);
  });

  it('decides the same twice and changes nothing while deciding', () =>
    fc.assert(
      fc.property(anyEvents, anyAsk, (events, ask) => {
        const state = fold(house, events);
        const copy = structuredClone(state);
        expect(house.decide(ask, state)).toEqual(house.decide(ask, state));
        expect(state).toEqual(copy);
      }),
    ));
});
