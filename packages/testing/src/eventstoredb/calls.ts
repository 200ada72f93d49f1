/** What every handler does alike: count, meet the faults that wait for it, keep to the reader's pace, and never fall over. */
import { once } from 'node:events';
import type { Metadata } from '@grpc/grpc-js';
import type { Faults, Rpc, WireFault } from './faults.js';
import { notLeader, type ServerError } from './messages.js';
import type { LogNode } from './node.js';

export type Calls = Readonly<{
  node: LogNode;
  faults: Faults;
  /** Calls so far, by the name of the rpc. */
  counted: Map<string, number>;
  /** Who leads, when this node does not. */
  leader: () => Readonly<{ address: string; port: number }> | undefined;
  /** Cuts every connection. */
  cut: () => void;
  /** Where mistakes of the server itself are told. */
  tell: (problem: unknown) => void;
}>;

type Writer<M> = Readonly<{
  cancelled: boolean;
  write: (message: M) => boolean;
  once: (event: string, listener: () => void) => unknown;
}>;

export const counts = ({ counted }: Calls, rpc: string): void => {
  counted.set(rpc, (counted.get(rpc) ?? 0) + 1);
};

export const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** The fault in this call's way, or the refusal of a node that does not lead. */
export const meet = (calls: Calls, on: Rpc, metadata: Metadata): WireFault | undefined => {
  const fault = calls.faults.meet(on);
  const leader = calls.leader();
  if (fault !== undefined || leader === undefined) return fault;
  return metadata.get('requires-leader').length > 0 ? { kind: 'not-leader', on, leader } : undefined;
};

/** A refusal that ends the call before anything is done, if the fault is one. */
export const refusal = (fault: WireFault | undefined): ServerError | undefined =>
  fault?.kind === 'not-leader' ? notLeader(fault.leader) : undefined;

/** Sends a message, and waits while the other side is slow; false when it is gone. */
export const send = async <M>(call: Writer<M>, message: M): Promise<boolean> => {
  if (call.cancelled) return false;
  if (!call.write(message) && !call.cancelled) {
    const stream = call as unknown as NodeJS.EventEmitter;
    const gone = new AbortController();
    await Promise.race([
      once(stream, 'drain', { signal: gone.signal }),
      once(stream, 'cancelled', { signal: gone.signal }),
    ]).catch(() => undefined);
    gone.abort();
  }
  return !call.cancelled;
};
