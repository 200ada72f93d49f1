/** The protocol server as the real client package sees it, apart from any journal. */
import {
  binaryEvent,
  END,
  ErrorType,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { shared, streams } from './generated.js';
import { type EventStoreServer, type EventStoreServerOptions, emptyLog, eventStoreServer } from './index.js';
import { identifierOf, uuidOf } from './messages.js';

const { StreamsClient } = streamsGrpc;

const running: EventStoreServer[] = [];
const clients: EventStoreDBClient[] = [];
const problems: unknown[] = [];

const aServer = async (options: EventStoreServerOptions = {}): Promise<EventStoreServer> => {
  const server = await eventStoreServer({ tell: (problem) => problems.push(problem), ...options });
  running.push(server);
  return server;
};

const clientOf = (connectionString: string): EventStoreDBClient => {
  const client = EventStoreDBClient.connectionString(connectionString);
  clients.push(client);
  return client;
};

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await Promise.all(running.splice(0).map((server) => server.stop()));
  expect(problems.splice(0)).toEqual([]);
});

const event = (type = 'Applied') => jsonEvent({ type, data: { tên: 'Ánh' } });

const typesIn = async (stream: AsyncIterable<{ event?: { type: string } }>): Promise<readonly string[]> => {
  const types: string[] = [];
  for await (const { event: one } of stream) types.push(one?.type ?? 'nothing');
  return types;
};

