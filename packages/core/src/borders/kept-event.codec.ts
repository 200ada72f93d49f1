/**
 * The stored form of an event (dạng lưu của sự kiện): its type, the version of its facts, and apart from them what concerns
 * persons. Versions are only ever added: an older one is recalled through the upcaster that leads to the next.
 */
import type { JsonObject } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import type { DomainEvent, EventCodec, Kept } from '../kernel/index.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { isPersonal } from './personal.js';
import { type Codec, exact, recallAs, type Shape } from './stored.codec.js';

/** What a journal keeps in the clear. Who decided goes to the envelope; what concerns persons is sealed. */
export type Facts<Ev> = Omit<Ev, 'type' | 'personal' | 'attribution'>;

/** The newest version of an event's facts, and the way to it from every older one. */
export type EventForm<F> = Readonly<{
  schema: number;
  codec: Codec<F>;
  recall: (schema: number, facts: JsonObject) => Either<Malformed, F>;
}>;

/** One form for each type of event: the compiler names a type that has none. */
export type EventForms<Ev extends DomainEvent> = {
  readonly [T in Ev['type']]: EventForm<Facts<Extract<Ev, { type: T }>>>;
};

/** The first version of an event. */
export const event = <F extends object>(shape: Shape<F>): EventForm<F> => {
  const codec = exact(shape);
  return {
    schema: 1,
    codec,
    recall: (schema, facts) => (schema === 1 ? recallAs(codec, facts) : malformed('a version known here', 'schema')),
  };
};

/** The next version of an event; `upcast` says in the new words what the older version meant. */
export const nextVersion = <Old, F extends object>(
  older: EventForm<Old>,
  shape: Shape<F>,
  upcast: (old: Old) => F,
): EventForm<F> => {
  const codec = exact(shape);
  const version = older.schema + 1;
  return {
    schema: version,
    codec,
    recall: (schema, facts) => {
      if (schema === version) return recallAs(codec, facts);
      const old = older.recall(schema, facts);
      return E.isLeft(old) ? old : E.right(upcast(old.right));
    },
  };
};

const unknownType = malformed('a type of event known here', 'type');
const badPersonal = malformed('one block of fields for each person', 'personal');

/**
 * The codec of a kind of case, from the forms of its events. `recall(keep(event))` is the event but for `attribution`, which
 * the envelope keeps as the actor's; from a journal it comes without `personal`, which stays sealed (R16).
 */
export const eventCodec = <Ev extends DomainEvent>(forms: EventForms<Ev>): EventCodec<Ev> => {
  const byType: ReadonlyMap<string, EventForm<object>> = new Map(Object.entries(forms));
  return {
    keep: (event) => {
      const { schema, codec } = byType.get(event.type) as EventForm<object>;
      const facts = codec.encode(event) as JsonObject;
      const { type, personal } = event;
      return personal === undefined ? { type, schema, facts } : { type, schema, facts, personal };
    },
    recall: ({ type, schema, facts, personal }: Kept) => {
      const form = byType.get(type);
      if (form === undefined) return unknownType;
      const read = form.recall(schema, facts);
      if (E.isLeft(read)) return read;
      if (personal === undefined) return E.right({ type, ...read.right } as unknown as Ev);
      return isPersonal(personal) ? E.right({ type, ...read.right, personal } as unknown as Ev) : badPersonal;
    },
  };
};
