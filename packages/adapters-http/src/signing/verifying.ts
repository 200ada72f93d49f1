/** Checking who signed a request (RFC 9421), over which bytes, and how long ago. Never throws: a doubt is a no. */

import type { KeyObject } from 'node:crypto';
import { createVerifier, httpbis } from 'http-message-signatures';
import { digestFits } from './content-digest.js';
import type { SigningAlgorithm } from './signing.js';

export type KnownKey = Readonly<{ algorithm: SigningAlgorithm; publicKey: KeyObject | string }>;

export type VerifyingOptions = Readonly<{
  /** The key that goes by this id, if anybody's here. */
  keyOf: (keyId: string) => KnownKey | undefined;
  /** How far from now a signature may have been made, before or after; five minutes unless told. */
  freshMs?: number;
  now?: () => number;
}>;

const FIVE_MINUTES = 300_000;
const MUST_COVER = ['@method', '@path', '@query', 'content-digest'];

const headersOf = (request: Request): Record<string, string> => {
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return headers;
};

export const isSigned = async (
  { keyOf, freshMs = FIVE_MINUTES, now = Date.now }: VerifyingOptions,
  request: Request,
  body: Uint8Array,
): Promise<boolean> => {
  try {
    if (!digestFits(request.headers.get('content-digest'), body)) return false;
    const verified = await httpbis.verifyMessage(
      {
        keyLookup: async ({ keyid, created }) => {
          const fresh = created instanceof Date && Math.abs(now() - created.getTime()) <= freshMs;
          const known = typeof keyid === 'string' && fresh ? keyOf(keyid) : undefined;
          if (known === undefined || keyid === undefined) return null;
          const { algorithm, publicKey } = known;
          return { id: keyid, algs: [algorithm], verify: createVerifier(publicKey, algorithm) };
        },
        requiredParams: ['created', 'keyid'],
        requiredFields: MUST_COVER,
        notAfter: Number.MAX_SAFE_INTEGER,
      },
      { method: request.method, url: request.url, headers: headersOf(request) },
    );
    return verified === true;
  } catch {
    return false;
  }
};
