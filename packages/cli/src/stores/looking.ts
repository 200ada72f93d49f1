/** Looking at personal data: who looks, and where it is recorded that they did. */
import type { Actor, Journal } from '@lienthong/core';
import { ROLES } from '@lienthong/core/authority';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { Access } from '@lienthong/core/personal-data';
import { freshId, type Io } from '../io.js';
import { badInput, type Problem } from '../problem.js';
import { type OpenStore, openToWrite } from './open-store.js';

const ACTOR = /^([a-z-]{1,40}):([A-Za-z0-9._-]{1,64})(?:@([A-Za-z0-9._-]{1,64}))?$/;

/** Somebody as `role:id` or `role:id@unit`; the id is a code, never a name. */
export const actorAt = (place: string, typed: string): Either<Problem, Actor> => {
  const [, role, id, unit] = ACTOR.exec(typed) ?? [];
  const known = ROLES.find((each) => each === role);
  if (known === undefined || id === undefined)
    return E.left(badInput(place, 'role:id, such as commune-leader:officer-7'));
  return E.right({ id, role: known, ...(unit === undefined ? {} : { unit }) });
};

/** Whoever sits at this machine, unless they say who they are. */
const SOMEBODY = 'support-team:local';

/** `--by`, else `LIENTHONG_ACTOR`. */
export const accessBy = (io: Io, purpose: string, by: string | undefined): Either<Problem, Access> =>
  E.map((actor: Actor): Access => ({ id: freshId(io), at: io.now(), by: actor, purpose }))(
    actorAt('--by', by ?? io.env['LIENTHONG_ACTOR'] ?? SOMEBODY),
  );

/** The journal itself; of an archive, which only can be read, a journal of looks beside it. */
export const withLog =
  <A>(store: OpenStore, io: Io, work: (log: Journal) => TE.TaskEither<Problem, A>): TE.TaskEither<Problem, A> =>
  async () => {
    if (store.url.kind !== 'archive') return work(store.journal)();
    const beside = await openToWrite(`sqlite:${store.url.path}.access.db`, io)();
    if (E.isLeft(beside)) return beside;
    try {
      return await work(beside.right.journal)();
    } finally {
      await beside.right.journal.close()();
    }
  };
