/**
 * Where we reach inside the client package, version 6.2.1, all in one place. Which call an append takes is not offered as
 * an option; a reply that nobody waits for ends the process; and a connection is never given back.
 */
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Wire } from './driver.js';

type Listener = (reply: unknown) => void;
type Call = { on: (event: string, listener: Listener) => unknown };
type GrpcClient = { batchAppend?: (...asked: readonly unknown[]) => Call };
type Inside = {
  supports: () => Promise<boolean>;
  createGRPCClient: (kind: unknown) => Promise<GrpcClient>;
  getChannel: () => Promise<Readonly<{ close: () => void }>>;
};

const insideOf = (client: EventStoreDBClient): Inside => client as unknown as Inside;

/** Replies are looked up by their id: one that nobody waits for, or waits for no more, is let go. */
const deaf = (call: Call): Call => {
  const on = call.on.bind(call);
  call.on = (event, listener) =>
    event !== 'data'
      ? on(event, listener)
      : on(event, (reply) => {
          try {
            listener(reply);
          } catch {
            // A duplicate, a stranger, or a reply too odd to read: whoever waits for it hears nothing, and goes and looks.
          }
        });
  return call;
};

/** Makes every append take this call, whatever the server offers; without asking it, since asking has no end of its own. */
export const takeWire = (client: EventStoreDBClient, wire: Wire): void => {
  const inside = insideOf(client);
  if (wire === 'append') {
    inside.supports = () => Promise.resolve(false);
    return;
  }
  const create = inside.createGRPCClient;
  inside.createGRPCClient = async (kind) => {
    const made = await create(kind);
    const batchAppend = made.batchAppend?.bind(made);
    if (batchAppend !== undefined) made.batchAppend = (...asked) => deaf(batchAppend(...asked));
    return made;
  };
};

/** Ends all that runs, and the connection under it. */
export const closeClient = async (client: EventStoreDBClient): Promise<void> => {
  await client.dispose();
  (await insideOf(client).getChannel()).close();
};
