/**
 * One writer across tabs (một người ghi): a Web Lock makes tabs queue fairly and in sight of the browser's tools. It is a
 * courtesy only. Where there are no locks the database's own write transaction makes writers wait for each other, and
 * every append is judged inside that transaction, so nothing depends on the lock.
 */
import type { Unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { BUSY } from './faults.js';

export type Locks = Pick<LockManager, 'request'>;

/** Does the work alone, or answers `busy` when its turn does not come in time. `work` never rejects. */
export const exclusively = async <T>(
  locks: Locks | undefined,
  name: string,
  patience: number,
  work: () => Promise<T>,
): Promise<Either<Unavailable, T>> => {
  if (locks === undefined) return E.right(await work());
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const mine = async (): Promise<T> => {
      clearTimeout(timer);
      return await work();
    };
    return E.right((await locks.request(name, { signal: late.signal }, mine)) as T);
  } catch {
    // The browser grants no locks here (a frame without an origin, a page that is going away).
    return late.signal.aborted ? E.left(BUSY) : E.right(await work());
  } finally {
    clearTimeout(timer);
  }
};
