/** The appends of a group as the database is asked to write them, and its answer as theirs. Pure. */
import { type Appended, type Fault, type OutcomeUnknown, type Unavailable, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { bytes, flags, ints, texts, uuids } from './binary-array.js';
import type { Value } from './connection.js';
import { SYSTEM } from './failure.js';
import type { Append, Plan } from './plan.js';
import { positionText } from './position.js';
import { digestOf, type Row } from './rows.js';
import type { Statement, Statements } from './statements.js';

export type Answer = Either<Fault | OutcomeUnknown, Appended>;
export type Answers = readonly Answer[];

type Question = Readonly<{ statement: Statement; values: readonly Value[] }>;

/** The appends of a group that go to one stream, and its name in the index. */
export type Run = Readonly<{ stream: string; digest: string; appends: readonly Append[] }>;
export type Planned = Readonly<{ run: Run; plan: Plan }>;
/** The places of what was written, by revision. */
export type Places = ReadonlyMap<number, string>;

/** So many characters of text at most go into one statement with others. */
const STATEMENT_LENGTH = 8 * 1024 * 1024;

const corrupt = unavailable(SYSTEM, 'corrupt', false);

export const runsOf = (group: readonly Append[]): readonly Run[] => {
  const runs = new Map<string, Append[]>();
  for (const append of group) {
    const before = runs.get(append.stream);
    if (before === undefined) runs.set(append.stream, [append]);
    else before.push(append);
  }
  // In one order everywhere, so that two groups cannot wait for each other.
  return [...runs]
    .map(([stream, appends]) => ({ stream, appends, digest: digestOf(stream) }))
    .sort((one, other) => (one.digest < other.digest ? -1 : 1));
};

const lengthOf = ({ plan: { events } }: Planned): number => events.reduce((sum, { text }) => sum + text.length, 0);

/** Cuts a group where a statement would grow too long. */
export const chunks = (planned: readonly Planned[]): readonly (readonly Planned[])[] => {
  const cut: Planned[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const one of planned) {
    const more = lengthOf(one);
    if (length + more > STATEMENT_LENGTH) {
      cut.push([]);
      length = 0;
    }
    cut.at(-1)?.push(one);
    length += more;
  }
  return cut;
};

/** A lone event needs no lists. Its answer has the same form. */
const lone = ({ run, plan: { head, events } }: Planned, statements: Statements): Question | undefined => {
  const [first, second] = events;
  if (first === undefined || second !== undefined) return undefined;
  const { event, text } = first;
  const [digest, hash] = [Buffer.from(run.digest, 'hex'), Buffer.from(event.hash, 'hex')];
  return head === undefined
    ? { statement: statements.writeFirst, values: [digest, run.stream, event.id, event.type, hash, text] }
    : {
        statement: statements.writeOne,
        values: [digest, head.revision, Buffer.from(head.hash, 'hex'), event.id, event.type, hash, text],
      };
};

/** How the database is asked to write a chunk. */
export const questionOf = (chunk: readonly Planned[], statements: Statements): Question =>
  (chunk.length === 1 ? lone(chunk[0] as Planned, statements) : undefined) ?? {
    statement: statements.write,
    values: valuesOf(chunk),
  };

const valuesOf = (chunk: readonly Planned[]): readonly Buffer[] => {
  const marked = chunk.map(
    ({ plan: { verdicts } }) => new Set(verdicts.map((one) => (one.kind === 'planned' ? one.revision : -1))),
  );
  const rows = chunk.flatMap(({ plan: { events } }, index) => events.map((linked) => ({ ...linked, index })));
  return [
    bytes(chunk.map(({ run }) => run.digest)),
    texts(chunk.map(({ run }) => run.stream)),
    ints(chunk.map(({ plan: { head } }) => head?.revision ?? -1)),
    bytes(chunk.map(({ plan: { head } }) => head?.hash ?? '')),
    ints(rows.map(({ index }) => index + 1)),
    ints(rows.map(({ event }) => event.revision)),
    uuids(rows.map(({ event }) => event.id)),
    texts(rows.map(({ event }) => event.type)),
    bytes(rows.map(({ event }) => event.hash)),
    texts(rows.map(({ text }) => text)),
    flags(rows.map(({ event, index }) => marked[index]?.has(event.revision) === true)),
  ];
};

/** The places in each run of a chunk that was written; `undefined` where another writer was first. */
export const placesOf = (rows: readonly Row[], runs: number): readonly (Places | undefined)[] => {
  const places: (Map<number, string> | undefined)[] = Array.from({ length: runs });
  for (const [run, revision, epoch, xid, position] of rows as readonly (readonly string[])[]) {
    if (epoch === undefined || xid === undefined || position === undefined) continue;
    const index = Number(run) - 1;
    const found = places[index] ?? new Map<number, string>();
    found.set(Number(revision), positionText({ epoch, xid, position }));
    places[index] = found;
  }
  return places;
};

export const answersOf = ({ run, plan: { verdicts } }: Planned, places: Places): Answers =>
  verdicts.map((verdict, index): Answer => {
    if (verdict.kind === 'stood') return E.right(verdict.appended);
    if (verdict.kind !== 'planned') return E.left(verdict);
    const { revision, created, repeated } = verdict;
    const position = places.get(revision);
    return position === undefined || run.appends[index] === undefined
      ? E.left(corrupt)
      : E.right({ revision, position, created, repeated });
  });

/** Only what waited for the writing shares its fault. */
export const failed = ({ plan: { verdicts } }: Planned, fault: Unavailable | OutcomeUnknown): Answers =>
  verdicts.map((verdict): Answer => {
    if (verdict.kind === 'planned') return E.left(fault);
    return verdict.kind === 'stood' ? E.right(verdict.appended) : E.left(verdict);
  });
