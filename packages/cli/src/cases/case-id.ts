/** A case's id as it is typed: with or without the name of its stream before it. */
import type { Journal, StoredEvent } from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import { badInput, faulty, notFound, type Problem } from '../problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const caseIdAt = (place: string, typed: string): Either<Problem, string> => {
  const id = typed.toLowerCase().replace(/^birth-/, '');
  return UUID.test(id) ? E.right(id) : E.left(badInput(place, 'the id of a case'));
};

const noSuchCase: Problem = notFound({ vi: 'không có hồ sơ ấy trong kho.', en: 'there is no such case in the store.' });

/** Every event of a case; with `asOf`, those recorded until then. Errors: a case that is not there, or was not yet. */
export const eventsOfCase =
  (journal: Journal, id: string, asOf?: string): TE.TaskEither<Problem, readonly StoredEvent[]> =>
  async () => {
    const page = await journal.read(`birth-${id}`)();
    if (E.isLeft(page)) return E.left(faulty(page.left));
    const events =
      asOf === undefined ? page.right.events : page.right.events.filter(({ recordedAt }) => recordedAt <= asOf);
    return events.length === 0 ? E.left(noSuchCase) : E.right(events);
  };