describe('the protocol server', () => {
  for (const batchAppend of [true, false]) {
    it(`keeps the four expectations, ${batchAppend ? 'with' : 'without'} batch append`, async () => {
      const server = await aServer({ batchAppend });
      const client = clientOf(server.connectionString);
      const append = (expectedRevision: 'any' | 'no_stream' | 'stream_exists' | bigint) =>
        client.appendToStream('Nguyễn Ánh/1', event(), { expectedRevision });
      await expect(append('stream_exists')).rejects.toMatchObject({ type: ErrorType.WRONG_EXPECTED_VERSION });
      expect(await append('no_stream')).toMatchObject({ success: true, nextExpectedRevision: 0n });
      await expect(append('no_stream')).rejects.toMatchObject({ actualVersion: 0n });
      expect(await append(0n)).toMatchObject({ nextExpectedRevision: 1n });
      expect(await append('any')).toMatchObject({ nextExpectedRevision: 2n });
      expect(server.called(batchAppend ? 'BatchAppend request' : 'Append')).toBe(5);
    });
  }

  it('reads forward and backward, with bytes as they were, and tells a missing stream', async () => {
    const client = clientOf((await aServer()).connectionString);
    const bytes = Uint8Array.from([0, 255, 7]);
    await client.appendToStream('s', [event('A'), binaryEvent({ type: 'B', data: bytes }), event('C')]);
    expect(await typesIn(client.readStream('s', { fromRevision: 1n }))).toEqual(['B', 'C']);
    expect(await typesIn(client.readStream('s', { fromRevision: 1n, direction: 'backwards' }))).toEqual(['B', 'A']);
    expect(await typesIn(client.readStream('s', { fromRevision: END, direction: 'backwards', maxCount: 1 }))).toEqual([
      'C',
    ]);
    for await (const { event: one } of client.readStream('s', { fromRevision: 1n, maxCount: 1 })) {
      expect(one?.data).toEqual(bytes);
    }
    await expect(typesIn(client.readStream('missing'))).rejects.toMatchObject({ type: ErrorType.STREAM_NOT_FOUND });
  });

  it('is found by gossip, and a follower sends its client to the leader', async () => {
    const log = emptyLog();
    const leader = await aServer({ log });
    const follower = await aServer({ log, leader: () => ({ address: leader.address, port: leader.port }) });
    const found = clientOf(`esdb://127.0.0.1:${follower.port},127.0.0.1:${follower.port}?tls=false`);
    await found.appendToStream('s', event(), { requiresLeader: true });
    expect([leader.called('BatchAppend request'), follower.called('BatchAppend request')]).toEqual([1, 0]);
    const direct = clientOf(follower.connectionString);
    await expect(typesIn(direct.readStream('s', { requiresLeader: true }))).rejects.toMatchObject({
      type: ErrorType.NOT_LEADER,
      leader: { address: leader.address, port: leader.port },
    });
    expect(await typesIn(direct.readStream('s', { requiresLeader: true }))).toEqual(['Applied']);
  });

  it('gives the log in order with what is the server’s own, and follows it by filter, live', async () => {
    const client = clientOf((await aServer()).connectionString);
    await client.appendToStream('birth-1', event('A'));
    await client.setStreamMetadata('birth-1', { acl: { readRoles: ['$all'] } });
    await client.appendToStream('death-1', event('B'));
    expect(await typesIn(client.readAll())).toEqual(['A', '$metadata', 'B']);
    expect(await typesIn(client.readAll({ direction: 'backwards', fromPosition: END, maxCount: 1 }))).toEqual(['B']);
    const heard: string[] = [];
    const subscription = client.subscribeToAll({
      fromPosition: START,
      filter: streamNameFilter({ prefixes: ['birth-'] }),
    });
    const live = new Promise<void>((done) => {
      subscription.on('data', ({ event: one }) => {
        heard.push(one?.type ?? '');
        if (heard.length === 2) done();
      });
    });
    await new Promise<void>((caughtUp) => subscription.on('caughtUp', () => caughtUp()));
    await client.appendToStream('death-1', event('C'));
    await client.appendToStream('birth-1', event('D'));
    await live;
    expect(heard).toEqual(['A', 'D']);
    await subscription.unsubscribe();
  });

  it('tells a follower where it stands when nothing passes its filter', async () => {
    const client = clientOf((await aServer()).connectionString);
    for (let n = 0; n < 4; n += 1) await client.appendToStream('s', event('Passed'));
    const reached = new Promise<bigint>((tell) => {
      client
        .subscribeToAll({
          fromPosition: START,
          filter: eventTypeFilter({
            prefixes: ['Other'],
            maxSearchWindow: 2,
            checkpointInterval: 1,
            checkpointReached: (subscription, position) => {
              tell(position.commit);
              subscription.unsubscribe().catch(() => undefined);
            },
          }),
        })
        .on('data', () => undefined);
    });
    expect(await reached).toBeGreaterThan(0n);
  });

  it('resolves a link, and gives none whose target was deleted', async () => {
    const client = clientOf((await aServer()).connectionString);
    await client.appendToStream('s', event('A'));
    await client.appendToStream('links', binaryEvent({ type: '$>', data: Buffer.from('0@s') }));
    const resolved = (): Promise<readonly string[]> =>
      typesIn(client.readStream('links', { resolveLinkTos: true }) as AsyncIterable<{ event?: { type: string } }>);
    expect(await resolved()).toEqual(['A']);
    await client.deleteStream('s');
    expect(await resolved()).toEqual(['nothing']);
  });

  it('deletes softly and for good', async () => {
    const client = clientOf((await aServer()).connectionString);
    await client.appendToStream('s', event('A'));
    await client.deleteStream('s', { expectedRevision: 0n });
    await expect(typesIn(client.readStream('s'))).rejects.toMatchObject({ type: ErrorType.STREAM_NOT_FOUND });
    expect(await client.appendToStream('s', event('B'), { expectedRevision: 'no_stream' })).toMatchObject({
      nextExpectedRevision: 1n,
    });
    await client.tombstoneStream('s');
    await expect(typesIn(client.readStream('s'))).rejects.toMatchObject({ type: ErrorType.STREAM_DELETED });
    await expect(client.appendToStream('s', event())).rejects.toMatchObject({ type: ErrorType.STREAM_DELETED });
    await expect(client.tombstoneStream('s')).rejects.toMatchObject({ type: ErrorType.STREAM_DELETED });
  });

  it('keeps its log through a restart, and forgets the ids of `any`', async () => {
    const server = await aServer();
    const one = event();
    await clientOf(server.connectionString).appendToStream('s', one, { expectedRevision: 'any' });
    await server.restart();
    const again = clientOf(server.connectionString);
    await expect
      .poll(() => again.appendToStream('s', one, { expectedRevision: 'no_stream' }).catch(() => undefined))
      .toMatchObject({ nextExpectedRevision: 0n });
    expect(await again.appendToStream('s', one, { expectedRevision: 'any' })).toMatchObject({
      nextExpectedRevision: 1n,
    });
  });

  it('writes nothing of a request that was broken off', async () => {
    const server = await aServer();
    const client = new StreamsClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
    const expectation = new streams.AppendReq.Options();
    expectation.setStreamIdentifier(identifierOf('s'));
    expectation.setAny(new shared.Empty());
    for (const how of ['by the client', 'by the network'] as const) {
      const proposed = new streams.AppendReq.ProposedMessage();
      proposed.setId(uuidOf('00000000-0000-4000-8000-00000000000a'));
      proposed.getMetadataMap().set('type', 'A');
      const over = new Promise<unknown>((done) => {
        const call = client.append((error) => done(error));
        call.write(new streams.AppendReq().setOptions(expectation));
        call.write(new streams.AppendReq().setProposedMessage(proposed), () => {
          setTimeout(() => (how === 'by the client' ? call.cancel() : server.cut()), 30);
        });
      });
      expect(await over).toBeInstanceOf(Error);
      await new Promise((go) => setTimeout(go, 30));
      expect([how, server.log.all.length]).toEqual([how, 0]);
    }
    client.close();
  });

  it('refuses what is too large, by either call', async () => {
    for (const batchAppend of [true, false]) {
      const client = clientOf((await aServer({ batchAppend, maxAppendSize: 1000 })).connectionString);
      await expect(
        client.appendToStream('s', binaryEvent({ type: 'Large', data: new Uint8Array(1001) })),
      ).rejects.toMatchObject({ type: ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED, maxAppendSize: 1000 });
    }
  });
});
