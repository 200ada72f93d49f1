/**
 * Law packs (gói dữ liệu pháp luật, R53): rows that land between two releases, or a province's own, as one signed and
 * versioned document. A pack replaces a parameter's rows or adds to them; read, checked and signed before it is used.
 */
import { asCanonical } from '../evidence/canonical.js';
import { E, type Either, isNonEmpty, type NonEmpty, TE } from '../fp.js';
import type { Malformed } from '../values/malformed.js';
import type { PlainDate } from '../values/plain-date.js';
import { acts } from './acts.js';
import type { Citation, Confidence, Parameter, Row } from './dated.js';

/** A row as a pack writes it; its release becomes the pack's. */
export type PackRow = Readonly<{
  id: string;
  value: unknown;
  from: PlainDate;
  to?: PlainDate | undefined;
  knownFrom: PlainDate;
  citation: Readonly<{
    act: string;
    article?: string | undefined;
    clause?: string | undefined;
    point?: string | undefined;
  }>;
  confidence: Confidence;
  note?: string | undefined;
  supersedes?: string | undefined;
}>;

/** `unit` and `about` are needed for a parameter the book does not have. */
export type PackParameter = Readonly<{
  name: string;
  mode: 'add' | 'replace';
  unit?: string | undefined;
  about?: string | undefined;
  rows: readonly PackRow[];
}>;

/** Base64 of an Ed25519 signature over the canonical text of the pack without this field, and the signer's name. */
export type PackSignature = Readonly<{ algorithm: 'Ed25519'; signer: string; value: string }>;

/** A pack as written: of the right form, not yet checked against a book. */
export type PackDraft = Readonly<{
  pack: 1;
  id: string;
  version: string;
  title?: string | undefined;
  /** Acts cited that the registry does not have. */
  acts?: readonly string[] | undefined;
  parameters: readonly PackParameter[];
  signature?: PackSignature | undefined;
}>;

declare const checked: unique symbol;

/** A pack that fits a book. */
export type LawPack = PackDraft & { readonly [checked]: true };

type Kind = string;

/** The kind of a value: what may stand in for it. Records are told apart by their keys. */
const kindOf = (value: unknown): Kind => {
  if (Array.isArray(value)) return 'list';
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return `record of ${Object.keys(value).sort().join(', ')}`;
};

const expectedKinds = (parameter: Parameter<unknown>): readonly Kind[] => [
  ...new Set(parameter.rows.map((row) => kindOf(row.value))),
];

const rowProblems = (
  known: Parameter<unknown> | undefined,
  row: PackRow,
  at: string,
  mayCite: Set<string>,
): Malformed[] => {
  const kinds = known ? expectedKinds(known) : [];
  const problem = (holds: boolean, where: string, expected: string): Malformed[] =>
    holds ? [] : [{ at: `${at}.${where}`, expected }];
  return [
    ...problem(row.to === undefined || row.from <= row.to, 'to', 'a day not before `from`'),
    ...problem(
      acts.has(row.citation.act) || mayCite.has(row.citation.act),
      'citation.act',
      'an act of the registry or the pack',
    ),
    ...problem(kinds.length === 0 || kinds.includes(kindOf(row.value)), 'value', kinds.join(' or ')),
    ...problem(!known?.rows.some(({ id }) => id === row.id), 'id', 'an id the book does not have'),
    ...problem(
      row.supersedes === undefined || (known?.rows.some(({ id }) => id === row.supersedes) ?? false),
      'supersedes',
      'the id of a row of this parameter',
    ),
  ];
};

const parameterProblems = (
  book: readonly Parameter<unknown>[],
  entry: PackParameter,
  at: string,
  mayCite: Set<string>,
): Malformed[] => {
  const known = book.find(({ name }) => name === entry.name);
  const described = known !== undefined || (entry.unit !== undefined && entry.about !== undefined);
  return [
    ...(described
      ? []
      : [{ at: `${at}.name`, expected: 'a parameter of the book, or `unit` and `about` of a new one' }]),
    ...entry.rows.flatMap((row, i) => rowProblems(known, row, `${at}.rows.${i}`, mayCite)),
  ];
};

