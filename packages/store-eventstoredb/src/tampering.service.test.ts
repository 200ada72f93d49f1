/** What others may do to the server: streams shortened, ended or written to. It is noticed, and never read as another history. */
import { createHash, randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { E } from '@lienthong/core/fp';
import { type EventStoreServer, write, writeMetadata } from '@lienthong/testing/eventstoredb';
import { describe, expect, it } from 'vitest';
import { type Alarm, inspectEventstoredb } from './index.js';
import { aJournal, aServer, batchOf, cleanUp, faultIn, unavailable, written } from './trial/harness.js';

cleanUp();

const CORRUPT = unavailable('corrupt');
const NEVER = '9223372036854775807';

const aStream = async (size = 5): Promise<EventStoreServer> => {
  const server = await aServer();
  const journal = await aJournal(server);
  written(await journal.append('case-1', 'none', batchOf(size))());
  return server;
};

const alarmsIn = async (server: EventStoreServer, prefix = ''): Promise<readonly Alarm[]> => {
  const alarms = await inspectEventstoredb({ connection: server.connectionString, prefix })();
  if (E.isLeft(alarms)) throw new Error(JSON.stringify(alarms.left));
  return alarms.right;
};

const foreign = (text: string, metadata = '') => ({
  id: randomUUID(),
  type: 'Ordered',
  contentType: 'application/octet-stream',
  data: Uint8Array.from(Buffer.from(text)),
  metadata: Uint8Array.from(Buffer.from(metadata)),
});

describe('a stream that the server was told to forget', () => {
  it('is corrupt, not short, when its beginning is hidden', async () => {
    for (const [key, value] of [
      ['$tb', 2],
      ['$maxCount', 3],
    ] as const) {
      const server = await aStream();
      writeMetadata(server.log, 'case-1', randomUUID(), JSON.stringify({ [key]: value }), 0);
      const journal = await aJournal(server);
      expect(faultIn(await journal.read('case-1')())).toEqual(CORRUPT);
      expect(faultIn(await journal.append('case-1', 'any', batchOf(1))())).toEqual(CORRUPT);
      expect(await alarmsIn(server)).toEqual([{ kind: 'forgetting', stream: 'case-1', by: [key] }]);
    }
  });

  it('is refused before it forgets anything', async () => {
    const server = await aStream();
    writeMetadata(server.log, 'case-1', randomUUID(), '{"$maxCount":1000}', 0);
    const journal = await aJournal(server);
    expect(faultIn(await journal.append('case-1', 'any', batchOf(1))())).toEqual(CORRUPT);
  });

  it('does not begin anew when it was deleted softly', async () => {
    const server = await aStream();
    const old = await aJournal(server);
    expect(E.isRight(await old.read('case-1')())).toBe(true);
    writeMetadata(server.log, 'case-1', randomUUID(), `{"$tb":${NEVER}}`, 0);
    const journal = await aJournal(server);
    expect(faultIn(await journal.append('case-1', 'none', batchOf(1))())).toEqual(CORRUPT);
    expect(faultIn(await old.append('case-1', 'none', batchOf(1))())).toEqual(CORRUPT);
    expect(server.log.streams.get('case-1')?.length).toBe(5);
    const fed = await journal.feed()();
    expect(E.isRight(fed) && fed.right.events.length).toBe(5);
  });

  it('is corrupt when it was ended for good; the feed shows its events, and says nothing of the end', async () => {
    const server = await aStream();
    const client = EventStoreDBClient.connectionString(server.connectionString);
    await client.tombstoneStream('case-1');
    await client.dispose();
    const journal = await aJournal(server);
    expect(faultIn(await journal.read('case-1')())).toEqual(CORRUPT);
    expect(faultIn(await journal.append('case-1', 'any', batchOf(1))())).toEqual(CORRUPT);
    const fed = await journal.feed()();
    expect(E.isRight(fed) && fed.right.events.length).toBe(5);
    expect(await alarmsIn(server)).toEqual([{ kind: 'tombstone', stream: 'case-1' }]);
  });
});

describe('events that somebody else wrote', () => {
  it('are reported by the feed, or left out where one asks for that', async () => {
    const server = await aStream(2);
    write(server.log, 'orders-1', [foreign('{"order":1}')], 0);
    expect(faultIn(await (await aJournal(server)).feed()())).toEqual(CORRUPT);
    const tolerant = await aJournal(server, { foreign: 'leave-out' });
    const fed = await tolerant.feed()();
    expect(E.isRight(fed) && fed.right.events.length).toBe(2);
    expect(faultIn(await tolerant.read('orders-1')())).toEqual(CORRUPT);
    expect(await alarmsIn(server)).toEqual([{ kind: 'foreign', stream: 'orders-1', revision: 0 }]);
  });

  it('are none of our business outside our prefix', async () => {
    const server = await aServer();
    write(server.log, 'orders-1', [foreign('{"order":1}')], 0);
    const [one, other] = [await aJournal(server, { prefix: 'a/' }), await aJournal(server, { prefix: 'b/' })];
    written(await one.append('case-1', 'none', batchOf(2))());
    written(await other.append('case-1', 'none', batchOf(1))());
    const fed = await one.feed({ streamPrefix: 'case' })();
    expect(E.isRight(fed) && fed.right.events.map(({ stream, revision }) => [stream, revision])).toEqual([
      ['case-1', 0],
      ['case-1', 1],
    ]);
    expect(await alarmsIn(server, 'a/')).toEqual([]);
  });

  it('are damaged when they pose as ours: other text under our hash, another place, another chain', async () => {
    const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
    const server = await aStream(2);
    const [, last] = server.log.streams.get('case-1') ?? [];
    const text = Buffer.from(last?.data ?? []).toString('utf8');
    const moved = text.replace('"revision":1', '"revision":2');
    for (const [said, hash] of [
      [text, hashOf(text)],
      [moved, hashOf(text)],
      [moved.replace('"stream":"case-1"', '"stream":"case-2"'), ''],
      ['not JSON', ''],
    ] as const) {
      const forged = foreign(said, JSON.stringify({ hash: hash === '' ? hashOf(said) : hash }));
      write(server.log, 'case-1', [{ ...forged, type: 'Applied' }], 0);
      const journal = await aJournal(server);
      expect(faultIn(await journal.read('case-1')())).toEqual(CORRUPT);
      expect(faultIn(await journal.append('case-1', 'any', batchOf(1))())).toEqual(CORRUPT);
      expect(await alarmsIn(server)).toContainEqual({ kind: 'damaged', stream: 'case-1', revision: 2 });
      server.log.streams.get('case-1')?.pop();
      server.log.all.pop();
    }
  });

  it('shorten nothing that a journal knew: a head that is gone is noticed', async () => {
    const server = await aStream(3);
    const journal = await aJournal(server);
    expect(E.isRight(await journal.read('case-1')())).toBe(true);
    server.log.streams.delete('case-1');
    expect(faultIn(await journal.append('case-1', { exact: 2 }, batchOf(1))())).toMatchObject({
      kind: 'OutcomeUnknown',
    });
    expect(faultIn(await journal.append('case-1', { exact: 2 }, batchOf(1))())).toMatchObject({ kind: 'Conflict' });
  });
});

describe('metadata that only say who may read', () => {
  it('are no alarm, and a stream that has nothing else is missing', async () => {
    const server = await aServer();
    writeMetadata(server.log, 'case-1', randomUUID(), '{"$acl":{"$r":"$admins"}}', 0);
    const journal = await aJournal(server);
    expect(await journal.read('case-1')()).toEqual(E.right({ exists: false, events: [] }));
    expect(faultIn(await journal.append('case-1', 'exists', batchOf(1))())).toMatchObject({ kind: 'Conflict' });
    expect(written(await journal.append('case-1', 'none', batchOf(1))()).created).toBe(true);
    expect(await alarmsIn(server)).toEqual([]);
  });
});
