import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_TREE, rootOf, sizeOf, withLeaf } from './merkle.js';

/** RFC 9162 §2.1.1 word for word: split at the largest power of two below the size. */
const asWritten = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return sha256(concatBytes(Uint8Array.of(0), leaves[0] as Uint8Array));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(concatBytes(Uint8Array.of(1), asWritten(leaves.slice(0, split)), asWritten(leaves.slice(split))));
};

const grown = (hashes: readonly string[]) => hashes.reduce(withLeaf, EMPTY_TREE);
const anyHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytesToHex(Uint8Array.from(bytes)));

describe('the Merkle tree over a journal', () => {
  it('of nothing has the hash of nothing for its root', () => {
    expect(rootOf(EMPTY_TREE)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives the root that RFC 9162 defines, whatever the number of leaves', () => {
    fc.assert(
      fc.property(fc.array(anyHash, { maxLength: 40 }), (hashes) => {
        const tree = grown(hashes);
        expect(rootOf(tree)).toBe(bytesToHex(asWritten(hashes.map((hash) => hexToBytes(hash)))));
        expect(sizeOf(tree)).toBe(hashes.length);
      }),
    );
  });

  it('has another root when an event is missing, changed or out of its place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyHash, { minLength: 2, maxLength: 20 }), fc.nat(), (hashes, n) => {
        const at = n % (hashes.length - 1);
        const root = rootOf(grown(hashes));
        const swapped = hashes.with(at, hashes[at + 1] as string).with(at + 1, hashes[at] as string);
        expect(rootOf(grown(hashes.toSpliced(at, 1)))).not.toBe(root);
        expect(rootOf(grown(swapped))).not.toBe(root);
      }),
    );
  });
});
