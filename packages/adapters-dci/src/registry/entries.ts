/**
 * Entries of the civil status registers (sổ hộ tịch) as the journal tells them: facts alone, nobody's name or number. It reads
 * on from where it was, so that a search costs what has happened since the last one.
 */
import {
  type Fault,
  type Instant,
  type Journal,
  type PlainDate,
  type StoredEvent,
  unsealedFacts,
} from '@lienthong/core';
import { birthCaseKind, type Declaration } from '@lienthong/core/birth-case';
import { type DeathDeclaration, deathCaseKind } from '@lienthong/core/death-case';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';

/** One entry. What was corrected later is sealed, so these are the facts as they were declared. */
export type Entry = Readonly<{
  group: 'birth' | 'death';
  caseId: string;
  registeredOn: PlainDate;
  recordedAt: Instant;
  book: string;
  number: number;
  commune: string;
  late: boolean;
  /** Of a death: the commune where it happened. Of a birth: the commune that registered it. */
  place: string;
  bornOn?: PlainDate;
  sex?: string;
  diedOn?: PlainDate;
  precision?: DeathDeclaration['precision'];
  allowances: readonly string[];
  firstFacility?: string;
  /** Keyed digests of every number that is, or was, the person's. */
  digests: readonly string[];
}>;

/** The number of an entry as one text: `16690.01/2023.7`. */
export const entryNumber = ({ commune, book, number }: Entry): string => `${commune}.${book}.${number}`;

type Draft = {
  birth?: Declaration;
  death?: DeathDeclaration;
  digests: readonly string[];
  entry?: Pick<Entry, 'registeredOn' | 'recordedAt' | 'book' | 'number' | 'commune' | 'late'>;
};

const TYPES = ['Applied', 'PersonalNumberAssigned', 'PersonalNumberReplaced', 'BirthRegistered', 'DeathRegistered'];

const entryOf = (caseId: string, { birth, death, digests, entry }: Draft): Entry | undefined => {
  if (entry === undefined) return undefined;
  if (birth !== undefined) {
    const { bornOn, sex, firstFacility } = birth;
    const card = firstFacility === null ? {} : { firstFacility };
    return { group: 'birth', caseId, ...entry, place: entry.commune, bornOn, sex, ...card, digests, allowances: [] };
  }
  if (death === undefined) return undefined;
  const { diedOn, precision, placeOfDeath, claim, allowances } = death;
  const found = [...digests, claim];
  return { group: 'death', caseId, ...entry, place: placeOfDeath, diedOn, precision, allowances, digests: found };
};

export type Entries = Readonly<{
  /** Everything registered so far, in the order of registration. Errors: the journal did not serve, or cannot be read. */
  all: () => TE.TaskEither<Fault, readonly Entry[]>;
  of: (group: Entry['group'], caseId: string) => TE.TaskEither<Fault, Entry | undefined>;
}>;

export const entriesIn = ({ journal, law }: Readonly<{ journal: Journal; law: LawBook }>): Entries => {
  const kinds = { birth: birthCaseKind(law), death: deathCaseKind(law) };
  const drafts = new Map<string, Draft>();
  const registered = new Map<string, Entry>();
  let after: string | undefined;
  let reading: Promise<Either<Fault, void>> = Promise.resolve(E.right(undefined));

  const take = (stored: StoredEvent): Fault | undefined => {
    const group = stored.stream.startsWith('birth-')
      ? 'birth'
      : stored.stream.startsWith('death-')
        ? 'death'
        : undefined;
    if (group === undefined) return undefined;
    const read = kinds[group].events.recall(unsealedFacts(stored));
    if (E.isLeft(read)) {
      return { kind: 'Unreadable', stream: stored.stream, revision: stored.revision, ...read.left };
    }
    const event = read.right;
    const draft = drafts.get(stored.stream) ?? { digests: [] };
    drafts.set(stored.stream, draft);
    if (event.type === 'Applied') {
      if (group === 'birth') draft.birth = event.declaration as Declaration;
      else draft.death = event.declaration as DeathDeclaration;
    } else if (event.type === 'PersonalNumberAssigned' || event.type === 'PersonalNumberReplaced') {
      draft.digests = [...draft.digests, event.index];
    } else if (event.type === 'BirthRegistered' || event.type === 'DeathRegistered') {
      const { registeredOn, book, number, commune, late } = event;
      draft.entry = { registeredOn, recordedAt: stored.recordedAt, book, number, commune, late };
    }
    const entry = entryOf(stored.correlation, draft);
    if (entry !== undefined) registered.set(`${group}-${stored.correlation}`, entry);
    return undefined;
  };

  const readOn = async (): Promise<Either<Fault, void>> => {
    for (;;) {
      const page = await journal.feed({ types: TYPES, ...(after === undefined ? {} : { after }) })();
      if (E.isLeft(page)) return page;
      for (const event of page.right.events) {
        const fault = take(event);
        if (fault !== undefined) return E.left(fault);
      }
      after = page.right.next;
      if (page.right.end) return E.right(undefined);
    }
  };

  /** One reader at a time, so that no event is taken in twice. */
  const upToNow = (): Promise<Either<Fault, void>> => {
    reading = reading.then(readOn, readOn);
    return reading;
  };

  return {
    all: () => async () => E.map(() => [...registered.values()])(await upToNow()),
    of: (group, caseId) => async () => E.map(() => registered.get(`${group}-${caseId}`))(await upToNow()),
  };
};
