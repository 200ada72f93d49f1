/**
 * What the appends to one stream come to, given what is known of it: a verdict for each, in their order, and the events to
 * write, linked to each other. Pure.
 */
import {
  type Appended,
  type Conflict,
  type Expected,
  type IdReused,
  type Instant,
  judgeAppend,
  type NewEvent,
  type StoredEvent,
} from '@lienthong/core';
import { type Head, type Linked, link } from '@lienthong/core/evidence';

export type Append = Readonly<{ stream: string; expected: Expected; events: readonly NewEvent[] }>;

/** What is known of a stream: its head (none when it is missing), and which events stand there under the appends' ids. */
export type Known = Readonly<{ head: Head | undefined; standing: ReadonlyMap<string, StoredEvent> }>;

/** `planned`: it is answered as soon as the events of the plan are written, with the place of this revision. */
export type Verdict =
  | Readonly<{ kind: 'planned'; revision: number; created: boolean; repeated: boolean }>
  | Readonly<{ kind: 'stood'; appended: Appended }>
  | Conflict
  | IdReused;

export type Plan = Readonly<{
  verdicts: readonly Verdict[];
  /** Where the events follow on. */
  head: Head | undefined;
  events: readonly Linked<NewEvent>[];
}>;

/** Its place is not known before it is written. */
const toStand = ({ event }: Linked<NewEvent>): StoredEvent => ({ ...event, position: '' });

const headOf = ({ event: { revision, recordedAt, hash } }: Linked<NewEvent>): Head => ({ revision, recordedAt, hash });

export const plan = (stream: string, appends: readonly Append[], known: Known, now: Instant): Plan => {
  const standing = new Map(known.standing);
  const events: Linked<NewEvent>[] = [];
  let head = known.head;

  const judge = ({ expected, events: asked }: Append): Verdict => {
    const here = new Map(
      asked.flatMap(({ id }) => {
        const stored = standing.get(id);
        return stored === undefined ? [] : [[id, stored] as const];
      }),
    );
    const verdict = judgeAppend(stream, expected, asked, head?.revision ?? null, here);
    if (verdict.kind === 'repeated') {
      const { last, created } = verdict;
      return last.position === ''
        ? { kind: 'planned', revision: last.revision, created, repeated: true }
        : { kind: 'stood', appended: { revision: last.revision, position: last.position, created, repeated: true } };
    }
    if (verdict.kind !== 'write') return verdict;
    const created = head === undefined;
    const linked = link(stream, head, asked, now);
    for (const one of linked) standing.set(one.event.id, toStand(one));
    events.push(...linked);
    head = headOf(linked[linked.length - 1] as Linked<NewEvent>);
    return { kind: 'planned', revision: head.revision, created, repeated: false };
  };

  return { verdicts: appends.map(judge), head: known.head, events };
};

/** Whether every append is to be written, so that the plan may be tried on a mere guess of the head. */
export const isPlain = ({ verdicts }: Plan): boolean => verdicts.every(({ kind }) => kind === 'planned');
