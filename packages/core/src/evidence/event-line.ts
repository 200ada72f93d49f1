/** One event as a line of an archive: its own canonical text, from which the text that its hash covers is read off. */
import { canonical, type JsonObject, type JsonValue } from './canonical.js';

/** An event as far as the chain knows it. */
export type Chained = Readonly<{
  stream: string;
  revision: number;
  position: string;
  recordedAt: string;
  previous: string;
  hash: string;
}>;

const TEXTS = ['id', 'type', 'stream', 'position', 'occurredAt', 'recordedAt', 'causation', 'correlation'] as const;

const isHash = (value: JsonValue | undefined): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: JsonValue | undefined): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isRecord = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEvent = (said: JsonObject): said is JsonObject & Chained =>
  said['v'] === 1 &&
  TEXTS.every((key) => typeof said[key] === 'string') &&
  isCount(said['revision']) &&
  isCount(said['schema']) &&
  isRecord(said['actor']) &&
  isRecord(said['data']) &&
  isHash(said['hash']) &&
  isHash(said['previous']);

/**
 * What the hash covers, all but `hash` and `position`, cut out of a line that is canonical. Everything from `hash` on is
 * short, so it is written anew without the two; what comes before is taken as it stands.
 */
const coveredIn = (line: string, said: JsonObject): string => {
  const tail = Object.keys(said)
    .filter((key) => key >= 'hash')
    .sort()
    .map((key) => ({ key, text: `,${canonical(key)}:${canonical(said[key] as JsonValue)}` }));
  const length = tail.reduce((sum, { text }) => sum + text.length, 1);
  const covered = tail.map(({ key, text }) => (key === 'hash' || key === 'position' ? '' : text));
  return `${line.slice(0, -length)}${covered.join('')}}`;
};

/** `covered` is what was hashed. `undefined` when the line is not the canonical text of a stored event. */
export const readEventText = (line: string): Readonly<{ event: JsonObject & Chained; covered: string }> | undefined => {
  try {
    const said = JSON.parse(line) as JsonValue;
    if (!isRecord(said) || !isEvent(said) || canonical(said) !== line) return undefined;
    return { event: said, covered: coveredIn(line, said) };
  } catch {
    return undefined;
  }
};

/** How the text that was hashed ends; the keys after `position` are the same in every event. */
const TAIL =
  /,"previous":"([0-9a-f]{64})","recordedAt":"([^"\\]*)","revision":(0|[1-9]\d*),"schema":\d+,"stream":"([^"\\]*)","type":"[^"\\]*","v":1\}$/;

type Kept = Readonly<{ text: string; hash: string; position: string }>;

/** What the chain needs of a text that a store kept, read from its end; the long way where it ends in another manner. */
export const chainedIn = ({ text, hash, position }: Kept): Chained | undefined => {
  const [whole, previous = '', recordedAt = '', revision = '', stream = ''] = TAIL.exec(text.slice(-1_000)) ?? [];
  if (whole !== undefined) return { stream, revision: Number(revision), position, recordedAt, previous, hash };
  try {
    const said = JSON.parse(text) as JsonValue;
    const event: JsonValue = isRecord(said) ? { ...said, hash, position } : null;
    return event !== null && isEvent(event) ? event : undefined;
  } catch {
    return undefined;
  }
};
