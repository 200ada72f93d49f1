/**
 * Several writers and followers at one journal, in an order that fast-check's scheduler chooses; and whether what each was
 * answered can be told as one story: some order of the batches in which the model, too, would have answered so, each answer
 * lying between the asking and the answering (linearizability). The order is that of the feed.
 */
import type { Appended, Expected, Fault, Journal, NewEvent, OutcomeUnknown, StoredEvent } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import fc from 'fast-check';
import { ask, feed, feedPage, read } from './asking.js';
import { anEvent } from './bench.js';
import { claim, equal, same, together } from './check.js';
import { type Belief, type Draft, foresee, type Model, readOnPaper, writeDown } from './model.js';

export type Intent = Readonly<{ stream: string; belief: Belief; drafts: readonly Draft[] }>;
/** What each writer will do, one thing after the other; how many events a follower takes at a time. */
export type Plan = Readonly<{ writers: readonly (readonly Intent[])[]; limit: number }>;
/** How often what was reached; `mixed` when writers wrote in turns. */
export type Reached = Readonly<{ kinds: readonly string[]; mixed: boolean }>;

type Answer = Either<Fault | OutcomeUnknown, Appended>;
/** Asked and answered at these ticks of one counter. */
type Span = Readonly<{ asked: number; answered: number }>;
type Call = Span & Readonly<{ writer: number; intent: Intent; answer: Answer }>;
type Glimpse = Span & Readonly<{ stream?: string; told: readonly unknown[] }>;

const STREAMS = ['case', 'Case'];

const aDraft = (id: number): Draft => ({ id: String(id), type: 'Applied', content: 0 });
const anIntent: fc.Arbitrary<Intent> = fc
  .tuple(
    fc.constantFrom(...STREAMS),
    fc.oneof(
      fc.constantFrom('none', 'exists', 'any' as const),
      fc.nat(5).map((exact): Belief => ({ exact })),
    ),
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([stream, belief, first, size]) => ({
    stream,
    belief,
    drafts: Array.from({ length: size }, (_, index) => aDraft(first + index)),
  }));

