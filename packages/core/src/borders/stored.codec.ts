/**
 * io-ts keeps our memory: codecs for what we wrote ourselves. Facts are JSON as they stand, so a codec never changes a
 * value; it says whether the value is what we write today. Tolerance is none: an unknown field, type or version is a fault.
 */
import * as t from 'io-ts';
import type { JsonObject, JsonValue } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import type { Malformed } from '../values/malformed.js';
import { isJsonObject } from './json.js';

/** A codec of facts that are their own JSON. */
export type Codec<A> = t.Type<A>;
/** A field that may be absent; never `undefined`, never `null`. */
export type Optional<A> = Readonly<{ optional: Codec<A> }>;

/** One codec a field, so that the compiler names a field forgotten, misspelt or of another type. */
export type Shape<A> = {
  readonly [K in keyof A]-?: Record<never, never> extends Pick<A, K> ? Optional<Exclude<A[K], undefined>> : Codec<A[K]>;
};

const MOST_REMEMBERED = 2_000;

/** A codec for values that a predicate knows. */
export const kept = <A>(expected: string, is: (value: unknown) => value is A): Codec<A> =>
  new t.Type<A>(
    expected,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context, expected)),
    t.identity,
  );

/**
 * Lifts a smart constructor: what it makes of the text must be that text, for we keep values in their one spelling.
 * @example stored(plainDate) // keeps '2024-02-29', not '2024-02-30'
 */
export const stored = <A extends string>(read: (raw: string) => Either<Malformed, A>): Codec<A> => {
  // Days and places come back in event after event; what was once found right need not be looked into again.
  const known = new Set<string>();
  const is = (value: unknown): value is A => {
    if (typeof value !== 'string') return false;
    if (known.has(value)) return true;
    const made = read(value);
    if (E.isLeft(made) || made.right !== value) return false;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.add(value);
    return true;
  };
  const sample = read('');
  return kept(E.isLeft(sample) ? sample.left.expected : 'text', is);
};

/** Text that can be kept: no lone surrogates. */
export const text: Codec<string> = kept(
  'text',
  (value): value is string => typeof value === 'string' && value.isWellFormed(),
);
export const flag: Codec<boolean> = kept('true or false', (value): value is boolean => typeof value === 'boolean');
/** A count that JSON keeps exactly, from 0. */
export const count: Codec<number> = kept(
  'a whole number from 0',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);
/** Facts whose shape is another's: any JSON object of bounded depth. */
export const jsonObject: Codec<JsonObject> = kept('a JSON object', isJsonObject);

/** A JSON object of which one field is known. */
export const withField = <K extends string, A extends JsonValue>(
  object: Codec<JsonObject>,
  name: K,
  field: Codec<A>,
): Codec<JsonObject & Readonly<Record<K, A>>> =>
  kept(
    `${object.name} with ${name}`,
    (value): value is JsonObject & Readonly<Record<K, A>> => object.is(value) && field.is(value[name]),
  );

export const oneOf = <const Codes extends readonly string[]>(...codes: Codes): Codec<Codes[number]> =>
  kept(`one of: ${codes.join(', ')}`, (value): value is Codes[number] => codes.includes(value as string));

export const orNull = <A>(codec: Codec<A>): Codec<A | null> =>
  new t.Type<A | null>(
    codec.name,
    (value): value is A | null => value === null || codec.is(value),
    (value, context) => (value === null ? t.success(null) : codec.validate(value, context)),
    (value) => (value === null ? null : codec.encode(value)),
  );

export const listOf = <A>(item: Codec<A>): Codec<readonly A[]> =>
  new t.Type<readonly A[]>(
    `a list, each ${item.name}`,
    (value): value is readonly A[] => Array.isArray(value) && value.every(item.is),
    (value, context) => {
      if (!Array.isArray(value)) return t.failure(value, context, 'a list');
      for (const [at, element] of value.entries()) {
        const read = item.validate(element, t.appendContext(context, String(at), item, element));
        if (E.isLeft(read)) return read;
      }
      return t.success(value);
    },
    (value) => (item.encode === t.identity ? value : value.map(item.encode)),
  );

export const optional = <A>(codec: Codec<A>): Optional<A> => ({ optional: codec });

/** Either of two forms; what fits neither is reported as the second. */
export const either = <A, B>(first: Codec<A>, second: Codec<B>): Codec<A | B> =>
  new t.Type<A | B>(
    `${first.name}, or ${second.name}`,
    (value): value is A | B => first.is(value) || second.is(value),
    (value, context) => (first.is(value) ? t.success(value) : second.validate(value, context)),
    (value) => (first.is(value) ? first.encode(value) : second.encode(value)),
  );

type Field = Readonly<{ name: string; codec: Codec<unknown>; required: boolean }>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOptional = (part: unknown): part is Optional<unknown> => !(part instanceof t.Type);

/** An object with these fields and no others. Keeping takes these fields and leaves the rest behind. */
export const exact = <A extends object>(shape: Shape<A>): Codec<A> => {
  const fields: readonly Field[] = Object.entries(
    shape as Readonly<Record<string, Codec<unknown> | Optional<unknown>>>,
  ).map(([name, part]) => ({ name, codec: isOptional(part) ? part.optional : part, required: !isOptional(part) }));
  const noOthers = fields.length === 0 ? 'no fields' : `no fields but ${fields.map(({ name }) => name).join(', ')}`;

  const is = (value: unknown): value is A => {
    if (!isRecord(value)) return false;
    let known = 0;
    for (const { name, codec, required } of fields) {
      if (!Object.hasOwn(value, name)) {
        if (required) return false;
      } else if (codec.is(value[name])) known += 1;
      else return false;
    }
    return Object.keys(value).length === known;
  };

  const validate: t.Validate<unknown, A> = (value, context) => {
    if (!isRecord(value)) return t.failure(value, context, 'an object');
    let known = 0;
    for (const { name, codec, required } of fields) {
      const here = t.appendContext(context, name, codec, value[name]);
      if (!Object.hasOwn(value, name)) {
        if (required) return t.failure(undefined, here, codec.name);
        continue;
      }
      const read = codec.validate(value[name], here);
      if (E.isLeft(read)) return read;
      known += 1;
    }
    // Who wrote an unknown field chose its name, so the message names the known ones instead.
    return Object.keys(value).length === known ? t.success(value as A) : t.failure(value, context, noOthers);
  };

  const encode = (value: A): A => {
    const taken: Record<string, unknown> = {};
    for (const { name, codec } of fields) {
      const part = (value as Readonly<Record<string, unknown>>)[name];
      if (part !== undefined) taken[name] = codec.encode(part);
    }
    return taken as A;
  };

  return new t.Type<A>('an object', is, validate, encode);
};

/** Reads what we kept. Errors: where the first thing wrong stands, and what belongs there; never the value. */
export const recallAs = <A>(codec: Codec<A>, value: unknown, under = ''): Either<Malformed, A> => {
  if (codec.is(value)) return E.right(value);
  const read = codec.decode(value);
  if (E.isRight(read)) return read;
  const [error] = read.left;
  const path = [under, ...(error?.context ?? []).map(({ key }) => key)].filter((key) => key !== '');
  return E.left({ at: path.join('.'), expected: error?.message ?? codec.name });
};
