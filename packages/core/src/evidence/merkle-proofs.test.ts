import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_TREE, rootOf, withLeaf } from './merkle.js';
import { keepNodes } from './merkle-nodes.js';
import { consistencyProof, inclusionProof, isConsistent, isIncluded } from './merkle-proofs.js';

/** RFC 9162 §2.1 word for word, on lists of leaves: slow, and nothing of it is shared with what it checks. */
const naive = {
  split: (size: number): number => {
    let split = 1;
    while (split * 2 < size) split *= 2;
    return split;
  },
  root: (leaves: readonly Uint8Array[]): Uint8Array => {
    if (leaves.length === 0) return sha256(new Uint8Array());
    if (leaves.length === 1) return sha256(concatBytes(Uint8Array.of(0), leaves[0] as Uint8Array));
    const k = naive.split(leaves.length);
    return sha256(concatBytes(Uint8Array.of(1), naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k))));
  },
  path: (m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
    if (leaves.length === 1) return [];
    const k = naive.split(leaves.length);
    return m < k
      ? [...naive.path(m, leaves.slice(0, k)), naive.root(leaves.slice(k))]
      : [...naive.path(m - k, leaves.slice(k)), naive.root(leaves.slice(0, k))];
  },
  subproof: (m: number, leaves: readonly Uint8Array[], known: boolean): readonly Uint8Array[] => {
    if (m === leaves.length) return known ? [] : [naive.root(leaves)];
    const k = naive.split(leaves.length);
    return m <= k
      ? [...naive.subproof(m, leaves.slice(0, k), known), naive.root(leaves.slice(k))]
      : [...naive.subproof(m - k, leaves.slice(k), false), naive.root(leaves.slice(0, k))];
  },
};

const hashNo = (n: number): string => bytesToHex(sha256(Uint8Array.of(n >> 8, n & 255)));
const hashes = (count: number, salt = 0): readonly string[] =>
  Array.from({ length: count }, (_, n) => hashNo((n * 7 + salt) % 65_536));
const hex = (nodes: readonly Uint8Array[]): readonly string[] => nodes.map((node) => bytesToHex(node));

const grown = (leaves: readonly string[]) => {
  const nodes = keepNodes();
  const roots = [rootOf(EMPTY_TREE)];
  let tree = EMPTY_TREE;
  for (const leaf of leaves) {
    nodes.add(leaf);
    tree = withLeaf(tree, leaf);
    roots.push(rootOf(tree));
  }
  const at = (size: number) => ({ size, root: roots[size] as string });
  return { nodes, at };
};

/** The same hexadecimal text with one bit of one digit changed. */
const flipped = (text: string, at: number): string => {
  const place = at % text.length;
  const digit = Number.parseInt(text[place] as string, 16) ^ (1 << (at % 4));
  return `${text.slice(0, place)}${digit.toString(16)}${text.slice(place + 1)}`;
};

const MOST = 300;
/** Every place and every pair in CI; every fifth of them, other ones in each size, where a few seconds count. */
const STEP = (fc.readConfigureGlobal().numRuns ?? 0) >= 10_000 ? 1 : 5;
const big = hashes(MOST);
const tree = grown(big);
const leaves = big.map((leaf) => hexToBytes(leaf));

describe('an inclusion proof', () => {
  it('is the path that RFC 9162 defines, for every place in trees of many sizes', () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100, 255, 256, 257, MOST]) {
      for (let index = 0; index < size; index += size > 40 ? 13 : 1) {
        expect(inclusionProof(tree.nodes, index, size)).toEqual(hex(naive.path(index, leaves.slice(0, size))));
      }
    }
  });

  it('holds for the places of every tree up to 300 events', () => {
    for (let size = 1; size <= MOST; size += 1) {
      for (let index = size % STEP; index < size; index += STEP) {
        const proof = inclusionProof(tree.nodes, index, size);
        if (!isIncluded(big[index] as string, index, tree.at(size), proof ?? ['none'])) {
          expect.fail(`${index} of ${size}`);
        }
      }
    }
  });

  it('holds for its own event, place, size and root, and for nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST }), fc.nat(), fc.nat(), fc.nat(), (size, n, byte, salt) => {
        const index = n % size;
        const proof = inclusionProof(tree.nodes, index, size) ?? [];
        const leaf = big[index] as string;
        const head = tree.at(size);
        expect(isIncluded(leaf, index, head, proof)).toBe(true);
        const at = byte % Math.max(1, proof.length);
        const wrong = [
          isIncluded(flipped(leaf, byte), index, head, proof),
          isIncluded(leaf, index, { size, root: flipped(head.root, byte) }, proof),
          isIncluded(leaf, index, { size, root: tree.at(size - 1).root }, proof),
          isIncluded(leaf, size, head, proof),
          isIncluded(leaf, -1, head, proof),
          isIncluded(leaf, index + 0.5, head, proof),
          isIncluded(leaf, index, head, [...proof, hashNo(salt % 65_536)]),
          isIncluded(leaf, index, head, [...proof, '']),
          ...(proof.length === 0
            ? []
            : [
                isIncluded(leaf, index, head, proof.slice(1)),
                isIncluded(leaf, index, head, proof.slice(0, -1)),
                isIncluded(leaf, index, head, proof.with(at, flipped(proof[at] as string, byte))),
                isIncluded(
                  leaf,
                  index,
                  head,
                  proof.with(at, (proof[at] as string).toUpperCase().replace(/^\d*$/, 'x')),
                ),
                isIncluded(leaf, (index + 1 + (salt % (size - 1 || 1))) % size, head, proof),
              ].slice(0, size === 1 ? 4 : 5)),
        ];
        expect(wrong).toEqual(wrong.map(() => false));
      }),
    );
  });

  it('does not stand for another size with other halves', () => {
    for (let size = 2; size <= 64; size += 1) {
      for (let other = 1; other <= 64; other += 1) {
        const proof = inclusionProof(tree.nodes, 0, size) ?? [];
        // A proof of the first event has the length of its tree's height, so sizes of one height are told apart by the root.
        if (isIncluded(big[0] as string, 0, { size: other, root: tree.at(other).root }, proof) && other !== size) {
          expect.fail(`${size} as ${other}`);
        }
      }
    }
  });

  it('is not to be had for an event that is not there', () => {
    expect(inclusionProof(tree.nodes, 3, 3)).toBeUndefined();
    expect(inclusionProof(tree.nodes, -1, 3)).toBeUndefined();
    expect(inclusionProof(tree.nodes, 0, 0)).toBeUndefined();
  });
});

