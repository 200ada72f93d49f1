import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from './canonical.js';
import { blindIndex, developmentKeys, type PersonKey, seal, unseal } from './sealing.js';

const keyOf = async (secret: string, caseId = 'case-1', subject = 'child'): Promise<Exclude<PersonKey, 'erased'>> => {
  const key = await developmentKeys(secret).keyOf(caseId, subject);
  if (key === 'erased') throw new Error('nobody was erased');
  return key;
};

const anyBlock = fc.dictionary(
  fc.string(),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()),
) as fc.Arbitrary<JsonObject>;
const anyId = fc.uuid();

describe('sealing a person’s block', () => {
  it('opens to what was sealed', async () => {
    const key = await keyOf('a');
    await fc.assert(
      fc.asyncProperty(anyId, anyBlock, async (id, block) => {
        expect(await unseal(key, id, 'child', await seal(key, id, 'child', block))).toEqual(block);
      }),
    );
  });

  it('gives the same bytes for the same content, and another nonce for any other', async () => {
    const key = await keyOf('a');
    await fc.assert(
      fc.asyncProperty(anyId, anyId, anyBlock, anyBlock, async (id, otherId, block, other) => {
        const one = await seal(key, id, 'child', block);
        expect(await seal(key, id, 'child', { ...block })).toEqual(one);
        const nonces = new Set([
          one.nonce,
          (await seal(key, otherId, 'child', block)).nonce,
          (await seal(key, id, 'child', other)).nonce,
        ]);
        const contents = new Set([
          `${id}${JSON.stringify(block)}`,
          `${otherId}${JSON.stringify(block)}`,
          `${id}${JSON.stringify(other)}`,
        ]);
        expect(nonces.size).toBe(contents.size);
      }),
    );
  });

  it('opens under no other key, person, case or event, and after no alteration of a single bit', async () => {
    const key = await keyOf('a');
    const block = await seal(key, 'e-1', 'child', { name: 'Lò Thị Pành' });
    expect(await unseal(await keyOf('b'), 'e-1', 'child', block)).toBeUndefined();
    expect(await unseal(await keyOf('a', 'case-2'), 'e-1', 'child', block)).toBeUndefined();
    expect(await unseal(await keyOf('a', 'case-1', 'mother'), 'e-1', 'mother', block)).toBeUndefined();
    expect(await unseal(key, 'e-2', 'child', block)).toBeUndefined();
    expect(await unseal(key, 'e-1', 'mother', block)).toBeUndefined();
    const bytes = Uint8Array.from(atob(block.text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = bytes.with(bit >> 3, (bytes[bit >> 3] as number) ^ (1 << (bit & 7)));
      const text = btoa(String.fromCharCode(...altered))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
      expect(await unseal(key, 'e-1', 'child', { ...block, text })).toBeUndefined();
    }
  });

  it('takes a block as large as a scanned paper', async () => {
    const key = await keyOf('a');
    const paper = { scan: 'ả'.repeat(1_000_000) };
    expect(await unseal(key, 'e-1', 'child', await seal(key, 'e-1', 'child', paper))).toEqual(paper);
  });

  it('hides lengths no better than AES does, and nothing else shows', async () => {
    const block = await seal(await keyOf('a'), 'e-1', 'child', { name: 'Lò Thị Pành' });
    expect(Object.keys(block)).toEqual(['alg', 'nonce', 'text']);
    expect(block.nonce).toMatch(/^[\w-]{16}$/);
    expect(block.text).toMatch(/^[\w-]+$/);
  });
});

describe('a blind index', () => {
  it('is the same for equal values of one purpose under one secret, and for nothing else', () => {
    const index = blindIndex('secret', 'birth', '00012.GCS.40001.23');
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(blindIndex('secret', 'birth', '00012.GCS.40001.23')).toBe(index);
    expect(
      new Set([
        index,
        blindIndex('other', 'birth', '00012.GCS.40001.23'),
        blindIndex('secret', 'death', '00012.GCS.40001.23'),
      ]).size,
    ).toBe(3);
  });
});
