/** Every statement that the store of views runs, prepared once. */
import type { Connection, Statement } from '../driver.js';

export type ViewStatements = Readonly<
  Record<
    | 'begin'
    | 'immediate'
    | 'commit'
    | 'rollback'
    | 'generations'
    | 'generation'
    | 'move'
    | 'fail'
    | 'put'
    | 'take'
    | 'park'
    | 'retire'
    | 'enlive'
    | 'dropGeneration'
    | 'dropRows'
    | 'dropParked'
    | 'get'
    | 'rows'
    | 'parked'
    | 'lease'
    | 'takeLease'
    | 'release',
    Statement
  >
>;

const GENERATION =
  'SELECT g.id, g.version, g.live, g.checkpoint, g.events, g.error, ' +
  '(SELECT count(*) FROM parked p WHERE p.generation = g.id) FROM generations g';

export const viewStatementsOf = ({ prepare }: Connection): ViewStatements => ({
  immediate: prepare('BEGIN IMMEDIATE'),
  commit: prepare('COMMIT'),
  rollback: prepare('ROLLBACK'),
  begin: prepare('INSERT INTO generations (view, version) VALUES (?, ?)'),
  generations: prepare(`${GENERATION} WHERE g.view = ? ORDER BY g.id`),
  generation: prepare(`${GENERATION} WHERE g.view = ? AND g.id = ?`),
  move: prepare('UPDATE generations SET checkpoint = ?, events = events + ? WHERE id = ?'),
  fail: prepare('UPDATE generations SET error = ? WHERE id = ?'),
  put: prepare(
    'INSERT INTO rows (generation, key, value) VALUES (?, ?, ?) ' +
      'ON CONFLICT (generation, key) DO UPDATE SET value = excluded.value',
  ),
  take: prepare('DELETE FROM rows WHERE generation = ? AND key = ?'),
  park: prepare(
    'INSERT INTO parked (generation, position, event) VALUES (?, ?, ?) ' +
      'ON CONFLICT (generation, position) DO UPDATE SET event = excluded.event',
  ),
  retire: prepare('UPDATE generations SET live = 0 WHERE view = ?'),
  enlive: prepare('UPDATE generations SET live = 1 WHERE view = ? AND id = ?'),
  dropGeneration: prepare('DELETE FROM generations WHERE view = ? AND id = ?'),
  dropRows: prepare('DELETE FROM rows WHERE generation = ?'),
  dropParked: prepare('DELETE FROM parked WHERE generation = ?'),
  get: prepare('SELECT value FROM rows WHERE generation = ? AND key = ?'),
  rows: prepare(
    'SELECT key, value FROM rows WHERE generation = ? AND key >= ? AND key > ? AND key < ? ORDER BY key LIMIT ?',
  ),
  parked: prepare('SELECT event FROM parked WHERE generation = ? AND position > ? ORDER BY position LIMIT ?'),
  lease: prepare('SELECT holder, until FROM leases WHERE name = ?'),
  takeLease: prepare(
    'INSERT INTO leases (name, holder, until) VALUES (?, ?, ?) ' +
      'ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until',
  ),
  release: prepare('DELETE FROM leases WHERE name = ? AND holder = ?'),
});
