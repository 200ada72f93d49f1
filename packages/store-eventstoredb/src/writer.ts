/**
 * Appending. The server compares ids only, forgets those of `any`, and writes a second time what is asked for at the exact
 * head; so the rule is ours: look for the ids first, write at exactly the head that was looked at, and believe an answer
 * only when the batch's last event is seen to stand there with the hash that was given to it. An append at an exact revision
 * can be written once and never later: who sees another event there knows that his own is not, and will not be.
 */
import {
  type Appended,
  type Clock,
  type Expected,
  type Fault,
  judgeAppend,
  type NewEvent,
  type OutcomeUnknown,
  type StoredEvent,
  type Verdict,
} from '@lienthong/core';
import { type Linked, link } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { catchUp, readPart, type Source, standingIn } from './catching-up.js';
import type { Trouble } from './driver.js';
import { proposalOf } from './envelope.js';
import { faultOf, isPassing, OUTCOME_UNKNOWN } from './faults.js';
import type { KnownStream, KnownStreams } from './known-streams.js';
import { oneAtATime } from './one-at-a-time.js';
import { pause } from './time.js';

export type Answer = Either<Fault | OutcomeUnknown, Appended>;
type Append = Readonly<{ stream: string; expected: Expected; events: readonly NewEvent[] }>;

/** What came of a batch at one revision: `elsewhere` when others stand there now, so that it can land there no more. */
type Landing = Readonly<{ kind: 'ours'; position: string }> | Readonly<{ kind: 'elsewhere' | 'nothing' }>;

const [WAIT_MS, MOST_SENDS, MOST_STANDSTILLS] = [25, 3, 5];

export const writer = (source: Source, streams: KnownStreams, clock: Clock): ((append: Append) => Promise<Answer>) => {
  const { driver, prefix, patience } = source;
  const inTurn = oneAtATime();

  /** Looks where the batch's last event would stand, and if nothing is there, where its first would. */
  const look = async (
    stream: string,
    first: number,
    batch: readonly Linked<NewEvent>[],
  ): Promise<Either<Fault, Landing>> => {
    const [last] = batch.slice(-1);
    const at = await readPart(source, stream, { from: first + batch.length - 1, backward: false, count: 1 });
    if (E.isLeft(at)) return at;
    const [found] = at.right ?? [];
    if (found !== undefined) {
      return E.right(
        found.hash === last?.event.hash ? { kind: 'ours', position: found.position } : { kind: 'elsewhere' },
      );
    }
    if (batch.length === 1) return E.right({ kind: 'nothing' });
    const begin = await readPart(source, stream, { from: first, backward: false, count: 1 });
    return E.map(
      (events: readonly StoredEvent[] | undefined): Landing =>
        events?.length === 1 ? { kind: 'elsewhere' } : { kind: 'nothing' },
    )(begin);
  };

  /** Sends a batch until it is known what came of it: the same bytes each time, to the same revision. */
  const land = async (
    stream: string,
    at: number | 'none',
    batch: readonly Linked<NewEvent>[],
  ): Promise<Either<Fault | OutcomeUnknown, Landing>> => {
    const [first, proposals] = [at === 'none' ? 0 : at + 1, batch.map(proposalOf)];
    const until = performance.now() + patience;
    let inDoubt = false;
    for (let sends = 1; ; sends += 1) {
      const sent = await driver.append(`${prefix}${stream}`, at, proposals);
      if (E.isRight(sent) && sent.right === 'wrong-version') return E.right({ kind: 'elsewhere' });
      const trouble: Trouble = E.isRight(sent) ? 'in-doubt' : sent.left;
      if (trouble !== 'in-doubt' && !isPassing(trouble)) return E.left(inDoubt ? OUTCOME_UNKNOWN : faultOf(trouble));
      if (trouble === 'in-doubt') {
        inDoubt = true;
        const landing = await look(stream, first, batch);
        if (E.isLeft(landing)) return E.left(OUTCOME_UNKNOWN);
        if (landing.right.kind !== 'nothing') return landing;
      }
      const isOver = performance.now() > until;
      if (inDoubt && (isOver || sends >= MOST_SENDS)) return E.left(OUTCOME_UNKNOWN);
      if (isOver) return E.left(faultOf(trouble));
      await pause(WAIT_MS);
    }
  };

  const write = async (
    { stream, events }: Append,
    from: KnownStream,
  ): Promise<Either<Fault | OutcomeUnknown, Appended | 'elsewhere'>> => {
    const { head } = from;
    const batch = link(stream, head, events, clock.now());
    const landed = await land(stream, head?.revision ?? 'none', batch);
    if (E.isLeft(landed)) return landed;
    if (landed.right.kind !== 'ours') return E.right('elsewhere');
    const known = streams.grow(
      stream,
      from,
      batch.map(({ event }) => event),
    );
    const revision = known.head?.revision ?? 0;
    return E.right({ revision, position: landed.right.position, created: head === undefined, repeated: false });
  };

  const judge = async ({ stream, expected, events }: Append, known: KnownStream): Promise<Either<Fault, Verdict>> =>
    E.map((standing: ReadonlyMap<string, StoredEvent>) =>
      judgeAppend(stream, expected, events, known.head?.revision ?? null, standing),
    )(await standingIn(source, known, stream, events));

  const append = async (asked: Append): Promise<Answer> => {
    const { stream } = asked;
    const remembered = streams.of(stream);
    let known = remembered !== undefined && mayWriteFrom(remembered, asked) ? remembered : undefined;
    // Once something was sent, a question that fails leaves it open what came of that.
    let wasSent = false;
    for (let standstills = 0; standstills < MOST_STANDSTILLS; ) {
      const head = known?.head?.revision;
      const caughtUp = known === undefined || wasSent ? await catchUp(source, streams, stream) : E.right(known);
      if (E.isLeft(caughtUp)) return wasSent ? E.left(OUTCOME_UNKNOWN) : caughtUp;
      known = caughtUp.right;
      if (wasSent) standstills = known.head?.revision === head ? standstills + 1 : 0;
      const verdict = await judge(asked, known);
      if (E.isLeft(verdict)) return wasSent ? E.left(OUTCOME_UNKNOWN) : verdict;
      if (verdict.right.kind !== 'write') return settled(verdict.right);
      const written = await write(asked, known);
      if (E.isLeft(written)) return written;
      if (written.right !== 'elsewhere') return E.right(written.right);
      wasSent = true;
    }
    return E.left(OUTCOME_UNKNOWN);
  };

  return (asked) =>
    inTurn(asked.stream, async () => {
      const answer = await append(asked);
      // What is in doubt may land yet: the next append looks before it writes.
      if (E.isLeft(answer) && answer.left.kind === 'OutcomeUnknown') streams.forget(asked.stream);
      return answer;
    });
};

const settled = (verdict: Exclude<Verdict, { kind: 'write' }>): Answer => {
  if (verdict.kind !== 'repeated') return E.left(verdict);
  const { last, created } = verdict;
  return E.right({ revision: last.revision, position: last.position, created, repeated: true });
};

/** What is remembered is enough to write from: the server itself will say when it is so no more. */
const mayWriteFrom = ({ head, revisionOf }: KnownStream, { stream, expected, events }: Append): boolean =>
  !events.some(({ id }) => revisionOf.has(id)) &&
  judgeAppend(stream, expected, events, head?.revision ?? null, new Map()).kind === 'write';
