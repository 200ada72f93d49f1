/** The form of a law pack as a stranger sends it; its JSON Schema is published for those who write packs. */
import * as z from 'zod';
import { E, type Either, type NonEmpty } from '../fp.js';
import type { Malformed } from '../values/malformed.js';
import { type PlainDate, plainDate } from '../values/plain-date.js';
import type { Parameter } from './dated.js';
import { type LawPack, type PackDraft, readLawPack } from './pack.js';

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((raw) => E.isRight(plainDate(raw)), 'a day that exists in the calendar')
  .transform((raw) => raw as PlainDate)
  .describe('A day, YYYY-MM-DD, in Asia/Ho_Chi_Minh');

const name = z
  .string()
  .regex(/^[a-zA-Z0-9][\w./-]*$/)
  .max(200);

const row = z.strictObject({
  id: z.string().min(1).max(200),
  value: z.json(),
  from: date,
  to: date.optional(),
  knownFrom: date,
  citation: z.strictObject({
    act: z.string().min(1).max(100),
    article: z.string().max(20).optional(),
    clause: z.string().max(20).optional(),
    point: z.string().max(20).optional(),
  }),
  confidence: z.enum(['official', 'secondary', 'inferred']),
  note: z.string().max(2000).optional(),
  supersedes: z.string().max(200).optional(),
});

const parameter = z.strictObject({
  name,
  mode: z.enum(['add', 'replace']),
  unit: z.string().max(100).optional(),
  about: z.string().max(500).optional(),
  rows: z.array(row).min(1).max(10_000),
});

export const lawPackSchema: z.ZodType<PackDraft> = z.strictObject({
  pack: z.literal(1),
  id: name,
  version: name,
  title: z.string().max(500).optional(),
  acts: z.array(z.string().max(100)).max(1000).optional(),
  parameters: z.array(parameter).min(1).max(1000),
  signature: z
    .strictObject({ algorithm: z.literal('Ed25519'), signer: z.string().max(200), value: z.base64() })
    .optional(),
});

/** The JSON Schema of a pack, draft 2020-12, for those who write packs. */
export const lawPackJsonSchema = (): object => z.toJSONSchema(lawPackSchema, { io: 'input' });

const problemOf = ({ path, message }: Readonly<{ path: readonly PropertyKey[]; message: string }>): Malformed => ({
  at: path.map(String).join('.'),
  expected: message,
});

/** Reads a pack from anywhere and checks it against a book's parameters. Errors: every place where it does not fit. */
export const acceptLawPack = (
  raw: unknown,
  book: readonly Parameter<unknown>[],
): Either<NonEmpty<Malformed>, LawPack> => {
  const read = lawPackSchema.safeParse(raw);
  if (read.success) return readLawPack(read.data, book);
  const [first = { at: '', expected: 'a law pack' }, ...others] = read.error.issues.map(problemOf);
  return E.left([first, ...others]);
};
