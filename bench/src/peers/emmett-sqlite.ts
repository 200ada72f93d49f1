/**
 * emmett's SQLite store on one shared connection, at our durability: with a connection for each operation, its default, it
 * fails some appends. Its own library must be compiled first (`compile-sqlite3.ts`); where that failed there is no peer.
 */
import type { EventStore } from '@event-driven-io/emmett';
import { mustBe } from '../measure.js';

export type SqlitePeer = Readonly<{ store: EventStore; close: () => void }>;

export const emmettSqlite = async (fileName: string): Promise<SqlitePeer> => {
  const { getSQLiteEventStore, sqliteConnection } = await import('@event-driven-io/emmett-sqlite');
  const connection = sqliteConnection({ fileName });
  await connection.command('PRAGMA synchronous = FULL');
  const [mode] = await connection.query<{ synchronous: number }>('PRAGMA synchronous');
  mustBe('synchronous', mode?.synchronous, 2);
  const [log] = await connection.query<{ journal_mode: string }>('PRAGMA journal_mode');
  mustBe('journal_mode', log?.journal_mode, 'wal');
  const store = getSQLiteEventStore({
    fileName,
    schema: { autoMigration: 'None' },
    connectionOptions: { singleton: true, connection },
  });
  await store.schema.migrate();
  return { store: store as unknown as EventStore, close: () => connection.close() };
};

/** Why emmett's store cannot run here, if so. */
export const whyNoEmmettSqlite = async (): Promise<string | undefined> => {
  try {
    await import('@event-driven-io/emmett-sqlite');
    return undefined;
  } catch (error) {
    return `emmett-sqlite: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'cannot be loaded'}`;
  }
};
