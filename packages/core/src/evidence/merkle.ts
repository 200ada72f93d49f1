/**
 * The Merkle tree over a journal (RFC 9162 §2.1): one root proves which events there are, in which order, and that none is
 * missing. A leaf is an event's hash. The tree grows one leaf at a time and keeps only its peaks, so a long archive needs
 * no more memory than a short one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

/** SHA-256, in one go. A caller may bring a faster one than ours, such as that of its platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A whole subtree of `size` leaves, a power of two. */
type Peak = Readonly<{ size: number; hash: Uint8Array }>;

/** The peaks from the largest to the smallest; their sizes are the binary digits of the number of leaves. */
export type MerkleTree = readonly Peak[];

export const EMPTY_TREE: MerkleTree = [];

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The node of one event, whose hash is in hexadecimal. */
export const leafNode = (eventHash: string, sha: Sha256 = sha256): Uint8Array =>
  sha(concatBytes(LEAF, hexToBytes(eventHash)));

/** The node above two nodes. */
export const nodeOver = (left: Uint8Array, right: Uint8Array, sha: Sha256 = sha256): Uint8Array =>
  sha(concatBytes(NODE, left, right));

/** The same tree under a hash function of the caller's. */
export const growWith =
  (sha: Sha256) =>
  (tree: MerkleTree, eventHash: string): MerkleTree => {
    const peaks = [...tree];
    let last: Peak = { size: 1, hash: leafNode(eventHash, sha) };
    for (let before = peaks.at(-1); before?.size === last.size; before = peaks.at(-1)) {
      peaks.pop();
      last = { size: before.size + last.size, hash: nodeOver(before.hash, last.hash, sha) };
    }
    peaks.push(last);
    return peaks;
  };

const grow = growWith(sha256);

/** Adds the hash of one event, in hexadecimal. */
export const withLeaf = (tree: MerkleTree, eventHash: string): MerkleTree => grow(tree, eventHash);

export const sizeOf = (tree: MerkleTree): number => tree.reduce((size, peak) => size + peak.size, 0);

/** The root, in hexadecimal; of an empty tree, the hash of nothing. */
export const rootOf = (tree: MerkleTree): string => {
  const [smallest, ...larger] = tree.toReversed();
  if (smallest === undefined) return bytesToHex(sha256(new Uint8Array()));
  return bytesToHex(larger.reduce((right, left) => nodeOver(left.hash, right), smallest.hash));
};
