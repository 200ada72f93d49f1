/** A store beside the model: whatever is asked of both, in whatever order, they answer alike. */
import type { Clock, Expected, Journal, NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { append, ask, feed, page, read, revisions, upTo } from './asking.js';
import { anEvent, type Place, testClock } from './bench.js';
import { claim, same } from './check.js';
import { slow } from './faults.js';
import { aPlan, foretold, interleaved, toEvent, told } from './interleaved.js';
import { type Draft, foresee, headIn, type Model, readOnPaper, writeDown } from './model.js';

export type ModelRun = Readonly<{
  name: string;
  place: () => Promise<Place>;
  /** Whether what lies in a place outlives its journal. */
  lasting?: boolean;
  /** The share of the usual runs that this store is given, for one that is slow. */
  share?: number;
}>;

type World = { journal: Journal; readonly place: Place; readonly clock: Clock; readonly reached: Map<string, number> };
type Step = fc.AsyncCommand<Model, World>;

const STREAMS = ['case', 'Case', 'case '];
const TYPES = ['Applied', 'CardIssued'];
const USUAL_RUNS = 500;
const REACH = 20;

const appending = (stream: string, belief: 'none' | 'exists' | 'any' | number, drafts: readonly Draft[]): Step => ({
  check: () => true,
  toString: () => `append(${JSON.stringify([stream, belief, drafts])})`,
  run: async (model, { journal, reached }) => {
    const expected: Expected = typeof belief === 'number' ? { exact: headIn(model, stream) + belief } : belief;
    const foreseen = foresee(model, stream, expected, drafts);
    const answer = await ask(journal, stream, expected, drafts.map(toEvent));
    reached.set(foreseen.kind, (reached.get(foreseen.kind) ?? 0) + 1);
    if (foreseen.kind === 'written' || foreseen.kind === 'repeated') {
      claim(E.isRight(answer), `foreseen ${foreseen.kind}, answered ${JSON.stringify(answer)}`);
      const { revision, created, repeated } = answer.right;
      same(
        [revision, created, repeated],
        [foreseen.revision, foreseen.created, foreseen.kind === 'repeated'],
        'answer',
      );
      if (foreseen.kind === 'written') writeDown(model, stream, drafts);
      return;
    }
    claim(E.isLeft(answer), `foreseen ${foreseen.kind}, but it was written`);
    same(answer.left.kind, foreseen.kind, 'fault');
    if (answer.left.kind === 'Conflict' && foreseen.kind === 'Conflict')
      same(answer.left.actual, foreseen.actual, 'head');
  },
});

const reading = (stream: string, from: number | undefined, limit: number | undefined, backward: boolean): Step => ({
  check: () => true,
  toString: () => `read(${JSON.stringify([stream, from, limit, backward])})`,
  run: async (model, { journal }) => {
    const question = {
      ...(from === undefined ? {} : { from }),
      ...(limit === undefined ? {} : { limit }),
      direction: backward ? 'backward' : 'forward',
    } as const;
    const { exists, events } = await page(journal, stream, question);
    same(events.map(told), readOnPaper(model, stream, question).map(foretold), 'events read');
    same(exists, headIn(model, stream) >= 0, 'whether the stream exists');
  },
});

const feeding = (limit: number, types: readonly string[] | undefined, streamPrefix: string): Step => ({
  check: () => true,
  toString: () => `feed(${JSON.stringify([limit, types, streamPrefix])})`,
  run: async ({ lines }, { journal }) => {
    const passing = lines.filter(
      ({ stream, type }) => stream.startsWith(streamPrefix) && (types === undefined || types.includes(type)),
    );
    const fed = await feed(journal, { limit, streamPrefix, ...(types === undefined ? {} : { types }) });
    same(fed.map(told), passing.map(foretold), 'events fed');
  },
});

const reopening: Step = {
  check: () => true,
  toString: () => 'reopen',
  run: async (_, world) => {
    await world.journal.close()();
    world.journal = await world.place.open(world.clock);
  },
};

const aStream = fc.constantFrom(...STREAMS);
const aDraft: fc.Arbitrary<Draft> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map(String),
  type: fc.constantFrom(...TYPES),
  content: fc.integer({ min: 0, max: 1 }),
});
/** Consecutive events, each always with the same content: the batches of writers who repeat themselves. */
const aRun = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }))
  .map(([first, size]) =>
    upTo(size, first).map((n): Draft => ({ id: String(n), type: TYPES[n % 2] ?? '', content: 0 })),
  );
const someDrafts = fc.oneof(
  { weight: 5, arbitrary: aRun },
  { weight: 1, arbitrary: fc.array(aDraft, { maxLength: 3 }) },
);
const aBelief = fc.oneof(
  fc.constantFrom('none', 'exists', 'any' as const),
  fc.integer({ min: -1, max: 1 }),
  fc.constant(0),
);

