/**
 * An EventStoreDB node as its protocol shows it, for tests: the real client package talks to it over a real socket. What it
 * holds lies in memory, outlives a restart, and can be shared by the nodes of a cluster; its table of recent ids does not.
 * It is a double, and no proof: the suites that run against it also run against a real server.
 */
import { createServer, type Server as Front, type Socket } from 'node:net';
import { type MethodDefinition, Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { appendService } from './append-service.js';
import { batchAppendService } from './batch-append-service.js';
import type { Calls } from './calls.js';
import { featuresService, gossipService } from './cluster-services.js';
import { deleteService, tombstoneService } from './delete-service.js';
import { type EventLog, emptyLog } from './event-log.js';
import { type Faults, faultQueue } from './faults.js';
import { GossipService, ServerFeaturesService, StreamsService } from './generated.js';
import { logNode, type NodeOptions } from './node.js';
import { UNKNOWN_FIELDS } from './raw-protobuf.js';
import { readService } from './read-service.js';

export type EventStoreServerOptions = Partial<Omit<NodeOptions, 'log' | 'now'>> &
  Readonly<{
    log?: EventLog;
    now?: () => number;
    port?: number;
    /** Whether the server offers `BatchAppend`, as those since 21.10 do; `true` unless said. */
    batchAppend?: boolean;
    version?: string;
    /** Where another node leads, this one is a follower. */
    leader?: () => Readonly<{ address: string; port: number }> | undefined;
    /** Whether each answer bears fields that this client's protocol does not know. */
    unknownFields?: boolean;
    /** Hears of mistakes of the double itself, such as a message that cannot be serialised. */
    tell?: (problem: unknown) => void;
  }>;

export type EventStoreServer = Readonly<{
  address: '127.0.0.1';
  port: number;
  connectionString: string;
  log: EventLog;
  faults: Faults;
  /** How often an rpc was called, by its name; `BatchAppend request` counts what came over the long stream. */
  called: (rpc: string) => number;
  /** Cuts every connection; new ones are taken. */
  cut: () => void;
  /** Stops and starts on the same port: the log stays, the table of recent ids is empty. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}>;

type Methods = Readonly<Record<string, MethodDefinition<unknown, unknown>>>;

/** grpc-js hides a mistake of serialisation behind an error of the call: here it is told. */
const served = (methods: unknown, { unknownFields = false, tell }: EventStoreServerOptions): Methods =>
  Object.fromEntries(
    Object.entries(methods as Methods).map(([name, method]) => {
      const responseSerialize = (message: unknown): Buffer => {
        try {
          const bytes = method.responseSerialize(message);
          return unknownFields ? Buffer.concat([bytes, UNKNOWN_FIELDS]) : bytes;
        } catch (problem) {
          tell?.(problem);
          throw problem;
        }
      };
      return [name, { ...method, responseSerialize }];
    }),
  );

const grpcServer = (calls: Calls, options: EventStoreServerOptions, port: () => number): Server => {
  const { batchAppend = true, version = '24.10.0' } = options;
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  const add = (definition: unknown, handlers: unknown): void =>
    server.addService(served(definition, options), handlers as UntypedServiceImplementation);
  const { batchAppend: method, ...others } = StreamsService;
  add(batchAppend ? { ...others, batchAppend: method } : others, {
    read: readService(calls),
    append: appendService(calls),
    delete: deleteService(calls),
    tombstone: tombstoneService(calls),
    ...(batchAppend ? { batchAppend: batchAppendService(calls) } : {}),
  });
  add(GossipService, { read: gossipService(calls, () => ({ address: '127.0.0.1', port: port() })) });
  add(ServerFeaturesService, { getSupportedMethods: featuresService(calls, { batchAppend, version }) });
  return server;
};

const listen = (front: Front, port: number): Promise<number> =>
  new Promise((ready, failed) => {
    front.once('error', failed);
    front.listen(port, '127.0.0.1', () => {
      const at = front.address();
      ready(typeof at === 'object' && at !== null ? at.port : port);
    });
  });

export const eventStoreServer = async (options: EventStoreServerOptions = {}): Promise<EventStoreServer> => {
  const { log = emptyLog(), now = () => Date.now(), leader = () => undefined, tell = () => undefined } = options;
  const [faults, counted, sockets] = [faultQueue(), new Map<string, number>(), new Set<Socket>()];
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  let port = options.port ?? 0;

  const start = async (): Promise<() => Promise<void>> => {
    const node = logNode({ ...options, log, now });
    const server = grpcServer({ node, faults, counted, leader, cut, tell }, options, () => port);
    const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
    const front = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
      injector.injectConnection(socket);
    });
    port = await listen(front, port);
    return async () => {
      const closed = new Promise<void>((done) => front.close(() => done()));
      cut();
      injector.destroy();
      server.forceShutdown();
      await closed;
    };
  };

  let halt = await start();
  return {
    address: '127.0.0.1',
    port,
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    log,
    faults,
    called: (rpc) => counted.get(rpc) ?? 0,
    cut,
    restart: async () => {
      await halt();
      halt = await start();
    },
    stop: () => halt(),
  };
};
