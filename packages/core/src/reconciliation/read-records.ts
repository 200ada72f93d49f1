/** Reads the records of a register from a file's text (đọc tệp bản ghi): CSV with a head, one JSON a line, or one JSON list. */
import { accept } from '../borders/received.schema.js';
import { E, type Either } from '../fp.js';
import { csvRows } from './csv.js';
import { COUNTED, registerRecord } from './records.schema.js';
import type { RegisterRecord } from './register-record.js';

export const RECORD_FORMATS = ['csv', 'ndjson', 'json'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** Where a file is not as it should be, and what belongs there; never what stands there. */
export type RecordFault = Readonly<{ line: number; field: string; expected: string }>;

type Raw = Readonly<{ line: number; value: unknown }>;

const fault = (line: number, field: string, expected: string): Either<RecordFault, never> =>
  E.left({ line, field, expected });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Without these columns no line can be a record, and a file of the wrong kind with no line at all would pass as clean books. */
const NEEDED = ['register', 'id'] as const;

const fromCsv = (text: string): Either<RecordFault, readonly Raw[]> => {
  const { rows, brokenAt } = csvRows(text);
  if (brokenAt !== undefined) return fault(brokenAt, '', 'a row of cells with their quotes closed');
  const [head, ...body] = rows;
  if (head === undefined) return fault(1, '', 'a first line with the names of the fields');
  const missing = NEEDED.find((field) => !head.cells.some((cell) => cell.trim() === field));
  if (missing !== undefined) return fault(head.line, missing, 'a column of this name');
  const raws: Raw[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== head.cells.length) return fault(line, '', `${head.cells.length} cells`);
    const named = head.cells.flatMap((field, at): readonly [string, unknown][] => {
      const cell = cells[at]?.trim() ?? '';
      if (cell === '') return [];
      return [[field.trim(), COUNTED.includes(field.trim()) && /^\d{1,15}$/.test(cell) ? Number(cell) : cell]];
    });
    raws.push({ line, value: Object.fromEntries(named) });
  }
  return E.right(raws);
};

const fromLines = (text: string): Either<RecordFault, readonly Raw[]> => {
  const raws: Raw[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === undefined) return fault(at + 1, '', 'a JSON document');
    raws.push({ line: at + 1, value });
  }
  return E.right(raws);
};

/** In a list the place of the record stands for its line. */
const fromList = (text: string): Either<RecordFault, readonly Raw[]> => {
  const value = parsed(text.replace(/^\uFEFF/, ''));
  return Array.isArray(value)
    ? E.right(value.map((each: unknown, at) => ({ line: at + 1, value: each })))
    : fault(1, '', 'a list of records');
};

const READERS = { csv: fromCsv, ndjson: fromLines, json: fromList } as const;

/** Errors: the first line and field that is not as it should be. */
export const readRecords = (text: string, format: RecordFormat): Either<RecordFault, readonly RegisterRecord[]> => {
  const raws = READERS[format](text);
  if (E.isLeft(raws)) return raws;
  const records: RegisterRecord[] = [];
  for (const { line, value } of raws.right) {
    const read = accept(registerRecord, value);
    if (E.isLeft(read)) return fault(line, read.left.at, read.left.expected);
    records.push(read.right);
  }
  return E.right(records);
};
