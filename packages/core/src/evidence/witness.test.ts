import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E, TE } from '../fp.js';
import { EMPTY_TREE, rootOf, withLeaf } from './merkle.js';
import { keepNodes } from './merkle-nodes.js';
import { consistencyProof } from './merkle-proofs.js';
import { openCheckpoint, signCheckpoint } from './signed-checkpoint.js';
import { ed25519Signer } from './signing-keys.js';
import { type WitnessMemory, witness, witnessMemory } from './witness.js';

const signerNo = async (n: number, name: string, algorithm: 1 | 4) => {
  const made = await ed25519Signer({ name, algorithm, seed: new Uint8Array(32).fill(n) })();
  if (E.isLeft(made)) throw new Error(made.left.kind);
  return made.right;
};

const ORIGIN = 'example.vn/log';
const NOW = 1_693_000_000;

const stories = new Map<string, ReturnType<typeof told>>();

/** A log of `size` events that may go another way after `same` of them; told once and kept. */
const story = (size: number, same = size): ReturnType<typeof told> => {
  const kept = stories.get(`${size} ${same}`) ?? told(size, same);
  stories.set(`${size} ${same}`, kept);
  return kept;
};

const told = (size: number, same: number) => {
  const nodes = keepNodes();
  let tree = EMPTY_TREE;
  const roots = [rootOf(tree)];
  for (let n = 0; n < size; n += 1) {
    const leaf = bytesToHex(sha256(Uint8Array.of(n, n < same ? 0 : 1)));
    nodes.add(leaf);
    tree = withLeaf(tree, leaf);
    roots.push(rootOf(tree));
  }
  return { nodes, at: (at: number) => ({ origin: ORIGIN, size: at, root: roots[at] as string }) };
};

const setUp = async (memory: WitnessMemory<never> = witnessMemory()) => {
  const [log, own] = [await signerNo(1, ORIGIN, 1), await signerNo(2, 'witness.example', 4)];
  const watching = witness({ signer: own, logs: new Map([[ORIGIN, [log.key]]]), memory, now: () => NOW });
  const show = async (told: ReturnType<typeof story>, size: number, from: number) => {
    const note = await signCheckpoint(log, told.at(size))();
    if (E.isLeft(note)) throw new Error(note.left.kind);
    return watching.add(note.right, consistencyProof(told.nodes, from, size) ?? [])();
  };
  return { log, own, watching, show, memory };
};

describe('a witness (bên chứng kiến)', () => {
  it('countersigns a log that grows', async () => {
    const { show, log, own } = await setUp();
    const told = story(20);
    for (const [from, size] of [
      [0, 3],
      [3, 3],
      [3, 8],
      [8, 20],
    ] as const) {
      const answer = await show(told, size, from);
      if (E.isLeft(answer)) throw new Error(answer.left.kind);
      const opened = await openCheckpoint(answer.right, [log.key, own.key])();
      expect(opened).toMatchObject({
        right: { checkpoint: { size }, signedBy: [{ name: ORIGIN }, { name: 'witness.example', at: NOW }] },
      });
    }
  });

  it('refuses a log that lost its end, and says what it saw', async () => {
    const { show } = await setUp();
    const told = story(20);
    await show(told, 20, 0);
    expect(await show(told, 12, 12)).toEqual(
      E.left({ kind: 'CHECKPOINT_REGRESSED', last: { size: 20, root: told.at(20).root } }),
    );
  });

  it('refuses a second story of the same size, and one that is longer', async () => {
    const { show } = await setUp();
    await show(story(12), 12, 0);
    const other = story(20, 7);
    expect(await show(other, 12, 12)).toMatchObject({ left: { kind: 'FORK' } });
    expect(await show(other, 20, 12)).toMatchObject({ left: { kind: 'NotConsistent', last: { size: 12 } } });
    expect(await show(story(20), 20, 12)).toMatchObject({ _tag: 'Right' });
  });

  it('never countersigns two logs of which neither begins with the other', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 5 }),
        async (shown) => {
          const { show } = await setUp();
          let last = { size: 0, root: rootOf(EMPTY_TREE) };
          for (const [size, same, from] of shown) {
            const told = story(size, same);
            if (E.isLeft(await show(told, size, Math.min(from, size)))) continue;
            expect(told.at(last.size)?.root).toBe(last.root);
            last = told.at(size);
          }
        },
      ),
    ));

  it('refuses what is not signed by the log, a log it does not watch, and what is no checkpoint', async () => {
    const { watching, own } = await setUp();
    const told = story(3);
    const foreign = await signCheckpoint(own, told.at(3))();
    const elsewhere = await signCheckpoint(await signerNo(1, ORIGIN, 1), { ...told.at(3), origin: 'other' })();
    if (E.isLeft(foreign) || E.isLeft(elsewhere)) throw new Error('both can be signed');
    expect(await watching.add(foreign.right, [])()).toEqual(E.left({ kind: 'Unsigned' }));
    expect(await watching.add(elsewhere.right, [])()).toEqual(E.left({ kind: 'UnknownLog' }));
    expect(await watching.add('hello\n', [])()).toMatchObject({ left: { kind: 'NotACheckpoint' } });
  });

  it('signs nothing when another checkpoint came in between', async () => {
    const memory = witnessMemory();
    const { show } = await setUp({ ...memory, keep: () => TE.right(false) });
    expect(await show(story(3), 3, 0)).toEqual(E.left({ kind: 'Contended' }));
  });

  it('remembers before it signs', async () => {
    const { show, memory } = await setUp();
    const told = story(5);
    await show(told, 5, 0);
    expect(await memory.last(ORIGIN)()).toEqual(E.right({ size: 5, root: told.at(5).root }));
    expect(await memory.keep(ORIGIN, undefined, { size: 1, root: 'x' })()).toEqual(E.right(false));
  });
});
