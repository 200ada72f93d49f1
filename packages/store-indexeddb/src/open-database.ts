/** Opens a database within a time, brings it up to date, and looks whether it is a journal of ours and whole. */
import type { Unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { wrap } from 'idb';
import { BUSY, CORRUPT, faultOf } from './faults.js';
import { type AboutRow, type Database, STEPS, STORES, type Step } from './layout.js';

export type Opening = Readonly<{
  factory: IDBFactory;
  name: string;
  /** How long is waited for another tab that keeps an older version open, in milliseconds. */
  patience: number;
  /** Whether a database that is not there is made; one that was there and is gone must not come back empty. */
  mayMake: boolean;
  steps?: readonly Step[];
}>;

/** The raw connection. An opening cannot be called off: what succeeds too late is closed again, and changes nothing. */
export const openRaw = ({ factory, name, patience, mayMake, steps = STEPS }: Opening) =>
  new Promise<Either<Unavailable, IDBDatabase>>((tell) => {
    let [late, lost] = [false, false];
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name, steps.length);
    } catch (error) {
      tell(E.left(faultOf(error)));
      return;
    }
    const timer = setTimeout(() => {
      late = true;
      tell(E.left(BUSY));
    }, patience);
    request.onupgradeneeded = ({ oldVersion }) => {
      lost = oldVersion === 0 && !mayMake;
      if (late || lost) request.transaction?.abort();
      else for (const step of steps.slice(oldVersion)) step(request.result, request.transaction as IDBTransaction);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      if (late) request.result.close();
      else tell(E.right(request.result));
    };
    request.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      tell(E.left(lost ? CORRUPT : faultOf(request.error)));
    };
  });

/**
 * Positions are handed out one by one and nothing is ever deleted: as many events and streams must stand there as were
 * counted. So a history that lost an event is noticed, its last one too.
 */
const aboutIn = async (database: Database, verify: boolean): Promise<AboutRow | undefined> => {
  if (STORES.some((store) => !database.objectStoreNames.contains(store))) return undefined;
  const tx = database.transaction(STORES, 'readonly');
  tx.done.catch(() => undefined);
  const [about, events, streams] = await Promise.all([
    tx.objectStore('about').get('journal'),
    verify ? tx.objectStore('events').count() : undefined,
    verify ? tx.objectStore('streams').count() : undefined,
  ]);
  if (about === undefined || !Number.isSafeInteger(about.position)) return undefined;
  const whole = !verify || (about.position === events && about.streams === streams);
  return whole ? about : undefined;
};

export type Opened = Readonly<{ database: Database; raw: IDBDatabase; about: AboutRow }>;

export const openDatabase = async (opening: Opening, verify: boolean): Promise<Either<Unavailable, Opened>> => {
  const opened = await openRaw(opening);
  if (E.isLeft(opened)) return opened;
  const raw = opened.right;
  // From the first moment on: an upgrade by another tab must not wait for us.
  raw.onversionchange = () => raw.close();
  const database = wrap(raw) as unknown as Database;
  try {
    const about = await aboutIn(database, verify);
    if (about !== undefined) return E.right({ database, raw, about });
    raw.close();
    return E.left(CORRUPT);
  } catch (error) {
    raw.close();
    return E.left(faultOf(error));
  }
};
