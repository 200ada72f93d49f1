/**
 * Opens the cases of a store for comparison with the registers (mở hồ sơ để đối soát). Of each case only those are opened whom
 * registers are asked about, and that they were is recorded.
 */
import { addDays, atInVietnam, type Journal, type PlainDate, type StoredEvent } from '@lienthong/core';
import type { BirthCase } from '@lienthong/core/birth-case';
import type { DeathCase } from '@lienthong/core/death-case';
import type { Keys } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { type Access, openLogged } from '@lienthong/core/personal-data';
import { type KnownCase, knownCase } from '@lienthong/core/reconciliation';
import { groupOfStream } from '../cases/groups.js';
import { faulty, type Problem } from '../problem.js';
import { streamsOf } from './streams.js';

/** Whom registers are asked about: the person of the event, and a child's parents. */
const ASKED_ABOUT = ['child', 'mother', 'father', 'deceased'];

const onlyThose = (event: StoredEvent): StoredEvent => {
  const sealed = Object.entries((event.data['sealed'] ?? {}) as object);
  if (sealed.length === 0) return event;
  const left = sealed.filter(([subject]) => ASKED_ABOUT.includes(subject));
  return { ...event, data: { ...event.data, sealed: Object.fromEntries(left) } };
};

export type Opening = Readonly<{
  journal: Journal;
  log: Journal;
  keys: Keys;
  access: Access;
  /** As recorded until the end of that day. */
  until?: PlainDate;
}>;

const knownIn = async (
  { journal, log, keys, access, until }: Opening,
  stream: string,
): Promise<Either<Problem, readonly KnownCase[]>> => {
  const group = groupOfStream(stream);
  if (group === undefined) return E.right([]);
  const page = await journal.read(stream)();
  if (E.isLeft(page)) return E.left(faulty(page.left));
  const end = until === undefined ? undefined : atInVietnam(addDays(until, 1));
  const stored = page.right.events.filter(({ recordedAt }) => end === undefined || recordedAt < end);
  const folded = group.fold(stored);
  if (E.isLeft(folded)) return folded;
  if (folded.right.summary === undefined) return E.right([]);
  const caseId = stream.slice(group.name.length + 1);
  const opened = await openLogged({ log, keys })(access, caseId, stored.map(onlyThose))();
  if (E.isLeft(opened)) return E.left(faulty(opened.left));
  const personal = opened.right.map((each) => each.personal);
  const { state } = folded.right;
  // The group says which of the two states it is.
  return E.right([
    group.name === 'birth'
      ? knownCase({ group: 'birth', caseId, state: state as BirthCase, personal })
      : knownCase({ group: 'death', caseId, state: state as DeathCase, personal }),
  ]);
};

export const knownCases = async (opening: Opening): Promise<Either<Problem, readonly KnownCase[]>> => {
  const found = await streamsOf(opening.journal);
  if (E.isLeft(found)) return E.left(faulty(found.left));
  const cases: KnownCase[] = [];
  for (const stream of found.right.streams) {
    const known = await knownIn(opening, stream);
    if (E.isLeft(known)) return known;
    cases.push(...known.right);
  }
  return E.right(cases);
};
