/** The driver port: the little that the journal asks of an SQLite library, so that each user brings the one that fits. */

export type Bound = string | number | Uint8Array | null;
export type Row = readonly Bound[];

/** `run` answers the row id of the last insert; `all` answers rows as lists, in the order of the columns. */
export type Statement = Readonly<{ run: (...values: Bound[]) => number; all: (...values: Bound[]) => readonly Row[] }>;

export type Connection = Readonly<{
  exec: (sql: string) => void;
  prepare: (sql: string) => Statement;
  close: () => void;
}>;

/** `codeOf` reads SQLite's (extended) result code off an error of the library; `undefined` when the error bears none. */
export type SqliteDriver = Readonly<{
  name: string;
  open: (path: string, options: Readonly<{ readOnly: boolean }>) => Connection;
  codeOf: (error: unknown) => number | undefined;
  /** Whether the library outlives a text that is not UTF-8, as a damaged file may hold; `false` unless said. */
  survivesAnyText?: boolean;
}>;
