/** Both groups, and how a case is found in a store by its id. */
import { caseOf, type Journal, type StoredEvent, streamOf } from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import { badInput, faulty, notFound, type Problem } from '../problem.js';
import { births } from './births.js';
import { deaths } from './deaths.js';
import { GROUPS, type Group, type GroupName } from './group.js';

export const groups: Readonly<Record<GroupName, Group>> = { birth: births, death: deaths };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The group a stream's case is of; `undefined` for notices, claims and whatever else a store keeps. */
export const groupOfStream = (stream: string): Group | undefined =>
  GROUPS.map((name) => groups[name]).find(
    ({ name }) => stream.startsWith(`${name}-`) && UUID.test(caseOf({ name }, stream)),
  );

/** An id as it was typed, with the name of its group before it or without; `at` is the option or argument it stood in. */
export type CaseId = Readonly<{ at: string; id: string; group?: GroupName }>;

export const caseIdAt = (at: string, typed: string): Either<Problem, CaseId> => {
  const lower = typed.toLowerCase();
  const group = GROUPS.find((name) => lower.startsWith(`${name}-`));
  const id = group === undefined ? lower : caseOf({ name: group }, lower);
  if (!UUID.test(id)) return E.left(badInput(at, 'the id of a case'));
  return E.right(group === undefined ? { at, id } : { at, id, group });
};

export const noSuchCase = ({ at }: CaseId): Problem => ({
  ...notFound({ vi: `${at}: không có hồ sơ ấy trong kho.`, en: `${at}: there is no such case in the store.` }),
  at,
});

/** One `commandId` opens one case of each group, so a bare id may mean either. */
const ambiguous = ({ at }: CaseId): Problem => badInput(at, 'birth-<ID> or death-<ID>, for both are in the store');

export type Found = Readonly<{ group: Group; id: string; stream: string; stored: readonly StoredEvent[] }>;

/** The case of an id with its events, as recorded until `asOf` if that is said; `undefined` where there is none. */
export const findCase =
  (journal: Journal, asked: CaseId, asOf?: string): TE.TaskEither<Problem, Found | undefined> =>
  async () => {
    const found: Found[] = [];
    for (const name of asked.group === undefined ? GROUPS : [asked.group]) {
      const group = groups[name];
      const stream = streamOf(group, asked.id);
      const page = await journal.read(stream)();
      if (E.isLeft(page)) return E.left(faulty(page.left));
      const { events } = page.right;
      const stored = asOf === undefined ? events : events.filter(({ recordedAt }) => recordedAt <= asOf);
      if (stored.length > 0) found.push({ group, id: asked.id, stream, stored });
    }
    return found.length > 1 ? E.left(ambiguous(asked)) : E.right(found[0]);
  };

/** As `findCase`; a case that is not there, or was not yet, is an answer that names the field. */
export const caseIn =
  (journal: Journal, asked: CaseId, asOf?: string): TE.TaskEither<Problem, Found> =>
  async () => {
    const found = await findCase(journal, asked, asOf)();
    if (E.isLeft(found)) return found;
    return found.right === undefined ? E.left(noSuchCase(asked)) : E.right(found.right);
  };
