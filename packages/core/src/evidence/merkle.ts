/**
 * The Merkle tree over a journal (RFC 9162 §2.1): one root proves which events there are, in which order, and that none is
 * missing. A leaf is an event's hash. The tree grows one leaf at a time and keeps only its peaks, so a long archive needs
 * no more memory than a short one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

/** A whole subtree of `size` leaves, a power of two. */
type Peak = Readonly<{ size: number; hash: Uint8Array }>;

/** The peaks from the largest to the smallest; their sizes are the binary digits of the number of leaves. */
export type MerkleTree = readonly Peak[];

export const EMPTY_TREE: MerkleTree = [];

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const join = (left: Peak, right: Peak): Peak => ({
  size: left.size + right.size,
  hash: sha256(concatBytes(NODE, left.hash, right.hash)),
});

/** Adds the hash of one event, in hexadecimal. */
export const withLeaf = (tree: MerkleTree, eventHash: string): MerkleTree => {
  const peaks = [...tree];
  let last: Peak = { size: 1, hash: sha256(concatBytes(LEAF, hexToBytes(eventHash))) };
  for (let before = peaks.at(-1); before?.size === last.size; before = peaks.at(-1)) {
    peaks.pop();
    last = join(before, last);
  }
  return [...peaks, last];
};

export const sizeOf = (tree: MerkleTree): number => tree.reduce((size, peak) => size + peak.size, 0);

/** The root, in hexadecimal; of an empty tree, the hash of nothing. */
export const rootOf = (tree: MerkleTree): string => {
  const [smallest, ...larger] = tree.toReversed();
  if (smallest === undefined) return bytesToHex(sha256(new Uint8Array()));
  return bytesToHex(larger.reduce((right, left) => join(left, right), smallest).hash);
};
