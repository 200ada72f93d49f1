/**
 * Where a personal number is spoken of (tra theo số định danh), found by keyed digests alone: no number is opened for it. Found
 * are the deceased of a death, the child of a birth and whoever filed an application; parents and relatives leave no digest.
 */
import { E, type Either, type TE } from '../fp.js';
import { CLAIMED, type Fault, type FeedPage, type Journal, type StoredEvent } from '../kernel/index.js';

export type FoundPerson = Readonly<{ group: 'birth' | 'death'; caseId: string; subject: string }>;

/** The digests of a number, made at the edge, where the secret is. */
export type NumberDigests = Readonly<{
  /** As the claim on a death is named. */
  deceased: string;
  /** As an assigned number is indexed. */
  child: string;
  /** The coded id of whoever files. */
  applicant: string;
}>;

const TYPES = ['Applied', 'PersonalNumberAssigned', 'PersonalNumberReplaced', CLAIMED];

const groupOf = (stream: string): 'birth' | 'death' | undefined =>
  stream.startsWith('birth-') ? 'birth' : stream.startsWith('death-') ? 'death' : undefined;

const foundIn = (event: StoredEvent, digests: NumberDigests): readonly FoundPerson[] => {
  const { type, stream, data, actor, onBehalfOf, correlation: caseId } = event;
  if (type === CLAIMED)
    return stream === `claim-death-${digests.deceased}` ? [{ group: 'death', caseId, subject: 'deceased' }] : [];
  const group = groupOf(stream);
  if (group === undefined) return [];
  if (type === 'Applied')
    return [actor.id, onBehalfOf?.id].includes(digests.applicant) ? [{ group, caseId, subject: 'applicant' }] : [];
  return data['index'] === digests.child ? [{ group, caseId, subject: 'child' }] : [];
};

export const findPerson =
  (journal: Journal, digests: NumberDigests): TE.TaskEither<Fault, readonly FoundPerson[]> =>
  async () => {
    const found = new Map<string, FoundPerson>();
    let after: string | undefined;
    for (;;) {
      const page: Either<Fault, FeedPage> = await journal.feed({
        types: TYPES,
        ...(after === undefined ? {} : { after }),
      })();
      if (E.isLeft(page)) return page;
      for (const event of page.right.events)
        for (const one of foundIn(event, digests)) found.set(JSON.stringify(one), one);
      if (page.right.end) return E.right([...found.values()]);
      after = page.right.next;
    }
  };
