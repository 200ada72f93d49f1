/**
 * Proofs about a Merkle tree (RFC 9162 §2.1.3–2.1.4): that an event stands at its place in a log (bằng chứng có mặt), and
 * that a longer log begins with the whole of a shorter one (bằng chứng nhất quán). Nodes are hexadecimal, the one nearest
 * to the leaf first. Checking needs no tree: the two roots, the sizes and the proof are enough.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { leafNode, nodeOver } from './merkle.js';
import type { MerkleNodes } from './merkle-nodes.js';

export type MerkleProof = readonly string[];

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** The largest power of two below `size`, which is at least 2: where a tree parts into two. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

const levelOf = (size: number): number => Math.round(Math.log2(size));

/** Root of `count` leaves from `from`; every call of this file keeps `from` a multiple of the subtree it asks for. */
const rootOver = (nodes: MerkleNodes, from: number, count: number): Uint8Array => {
  const level = levelOf(count);
  if (2 ** level === count) return nodes.nodeAt(level, from / count);
  const split = splitOf(count);
  return nodeOver(rootOver(nodes, from, split), rootOver(nodes, from + split, count - split));
};

const pathTo = (nodes: MerkleNodes, index: number, from: number, count: number): readonly Uint8Array[] => {
  if (count === 1) return [];
  const split = splitOf(count);
  return index < split
    ? [...pathTo(nodes, index, from, split), rootOver(nodes, from + split, count - split)]
    : [...pathTo(nodes, index - split, from + split, count - split), rootOver(nodes, from, split)];
};

const pathBetween = (
  nodes: MerkleNodes,
  first: number,
  from: number,
  count: number,
  known: boolean,
): readonly Uint8Array[] => {
  if (first === count) return known ? [] : [rootOver(nodes, from, count)];
  const split = splitOf(count);
  return first <= split
    ? [...pathBetween(nodes, first, from, split, known), rootOver(nodes, from + split, count - split)]
    : [...pathBetween(nodes, first - split, from + split, count - split, false), rootOver(nodes, from, split)];
};

/** Proves event number `index` (from 0) to the log of `size` events; `undefined` when there is no such event. */
export const inclusionProof = (nodes: MerkleNodes, index: number, size: number): MerkleProof | undefined =>
  isSize(index) && isSize(size) && index < size
    ? pathTo(nodes, index, 0, size).map((node) => bytesToHex(node))
    : undefined;

/** Proves that the log of `size` events begins with that of `first`; `undefined` when it is not the longer one. */
export const consistencyProof = (nodes: MerkleNodes, first: number, size: number): MerkleProof | undefined => {
  if (!isSize(first) || !isSize(size) || first > size) return undefined;
  return first === 0 ? [] : pathBetween(nodes, first, 0, size, true).map((node) => bytesToHex(node));
};

/** The root that a leaf and its path lead to; `undefined` when the path is too short or too long. */
const climb = (leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | undefined => {
  const beside = path.at(-1);
  if (size === 1 || beside === undefined) return size === 1 && beside === undefined ? leaf : undefined;
  const split = splitOf(size);
  const below = path.slice(0, -1);
  const left = index < split;
  const node = left ? climb(leaf, index, split, below) : climb(leaf, index - split, size - split, below);
  if (node === undefined) return undefined;
  return left ? nodeOver(node, beside) : nodeOver(beside, node);
};

type Roots = Readonly<{ first: Uint8Array; second: Uint8Array }>;

/** Both roots as the path has them; `known` while the shorter log is the left edge itself, whose root is at hand. */
const climbBoth = (
  known: Uint8Array | undefined,
  first: number,
  size: number,
  path: readonly Uint8Array[],
): Roots | undefined => {
  const last = path.at(-1);
  if (first === size) {
    if (known !== undefined) return path.length === 0 ? { first: known, second: known } : undefined;
    return last !== undefined && path.length === 1 ? { first: last, second: last } : undefined;
  }
  if (last === undefined) return undefined;
  const split = splitOf(size);
  const below = path.slice(0, -1);
  if (first <= split) {
    const left = climbBoth(known, first, split, below);
    return left && { first: left.first, second: nodeOver(left.second, last) };
  }
  const right = climbBoth(undefined, first - split, size - split, below);
  return right && { first: nodeOver(last, right.first), second: nodeOver(last, right.second) };
};

/** Whether the event with this hash stands at `index` in the log of that size and root. */
export const isIncluded = (
  eventHash: string,
  index: number,
  { size, root }: Readonly<{ size: number; root: string }>,
  proof: MerkleProof,
): boolean => {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (![eventHash, root, ...proof].every(isHash)) return false;
  const reached = climb(leafNode(eventHash), index, size, proof.map(hexToBytes));
  return reached !== undefined && bytesToHex(reached) === root;
};

/** The root of a log in which nothing happened yet. */
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Whether the second log begins with the whole of the first. Every log begins with the empty one. */
export const isConsistent = (
  first: Readonly<{ size: number; root: string }>,
  second: Readonly<{ size: number; root: string }>,
  proof: MerkleProof,
): boolean => {
  if (!isSize(first.size) || !isSize(second.size) || first.size > second.size) return false;
  if (![first.root, second.root, ...proof].every(isHash)) return false;
  if (first.size === 0)
    return first.root === EMPTY_ROOT && proof.length === 0 && (second.size > 0 || second.root === EMPTY_ROOT);
  const reached = climbBoth(hexToBytes(first.root), first.size, second.size, proof.map(hexToBytes));
  return (
    reached !== undefined && bytesToHex(reached.first) === first.root && bytesToHex(reached.second) === second.root
  );
};
