/**
 * A batch ready to be appended: the record of the command first, then what was decided, sealed, and read back once before
 * anything is written, for what cannot be recalled must not be kept.
 */
import type { Keys } from '../evidence/sealing.js';
import { E, type NonEmpty, pipe, TE } from '../fp.js';
import type { EventCodec, Kept } from './case-kind.js';
import type { Command, DomainEvent } from './decider.js';
import type { Actor, NewEvent } from './envelope.js';
import { type BadInput, type Unavailable, unavailable } from './fault.js';
import { eventId } from './ids.js';
import { sealKept } from './seal-event.js';

/** `events` as they will be read back: without what was sealed. */
export type Batch<Ev> = Readonly<{ sealed: readonly NewEvent[]; events: NonEmpty<Ev> }>;

type Part = Readonly<{ kept: Kept; actor: Actor }>;

const envelope = (command: Command, caseId: string, place: number, { kept, actor }: Part): Omit<NewEvent, 'data'> => ({
  id: eventId(command.id, place),
  type: kept.type,
  schema: kept.schema,
  occurredAt: command.at,
  actor,
  ...(command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf }),
  causation: command.id,
  correlation: caseId,
});

/** Seals the personal blocks of one record. Errors: the keys did not serve. */
export const sealed = (
  keys: Keys,
  caseId: string,
  id: string,
  kept: Kept,
): TE.TaskEither<Unavailable, NewEvent['data']> =>
  TE.tryCatch(
    () => sealKept(keys, caseId, id, kept),
    () => unavailable('keys', 'unreachable', true),
  );

const sealAll = (
  keys: Keys,
  command: Command,
  caseId: string,
  parts: readonly Part[],
): TE.TaskEither<Unavailable, readonly NewEvent[]> =>
  TE.tryCatch(
    () =>
      Promise.all(
        parts.map(async (part, place) => {
          const bare = envelope(command, caseId, place, part);
          return { ...bare, data: await sealKept(keys, caseId, bare.id, part.kept) };
        }),
      ),
    () => unavailable('keys', 'unreachable', true),
  );

export const prepareBatch = <Ev extends DomainEvent>(
  keys: Keys,
  codec: EventCodec<Ev>,
  command: Command,
  caseId: string,
  record: Kept,
  decided: NonEmpty<Ev>,
): TE.TaskEither<BadInput | Unavailable, Batch<Ev>> => {
  const parts: Part[] = [{ kept: record, actor: command.actor }];
  const events: Ev[] = [];
  for (const event of decided) {
    const kept = codec.keep(event);
    const { personal: _, ...facts } = kept;
    const read = codec.recall(facts);
    if (E.isLeft(read)) {
      return TE.left({ kind: 'BadInput', at: `${kept.type}.${read.left.at}`, expected: read.left.expected });
    }
    events.push(read.right);
    parts.push({ kept, actor: { ...command.actor, ...event.attribution } });
  }
  return pipe(
    sealAll(keys, command, caseId, parts),
    TE.map((sealedEvents) => ({ sealed: sealedEvents, events: events as unknown as NonEmpty<Ev> })),
  );
};
