/** Every statement that the journal runs. Each has a name, so that a connection plans it once. */
import { COLUMNS, digestOf } from './rows.js';

export type Statement = Readonly<{ name: string; text: string }>;

export type Statements = Readonly<{
  /** Writes runs of events, each whole or not at all; answers the places of the marked events of what was written. */
  write: Statement;
  writeOne: Statement;
  writeFirst: Statement;
  /** The last event of each stream that exists. */
  heads: Statement;
  /** The events that stand in these streams under these ids. */
  standing: Statement;
  forward: Statement;
  backward: Statement;
  exists: Statement;
  feed: Statement;
  /** The same, only of some types or of some streams. */
  filtered: Statement;
  /** Whether an event stands at this place, or its epoch still goes on. */
  stands: Statement;
  /** Nothing, if nothing stands behind a place; else the oldest unfinished writer, if there is one. */
  held: Statement;
}>;

/** The name as SQL writes it. */
export const quoted = (schema: string): string => `"${schema.replaceAll('"', '""')}"`;

/** The epoch; and in a strict feed the turn to write, which is waited for before anything gets a number. */
const now = (s: string, lock: string): string => `now AS MATERIALIZED (
  SELECT epoch, CASE feed WHEN 'strict' THEN pg_advisory_xact_lock(${lock}) IS NULL END AS turn
  FROM ${s}.epochs ORDER BY epoch DESC LIMIT 1
)`;

/** By both columns of the index, also in a long stream: the planner is not left to choose. */
const headOf = (s: string): string => `SELECT e.stream FROM ${s}.events e WHERE e.stream = s.id AND`;

/**
 * One statement is one transaction and one round trip. `met` are the runs whose expectation holds: the stream is new
 * (`made`), or its head is the very event that the run was linked to. Only the first event of a run can meet another
 * writer's: a unique key decides between them, at the moment of writing. Where it was written the rest follows; where not,
 * nothing does, and the other runs go on.
 */
const write = (s: string, sequence: string, lock: string): string => `
WITH ${now(s, lock)}, run AS MATERIALIZED (
  SELECT r.* FROM now, unnest($1::bytea[], $2::text[], $3::int4[], $4::bytea[])
    WITH ORDINALITY AS r (digest, name, head, hash, run)
), made AS (
  INSERT INTO ${s}.streams (digest, name) SELECT digest, name FROM run WHERE head < 0 ORDER BY run
    ON CONFLICT DO NOTHING RETURNING id, digest
), met AS MATERIALIZED (
  SELECT run.run, run.head, made.id AS stream FROM run JOIN made USING (digest)
  UNION ALL
  SELECT run.run, run.head, e.stream FROM run
    JOIN ${s}.streams s ON s.digest = run.digest
    JOIN LATERAL (${headOf(s)} e.revision = run.head AND e.hash = run.hash OFFSET 0) e ON true
    WHERE run.head >= 0
), given AS MATERIALIZED (
  SELECT o.*, nextval(${sequence}) AS position FROM (
    SELECT met.stream, met.head, e.*
    FROM unnest($5::int4[], $6::int4[], $7::uuid[], $8::text[], $9::bytea[], $10::text[], $11::bool[])
      WITH ORDINALITY AS e (run, revision, id, type, hash, text, marked, nth)
    JOIN met ON met.run = e.run ORDER BY e.nth
  ) o
), gate AS (
  INSERT INTO ${s}.events (position, epoch, stream, revision, id, type, hash, text)
    SELECT position, epoch, stream, revision, id, type, hash, text
    FROM now, given WHERE revision = head + 1 ORDER BY position
    ON CONFLICT DO NOTHING RETURNING stream, epoch, xid
), rest AS (
  INSERT INTO ${s}.events (position, epoch, stream, revision, id, type, hash, text)
    SELECT position, epoch, stream, revision, id, type, hash, text
    FROM given JOIN gate USING (stream) WHERE revision > head + 1 ORDER BY position
)
SELECT given.run, given.revision, gate.epoch, gate.xid, given.position
  FROM given JOIN gate USING (stream) WHERE given.marked`;

/** The same for the commonest of all appends: one event behind a head. */
const writeOne = (s: string, lock: string): string => `
WITH ${now(s, lock)}
INSERT INTO ${s}.events AS e (epoch, stream, revision, id, type, hash, text)
  SELECT now.epoch, h.stream, $2::int4 + 1, $4::uuid, $5::text, $6::bytea, $7::text
  FROM now, ${s}.streams s,
    LATERAL (${headOf(s)} e.revision = $2::int4 AND e.hash = $3::bytea OFFSET 0) h
  WHERE s.digest = $1::bytea
  ON CONFLICT DO NOTHING RETURNING 1, revision, epoch, xid, position`;

/** And for one event that begins a stream. */
const writeFirst = (s: string, lock: string): string => `
WITH ${now(s, lock)}, made AS (
  INSERT INTO ${s}.streams (digest, name) SELECT $1::bytea, $2::text FROM now ON CONFLICT DO NOTHING RETURNING id
)
INSERT INTO ${s}.events (epoch, stream, revision, id, type, hash, text)
  SELECT now.epoch, made.id, 0, $3::uuid, $4::text, $5::bytea, $6::text FROM now, made
  RETURNING 1, revision, epoch, xid, position`;

