import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest, digestFits } from './content-digest.js';
import { type SigningAlgorithm, signed } from './signing.js';
import { isSigned, type VerifyingOptions } from './verifying.js';

const NOW = Date.parse('2023-07-12T03:00:00Z');
const body = '{"receipt":"r"}';
const ADDRESS = 'https://us.test/cards?a=1';

const pairs = {
  ed25519: generateKeyPairSync('ed25519'),
  'ecdsa-p256-sha256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'rsa-pss-sha512': generateKeyPairSync('rsa', { modulusLength: 2048 }),
} as const;

const check = (algorithm: SigningAlgorithm, now = NOW): VerifyingOptions => ({
  keyOf: (id) => (id === 'agency-1' ? { algorithm, publicKey: pairs[algorithm].publicKey } : undefined),
  now: () => now,
});

const sign = (algorithm: SigningAlgorithm = 'ed25519', keyId = 'agency-1') =>
  signed(
    { keyId, algorithm, privateKey: pairs[algorithm].privateKey },
    { method: 'POST', address: ADDRESS, headers: { 'content-type': 'application/json', 'idempotency-key': 'k' }, body },
    NOW,
  );

const request = (headers: Readonly<Record<string, string>>, address = ADDRESS, method = 'POST'): Request =>
  new Request(address, { method, headers, body });
const bytes = new TextEncoder().encode(body);

describe('a signed request', () => {
  it.each(['ed25519', 'ecdsa-p256-sha256', 'rsa-pss-sha512'] as const)(
    'is known by its signature under %s',
    async (algorithm) => {
      expect(await isSigned(check(algorithm), request(await sign(algorithm)), bytes)).toBe(true);
    },
  );

  it('is known behind another host, but not under another path, query, method or key', async () => {
    const headers = await sign();
    expect(await isSigned(check('ed25519'), request(headers, 'http://inside.test/cards?a=1'), bytes)).toBe(true);
    expect(await isSigned(check('ed25519'), request(headers, 'https://us.test/parcels?a=1'), bytes)).toBe(false);
    expect(await isSigned(check('ed25519'), request(headers, 'https://us.test/cards?a=2'), bytes)).toBe(false);
    expect(await isSigned(check('ed25519'), request(headers, ADDRESS, 'PUT'), bytes)).toBe(false);
    expect(await isSigned(check('ed25519'), request({ ...headers, 'idempotency-key': 'other' }), bytes)).toBe(false);
  });

  it('is not known with another body, nor with the digest of another body', async () => {
    const headers = await sign();
    const other = new TextEncoder().encode('{"receipt":"s"}');
    expect(await isSigned(check('ed25519'), request(headers), other)).toBe(false);
    expect(
      await isSigned(check('ed25519'), request({ ...headers, 'content-digest': contentDigest(other) }), other),
    ).toBe(false);
  });

  it('is only known for a while', async () => {
    const headers = await sign();
    for (const [minutes, known] of [
      [-6, false],
      [-4, true],
      [4, true],
      [6, false],
    ] as const)
      expect(await isSigned(check('ed25519', NOW + minutes * 60_000), request(headers), bytes)).toBe(known);
  });

  it('is not known by a key of another name or kind', async () => {
    expect(await isSigned(check('ed25519'), request(await sign('ed25519', 'agency-2')), bytes)).toBe(false);
    expect(await isSigned(check('ecdsa-p256-sha256'), request(await sign('ed25519')), bytes)).toBe(false);
  });

  it('is not known where the signature does not cover what it must, or says nothing of its age', async () => {
    const headers = await sign();
    const { signature, 'signature-input': input = '' } = headers;
    for (const changed of [
      input.replace('"content-digest" ', ''),
      input.replace('"@path" ', ''),
      input.replace(/;created=\d+/, ''),
      input.replace(/;created=\d+/, ';created="now"'),
      'sig=',
      '((((',
      '',
    ])
      expect(await isSigned(check('ed25519'), request({ ...headers, 'signature-input': changed }), bytes)).toBe(false);
    expect(await isSigned(check('ed25519'), request({ 'content-digest': contentDigest(body) }), bytes)).toBe(false);
    expect(signature).toBeDefined();
  });
});

describe('a digest', () => {
  it('may stand beside digests of other kinds', () => {
    expect(digestFits(`sha-512=:AAAA:, ${contentDigest(body)}`, bytes)).toBe(true);
    expect(digestFits('sha-512=:AAAA:', bytes)).toBe(false);
    expect(digestFits(null, bytes)).toBe(false);
  });
});
