/** The lines of a file, plain or gzipped, one after another. Only a line feed ends one: people's names may hold any other sign. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** A line longer than this is no event of ours. */
const LONGEST = 64 * 1024 * 1024;

/** Throws what the file system, zlib or the decoder throws, and `RangeError` for an endless line. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // A pipe does not hand on the errors of its source.
  if (bytes !== file) file.on('error', (error) => bytes.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LONGEST) throw new RangeError('a line without end');
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
