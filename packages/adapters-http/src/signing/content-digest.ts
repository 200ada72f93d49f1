/** Content-Digest (RFC 9530) by SHA-256: binds a signature to the bytes of a body. */
import { createHash } from 'node:crypto';

export const contentDigest = (body: Uint8Array | string): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** Whether a `Content-Digest` names these bytes under SHA-256. Other algorithms beside it are not looked at. */
export const digestFits = (header: string | null | undefined, body: Uint8Array | string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === contentDigest(body));
