/**
 * `forget` (xóa dữ liệu của một người): judges by the facts of the case, records, then destroys the key. In this order, so
 * that a crash between the two leaves an erasure on record that `reapply` finishes, and never a key destroyed without one.
 */
import type { KeyStore, Tombstone } from '../evidence/index.js';
import { E, type Either, isNonEmpty, pipe, TE } from '../fp.js';
import {
  type Actor,
  type Fault,
  handle,
  type Journal,
  load,
  type OutcomeUnknown,
  type Party,
  type Refused,
  type StoredEvent,
  streamOf,
} from '../kernel/index.js';
import type { LawBook } from '../law/index.js';
import type { Instant } from '../values/plain-date.js';
import type { ErasePerson, ErasureGround, ErasureReason } from './erasure.js';
import { keptFor } from './fields.js';
import { erasureKind, erasureStream } from './kind.js';
import { type PeopleOf, type Standing, subjectsIn } from './standing.js';

export type ForgetEnv = Readonly<{ journal: Journal; keys: KeyStore; law: LawBook }>;

export type ForgetRequest = Readonly<{
  /** Id of the command: sending it again is harmless. */
  id: string;
  at: Instant;
  /** Who decides. */
  by: Actor;
  /** Who asked, where that is another. */
  askedBy?: Party;
  ground: ErasureGround;
}>;

/** `repeated`: the person had been erased before; the key is destroyed in any case. */
export type Forgotten = Readonly<{ stream: string; caseId: string; subject: string; repeated: boolean }>;

type Work<A> = TE.TaskEither<Fault | OutcomeUnknown, A>;

export const PERSON_ERASED = 'PersonErased';

/** What stands in place of the key, from the record of the erasure. */
export const tombstoneOf = ({ type, data, actor, occurredAt, causation }: StoredEvent): Tombstone | undefined => {
  const { case: caseId, subject, ground } = data;
  if (type !== PERSON_ERASED || typeof caseId !== 'string' || typeof subject !== 'string') return undefined;
  const { id, role } = actor.decidedBy ?? actor;
  return { caseId, subject, at: occurredAt, by: { id, role }, ground: String(ground), request: causation };
};

const noSuchPerson = (subjects: readonly string[]): Fault => ({
  kind: 'BadInput',
  at: 'subject',
  expected: subjects.length === 0 ? 'a person of this case' : `one of: ${subjects.join(', ')}`,
});

/** Whom, with how their case stands now. Errors: a person who is not in the case; a case that cannot be read. */
const toErase =
  ({ journal }: ForgetEnv, { group, standing }: PeopleOf) =>
  (caseId: string, subject: string, ground: ErasureGround): TE.TaskEither<Fault, ErasePerson['data']> =>
    pipe(
      journal.read(streamOf({ name: group }, caseId)),
      TE.flatMapEither(({ events }): Either<Fault, ErasePerson['data']> => {
        const subjects = subjectsIn(events);
        if (!subjects.includes(subject)) return E.left(noSuchPerson(subjects));
        return E.map((stands: Standing) => ({
          group,
          case: caseId,
          subject,
          keptFor: keptFor(group, subject),
          ground,
          asOf: events.length - 1,
          ...stands,
        }))(standing(events));
      }),
    );

export const forget =
  (env: ForgetEnv) =>
  (people: PeopleOf) =>
  (
    caseId: string,
    subject: string,
    { id, at, by, askedBy, ground }: ForgetRequest,
  ): Work<Either<Refused<ErasureReason>, Forgotten>> => {
    const { journal, keys, law } = env;
    const stream = erasureStream(people.group, caseId, subject);
    const kind = erasureKind(law);

    const destroyed = (repeated: boolean): Work<Either<Refused<ErasureReason>, Forgotten>> =>
      pipe(
        journal.read(stream),
        TE.flatMap(({ events }) => destroyAll(keys, events)),
        TE.map(() => E.right({ stream, caseId, subject, repeated })),
        TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
      );

    const record = (data: ErasePerson['data']): Work<Either<Refused<ErasureReason>, Forgotten>> =>
      pipe(
        handle({ journal, keys })(kind)(stream, {
          id,
          type: 'ErasePerson',
          at,
          actor: by,
          ...(askedBy === undefined ? {} : { onBehalfOf: askedBy }),
          data,
        }),
        TE.flatMap((answer) => (E.isLeft(answer) ? TE.right(answer) : destroyed(answer.right.repeated))),
      );

    return pipe(
      load(journal, kind, stream),
      TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
      TE.flatMap(({ state }) =>
        state.erased
          ? destroyed(true)
          : pipe(
              toErase(env, people)(caseId, subject, ground),
              TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
              TE.flatMap(record),
            ),
      ),
    );
  };

/** Destroys the key of every erasure on record among these events. Answers how many were not destroyed yet. */
export const destroyAll =
  (keys: KeyStore, events: readonly StoredEvent[]): TE.TaskEither<Fault, number> =>
  async () => {
    let fresh = 0;
    const tombstones = events.flatMap((event) => tombstoneOf(event) ?? []);
    if (!isNonEmpty(tombstones)) return E.right(0);
    for (const tombstone of tombstones) {
      const done = await keys.destroy(tombstone)();
      if (E.isLeft(done)) return done;
      if (done.right === 'destroyed') fresh += 1;
    }
    return E.right(fresh);
  };
