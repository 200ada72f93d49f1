/** The bytes of an archive, unpacked where its name says that it is compressed, and how fast this machine can hash them. */
import * as nodeCrypto from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { VerifyOptions } from '@lienthong/core/evidence';

/** Throws what the file system or zlib throws. */
export const bytesOf = (path: string): AsyncIterable<Uint8Array> => {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return file;
  const bytes = file.pipe(createGunzip());
  // A pipe does not hand on the errors of its source.
  file.on('error', (error) => bytes.destroy(error));
  return bytes;
};

/** Whether what was thrown came of damaged compression, not of a file that cannot be read. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));

/** One call is faster than an object for it; the older releases of Node 20 have only the latter. */
const digest: (text: string) => string =
  'hash' in nodeCrypto && typeof nodeCrypto.hash === 'function'
    ? (text) => nodeCrypto.hash('sha256', text)
    : (text) => nodeCrypto.createHash('sha256').update(text).digest('hex');

/** Node's own SHA-256, several times as fast as one in JavaScript. */
export const hashing: NonNullable<VerifyOptions['hashing']> = {
  digest,
  sha256: (bytes) => new Uint8Array(nodeCrypto.createHash('sha256').update(bytes).digest()),
};
