/** Canonical JSON (RFC 8785): one text for one value, so that equal content has equal hashes. */
import { E, type Either } from '../fp.js';
import type { Malformed } from '../values/malformed.js';

/** What JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

const DEEPEST = 500;
const MOST_SHAPES = 2_000;

/** What cannot be written, and where it stands, innermost key first. */
class NotJson extends TypeError {
  readonly path: string[] = [];
  expected = '';
}

const refuse = (expected: string): NotJson => Object.assign(new NotJson(`expected ${expected}`), { expected });

const insideOf = (problem: unknown, key: string | number): unknown => {
  if (problem instanceof NotJson) problem.path.push(String(key));
  return problem;
};

/** All but what is written as it stands: quotes, backslashes, control characters, halves of surrogate pairs. */
const special = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;
const loneSurrogate = /\p{Surrogate}/u;

const text = (value: string): string => {
  if (!special.test(value)) return `"${value}"`;
  if (loneSurrogate.test(value)) throw refuse('text without lone surrogates');
  return JSON.stringify(value);
};

/**
 * Keys as met, the same keys in order of their UTF-16 code units, and what is written before the value of each: the brace or
 * comma, and the key.
 */
type Shape = Readonly<{ met: readonly string[]; ordered: readonly string[]; labels: readonly string[] }>;

/** By their first key: what is asked for anew for each object must be found without writing its keys together. */
const shapes = new Map<string, Shape[]>();
const MOST_ALIKE = 32;
let known = 0;

const sameKeys = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** Sorting is the dear part; objects of one shape share it. */
const shapeOf = (met: readonly string[]): Shape => {
  const first = met[0] as string;
  const alike = shapes.get(first) ?? [];
  for (let i = 0; i < alike.length; i++) {
    const shape = alike[i] as Shape;
    if (sameKeys(shape.met, met)) return shape;
  }
  const ordered = [...met].sort();
  const shape: Shape = { met, ordered, labels: ordered.map((key, i) => `${i === 0 ? '{' : ','}${text(key)}:`) };
  if (known >= MOST_SHAPES) {
    shapes.clear();
    known = 0;
  }
  if (alike.length < MOST_ALIKE) {
    shapes.set(first, [...alike, shape]);
    known += 1;
  }
  return shape;
};

const written = (value: unknown, depth: number): string => {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse('a finite number');
    return String(value);
  }
  if (typeof value !== 'object') throw refuse('a JSON value');
  if (depth >= DEEPEST) throw refuse(`at most ${DEEPEST} levels`);
  return Array.isArray(value) ? list(value, depth + 1) : record(value, depth + 1);
};

const list = (items: readonly unknown[], depth: number): string => {
  let out = '[';
  let i = 0;
  try {
    for (; i < items.length; i++) out += (i === 0 ? '' : ',') + written(items[i], depth);
  } catch (problem) {
    throw insideOf(problem, i);
  }
  return `${out}]`;
};

const record = (value: object, depth: number): string => {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refuse('a plain object');
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const { ordered, labels } = shapeOf(keys);
  const fields = value as Readonly<Record<string, unknown>>;
  let out = '';
  let key = '';
  try {
    for (let i = 0; i < ordered.length; i++) {
      key = ordered[i] as string;
      out += labels[i] + written(fields[key], depth);
    }
  } catch (problem) {
    throw insideOf(problem, key);
  }
  return `${out}}`;
};

/** The canonical text of our own data. Throws a TypeError on a slip of the pen; for input, see `asCanonical`. */
export const canonical = (value: JsonValue): string => written(value, 0);

/** The canonical text of anything. Errors: what JSON cannot say (NaN, undefined, bigint, lone surrogates, classes), and where. */
export const asCanonical = (value: unknown): Either<Malformed, string> => {
  try {
    return E.right(written(value, 0));
  } catch (problem) {
    if (!(problem instanceof NotJson)) throw problem;
    return E.left({ at: problem.path.reverse().join('.'), expected: problem.expected });
  }
};
