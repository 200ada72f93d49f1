/**
 * zod meets strangers: forms, files, agency replies. One way, and patient where it costs nothing: text is trimmed and written
 * in NFC. Limits are technical, so that a field of megabytes is refused before anything looks inside it.
 */
import * as z from 'zod';
import type { JsonObject, JsonValue } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from '../values/malformed.js';
import { type PlainDate, plainDate } from '../values/plain-date.js';
import { isJsonObject, notBoundedJson } from './json.js';

/** No code is generated at run time: core runs under `script-src 'self'` (R30). */
z.config({ jitless: true });

export const LINE = 300;
export const PARAGRAPH = 4_000;

/** Reads a raw value into `A`; `Raw` is what its JSON Schema describes. */
export type Received<A, Raw = unknown> = z.ZodType<A, Raw>;

const tidy = (raw: string): string => raw.normalize('NFC').replace(/\s+/g, ' ').trim();
const CONTROL = /\p{Cc}/u;

const limited = (limit: number): z.ZodString => z.string().max(limit, { abort: true });

/** Lifts a smart constructor: the text is tidied, then read by the value's own rule. */
export const received = <A>(read: (raw: string) => Either<Malformed, A>, limit: number = LINE): Received<A, string> =>
  limited(limit).transform((raw, context) => {
    const made = read(tidy(raw));
    if (E.isRight(made)) return made.right;
    const path = made.left.at === '' ? [] : made.left.at.split('.');
    context.issues.push({ code: 'custom', message: made.left.expected, path, input: undefined });
    return z.NEVER;
  });

const readText = (raw: string): Either<Malformed, string> => {
  if (raw === '') return malformed('text that is not empty');
  return CONTROL.test(raw) || !raw.isWellFormed() ? malformed('text without control characters') : E.right(raw);
};

/** Some text: not empty, tidied, of bounded length. */
export const text = (limit: number = LINE): Received<string, string> => received(readText, limit);

const readCode = (raw: string): Either<Malformed, string> =>
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._:/#+-]*$/u.test(raw) ? E.right(raw) : malformed('a code without spaces');

/** A coded word: a unit, a reason, a number of a paper. */
export const code = (limit = 100): Received<string, string> => received(readCode, limit);

/** A day, as `2024-08-29` or as people write it here, `29/08/2024`. */
const readDate = (raw: string): Either<Malformed, PlainDate> => {
  const [, day, month, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(raw) ?? [];
  return plainDate(
    day === undefined || month === undefined ? raw : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
};
export const date: Received<PlainDate, string> = received(readDate, 40);

export const flag: Received<boolean, boolean> = z.boolean();
export const count = (from = 0, to: number = Number.MAX_SAFE_INTEGER): Received<number, number> =>
  z.int().min(from).max(to);

export const oneOf = <const Codes extends readonly [string, ...string[]]>(
  ...codes: Codes
): Received<Codes[number], Codes[number]> => z.enum(codes) as Received<Codes[number], Codes[number]>;

export const orNull = <A, Raw>(schema: Received<A, Raw>): Received<A | null, Raw | null> => z.nullable(schema);

export const listOf = <A, Raw>(item: Received<A, Raw>, most = 50, least = 0): Received<readonly A[], Raw[]> =>
  z.array(item).min(least).max(most);

/** An object with these fields and no others; who writes another field hears which there are. */
export const fields = <S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> => {
  const names = Object.keys(shape);
  const noOthers = names.length === 0 ? 'no fields' : `no fields but ${names.join(', ')}`;
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? noOthers : undefined) });
};

/** A field that may be left out. */
export const optional = <A, Raw>(schema: Received<A, Raw>): z.ZodExactOptional<Received<A, Raw>> =>
  z.exactOptional(schema);

/** Facts whose shape is another's; the texts inside are bounded too. */
export const jsonObject: Received<JsonObject, JsonObject> = z
  .custom<JsonObject>((raw) => isJsonObject(raw) && JSON.stringify(raw).length <= 100 * PARAGRAPH, 'a JSON object')
  .meta({ type: 'object' });

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  record: 'an object',
};

const bound = (origin: string, limit: unknown, atMost: boolean): string => {
  const side = atMost ? 'at most' : 'at least';
  if (origin === 'string') return `${side} ${limit} characters`;
  return origin === 'array' ? `${side} ${limit} items` : `a number of ${side} ${limit}`;
};

/** What belongs where an issue was found. Nothing in it comes from the value. */
const expectedBy = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? 'another kind of value';
    case 'too_big':
      return bound(issue.origin, issue.maximum, true);
    case 'too_small':
      return bound(issue.origin, issue.minimum, false);
    case 'invalid_value':
      return `one of: ${issue.values.join(', ')}`;
    case 'custom':
    case 'unrecognized_keys':
    case 'invalid_union':
      // Ours: every schema here that can raise one says what it expects.
      return issue.message;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'another form';
  }
};

/** Everything wrong with a stranger's value, in the order of its fields: for forms that mark every field at once. */
export const problemsIn = <A>(schema: Received<A>, raw: unknown): Either<readonly [Malformed, ...Malformed[]], A> => {
  try {
    const unbounded = notBoundedJson(raw);
    if (unbounded !== undefined) return E.left([{ at: '', expected: unbounded }]);
    const read = schema.safeParse(raw, { jitless: true });
    if (read.success) return E.right(read.data);
    const [first, ...more] = read.error.issues.map((issue) => ({
      at: issue.path.map(String).join('.'),
      expected: expectedBy(issue),
    }));
    return E.left([first ?? { at: '', expected: 'another form' }, ...more]);
  } catch {
    // Only an object that is not plain data (a trap, a throwing getter) can come here.
    return E.left([{ at: '', expected: 'a JSON value' }]);
  }
};

/** Reads a stranger's value. Errors: the first thing wrong, and what belongs there; never the value. Never throws. */
export const accept = <A>(schema: Received<A>, raw: unknown): Either<Malformed, A> => {
  const read = problemsIn(schema, raw);
  return E.isLeft(read) ? E.left(read.left[0]) : read;
};

/** What a field is called, by the names that lead to it. */
export type TitleOf = (path: readonly string[]) => Readonly<{ title: string; description: string }> | undefined;

const titled = (schema: JsonValue, path: readonly string[], titleOf: TitleOf): JsonValue => {
  if (Array.isArray(schema)) return schema.map((part) => titled(part, path, titleOf));
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema as JsonObject).map(([key, part]): [string, JsonValue] => {
    if (key === 'items' || key === 'anyOf' || key === 'oneOf' || key === 'allOf')
      return [key, titled(part, path, titleOf)];
    if (key !== 'properties') return [key, part];
    const named = Object.entries(part as Readonly<Record<string, JsonObject>>).map(([name, field]) => {
      const here = [...path, name];
      return [name, { ...titleOf(here), ...(titled(field, here, titleOf) as JsonObject) }] as const;
    });
    return [key, Object.fromEntries(named)];
  });
  return Object.fromEntries(parts);
};

/** The JSON Schema (draft 2020-12) of what a schema accepts, for the other side. */
export const jsonSchemaOf = (schema: Received<unknown>, titleOf: TitleOf = () => undefined): JsonObject =>
  titled(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonObject, [], titleOf) as JsonObject;