/** Checks a pack against the parameters it is for. Errors: every place where it does not fit. */
export const readLawPack = (
  draft: PackDraft,
  book: readonly Parameter<unknown>[],
): Either<NonEmpty<Malformed>, LawPack> => {
  const mayCite = new Set(draft.acts ?? []);
  const ids = draft.parameters.flatMap(({ rows }) => rows.map(({ id }) => id));
  const problems: readonly Malformed[] = [
    ...draft.parameters.flatMap((entry, i) => parameterProblems(book, entry, `parameters.${i}`, mayCite)),
    ...(new Set(ids).size === ids.length ? [] : [{ at: 'parameters', expected: 'row ids that occur once' }]),
  ];
  return isNonEmpty(problems) ? E.left(problems) : E.right(draft as LawPack);
};

const toRow =
  (release: string) =>
  ({ citation, to, note, supersedes, ...row }: PackRow): Row<unknown> => {
    const { act, article, clause, point } = citation;
    const cited: Citation = {
      act,
      ...(article === undefined ? {} : { article }),
      ...(clause === undefined ? {} : { clause }),
      ...(point === undefined ? {} : { point }),
      inForceFrom: row.from,
      ...(to === undefined ? {} : { inForceTo: to }),
      confidence: row.confidence,
    };
    return {
      ...row,
      citation: cited,
      release,
      ...(to === undefined ? {} : { to }),
      ...(note === undefined ? {} : { note }),
      ...(supersedes === undefined ? {} : { supersedes }),
    };
  };

const laidOver = (known: Parameter<unknown> | undefined, entry: PackParameter, release: string): Parameter<unknown> => {
  const rows = entry.rows.map(toRow(release));
  const superseded = new Set(entry.rows.flatMap(({ supersedes }) => supersedes ?? []));
  if (!known) return { name: entry.name, unit: entry.unit ?? '', about: entry.about ?? '', rows };
  const kept = entry.mode === 'replace' ? [] : known.rows.filter(({ id }) => !superseded.has(id));
  return { ...known, rows: [...kept, ...rows] };
};

/** The parameters with packs laid over them, the later pack over the earlier. */
export const withPacks = (
  parameters: readonly Parameter<unknown>[],
  packs: readonly LawPack[],
  base: string,
): readonly Parameter<unknown>[] => {
  const all = new Map(parameters.map((each) => [each.name, each]));
  for (const pack of packs)
    for (const entry of pack.parameters)
      all.set(entry.name, laidOver(all.get(entry.name), entry, `${base}+${pack.id}@${pack.version}`));
  return [...all.values()];
};

/** What a signature covers: the canonical text of the pack without its signature. */
export const packPayload = ({ signature: _, ...content }: PackDraft): Either<Malformed, string> => asCanonical(content);

/** Verifies an Ed25519 signature (base64) of a signer over a text; the caller knows whose key that is. */
export type VerifySignature = (signer: string, text: string, signature: string) => Promise<boolean>;

/** Accepts a signed pack. Errors: `Malformed` where the signature is missing, does not hold or could not be checked. */
export const verifyPack =
  (verify: VerifySignature) =>
  (draft: PackDraft): TE.TaskEither<Malformed, PackDraft> =>
  async () => {
    const { signature } = draft;
    if (!signature) return E.left({ at: 'signature', expected: 'a signature' });
    const text = packPayload(draft);
    if (E.isLeft(text)) return text;
    const holds = await TE.tryCatch(
      () => verify(signature.signer, text.right, signature.value),
      (): Malformed => ({ at: 'signature', expected: 'a signature that can be checked' }),
    )();
    if (E.isLeft(holds)) return holds;
    return holds.right ? E.right(draft) : E.left({ at: 'signature', expected: 'a signature that holds' });
  };
