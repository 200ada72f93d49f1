/** A write transaction from its beginning, which may be waited for, to its end, which may be bad. */
import type { Fault, OutcomeUnknown } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { unwrap } from 'idb';
import { BUSY, CORRUPT, commitFaultOf, faultOf } from './faults.js';
import { type Database, STORES } from './layout.js';
import { type Answer, type Append, type Rules, type Writing, writeGroup } from './writer.js';

/** Why a transaction was aborted; `undefined` when it was committed. */
const endOf = (tx: Writing): Promise<Readonly<{ error: unknown }> | undefined> =>
  new Promise((tell) => {
    const raw = unwrap(tx) as unknown as IDBTransaction;
    raw.addEventListener('complete', () => tell(undefined));
    raw.addEventListener('abort', () => tell({ error: raw.error }));
  });

const abort = (tx: Writing): void => {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
};

/** Throws only when the transaction cannot begin. */
export const writeIn = async (
  database: Database,
  group: readonly Append[],
  rules: Rules,
  patience: number,
): Promise<Either<Fault | OutcomeUnknown, readonly Answer[]>> => {
  // `strict`: answered only once it is on the disk.
  const tx = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  tx.done.catch(() => undefined);
  const end = endOf(tx);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort(tx);
  }, patience);
  let done: Awaited<ReturnType<typeof writeGroup>>;
  try {
    done = await writeGroup(tx, group, rules, () => clearTimeout(timer));
    if (done !== undefined) tx.commit();
  } catch (error) {
    abort(tx);
    // The first request that failed says more than those that fell with it.
    return E.left(late ? BUSY : faultOf((await end)?.error ?? error));
  } finally {
    clearTimeout(timer);
  }
  if (done === undefined) return E.left(CORRUPT);
  const ended = await end;
  if (ended === undefined) return E.right(done.answers);
  return E.left(done.wrote ? commitFaultOf(ended.error) : faultOf(ended.error));
};
