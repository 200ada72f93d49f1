/** Reading what somebody sends in (nhận dữ liệu): so many bytes and no more, JSON in UTF-8 and nothing else. Never throws. */
import { E, type Either } from '@lienthong/core/fp';
import { notJson, type Told, tooLong } from './problem.js';

/** A technical limit, far above any notice. */
const MOST_BYTES = 500_000;

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
};

export const bytesOf = async ({ body }: Request): Promise<Either<Told, Uint8Array>> => {
  if (body === null) return E.right(new Uint8Array(0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return E.right(joined(chunks));
      size += value.byteLength;
      if (size > MOST_BYTES) {
        reader.cancel().catch(() => undefined);
        return E.left(tooLong);
      }
      chunks.push(value);
    }
  } catch {
    return E.left(notJson);
  }
};

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

export const jsonOf = (request: Request, bytes: Uint8Array): Either<Told, unknown> => {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return E.left(notJson);
  try {
    return E.right(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown);
  } catch {
    return E.left(notJson);
  }
};
