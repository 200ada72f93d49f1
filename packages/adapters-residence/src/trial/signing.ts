/** Those who sign what they send in, for tests (bên ký): each with a key of its own. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type KnownKey, signed } from '@lienthong/adapters-http';

const keysOf = (signer: string): Readonly<{ keyId: string; signer: string; privateKey: KeyObject; key: KnownKey }> => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { keyId: `key-${signer}`, signer, privateKey, key: { algorithm: 'ed25519', publicKey } };
};

export type Signers = Readonly<{
  signerOf: (keyId: string) => Readonly<{ signer: string; key: KnownKey }> | undefined;
  /** A signed POST; `change` takes the place of what was signed. */
  post: (
    signer: string,
    address: string,
    body: string,
    change?: Readonly<{ body?: string; atMs?: number; address?: string; method?: string; type?: string }>,
  ) => Promise<Request>;
}>;

/** `now` is what the clock of both sides shows. A stranger signs too, with a key that nobody here knows. */
export const signers = (known: readonly string[], now: () => number): Signers => {
  const all = new Map([...known, 'stranger'].map((signer) => [signer, keysOf(signer)] as const));
  return {
    signerOf: (keyId) => known.map((signer) => all.get(signer)).find((one) => one?.keyId === keyId),
    post: async (signer, address, body, change = {}) => {
      const one = all.get(signer) ?? keysOf(signer);
      const { keyId, privateKey } = one;
      const headers = { 'content-type': change.type ?? 'application/json' };
      const what = { method: 'POST', address, headers, body };
      const carried = await signed({ keyId, algorithm: 'ed25519', privateKey }, what, change.atMs ?? now());
      const method = change.method ?? 'POST';
      return new Request(change.address ?? address, {
        method,
        headers: { ...carried },
        ...(method !== 'GET' && { body: change.body ?? body }),
      });
    },
  };
};
