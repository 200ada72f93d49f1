/** Signing a request (RFC 9421): method, path, body digest and key of the request, at a moment, by a named key. */

import type { KeyObject } from 'node:crypto';
import { createSigner, httpbis } from 'http-message-signatures';
import { contentDigest } from './content-digest.js';

export type SigningAlgorithm = 'ed25519' | 'ecdsa-p256-sha256' | 'rsa-pss-sha512';

export type SigningOptions = Readonly<{ keyId: string; algorithm: SigningAlgorithm; privateKey: KeyObject | string }>;

export type Signable = Readonly<{
  method: string;
  address: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}>;

/** What a signature covers where the request has it. */
const COVERED = ['content-digest', 'content-type', 'idempotency-key'];

/** The headers with digest and signature beside them. Rejects where the key is none of that algorithm. */
export const signed = async (
  { keyId, algorithm, privateKey }: SigningOptions,
  { method, address, headers, body }: Signable,
  atMs: number,
): Promise<Readonly<Record<string, string>>> => {
  const digested = { ...headers, ...(body !== undefined && { 'content-digest': contentDigest(body) }) };
  const { headers: made } = await httpbis.signMessage(
    {
      key: createSigner(privateKey, algorithm, keyId),
      fields: ['@method', '@path', '@query', ...COVERED.filter((name) => name in digested)],
      params: ['created', 'keyid', 'alg'],
      paramValues: { created: new Date(atMs) },
    },
    { method, url: address, headers: digested },
  );
  return Object.fromEntries(Object.entries(made).map(([name, value]) => [name.toLowerCase(), String(value)]));
};
