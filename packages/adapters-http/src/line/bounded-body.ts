/** Reading a stranger's body: so many bytes and no more, UTF-8 and nothing else, JSON or nothing. Never throws. */
import type { JsonValue } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';

/** `cut`: the line broke before the end; `too-long`: more than is read. */
export type BodyTrouble = 'cut' | 'too-long';

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};

export const readBytes = async (
  { body }: Pick<Response, 'body'>,
  limit: number,
): Promise<Either<BodyTrouble, Uint8Array<ArrayBuffer>>> => {
  if (body === null || body === undefined) return E.right(new Uint8Array(0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return E.right(joined(chunks, size));
      size += value.byteLength;
      if (size > limit) {
        reader.cancel().catch(() => undefined);
        return E.left('too-long');
      }
      chunks.push(value);
    }
  } catch {
    return E.left('cut');
  }
};

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/** Whether a content type says JSON in UTF-8, which is the only charset JSON has (RFC 8259). */
const saysJson = (contentType: string | null): boolean => {
  const [, charset = 'utf-8'] = CHARSET.exec(contentType ?? '') ?? [];
  return JSON_TYPE.test(contentType ?? '') && /^utf-?8$/i.test(charset);
};

/** The JSON in these bytes; `undefined` where they are none, or are sent as something else. */
export const readJson = (contentType: string | null, bytes: Uint8Array): JsonValue | undefined => {
  if (!saysJson(contentType)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue;
  } catch {
    return undefined;
  }
};
