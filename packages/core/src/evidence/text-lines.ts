/** The lines of a file that comes in pieces. Only a line feed ends one: people's names may hold any other sign. */

/** A line longer than this is no event of ours. */
const LONGEST = 64 * 1024 * 1024;
const LINE_FEED = 10;

/** `whole` is false for bytes that are no UTF-8, for a last line without its end, and for one without any; nothing follows it. */
export type TextLine = Readonly<{ whole: true; text: string } | { whole: false }>;

const BROKEN: TextLine = { whole: false };

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

/** Throws what the source throws. */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<readonly TextLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = (bytes: Uint8Array): TextLine => {
    try {
      return { whole: true, text: decoder.decode(bytes) };
    } catch {
      return BROKEN;
    }
  };
  let rest: Uint8Array[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      lines.push(decoded(joined([...rest, chunk.subarray(from, end)])));
      rest = [];
      waiting = 0;
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.slice(from));
    waiting += chunk.length - from;
    const broken = lines.findIndex(({ whole }) => !whole);
    if (broken >= 0 || waiting > LONGEST) {
      yield [...lines.slice(0, broken < 0 ? lines.length : broken), BROKEN];
      return;
    }
    yield lines;
  }
  if (waiting > 0) yield [BROKEN];
}
