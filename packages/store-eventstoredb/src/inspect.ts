/**
 * Looking the whole log over for what a register must not hold: streams that the server was told to shorten or to end, and
 * events that somebody else wrote among ours. A server lets an administrator do all of it, so an operator has to look.
 */
import type { Fault } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Source } from './catching-up.js';
import type { Place, Recorded, Trouble } from './driver.js';
import { isOfTheSystem, readRecord } from './envelope.js';
import { faultOf } from './faults.js';
import { patiently } from './patience.js';
import { type Forgetting, forgettingIn, metastreamOf } from './stream-metadata.js';

/** `stream` is named as the journal's users name it. */
export type Alarm =
  /** Its metadata hide or remove events: `$tb` alone is also what a soft deletion leaves. */
  | Readonly<{ kind: 'forgetting'; stream: string; by: readonly Forgetting[] }>
  | Readonly<{ kind: 'tombstone'; stream: string }>
  | Readonly<{ kind: 'foreign' | 'damaged'; stream: string; revision: number }>;

const PAGE = 1000;
const [TOMBSTONE, METADATA] = ['$streamDeleted', '$metadata'];

type Found = Readonly<{ alarms: Alarm[]; forgetting: Map<string, readonly Forgetting[]> }>;

const lookAt = ({ prefix, verify }: Source, { alarms, forgetting }: Found, record: Recorded): void => {
  const { stream, type, revision } = record;
  const metastreams = metastreamOf(prefix);
  if (type === METADATA && stream.startsWith(metastreams)) {
    forgetting.set(stream.slice(metastreams.length), forgettingIn(record));
    return;
  }
  if (!stream.startsWith(prefix) || stream.startsWith('$')) return;
  const name = stream.slice(prefix.length);
  if (type === TOMBSTONE) alarms.push({ kind: 'tombstone', stream: name });
  else if (!isOfTheSystem(record)) {
    const read = readRecord(record, name, verify);
    if (typeof read === 'string') alarms.push({ kind: read, stream: name, revision });
  }
};

const pageFrom = ({ driver, patience }: Source, from: Place | 'start'): Promise<Either<Trouble, readonly Recorded[]>> =>
  patiently(patience, () => driver.readAll(from, PAGE));

export const inspectLog = async (source: Source): Promise<Either<Fault, readonly Alarm[]>> => {
  const found: Found = { alarms: [], forgetting: new Map() };
  let from: Place | 'start' | undefined = 'start';
  while (from !== undefined) {
    const page: Either<Trouble, readonly Recorded[]> = await pageFrom(source, from);
    if (E.isLeft(page)) return E.left(faultOf(page.left));
    // The server gives the event at `from` once more.
    for (const record of page.right.slice(from === 'start' ? 0 : 1)) lookAt(source, found, record);
    from = page.right.length < PAGE ? undefined : page.right.at(-1)?.place;
  }
  const hidden = [...found.forgetting]
    .filter(([stream, by]) => by.length > 0 && !stream.startsWith('$'))
    .map(([stream, by]): Alarm => ({ kind: 'forgetting', stream, by }));
  return E.right([...hidden, ...found.alarms]);
};
