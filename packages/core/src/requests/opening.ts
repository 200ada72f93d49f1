/** A case opened for one agency (mở hồ sơ cho một cơ quan): what happened in it, and of people only those the agency deals with. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Keys } from '../evidence/sealing.js';
import { pipe, TE } from '../fp.js';
import {
  type CaseKind,
  type Command,
  type DomainEvent,
  type Fault,
  foldStored,
  type Journal,
  openPersonal,
  type Personal,
  type StoredEvent,
  unavailable,
} from '../kernel/index.js';
import { concerns, type OpenFile } from './door.js';
import type { Posted } from './outbox.js';

/** Opens the blocks of these people alone, whatever else stands in the case. */
const openPeople = async (keys: Keys, events: readonly StoredEvent[], who: readonly string[]): Promise<Personal> => {
  const opened = await Promise.all(
    events.flatMap((event) => {
      const sealed = Object.entries((event.data['sealed'] ?? {}) as JsonObject).filter(([block]) =>
        concerns(who, block),
      );
      return sealed.length === 0
        ? []
        : [openPersonal(keys, { ...event, data: { ...event.data, sealed: Object.fromEntries(sealed) } })];
    }),
  );
  const people: Record<string, JsonObject> = {};
  for (const { personal } of opened) {
    for (const [one, block] of Object.entries(personal)) people[one] = { ...people[one], ...block };
  }
  return people;
};

export const openFile =
  <C extends Command, Ev extends DomainEvent, S, R extends string>({
    journal,
    keys,
    kind,
  }: Readonly<{ journal: Journal; keys: Keys; kind: CaseKind<C, Ev, S, R> }>) =>
  ({ stream, caseId, request }: Posted, who: readonly string[]): TE.TaskEither<Fault, OpenFile<Ev>> =>
    pipe(
      journal.read(stream),
      TE.flatMapEither(({ events }) => foldStored(kind, events)),
      TE.flatMap(({ stored, eventAt }) =>
        pipe(
          TE.tryCatch(
            () =>
              openPeople(
                keys,
                stored.filter(({ revision }) => eventAt.has(revision)),
                who,
              ),
            (): Fault => unavailable('keys', 'unreachable', true),
          ),
          TE.map((people) => ({ caseId, request, events: [...eventAt.values()], people })),
        ),
      ),
    );
