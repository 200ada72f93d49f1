/** The rules of keeping views, shared by every store of them: what may be asked, and when a commit or a swap stands. Pure. */
import { asCanonical } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import type { BadInput } from './fault.js';
import type {
  Generation,
  Lease,
  LeaseAsked,
  LeaseHeld,
  NoSuchGeneration,
  RowsAsked,
  StaleCheckpoint,
  ViewCommit,
} from './view-store.js';

/** How many rows a page holds at most when its reader names no limit; so memory stays bounded. */
export const ROW_PAGE = 1000;

const bad = (at: string, expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at, expected });

const KEY = /^[\x20-\x7e]{1,500}$/;
const PREFIX = /^[\x20-\x7e]{0,500}$/;
const NAME = /^[a-z][a-z0-9-]{0,99}$/;
const A_KEY = '1 to 500 printable ASCII characters, which sort alike everywhere';
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The name of a view: part of no sentence, and of keys. */
export const checkView = (view: string): Either<BadInput, string> =>
  NAME.test(view) ? E.right(view) : bad('view', 'lower-case letters, digits and hyphens');

export const checkKeys = (keys: readonly string[]): Either<BadInput, readonly string[]> => {
  const wrong = keys.findIndex((key) => !KEY.test(key));
  return wrong < 0 ? E.right(keys) : bad(`keys[${wrong}]`, A_KEY);
};

export type RowsPlan = Readonly<{ prefix: string; after: string; limit: number }>;

export const checkRows = ({
  prefix = '',
  after = '',
  limit = ROW_PAGE,
}: RowsAsked = {}): Either<BadInput, RowsPlan> => {
  if (!PREFIX.test(prefix)) return bad('prefix', 'the beginning of a key');
  if (!PREFIX.test(after)) return bad('after', 'a key');
  return isCount(limit) ? E.right({ prefix, after, limit }) : bad('limit', 'a whole number from 0');
};

/** The first text that is greater than every key with this prefix; `undefined` where there is none. */
export const endOfPrefix = (prefix: string): string | undefined =>
  prefix === '' ? undefined : prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

/** A change as it is kept: JSON text with its keys in the order they were met, for a state may rest on it. */
export type KeptChange = Readonly<{ key: string; text: string | null }>;

/** Refuses a bad commit before anything is read or written; answers its changes as they are to be kept. */
export const checkCommit = (commit: ViewCommit): Either<BadInput, readonly KeptChange[]> => {
  const { view, expected, checkpoint, rewind, changes = [], events = 0 } = commit;
  const named = checkView(view);
  if (E.isLeft(named)) return named;
  if (expected !== null && rewind !== true && (checkpoint === null || checkpoint < expected)) {
    return bad('checkpoint', 'no position before the one expected, unless it is a rewind');
  }
  if (!isCount(events)) return bad('events', 'a whole number from 0');
  const keyed = checkKeys(changes.map(({ key }) => key));
  if (E.isLeft(keyed)) return keyed;
  if (new Set(changes.map(({ key }) => key)).size < changes.length) return bad('changes', 'each key once');
  for (const [index, { value }] of changes.entries()) {
    const text = asCanonical(value);
    if (E.isLeft(text)) return bad(`changes[${index}].${text.left.at}`, text.left.expected);
  }
  return E.right(changes.map(({ key, value }) => ({ key, text: value === null ? null : JSON.stringify(value) })));
};

/** Whether a commit stands, given the generation as it is kept. */
export const judgeCommit = (
  { view, generation, expected }: ViewCommit,
  kept: Pick<Generation, 'checkpoint'> | undefined,
): StaleCheckpoint | NoSuchGeneration | undefined => {
  if (kept === undefined) return { kind: 'NoSuchGeneration', view, generation };
  const actual = kept.checkpoint;
  return actual === expected ? undefined : { kind: 'StaleCheckpoint', view, generation, expected, actual };
};

type Reached = Pick<Generation, 'checkpoint'>;

/** Whether a generation may take the place of the live one: it must have read as far. */
export const judgeSwap = (
  view: string,
  generation: number,
  next: Reached | undefined,
  live: Reached | undefined,
): StaleCheckpoint | NoSuchGeneration | undefined => {
  if (next === undefined) return { kind: 'NoSuchGeneration', view, generation };
  const [expected, actual] = [live?.checkpoint ?? null, next.checkpoint];
  return (actual ?? '') >= (expected ?? '')
    ? undefined
    : { kind: 'StaleCheckpoint', view, generation, expected, actual };
};

/**
 * Who holds a lease after it was asked for. A holder's own lease never becomes shorter: what was asked for earlier may arrive
 * later, when the holder counts on what it was granted since.
 */
export const judgeLease = (
  standing: Lease | undefined,
  { name, holder, now, until }: LeaseAsked,
): Either<LeaseHeld, Lease> => {
  if (standing === undefined) return E.right({ name, holder, until });
  if (standing.holder === holder)
    return E.right({ name, holder, until: standing.until > until ? standing.until : until });
  return standing.until > now
    ? E.left({ kind: 'LeaseHeld', name, until: standing.until })
    : E.right({ name, holder, until });
};
