/**
 * Fetching the signed electronic extract (bản điện tử trích lục, giấy khai sinh) of an entry: its bytes as the register signed
 * them, and what the register says about them. Bytes that do not fit what is said of them are a fault, never a document.
 */
import { createHash } from 'node:crypto';
import type { Line } from '@lienthong/adapters-http';
import { type Fault, type PlainDate, unavailable } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { accept } from '@lienthong/core/received';
import { type ExtractWire, extractWire } from './wire/extract.schema.js';
import { EXTRACTS, NO_SUCH_EXTRACT } from './wire/extract-path.js';

/** Where an entry stands: the book, and the number in it. */
export type EntryPlace = Readonly<{ book: string; number: number }>;

export type SignedExtract = EntryPlace &
  Readonly<{
    form: string;
    version: number;
    issuedOn: PlainDate;
    mediaType: ExtractWire['mediaType'];
    sha256: string;
    bytes: Uint8Array;
  }>;

const opened = ({ document, ...said }: ExtractWire, { book, number }: EntryPlace): SignedExtract | undefined => {
  const bytes = new Uint8Array(Buffer.from(document, 'base64'));
  const fits = createHash('sha256').update(bytes).digest('hex') === said.sha256;
  return fits && said.book === book && said.number === number ? { ...said, bytes } : undefined;
};

/** `undefined` where the register has no extract of that entry. Errors: what is malformed, or of another entry, is a fault. */
export const fetchExtract = (line: Line, place: EntryPlace): TE.TaskEither<Fault, SignedExtract | undefined> => {
  const { agency } = line;
  const malformed: Either<Fault, never> = E.left(unavailable(agency, 'malformed-answer', true));
  const query = new URLSearchParams({ book: place.book, number: `${place.number}` });
  return pipe(
    line.call({ purpose: 'fetch-extract', method: 'GET', path: `${EXTRACTS}?${query}`, answers: [NO_SUCH_EXTRACT] }),
    TE.mapLeft(
      (problem): Fault => (problem.kind === 'OutcomeUnknown' ? unavailable(agency, 'unreachable', true) : problem),
    ),
    TE.flatMapEither(({ body, problem }): Either<Fault, SignedExtract | undefined> => {
      if (problem === NO_SUCH_EXTRACT) return E.right(undefined);
      const read = accept(extractWire, body);
      const extract = E.isRight(read) ? opened(read.right, place) : undefined;
      return extract === undefined ? malformed : E.right(extract);
    }),
  );
};