const steps = (lasting: boolean): fc.Arbitrary<Step>[] => [
  fc.tuple(aStream, aBelief, someDrafts).map((asked) => appending(...(asked as Parameters<typeof appending>))),
  fc
    .tuple(aStream, fc.option(fc.nat(8), { nil: undefined }), fc.option(fc.nat(4), { nil: undefined }), fc.boolean())
    .map((asked) => reading(...asked)),
  fc
    .tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.option(fc.subarray(TYPES), { nil: undefined }),
      fc.constantFrom('', 'c', 'case', 'C', 'case '),
    )
    .map((asked) => feeding(...asked)),
  ...(lasting ? [fc.constant(reopening)] : []),
];

/** A writer as `handle` is one: it reads, and appends at the revision it read, until nobody was faster. */
const persistently = async (journal: Journal, event: NewEvent): Promise<void> => {
  for (;;) {
    const head = (await read(journal, 'case')).at(-1)?.revision;
    const seen = { ...event, data: { seen: head ?? -1 } };
    const answer = await ask(journal, 'case', head === undefined ? 'none' : { exact: head }, [seen]);
    if (E.isRight(answer)) return;
    same(answer.left.kind, 'Conflict', 'why a writer had to try again');
  }
};

export const modelRun = ({ name, place, lasting = false, share = 1 }: ModelRun): void => {
  describe(`${name} beside the model`, () => {
    const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? USUAL_RUNS) * share);
    const patience = 30_000 + 200 * runs;

    const inAPlace = async (work: (world: World) => Promise<void>, reached: World['reached']): Promise<void> => {
      const at = await place();
      const clock = testClock();
      const world: World = { journal: await at.open(clock), place: at, clock, reached };
      try {
        await work(world);
      } finally {
        await world.journal.close()();
        await at.remove?.();
      }
    };

    it(
      'answers as the model does, whatever is asked of it',
      async () => {
        const reached = new Map<string, number>();
        const history = fc.commands(steps(lasting), { size: '+1' });
        await fc.assert(
          fc.asyncProperty(history, (commands) =>
            inAPlace((world) => fc.asyncModelRun(() => ({ model: { lines: [] }, real: world }), commands), reached),
          ),
          { numRuns: runs },
        );
        for (const kind of ['written', 'repeated', 'Conflict', 'IdReused', 'BadInput']) {
          const times = reached.get(kind) ?? 0;
          claim(times >= Math.min(REACH, runs / 5), `"${kind}" was reached ${times} times in ${runs} histories`);
        }
      },
      patience,
    );

    it(
      'loses no update, however the steps of three writers interleave',
      () =>
        fc.assert(
          fc.asyncProperty(fc.scheduler(), (scheduler) =>
            inAPlace(async ({ journal }) => {
              const interleaved = slow(() => scheduler.schedule(Promise.resolve()), journal);
              const writers = upTo(3).map(async (writer) => {
                await persistently(interleaved, anEvent(2 * writer + 1));
                await persistently(interleaved, anEvent(2 * writer + 2));
              });
              await scheduler.waitFor(Promise.all(writers));
              const stored = await read(journal, 'case');
              same(revisions(stored), upTo(6), 'revisions');
              same(
                stored.map(({ data }) => data['seen']),
                upTo(6, -1),
                'what each writer had seen',
              );
              await append(journal, 'case', { exact: 5 }, [anEvent(7)]);
            }, new Map()),
          ),
          { numRuns: Math.ceil(runs / 5) },
        ),
      patience,
    );

    it(
      'tells one story, however the steps of three writers, a reader and a follower interleave',
      async () => {
        const reached = new Map<string, number>();
        const count = (kind: string): void => void reached.set(kind, (reached.get(kind) ?? 0) + 1);
        const stories = Math.ceil(runs / 5);
        await fc.assert(
          fc.asyncProperty(fc.scheduler(), aPlan, (scheduler, plan) =>
            inAPlace(async ({ journal }) => {
              const { kinds, mixed } = await interleaved(journal, scheduler, plan);
              for (const kind of kinds) count(kind);
              if (mixed) count('mixed');
            }, new Map()),
          ),
          { numRuns: stories },
        );
        for (const kind of ['written', 'repeated', 'Conflict', 'IdReused', 'mixed']) {
          const times = reached.get(kind) ?? 0;
          // Whether the plans reach all is a matter of many stories; a slow store is told a few of them.
          claim(stories < 100 || times >= REACH, `"${kind}" was reached ${times} times in ${stories} stories`);
        }
      },
      patience,
    );
  });
};
