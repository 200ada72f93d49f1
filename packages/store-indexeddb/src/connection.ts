/**
 * The connection, which may go at any time: another tab upgrades or deletes the database, the browser closes it. It is
 * opened again at the next question; a database that is gone, or another under the same name, is never taken for it.
 */
import type { Unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { CORRUPT, faultOf, isClosing } from './faults.js';
import type { Database } from './layout.js';
import { type Opened, type Opening, openDatabase } from './open-database.js';

export type Connection = Readonly<{
  /** Does some work; once more on a new connection, when this one closed before a transaction could begin. */
  on: <L, R>(work: (database: Database) => Promise<Either<L, R>>) => Promise<Either<L | Unavailable, R>>;
  close: () => Promise<void>;
}>;

type Current = Promise<Either<Unavailable, Opened>>;

export const connection = (opening: Omit<Opening, 'mayMake'>, verify: boolean): Connection => {
  let identity: string | undefined;
  let current: Current | undefined;

  const connect = async (): Current => {
    const opened = await openDatabase({ ...opening, mayMake: identity === undefined }, verify);
    if (E.isLeft(opened)) return opened;
    const { about, raw } = opened.right;
    identity ??= about.identity;
    if (identity === about.identity) return opened;
    raw.close();
    return E.left(CORRUPT);
  };

  const use = async (): Promise<Readonly<{ opened: Awaited<Current>; forget: () => void }>> => {
    const mine = current ?? connect();
    current = mine;
    const forget = (): void => {
      if (current === mine) current = undefined;
    };
    const opened = await mine;
    if (E.isLeft(opened)) forget();
    else {
      const { raw } = opened.right;
      raw.onclose = forget;
      raw.onversionchange = () => {
        forget();
        raw.close();
      };
    }
    return { opened, forget };
  };

  return {
    on: async (work) => {
      for (let again = true; ; again = false) {
        const { opened, forget } = await use();
        if (E.isLeft(opened)) return opened;
        try {
          return await work(opened.right.database);
        } catch (error) {
          if (!again || !isClosing(error)) return E.left(faultOf(error));
          forget();
        }
      }
    },
    close: async () => {
      const last = await current;
      if (last !== undefined && E.isRight(last)) last.right.raw.close();
    },
  };
};
