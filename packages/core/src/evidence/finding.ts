/** What a verifier finds (điểm bất thường): the kind of it, and the first event it shows at. Never anybody's data. */

/** The codes of the evidence; the last three are about what an archive or a checkpoint says of itself. */
export type FindingKind =
  /** An event is not what its hash says. */
  | 'HASH_MISMATCH'
  /** An event does not name the one before it in its stream. */
  | 'PREV_MISMATCH'
  /** An event is missing, doubled or out of its place: by revision, by position or by recorded time. */
  | 'SEQ_GAP'
  /** The events are not those that were counted: another root over them, or another number. */
  | 'ROOT_MISMATCH'
  /** A checkpoint tells of more events than there are: the end is gone. */
  | 'CHECKPOINT_REGRESSED'
  /** A checkpoint tells of as many events, or of a beginning, and of other ones: there are two stories. */
  | 'FORK'
  /** A line that is no event, or not in its one spelling. */
  | 'NOT_CANONICAL'
  /** The first line of an archive is none, or not what it was. */
  | 'HEADER_MISMATCH'
  /** A trusted key is named, and did not sign; or no trusted key did. */
  | 'SIGNATURE_INVALID';

export type Because =
  | 'content'
  | 'previous'
  | 'revision'
  | 'position'
  | 'recorded-time'
  | 'count'
  | 'root'
  | 'line'
  | 'file'
  | 'digest'
  | 'signature'
  | 'unsigned'
  | 'store';

/** `index` counts events from 0 in the order of the feed; the rest is what the event says of itself, if it can be read. */
export type Place = Readonly<{ index: number; stream?: string; revision?: number; position?: string }>;

export type Finding = Readonly<{ kind: FindingKind; because: Because; at: Place; origin?: string }>;

/** An altered event may say anything; only what looks like a name of ours is repeated. */
const OURS = /^[A-Za-z0-9._:/-]{1,120}$/;

export const placeOf = (
  index: number,
  { stream, revision, position }: Readonly<{ stream: string; revision: number; position: string }>,
): Place => ({
  index,
  ...(OURS.test(stream) ? { stream } : {}),
  ...(Number.isSafeInteger(revision) ? { revision } : {}),
  ...(OURS.test(position) ? { position } : {}),
});
