/**
 * What can go wrong between a client and a server that is somewhere else (stores.md K). Each is a value that is put in the
 * server's way and spent by the next calls it fits.
 */

export type Rpc = 'append' | 'read' | 'subscribe' | 'features' | 'gossip';

export type WireFault =
  /** Nothing is ever answered. `commits` says whether what was asked is done nevertheless. */
  | Readonly<{ kind: 'silent'; on: Rpc; commits?: boolean }>
  /** The answer comes after so many milliseconds, and so does the writing unless it `commits` first. */
  | Readonly<{ kind: 'late'; on: Rpc; ms: number; commits?: boolean }>
  /** The answer comes twice. Only a batch append can be answered twice. */
  | Readonly<{ kind: 'duplicate-reply'; on: 'append' }>
  /** An answer to a question nobody asked comes first. */
  | Readonly<{ kind: 'stranger-reply'; on: 'append' }>
  /** It is written, and every connection is cut. */
  | Readonly<{ kind: 'commit-then-reset'; on: 'append' }>
  /** Every connection is cut, and nothing was done. */
  | Readonly<{ kind: 'reset'; on: Rpc }>
  /** Another node leads. */
  | Readonly<{ kind: 'not-leader'; on: Rpc; leader: Readonly<{ address: string; port: number }> }>
  /** The server's clock is ahead by so much: what has an absolute deadline may be over before it begins. */
  | Readonly<{ kind: 'clock-ahead'; on: 'append'; ms: number }>
  /** An error whose details this client was not taught. Nothing is written. */
  | Readonly<{ kind: 'unknown-error'; on: 'append' }>
  /** The first message of an answer is larger than the client takes. */
  | Readonly<{ kind: 'oversized-message'; on: 'read' }>
  /** The events of an answer come one by one, so many milliseconds apart. */
  | Readonly<{ kind: 'trickle'; on: 'read'; ms: number }>
  /** The answer breaks off with an error after so many events. */
  | Readonly<{ kind: 'break-off'; on: 'read'; after: number }>;

/** Each fault strikes `times` calls, once unless said. */
export type Faults = Readonly<{
  strike: (fault: WireFault, times?: number) => void;
  /** The fault that meets this call, if one waits for it. */
  meet: (on: Rpc) => WireFault | undefined;
  clear: () => void;
}>;

export const faultQueue = (): Faults => {
  let waiting: readonly Readonly<{ fault: WireFault; times: number }>[] = [];
  return {
    strike: (fault, times = 1) => {
      waiting = [...waiting, { fault, times }];
    },
    meet: (on) => {
      const met = waiting.find(({ fault }) => fault.on === on);
      waiting = waiting.flatMap((one) => {
        if (one !== met) return [one];
        return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
      });
      return met?.fault;
    },
    clear: () => {
      waiting = [];
    },
  };
};
