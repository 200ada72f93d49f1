/**
 * The tables of the views, in a schema of their own: unlike the journal's they are changed, dropped and built again. Keys sort
 * as bytes. Which generation is live is one row's word, so that a swap is one change.
 */
import { type Unavailable, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Database } from '../connection.js';
import { faultOf, SYSTEM } from '../failure.js';
import { lockOf, quoted } from '../statements.js';

export const VIEWS_VERSION = 1;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const tables = (s: string): readonly string[] => [
  `CREATE TABLE ${s}.views_version (version integer PRIMARY KEY)`,
  `CREATE TABLE ${s}.views (view text COLLATE "C" PRIMARY KEY, live bigint)`,
  `CREATE TABLE ${s}.generations (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, view text COLLATE "C" NOT NULL, ` +
    `version text NOT NULL, checkpoint text COLLATE "C", events bigint NOT NULL DEFAULT 0, error text)`,
  `CREATE INDEX generations_by_view ON ${s}.generations (view, id)`,
  `CREATE TABLE ${s}.rows (generation bigint NOT NULL REFERENCES ${s}.generations ON DELETE CASCADE, ` +
    `key text COLLATE "C" NOT NULL, value text NOT NULL, PRIMARY KEY (generation, key))`,
  `CREATE TABLE ${s}.parked (generation bigint NOT NULL REFERENCES ${s}.generations ON DELETE CASCADE, ` +
    `position text COLLATE "C" NOT NULL, event text NOT NULL, PRIMARY KEY (generation, position))`,
  `CREATE TABLE ${s}.leases (name text COLLATE "C" PRIMARY KEY, holder text NOT NULL, until text COLLATE "C" NOT NULL)`,
  `INSERT INTO ${s}.views_version VALUES (${VIEWS_VERSION})`,
];

/** Two processes may start together: whoever comes second waits, and finds the work done. */
const making = (schema: string): string => {
  const s = quoted(schema);
  const block = `BEGIN
  IF to_regclass(${literal(`${s}.views_version`)}) IS NULL THEN
    IF to_regnamespace(${literal(s)}) IS NULL THEN EXECUTE ${literal(`CREATE SCHEMA ${s}`)}; END IF;
    ${tables(s)
      .map((sql) => `EXECUTE ${literal(sql)};`)
      .join('\n    ')}
  END IF;
END`;
  return [
    `SELECT set_config('lock_timeout', '0', true), set_config('client_min_messages', 'warning', true)`,
    `SELECT pg_advisory_xact_lock(${lockOf(schema)})`,
    `DO ${literal(block)}`,
    `SELECT max(version) FROM ${s}.views_version`,
  ].join('; ');
};

/** Makes sure that the tables stand. Errors: `newer-schema`, and whatever the server says. */
export const prepareViews = async (database: Database, schema: string): Promise<Either<Unavailable, void>> => {
  const there = await database.run(`SELECT to_regclass(${literal(`${quoted(schema)}.views_version`)})`);
  if (E.isLeft(there)) return E.left(faultOf(there.left));
  const made = there.right[0]?.[0] == null;
  const sql = made ? making(schema) : `SELECT max(version) FROM ${quoted(schema)}.views_version`;
  const version = await database.run(sql);
  if (E.isLeft(version)) return E.left(faultOf(version.left));
  const found = Number(version.right[0]?.[0]);
  if (found > VIEWS_VERSION) return E.left(unavailable(SYSTEM, 'newer-schema', false));
  return found === VIEWS_VERSION ? E.right(undefined) : E.left(unavailable(SYSTEM, 'corrupt', false));
};
