/** Every statement that the journal runs, prepared once. */
import type { Connection, SqliteDriver, Statement } from './driver.js';
import { columnsOf } from './rows.js';

export type Statements = Readonly<{
  head: Statement;
  withId: Statement;
  addStream: Statement;
  addEvent: Statement;
  forward: Statement;
  backward: Statement;
  end: Statement;
  /** By whether types, and whether a prefix of the stream's name, are asked for. */
  feed: (byType: boolean, byPrefix: boolean) => Statement;
}>;

const inStream = 'FROM streams s JOIN events e ON e.stream = s.id WHERE s.name = ?';

const feedSql = (columns: string, byType: boolean, byPrefix: boolean): string =>
  `SELECT ${columns} FROM events e${byPrefix ? ' CROSS JOIN streams s ON s.id = e.stream' : ''}` +
  ' WHERE e.position > ? AND e.position <= ?' +
  (byType ? ' AND e.type IN (SELECT value FROM json_each(?))' : '') +
  (byPrefix ? ' AND substr(s.name, 1, length(?)) = ?' : '') +
  ' ORDER BY e.position LIMIT ?';

export const statementsOf = (connection: Connection, driver: SqliteDriver, verify: boolean): Statements => {
  const columns = columnsOf(driver, verify);
  const prepare = (sql: string): Statement => connection.prepare(sql);
  const [plain, byPrefix, byType, byBoth] = [
    prepare(feedSql(columns, false, false)),
    prepare(feedSql(columns, false, true)),
    prepare(feedSql(columns, true, false)),
    prepare(feedSql(columns, true, true)),
  ];
  return {
    head: prepare(`SELECT s.id, ${columns} ${inStream} ORDER BY e.revision DESC LIMIT 1`),
    withId: prepare(`SELECT ${columns} FROM events e WHERE e.stream = ? AND e.id = ?`),
    addStream: prepare('INSERT INTO streams (name) VALUES (?)'),
    addEvent: prepare('INSERT INTO events (stream, revision, id, type, hash, text) VALUES (?, ?, ?, ?, ?, ?)'),
    forward: prepare(`SELECT ${columns} ${inStream} AND e.revision >= ? ORDER BY e.revision LIMIT ?`),
    backward: prepare(`SELECT ${columns} ${inStream} AND e.revision <= ? ORDER BY e.revision DESC LIMIT ?`),
    end: prepare('SELECT coalesce(max(position), 0) FROM events'),
    feed: (type, prefix) => (type ? (prefix ? byBoth : byType) : prefix ? byPrefix : plain),
  };
};
