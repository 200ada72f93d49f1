/** What a command came to: the events it caused, the refusals, or the fault. */
import { type Committed, caseOf, type Handled } from '@lienthong/core';
import type { BirthCase, BirthEvent, BirthReason } from '@lienthong/core/birth-case';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { faulty, type Problem, refused } from '../problem.js';

export type Done = Committed<BirthEvent, BirthCase>;

export const settled = (handled: Handled<BirthEvent, BirthCase, BirthReason>): TE.TaskEither<Problem, Done> =>
  pipe(
    handled,
    TE.mapLeft(faulty),
    TE.flatMapEither((answer): Either<Problem, Done> => (E.isLeft(answer) ? E.left(refused(answer.left)) : answer)),
  );

/** Personal data stays out: events are told as they are read back, without what was sealed. */
export const doneJson = ({ stream, revision, repeated, events }: Done) => ({
  case: caseOf({ name: 'birth' }, stream),
  revision,
  repeated,
  events: events.map(({ personal: _, attribution: __, ...facts }) => facts),
});
