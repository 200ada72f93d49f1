/** Opening: the schema is looked for, made or brought up to date, and looked over, before anything is asked of it. */
import { type BadInput, type Unavailable, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Database } from './connection.js';
import { faultOf, SYSTEM } from './failure.js';
import type { Row } from './rows.js';
import { type FeedKind, SCHEMA_VERSION, stepsFrom } from './schema/migrations.js';
import { lockOf, quoted } from './statements.js';

export type Opening = Readonly<{
  schema: string;
  mode: 'write' | 'read';
  /** What a new journal becomes; one that stands keeps what it is. */
  feed: FeedKind | undefined;
}>;

const TABLES = ['versions', 'epochs', 'streams', 'events'];

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const refused = (code: 'corrupt' | 'newer-schema' | 'read-only' | 'unreachable'): Either<Unavailable, never> =>
  E.left(unavailable(SYSTEM, code, false));
const bad = (at: string, expected: string): Either<BadInput, never> => E.left({ kind: 'BadInput', at, expected });

const rowsOf = async (database: Database, sql: string): Promise<Either<Unavailable, readonly Row[]>> =>
  E.mapLeft(faultOf)(await database.run(sql));

/** 0 where there is no schema of ours. */
const versionOf = async (database: Database, schema: string): Promise<Either<Unavailable, number>> => {
  const there = await rowsOf(database, `SELECT to_regclass(${literal(`${quoted(schema)}.versions`)})`);
  if (E.isLeft(there)) return there;
  if (there.right[0]?.[0] === null) return E.right(0);
  return E.map((rows: readonly Row[]) => Number(rows[0]?.[0]))(
    await rowsOf(database, `SELECT max(version) FROM ${quoted(schema)}.versions`),
  );
};

/** Two processes may start together: whoever comes second waits, and finds the work done. */
const migrate = async (
  database: Database,
  { schema, feed = 'safe' }: Opening,
): Promise<Either<Unavailable, number>> => {
  const steps = Array.from({ length: SCHEMA_VERSION }, (_, version) =>
    [
      `IF found = ${version} THEN`,
      ...stepsFrom(version, quoted(schema), feed).map((sql) => `EXECUTE ${literal(sql)};`),
      'END IF;',
    ].join('\n'),
  );
  const block = `DECLARE found integer := 0;
BEGIN
  IF to_regclass(${literal(`${quoted(schema)}.versions`)}) IS NOT NULL THEN
    EXECUTE ${literal(`SELECT max(version) FROM ${quoted(schema)}.versions`)} INTO found;
  END IF;
  IF to_regnamespace(${literal(quoted(schema))}) IS NULL THEN
    EXECUTE ${literal(`CREATE SCHEMA ${quoted(schema)}`)};
  END IF;
  ${steps.join('\n')}
END`;
  const sql = [
    `SELECT set_config('lock_timeout', '0', true), set_config('client_min_messages', 'warning', true)`,
    `SELECT pg_advisory_xact_lock(${lockOf(schema)})`,
    `DO ${literal(block)}`,
  ].join('; ');
  const done = await rowsOf(database, sql);
  return E.isLeft(done) ? done : versionOf(database, schema);
};

/** Each table must refuse to forget, whoever asks. */
const isGuarded = async (database: Database, schema: string): Promise<Either<Unavailable, boolean>> =>
  E.map(([row]: readonly Row[]) => Number(row?.[0]) === TABLES.length)(
    await rowsOf(
      database,
      `SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ${literal(schema)} AND t.tgname = c.relname || '_only_grows' AND t.tgenabled = 'A'
         AND c.relname IN (${TABLES.map(literal).join(', ')})`,
    ),
  );

/** A standby, a database set to read only, or a role that may not write. */
const isWritable = async (database: Database, schema: string): Promise<Either<Unavailable, boolean>> =>
  E.map(([row]: readonly Row[]) => row?.[0] === 't')(
    await rowsOf(
      database,
      `SELECT current_setting('transaction_read_only') = 'off'
         AND has_any_column_privilege(${literal(`${quoted(schema)}.events`)}, 'INSERT')`,
    ),
  );

const feedOf = async (database: Database, schema: string): Promise<Either<Unavailable, string>> =>
  E.map(([row]: readonly Row[]) => String(row?.[0]))(
    await rowsOf(database, `SELECT feed FROM ${quoted(schema)}.epochs ORDER BY epoch DESC LIMIT 1`),
  );

/**
 * Makes sure that a journal of this release stands in the schema. Errors: `BadInput` (a database that cannot hold every
 * character, another kind of feed), and `Unavailable` as `unreachable`, `login-refused`, `read-only`, `newer-schema`, `corrupt`.
 */
export const prepare = async (database: Database, opening: Opening): Promise<Either<Unavailable | BadInput, void>> => {
  const { schema, mode, feed } = opening;
  const encoding = await rowsOf(database, 'SHOW server_encoding');
  if (E.isLeft(encoding)) return encoding;
  if (encoding.right[0]?.[0] !== 'UTF8') return bad('connect', 'a database whose encoding is UTF8');
  const found = await versionOf(database, schema);
  if (E.isLeft(found)) return found;
  const outdated = found.right < SCHEMA_VERSION && mode === 'write';
  const version = outdated ? await migrate(database, opening) : found;
  if (E.isLeft(version)) return version;
  if (version.right > SCHEMA_VERSION) return refused('newer-schema');
  if (version.right === 0) return refused('unreachable');
  if (version.right !== SCHEMA_VERSION) return refused('corrupt');
  const guarded = await isGuarded(database, schema);
  if (E.isLeft(guarded)) return guarded;
  if (!guarded.right) return refused('corrupt');
  const writable = mode === 'read' ? E.right(true) : await isWritable(database, schema);
  if (E.isLeft(writable)) return writable;
  if (!writable.right) return refused('read-only');
  const kind = await feedOf(database, schema);
  if (E.isLeft(kind)) return kind;
  return feed === undefined || feed === kind.right
    ? E.right(undefined)
    : bad('feed', `${kind.right}, as this journal was made`);
};
