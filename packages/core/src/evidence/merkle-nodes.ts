/**
 * The nodes of a growing tree, for those who must prove something about it: each whole subtree's hash is kept once, which is
 * 64 bytes an event (two nodes of 32). Any proof then reads and joins a number of nodes that grows with the logarithm of
 * the size. Who keeps nodes elsewhere (tiles in files, a table) hands in a `nodeAt` of its own and holds nothing in memory.
 */
import { leafNode, nodeOver } from './merkle.js';

const HASH = 32;

/** `nodeAt(level, index)` is the root over the `2 ** level` leaves from `index * 2 ** level`; asked for whole subtrees only. */
export type MerkleNodes = Readonly<{ nodeAt: (level: number, index: number) => Uint8Array }>;

/** Nodes of one level, side by side, in room that doubles. */
type Level = { bytes: Uint8Array; count: number };

const push = (level: Level, node: Uint8Array): void => {
  if ((level.count + 1) * HASH > level.bytes.length) {
    const wider = new Uint8Array(level.bytes.length * 2);
    wider.set(level.bytes);
    level.bytes = wider;
  }
  level.bytes.set(node, level.count * HASH);
  level.count += 1;
};

const nodeOf = ({ bytes }: Level, index: number): Uint8Array => bytes.subarray(index * HASH, (index + 1) * HASH);

export type KeptNodes = MerkleNodes & Readonly<{ add: (eventHash: string) => void; size: () => number }>;

/** Keeps every node in memory. Throws a RangeError where a node is asked for that is not whole yet. */
export const keepNodes = (): KeptNodes => {
  const levels: Level[] = [];

  const add = (eventHash: string): void => {
    let node = leafNode(eventHash);
    for (let height = 0; ; height += 1) {
      const level = levels[height] ?? { bytes: new Uint8Array(HASH * 8), count: 0 };
      levels[height] = level;
      push(level, node);
      if (level.count % 2 === 1) return;
      node = nodeOver(nodeOf(level, level.count - 2), nodeOf(level, level.count - 1));
    }
  };

  const nodeAt = (height: number, index: number): Uint8Array => {
    const level = levels[height];
    if (level === undefined || index >= level.count) throw new RangeError('the tree has no such node');
    return nodeOf(level, index);
  };

  return { add, nodeAt, size: () => levels[0]?.count ?? 0 };
};
