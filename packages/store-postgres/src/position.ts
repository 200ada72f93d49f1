/**
 * A place in the feed as text: epoch, transaction and number, each of fixed width, so that it sorts as text. A new epoch begins
 * where transaction numbers may start again (another cluster, a fail-over, a restore): so no position is ever used twice.
 */

/** Numbers of 64 bits stay text: JavaScript's own cannot hold them. */
export type Place = Readonly<{ epoch: string; xid: string; position: string }>;

export const BEGINNING: Place = { epoch: '0', xid: '0', position: '0' };

const WIDTHS = { epoch: 5, xid: 20, position: 19 } as const;
const MOST = { epoch: 32_767n, xid: 2n ** 64n - 1n, position: 2n ** 63n - 1n } as const;
const TEXT = /^(\d{5})-(\d{20})-(\d{19})$/;

export const positionText = ({ epoch, xid, position }: Place): string =>
  `${epoch.padStart(WIDTHS.epoch, '0')}-${xid.padStart(WIDTHS.xid, '0')}-${position.padStart(WIDTHS.position, '0')}`;

/** The place that a text names; `undefined` when this store never wrote such a text. */
export const placeOf = (text: string): Place | undefined => {
  const [, ...parts] = TEXT.exec(text) ?? [];
  const [epoch, xid, position] = parts.map(BigInt);
  if (epoch === undefined || xid === undefined || position === undefined) return undefined;
  return epoch <= MOST.epoch && xid <= MOST.xid && position <= MOST.position
    ? { epoch: String(epoch), xid: String(xid), position: String(position) }
    : undefined;
};