/** What may be shown: all of earlier epochs; of this one what no unfinished transaction can still come before. */
const visible = (s: string): string => `(e.epoch, e.xid) < ((SELECT max(epoch) FROM ${s}.epochs), (
  SELECT CASE feed WHEN 'strict' THEN '18446744073709551615'::xid8 ELSE pg_snapshot_xmin(pg_current_snapshot()) END
  FROM ${s}.epochs ORDER BY epoch DESC LIMIT 1))`;

const scan = (s: string, columns: string): string => `SELECT ${columns} FROM ${s}.events e
  WHERE (e.epoch, e.xid, e.position) > ($1::int2, $2::xid8, $3::int8) AND ${visible(s)}
  ORDER BY e.epoch, e.xid, e.position`;

/** How many events a filter looks at before it answers a page, so that one that lets little through still answers soon. */
export const SCANNED = 5_000;

const filtered = (s: string): string => `
WITH scanned AS MATERIALIZED (${scan(s, 'e.*')} LIMIT ${SCANNED}),
passed AS (
  SELECT ${COLUMNS} FROM scanned e
  WHERE ($5::text[] IS NULL OR e.type = ANY ($5::text[]))
    AND ($6::text IS NULL OR starts_with((SELECT name FROM ${s}.streams s WHERE s.id = e.stream), $6::text))
  ORDER BY e.epoch, e.xid, e.position LIMIT $4::int8
)
SELECT * FROM passed
UNION ALL
SELECT * FROM (
  SELECT epoch, xid, position, NULL::int4, (SELECT count(*) FROM scanned)::text, NULL::text
  FROM scanned ORDER BY epoch DESC, xid DESC, position DESC LIMIT 1
) last`;

/**
 * Whether something stands behind a place, shown or not; and the oldest unfinished writer of the cluster, and whether that
 * one is busy and will be gone in a moment. What it
 * asks is nobody's business here: only which program it is, and since when.
 */
const held = (s: string): string => `
SELECT w.there IS NULL OR coalesce(a.state = 'active' AND clock_timestamp() - a.xact_start < interval '1 second', false),
  w.pid, a.application_name, a.state, to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
FROM (SELECT WHERE EXISTS (
  SELECT FROM ${s}.events e WHERE (e.epoch, e.xid, e.position) > ($1::int2, $2::xid8, $3::int8)
)) behind
LEFT JOIN LATERAL (
  SELECT l.pid, true AS there FROM pg_locks l
  WHERE l.locktype = 'transactionid' AND l.granted AND l.mode = 'ExclusiveLock' AND l.pid IS DISTINCT FROM pg_backend_pid()
  ORDER BY age(l.transactionid) DESC LIMIT 1
) w ON true
LEFT JOIN pg_stat_activity a ON a.pid = w.pid`;

const inStream = (s: string): string =>
  `SELECT ${COLUMNS} FROM ${s}.streams s JOIN ${s}.events e ON e.stream = s.id WHERE s.digest = decode($1, 'hex')`;

const HEAD = 'SELECT e.* FROM';

/** `schema` as it was given. A name holds a digest of its statement: behind a pooler a connection may outlive a release. */
export const statementsOf = (schema: string): Statements => {
  const s = quoted(schema);
  const literal = (table: string): string => `'${`${s}.${table}`.replaceAll("'", "''")}'`;
  const named = (name: string, text: string): Statement => ({
    name: `lienthong_${name}_${digestOf(text).slice(0, 16)}`,
    text,
  });
  return {
    write: named('write', write(s, literal('events_position_seq'), lockOf(schema))),
    writeOne: named('write_one', writeOne(s, lockOf(schema))),
    writeFirst: named('write_first', writeFirst(s, lockOf(schema))),
    heads: named(
      'heads',
      `SELECT d.nth, ${COLUMNS} FROM unnest($1::bytea[]) WITH ORDINALITY AS d (digest, nth)
       JOIN ${s}.streams s ON s.digest = d.digest
       JOIN LATERAL (${HEAD} ${s}.events e WHERE e.stream = s.id ORDER BY e.revision DESC LIMIT 1) e ON true`,
    ),
    standing: named(
      'standing',
      `SELECT d.nth, ${COLUMNS} FROM unnest($1::bytea[], $2::uuid[]) WITH ORDINALITY AS d (digest, id, nth)
       JOIN ${s}.streams s ON s.digest = d.digest
       JOIN LATERAL (${HEAD} ${s}.events e WHERE e.stream = s.id AND e.id = d.id OFFSET 0) e ON true`,
    ),
    forward: named('forward', `${inStream(s)} AND e.revision >= $2::int8 ORDER BY e.revision LIMIT $3::int8`),
    backward: named('backward', `${inStream(s)} AND e.revision <= $2::int8 ORDER BY e.revision DESC LIMIT $3::int8`),
    exists: named('exists', `SELECT 1 FROM ${s}.streams WHERE digest = decode($1, 'hex')`),
    feed: named('feed', `${scan(s, COLUMNS)} LIMIT $4::int8`),
    filtered: named('filtered', filtered(s)),
    stands: named(
      'stands',
      `SELECT 1 WHERE $1::int2 = (SELECT max(epoch) FROM ${s}.epochs) OR EXISTS (SELECT FROM ${s}.events
       WHERE epoch = $1::int2 AND xid = $2::xid8 AND position = $3::int8)`,
    ),
    held: named('held', held(s)),
  };
};

/** The number of the advisory lock of a journal, as SQL: one for each schema of a database. */
export const lockOf = (schema: string): string => `hashtextextended('lienthong/${schema.replaceAll("'", "''")}', 0)`;
