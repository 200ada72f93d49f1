/** Every statement that the views run: each is one transaction and one round trip. */
import { quoted, type Statement } from '../statements.js';

export type ViewStatements = Readonly<
  Record<
    'begin' | 'commit' | 'swap' | 'drop' | 'generations' | 'get' | 'rows' | 'parked' | 'lease' | 'leaseOf' | 'release',
    Statement
  >
>;

/** The generation asked for by number (`$2`), or the live one. */
const generation = (s: string): string =>
  `g AS (SELECT id FROM ${s}.generations
     WHERE view = $1 AND id = coalesce($2::bigint, (SELECT live FROM ${s}.views WHERE view = $1)))`;

const texts = (s: string): Readonly<Record<keyof ViewStatements, string>> => ({
  begin: `WITH known AS (INSERT INTO ${s}.views (view) VALUES ($1) ON CONFLICT DO NOTHING)
    INSERT INTO ${s}.generations (view, version) VALUES ($1, $2) RETURNING id`,
  // The checkpoint decides: where it was moved meanwhile, nothing else is done either.
  commit: `WITH moved AS (
      UPDATE ${s}.generations SET checkpoint = $4, events = events + $5::bigint, error = coalesce($6, error)
      WHERE view = $1 AND id = $2::bigint AND checkpoint IS NOT DISTINCT FROM $3::text RETURNING id
    ), put AS (
      INSERT INTO ${s}.rows (generation, key, value)
        SELECT moved.id, r.key, r.value FROM moved, unnest($7::text[], $8::text[]) AS r (key, value)
        ON CONFLICT (generation, key) DO UPDATE SET value = excluded.value
    ), gone AS (
      DELETE FROM ${s}.rows r USING moved, unnest($9::text[]) AS k (key) WHERE r.generation = moved.id AND r.key = k.key
    ), aside AS (
      INSERT INTO ${s}.parked (generation, position, event)
        SELECT moved.id, p.position, p.event FROM moved, unnest($10::text[], $11::text[]) AS p (position, event)
        ON CONFLICT (generation, position) DO UPDATE SET event = excluded.event
    )
    SELECT id FROM moved`,
  // Locked before they are compared, so that the live one does not read on meanwhile.
  swap: `WITH known AS MATERIALIZED (
      SELECT live FROM ${s}.views WHERE view = $1 FOR UPDATE
    ), standing AS MATERIALIZED (
      SELECT g.id, g.checkpoint FROM ${s}.generations g, known WHERE g.view = $1 ORDER BY g.id FOR UPDATE OF g
    ), fit AS (
      SELECT n.id, l.id AS old FROM known JOIN standing n ON n.id = $2::bigint LEFT JOIN standing l ON l.id = known.live
      WHERE coalesce(n.checkpoint, '') >= coalesce(l.checkpoint, '')
    ), moved AS (
      UPDATE ${s}.views SET live = fit.id FROM fit WHERE view = $1 RETURNING fit.id, fit.old
    ), gone AS (
      DELETE FROM ${s}.generations g USING moved WHERE g.id = moved.old AND moved.old <> moved.id
    )
    SELECT id FROM moved`,
  drop: `WITH known AS (UPDATE ${s}.views SET live = NULL WHERE view = $1 AND live = $2::bigint)
    DELETE FROM ${s}.generations WHERE view = $1 AND id = $2::bigint`,
  generations: `SELECT g.id, g.version, (v.live = g.id)::text, g.checkpoint, g.events, g.error,
      (SELECT count(*) FROM ${s}.parked p WHERE p.generation = g.id)
    FROM ${s}.generations g JOIN ${s}.views v ON v.view = g.view WHERE g.view = $1 ORDER BY g.id`,
  get: `WITH ${generation(s)}
    SELECT g.id, r.key, r.value FROM g LEFT JOIN ${s}.rows r ON r.generation = g.id AND r.key = ANY ($3::text[])`,
  rows: `WITH ${generation(s)}
    SELECT g.id, r.key, r.value FROM g LEFT JOIN LATERAL (
      SELECT key, value FROM ${s}.rows
      WHERE generation = g.id AND key >= $3 AND key > $4 AND key < $5 ORDER BY key LIMIT $6::bigint
    ) r ON true ORDER BY r.key`,
  parked: `WITH ${generation(s)}
    SELECT g.id, p.position, p.event FROM g LEFT JOIN LATERAL (
      SELECT position, event FROM ${s}.parked WHERE generation = g.id AND position > $3 ORDER BY position LIMIT $4::bigint
    ) p ON true ORDER BY p.position`,
  lease: `INSERT INTO ${s}.leases AS l (name, holder, until) VALUES ($1, $2, $3)
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder,
        until = CASE WHEN l.holder = excluded.holder THEN greatest(l.until, excluded.until) ELSE excluded.until END
      WHERE l.holder = excluded.holder OR l.until <= $4 RETURNING until`,
  leaseOf: `SELECT holder, until FROM ${s}.leases WHERE name = $1`,
  release: `DELETE FROM ${s}.leases WHERE name = $1 AND holder = $2`,
});

export const viewStatementsOf = (schema: string): ViewStatements => {
  const named = Object.entries(texts(quoted(schema))).map(([name, text]) => [name, { name: `views ${name}`, text }]);
  return Object.fromEntries(named) as ViewStatements;
};
