/**
 * The stored form of a command: what it orders, and apart from that what concerns persons. Who gave it, when and under which
 * id stands in the envelope of its record, the first of each commit (R1).
 */
import type { JsonObject } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import {
  COMMAND_ACCEPTED,
  type Command,
  type CommandCodec,
  type Order,
  type Personal,
  type StoredEvent,
} from '../kernel/index.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { isPersonal } from './personal.js';
import { type Codec, recallAs } from './stored.codec.js';

/** Whether an order concerns persons: never, perhaps, always. */
type Sealing<D> = 'personal' extends keyof D
  ? Record<never, never> extends Pick<D, 'personal'>
    ? 'may'
    : 'must'
  : 'no';
type Bare<D> = D extends unknown ? Omit<D, 'personal'> : never;

export type CommandForm<F, S> = Readonly<{ codec: Codec<F>; personal: S }>;

/** One form for each type of command: the compiler names a type that has none, or one whose persons were forgotten. */
export type CommandForms<C extends Command> = {
  readonly [T in C['type']]: CommandForm<
    Bare<Extract<C, { type: T }>['data']>,
    Sealing<Extract<C, { type: T }>['data']>
  >;
};

export const order = <F>(codec: Codec<F>): CommandForm<F, 'no'> => ({ codec, personal: 'no' });
export const orderAboutPersons = <F>(codec: Codec<F>): CommandForm<F, 'must'> => ({ codec, personal: 'must' });
export const orderPerhapsAboutPersons = <F>(codec: Codec<F>): CommandForm<F, 'may'> => ({ codec, personal: 'may' });

const unknownType = malformed('a type of command known here', 'command');
const sealed = malformed('the personal data of this command, unsealed', 'personal');
const none = malformed('no personal data', 'personal');

export const commandCodec = <C extends Command>(forms: CommandForms<C>): CommandCodec<C> => {
  const byType = new Map(Object.entries(forms) as [string, CommandForm<object, string>][]);
  return {
    keep: ({ type, data }) => {
      const { personal } = data as Readonly<{ personal?: Personal }>;
      const facts = (byType.get(type) as CommandForm<object, string>).codec.encode(data as object) as JsonObject;
      return personal === undefined ? { facts } : { facts, personal };
    },
    recall: (type, { facts, personal }) => {
      const form = byType.get(type);
      if (form === undefined) return unknownType;
      const read = recallAs(form.codec, facts);
      if (E.isLeft(read)) return read;
      if (personal === undefined) {
        return form.personal === 'must' ? sealed : E.right({ type, data: read.right } as unknown as Order<C>);
      }
      if (form.personal === 'no' || !isPersonal(personal)) return none;
      return E.right({ type, data: { ...read.right, personal } } as unknown as Order<C>);
    },
  };
};

const isCounts = (value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null && Object.values(value).every(Number.isSafeInteger);

/**
 * The command that a commit's first record keeps, to be judged again. `personal` is what was unsealed of it; without it a
 * command about persons is `Malformed` at `personal`: not to be judged again, neither right nor wrong (R1).
 */
export const recallCommandWith =
  <C extends Command>(codec: CommandCodec<C>) =>
  (
    { type, causation, occurredAt, actor, onBehalfOf, data }: StoredEvent,
    personal?: Personal,
  ): Either<Malformed, C> => {
    const { command, commandFacts, seen } = data;
    if (type !== COMMAND_ACCEPTED || typeof command !== 'string') return malformed('the record of a command', 'type');
    const sealedNone = personal === undefined || Object.keys(personal).length === 0;
    const kept = { facts: commandFacts as JsonObject, ...(sealedNone ? {} : { personal }) };
    const read = codec.recall(command, kept);
    if (E.isLeft(read)) return read;
    if (seen !== undefined && !isCounts(seen)) return malformed('a revision for each leg', 'seen');
    return E.right({
      id: causation,
      at: occurredAt,
      actor,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(seen === undefined ? {} : { seen }),
      ...read.right,
    } as unknown as C);
  };
