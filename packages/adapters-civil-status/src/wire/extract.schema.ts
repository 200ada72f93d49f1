/** The signed electronic extract (bản điện tử trích lục, giấy khai sinh điện tử) as the register gives it out. */
import type { PlainDate } from '@lienthong/core';
import { code, count, fields, oneOf, type Received } from '@lienthong/core/received';
import * as z from 'zod';
import { book, day, numberInBook } from './parts.schema.js';

/** A technical limit on the text that carries the document: three megabytes of it. */
const MOST_TEXT = 4_000_000;
const MOST_VERSIONS = 10_000;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export type ExtractWire = Readonly<{
  book: string;
  number: number;
  /** Which document it is, as the law names its form. */
  form: string;
  /** Counts the versions of one entry from 1. */
  version: number;
  issuedOn: PlainDate;
  mediaType: 'application/pdf' | 'application/xml';
  /** SHA-256 of the document, in lower-case hexadecimal. */
  sha256: string;
  /** The document with its signatures, in base64. */
  document: string;
}>;

export const extractWire: Received<ExtractWire> = fields({
  book,
  number: numberInBook,
  form: code(),
  version: count(1, MOST_VERSIONS),
  issuedOn: day,
  mediaType: oneOf('application/pdf', 'application/xml'),
  sha256: z
    .string()
    .max(64, { abort: true })
    .refine((text) => /^[0-9a-f]{64}$/.test(text), 'a SHA-256 in lower-case hexadecimal'),
  document: z
    .string()
    .min(4)
    .max(MOST_TEXT, { abort: true })
    .refine((text) => BASE64.test(text), 'base64')
    .meta({ contentEncoding: 'base64' }),
});
