/**
 * One round of an outbox (một lượt gửi): what the waiting cases have to tell, in batches, each case's in order. A case that is
 * refused waits by itself; a target that does not serve ends the round with what was taken so far.
 */
import { E } from '@lienthong/core/fp';
import type { Went } from './case-row.js';
import type { Deliver, Outgoing, Trouble } from './delivery.js';

/** Of one case: all it has to tell, in order, and how far it was heard. */
export type CaseLoad = Readonly<{ stream: string; heard: number; attempt: number; outgoing: readonly Outgoing[] }>;

export type Round = Readonly<{
  went: ReadonlyMap<string, Went>;
  sent: number;
  trouble?: Trouble;
}>;

export type Batches = Readonly<{
  /** Most events in one batch, and most bytes of their data. */
  events: number;
  bytes: number;
}>;

const weight = ({ message }: Outgoing): number => JSON.stringify(message.data).length + 500;

/** Bounded batches, in order; what is heavier than a whole batch goes alone. */
export const split = (outgoing: readonly Outgoing[], { events, bytes }: Batches): readonly (readonly Outgoing[])[] => {
  const batches: Outgoing[][] = [];
  let [last, heavy] = [[] as Outgoing[], 0];
  for (const each of outgoing) {
    const heavier = heavy + weight(each);
    if (last.length > 0 && (last.length >= events || heavier > bytes)) [last, heavy] = [[], 0];
    if (last.length === 0) batches.push(last);
    last.push(each);
    heavy += weight(each);
  }
  return batches;
};

type Taken = Readonly<{ taken: ReadonlySet<Outgoing>; refused: ReadonlyMap<string, string>; trouble?: Trouble }>;

/** So many doubtful answers in a row, each about one event, and the target is taken to be away. */
const DOUBTS = 3;

type Telling = Readonly<{ taken: Set<Outgoing>; refused: Map<string, string>; doubted: Map<string, Trouble> }>;

const halves = (batch: readonly Outgoing[]): readonly (readonly Outgoing[])[] => {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
};

/** Whatever was doubted was about the case if the target served others, and about the target if it served nobody. */
const settled = ({ taken, refused, doubted }: Telling, trouble: Trouble | undefined): Taken => {
  const [doubt] = doubted.values();
  if (taken.size > 0) for (const [stream, { reason }] of doubted) refused.set(stream, reason);
  const away = trouble ?? (taken.size > 0 ? undefined : doubt);
  return { taken, refused, ...(away === undefined ? {} : { trouble: away }) };
};

const tell = async (deliver: Deliver, outgoing: readonly Outgoing[], limits: Batches): Promise<Taken> => {
  const telling: Telling = { taken: new Set(), refused: new Map(), doubted: new Map() };
  const { taken, refused, doubted } = telling;
  let doubts = 0;
  const waiting = [...split(outgoing, limits)];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const batch = next.filter(({ message: { stream } }) => !refused.has(stream) && !doubted.has(stream));
    const [first] = batch;
    if (first === undefined) continue;
    const told = await deliver(batch)();
    if (E.isRight(told) && told.right.is === 'taken') {
      for (const each of batch) taken.add(each);
      doubts = 0;
    } else if (E.isLeft(told) && told.left.doubtful !== true) return settled(telling, told.left);
    else if (batch.length > 1) waiting.unshift(...halves(batch));
    else if (E.isLeft(told)) {
      doubts += 1;
      if (doubts >= DOUBTS) return settled({ ...telling, doubted: new Map() }, told.left);
      doubted.set(first.message.stream, told.left);
    } else if (told.right.is === 'refused') refused.set(first.message.stream, told.right.reason);
  }
  return settled(telling, undefined);
};

/** How far a case got: up to the event before the first that was not taken. */
const wentOf = ({ stream, heard, attempt, outgoing }: CaseLoad, told: Taken): Went | undefined => {
  const first = outgoing.find((each) => !told.taken.has(each));
  if (first === undefined) return { taken: heard, attempt };
  const failed = told.refused.get(stream);
  const taken = Math.min(first.message.revision - 1, heard);
  if (failed !== undefined) return { taken, attempt, failed };
  // The target as such was away: what it took counts, what it did not is nobody's failure.
  return told.taken.has(outgoing[0] as Outgoing) ? { taken, attempt: 0 } : undefined;
};

export const playRound = async (deliver: Deliver, loads: readonly CaseLoad[], limits: Batches): Promise<Round> => {
  const told = await tell(
    deliver,
    loads.flatMap(({ outgoing }) => outgoing),
    limits,
  );
  const went = new Map<string, Went>();
  for (const load of loads) {
    const got = wentOf(load, told);
    if (got !== undefined) went.set(load.stream, got);
  }
  return { went, sent: told.taken.size, ...(told.trouble === undefined ? {} : { trouble: told.trouble }) };
};