export const aPlan: fc.Arbitrary<Plan> = fc.record({
  writers: fc.array(fc.array(anIntent, { minLength: 3, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
  limit: fc.integer({ min: 1, max: 4 }),
});

export const toEvent = ({ id, type, content }: Draft): NewEvent => anEvent(Number(id), { type, data: { content } });
export const told = ({ stream, revision, type, data }: StoredEvent): unknown => [
  stream,
  revision,
  type,
  data['content'],
];
export const foretold = ({ stream, revision, type, content }: Model['lines'][number]): unknown => [
  stream,
  revision,
  type,
  content,
];

const isWritten = ({ answer }: Call): boolean => E.isRight(answer) && !answer.right.repeated;
const positionIn = ({ answer }: Call): string => (E.isRight(answer) ? answer.right.position : '');

/** Whether the model would have answered so. */
const fits = (model: Model, { intent: { stream, belief, drafts }, answer }: Call): boolean => {
  const foreseen = foresee(model, stream, belief, drafts);
  if (E.isLeft(answer)) {
    if (answer.left.kind !== foreseen.kind) return false;
    return answer.left.kind !== 'Conflict' || foreseen.kind !== 'Conflict' || answer.left.actual === foreseen.actual;
  }
  const { repeated, revision, created } = answer.right;
  return equal(foreseen, { kind: repeated ? 'repeated' : 'written', revision, created });
};

/** After which batches at the earliest, and before which at the latest, something asked in a span was answered. */
const bounds = ({ asked, answered }: Span, written: readonly Call[]): readonly [number, number] => {
  const before = written.flatMap((call, index) => (call.answered < asked ? [index + 1] : []));
  const after = written.flatMap((call, index) => (call.asked > answered ? [index] : []));
  return [Math.max(0, ...before), Math.min(written.length, ...after)];
};

/** Some state between the two bounds for which it holds. */
const atSomeTime = (
  states: readonly Model[],
  [first, last]: readonly [number, number],
  holds: (model: Model) => boolean,
): boolean => states.slice(first, last + 1).some(holds);

const statesOf = (written: readonly Call[]): readonly Model[] => {
  const states: Model[] = [{ lines: [] }];
  for (const call of written) {
    const before = states.at(-1) as Model;
    claim(fits(before, call), `in the order of the feed, this could not be written: ${JSON.stringify(call)}`);
    const next: Model = { lines: [...before.lines] };
    writeDown(next, call.intent.stream, call.intent.drafts);
    states.push(next);
  }
  return states;
};

const oneStory = (calls: readonly Call[], glimpses: readonly Glimpse[], fed: readonly StoredEvent[]): void => {
  const written = calls.filter(isWritten).toSorted((one, other) => (positionIn(one) < positionIn(other) ? -1 : 1));
  const states = statesOf(written);
  same(fed.map(told), states.at(-1)?.lines.map(foretold), 'the feed against what was answered');
  for (const [index, call] of written.entries()) {
    const [first, last] = bounds(call, written);
    claim(first <= index && index <= last, 'a batch stands before one that was answered before it was asked for');
  }
  for (const call of calls.filter((one) => !isWritten(one))) {
    const possible = atSomeTime(states, bounds(call, written), (model) => fits(model, call));
    claim(possible, `at no time would the model have answered so: ${JSON.stringify(call)}`);
  }
  for (const glimpse of glimpses) {
    const { stream, told: seen } = glimpse;
    const possible = atSomeTime(states, bounds(glimpse, written), ({ lines }) =>
      equal((stream === undefined ? lines : readOnPaper({ lines }, stream, {})).map(foretold), seen),
    );
    claim(possible, `at no time was this what there is: ${JSON.stringify(glimpse)}`);
  }
};

const mixed = (calls: readonly Call[]): boolean => {
  const order = calls.filter(isWritten).map(({ writer }) => writer);
  return order.some(
    (writer, index) => index > 0 && order[index - 1] !== writer && order.slice(0, index).includes(writer),
  );
};

/** Plays a plan; rejects when what was answered cannot be told as one story. */
export const interleaved = async (journal: Journal, scheduler: fc.Scheduler, plan: Plan): Promise<Reached> => {
  const calls: Call[] = [];
  const glimpses: Glimpse[] = [];
  let tick = 0;
  /** Waits for its turn before it asks, and for another before it goes on. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<readonly [T, Span]> => {
    await scheduler.schedule(Promise.resolve());
    tick += 1;
    const asked = tick;
    const result = await work();
    tick += 1;
    const span = { asked, answered: tick };
    await scheduler.schedule(Promise.resolve());
    return [result, span];
  };
  const writers = plan.writers.map(async (intents, writer) => {
    for (const intent of intents) {
      const { stream, belief, drafts } = intent;
      const [answer, span] = await inTurn(() => ask(journal, stream, belief as Expected, drafts.map(toEvent)));
      calls.push({ ...span, writer, intent, answer });
    }
  });
  const reader = async (): Promise<void> => {
    for (const stream of [...STREAMS, ...STREAMS]) {
      const [events, span] = await inTurn(() => read(journal, stream));
      glimpses.push({ ...span, stream, told: events.map(told) });
      const [page, moment] = await inTurn(() => feedPage(journal));
      glimpses.push({ ...moment, told: page.events.map(told) });
    }
  };
  const seen: StoredEvent[] = [];
  let after: string | undefined;
  const follow = async (): Promise<boolean> => {
    const options = { limit: plan.limit, ...(after === undefined ? {} : { after }) };
    const [page] = await inTurn(() => feedPage(journal, options));
    seen.push(...page.events);
    after = page.next;
    return page.end;
  };
  const following = async (): Promise<void> => {
    for (let looks = 0; looks < 6; looks += 1) await follow();
  };
  await scheduler.waitFor(together([...writers, reader(), following()]));
  const fed = await feed(journal);
  oneStory(calls, glimpses, fed);
  const rest = after === undefined ? fed : await feed(journal, { after });
  same([...seen, ...rest].map(told), fed.map(told), 'what a follower saw along the way');
  return { kinds: calls.map(({ answer }) => kindOf(answer)), mixed: mixed(calls) };
};

const kindOf = (answer: Answer): string => {
  if (E.isLeft(answer)) return answer.left.kind;
  return answer.right.repeated ? 'repeated' : 'written';
};
