import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { detached, es256Signer, openJws, signJws } from './checkpoint-jws.js';

const claims = { origin: 'example.vn/log', size: 7, root: 'ab'.repeat(32), at: '2024-08-29T02:20:00.000Z' };
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

const signed = async () => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const jws = await signJws(es256Signer('key-1', privateKey), claims)();
  if (E.isLeft(jws)) throw new Error(jws.left.kind);
  return { jws: jws.right, key: publicKey };
};

describe('a checkpoint as a JWS', () => {
  it('opens to its claims under the key that signed it, and under no other', async () => {
    const { jws, key } = await signed();
    expect(await openJws(jws, key)).toEqual(E.right(claims));
    expect(await openJws(jws, (await signed()).key)).toEqual(E.left({ kind: 'SignatureInvalid' }));
  });

  it('says its algorithm and key, and its claims in canonical form', async () => {
    const { jws } = await signed();
    const [header = '', payload = ''] = jws
      .split('.')
      .map((part) => atob(part.replaceAll('-', '+').replaceAll('_', '/').slice(0, 400)));
    expect(header).toBe('{"alg":"ES256","kid":"key-1"}');
    expect(payload).toBe(`{"at":"${claims.at}","origin":"${claims.origin}","root":"${claims.root}","size":7}`);
  });

  it('can be parted from its claims, and opens with them put back', async () => {
    const { jws, key } = await signed();
    const apart = detached(jws);
    expect(apart).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect(await openJws(apart, key, claims)).toEqual(E.right(claims));
    expect(await openJws(apart, key, { ...claims, size: 8 })).toEqual(E.left({ kind: 'SignatureInvalid' }));
    expect(await openJws(apart, key)).toMatchObject({ left: { at: 'payload' } });
  });

  it('is refused after a change of any bit', async () => {
    const { jws, key } = await signed();
    for (let at = 0; at < jws.length; at += 1) {
      for (let bit = 0; bit < 7; bit += 1) {
        const changed = jws.slice(0, at) + String.fromCharCode(jws.charCodeAt(at) ^ (1 << bit)) + jws.slice(at + 1);
        if (E.isRight(await openJws(changed, key))) expect.fail(`bit ${bit} of ${at}`);
      }
    }
  });

  it('is refused with no algorithm, another one, or a header of more words', async () => {
    const { jws, key } = await signed();
    const [, payload, signature] = jws.split('.');
    for (const header of ['{"alg":"none"}', '{"alg":"HS256"}', '{"alg":"ES256","crit":["b64"]}', '[]', '1', '{}']) {
      expect(await openJws(`${btoa(header).replaceAll('=', '')}.${payload}.${signature}`, key)).toMatchObject({
        left: { at: 'header' },
      });
    }
    for (const odd of ['', '.', '..', 'a.b', `${jws}.`, 'ế.ế.ế']) {
      expect(await openJws(odd, key)).toMatchObject({ _tag: 'Left' });
    }
  });
});
