/**
 * The log (nhật ký vận hành): lines of coded fields. Each field has its own shape, and what does not fit it is written as
 * `[redacted]`, so that a name put in the wrong place by mistake still goes nowhere. Errors are told by their kind alone: their
 * messages and stacks may quote what somebody typed.
 */
import { AGENCIES, CODES, PURPOSES } from './vocabulary.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Whatever is left out is left out of the line. Numbers are counts and durations, never amounts or identifiers. */
export type LogFields = Readonly<{
  case?: string;
  key?: string;
  stream?: string;
  request?: string;
  purpose?: string;
  agency?: string;
  code?: string;
  trace?: string;
  at?: string;
  attempt?: number;
  status?: number;
  count?: number;
  ms?: number;
}>;

export type LogLine = Readonly<{ level: LogLevel; event: string }> & Readonly<Record<string, string | number>>;

export type Log = Readonly<
  Record<LogLevel, (event: string, fields?: LogFields) => void> & {
    /** Something was thrown: its kind is told, nothing it says. */
    thrown: (event: string, error: unknown, fields?: LogFields) => void;
  }
>;

export type LogOptions = Readonly<{
  write: (line: LogLine) => void;
  /** Names of further systems, and further codes. */
  agencies?: readonly string[];
  codes?: readonly string[];
}>;

export const REDACTED = '[redacted]';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const STREAM = /^(birth|death|notice|claim-birth|claim-death)-[0-9a-f-]{32,64}$/;
const REQUEST = /^([a-z-]+)#\d{1,4}$/;
const TRACE = /^[0-9a-f]{32}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const EVENT = /^[a-z]+(-[a-z]+)+$/;
const ERRORS = ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'AbortError', 'TimeoutError', 'AggregateError'];

/** Twelve digits and more could be somebody's number; durations and counts stay far below. */
const MOST = 1e10;
const isCount = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) < MOST;

type Fits = (value: unknown) => boolean;
const matching =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const among =
  (words: ReadonlySet<string>): Fits =>
  (value) =>
    typeof value === 'string' && words.has(value);

const shapesWith = ({ agencies = [], codes = [] }: LogOptions): Readonly<Record<keyof LogFields, Fits>> => ({
  case: matching(UUID),
  key: matching(UUID),
  stream: matching(STREAM),
  request: (value) => typeof value === 'string' && PURPOSES.has(REQUEST.exec(value)?.[1] ?? ''),
  purpose: among(PURPOSES),
  agency: among(new Set([...AGENCIES, ...agencies])),
  code: among(new Set([...CODES, ...codes])),
  trace: matching(TRACE),
  at: matching(INSTANT),
  attempt: isCount,
  status: isCount,
  count: isCount,
  ms: isCount,
});

const kindOf = (error: unknown): string => {
  try {
    const name = error instanceof Error ? error.name : typeof error;
    return ERRORS.includes(name) || typeof error !== 'object' ? name : 'Error';
  } catch {
    return 'Error';
  }
};

/** `write` takes each line as plain data: onto a stream, into a collector. What it throws is dropped. */
export const createLog = (options: LogOptions): Log => {
  const shapes = shapesWith(options);
  const put = (
    level: LogLevel,
    event: string,
    fields: LogFields,
    more: Readonly<Record<string, string>> = {},
  ): void => {
    try {
      const line: Record<string, string | number> = {};
      for (const [name, fits] of Object.entries(shapes)) {
        const value: unknown = fields[name as keyof LogFields];
        if (value !== undefined) line[name] = fits(value) ? (value as string | number) : REDACTED;
      }
      options.write({ level, event: EVENT.test(event) ? event : REDACTED, ...line, ...more });
    } catch {
      // A log that cannot be written must not stop the work it speaks of.
    }
  };
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void =>
      put(level, event, fields);
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    thrown: (event, error, fields = {}) => put('error', event, fields, { error: kindOf(error) }),
  };
};