describe('a consistency proof', () => {
  it('is the one that RFC 9162 defines', () => {
    for (const size of [1, 2, 3, 4, 6, 7, 8, 9, 16, 17, 33, 100, 129, MOST]) {
      for (let first = 1; first <= size; first += size > 40 ? 11 : 1) {
        expect(consistencyProof(tree.nodes, first, size)).toEqual(
          hex(naive.subproof(first, leaves.slice(0, size), true)),
        );
      }
    }
  });

  it('holds for the pairs of sizes up to 300', () => {
    for (let size = 0; size <= MOST; size += 1) {
      for (let first = size % STEP; first <= size; first += STEP) {
        const proof = consistencyProof(tree.nodes, first, size);
        if (!isConsistent(tree.at(first), tree.at(size), proof ?? ['none'])) expect.fail(`${first} in ${size}`);
      }
    }
  });

  it('holds for its own sizes and roots, and after no change of a proof', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST }), fc.nat(), fc.nat(), (size, n, byte) => {
        const first = 1 + (n % size);
        const proof = consistencyProof(tree.nodes, first, size) ?? [];
        const [a, b] = [tree.at(first), tree.at(size)];
        expect(isConsistent(a, b, proof)).toBe(true);
        const at = byte % Math.max(1, proof.length);
        const wrong = [
          isConsistent({ ...a, root: flipped(a.root, byte) }, b, proof),
          isConsistent(a, { ...b, root: flipped(b.root, byte) }, proof),
          isConsistent({ ...a, size: size + 1 }, b, proof),
          isConsistent({ ...a, size: -first }, b, proof),
          isConsistent(a, b, [...proof, hashNo(byte % 65_536)]),
          ...(first === size
            ? []
            : [
                isConsistent(b, a, proof),
                isConsistent({ ...a, size: 0 }, b, proof),
                isConsistent({ ...a, size: first === 1 ? 2 : first - 1 }, b, proof),
                isConsistent(a, b, proof.slice(1)),
                isConsistent(a, b, proof.slice(0, -1)),
                isConsistent(a, b, proof.with(at, flipped(proof[at] as string, byte))),
              ]),
        ];
        expect(wrong).toEqual(wrong.map(() => false));
      }),
    );
  });

  it('cannot be made for a log that was written anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(), (size, n, changed) => {
        const first = 1 + (n % (size - 1));
        const other = grown(big.slice(0, size).with(changed % first, hashNo(65_000)));
        const proof = consistencyProof(other.nodes, first, size) ?? [];
        expect(isConsistent(tree.at(first), other.at(size), proof)).toBe(false);
      }),
    );
  });

  it('is empty from nothing, and from a log to itself', () => {
    expect(consistencyProof(tree.nodes, 0, 9)).toEqual([]);
    expect(consistencyProof(tree.nodes, 9, 9)).toEqual([]);
    expect(consistencyProof(tree.nodes, 10, 9)).toBeUndefined();
    expect(isConsistent(tree.at(0), tree.at(0), [])).toBe(true);
    expect(isConsistent({ size: 0, root: tree.at(1).root }, tree.at(3), [])).toBe(false);
  });
});

describe('proofs of a known tree', () => {
  it('are these, for good', () => {
    const eight = grown(hashes(8));
    expect(eight.at(7).root).toMatchInlineSnapshot(
      `"2ab6874ded8fb9cfe4cd970b00aa960d876d94f5ffc60346365483b4e42a5a7e"`,
    );
    expect(inclusionProof(eight.nodes, 5, 7)).toMatchInlineSnapshot(`
      [
        "559855c8d127f6dc4c96e2967391269a601bfe22718f2e6abd55088342dd6cc3",
        "d39a52d6d040fe75062e1d2b44585f7896311c16068a808b928f501d7e04343c",
        "3cfdc4f6293534bf808954b13288088ef4cad30c3375ce561e5fcef70374d0eb",
      ]
    `);
    expect(consistencyProof(eight.nodes, 6, 8)).toMatchInlineSnapshot(`
      [
        "dabc6407d0599dcdf8d860a5fb5343334333c1535e6fcc9d75cc4b78d6c47b0d",
        "3ddd13e0f6880f64ac7e777df46b60f1ccd0910ac575b28fd9f48c3ec7194a48",
        "3cfdc4f6293534bf808954b13288088ef4cad30c3375ce561e5fcef70374d0eb",
      ]
    `);
  });
});

describe('the nodes that are kept', () => {
  it('are two an event at most, whole subtrees only', () => {
    const nodes = keepNodes();
    for (const leaf of big) nodes.add(leaf);
    expect(nodes.size()).toBe(MOST);
    expect(bytesToHex(nodes.nodeAt(8, 0))).toBe(tree.at(256).root);
    expect(() => nodes.nodeAt(8, 1)).toThrow(RangeError);
    expect(() => nodes.nodeAt(9, 0)).toThrow(RangeError);
  });
});
