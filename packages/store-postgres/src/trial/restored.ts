/** A backup and what is restored from it: files copied while the server is down, or rows copied into another database. */
import pg from 'pg';
import { schemaOnly } from '../schema/migrations.js';
import { quoted } from '../statements.js';
import { ask } from './database.js';
import { type Server, startPostgres } from './server.js';

/** A second server on a copy of the files of the first, which is stopped meanwhile. */
export const copyOf = async (server: Server): Promise<Server> => {
  if (server.data === undefined) throw new Error('the files of this server are out of reach');
  return server.whileStopped((data) => startPostgres({ own: true, copyOf: data }));
};

const TABLES = ['versions', 'epochs', 'streams', 'events'] as const;

/** What a dump holds, and a restore does: the schema, then every row as it is, then where the sequences stood. */
export const dump = async (from: string, to: string, schema: string): Promise<void> => {
  const s = quoted(schema);
  const target = new pg.Client({ connectionString: to });
  await target.connect();
  try {
    await target.query(schemaOnly(s).join('; '));
    for (const table of TABLES) {
      const rows = await ask(from, `SELECT to_jsonb(t)::text AS row FROM ${s}.${table} t`);
      await target.query(
        `INSERT INTO ${s}.${table} SELECT r.* FROM unnest($1::text[]) j, jsonb_populate_record(NULL::${s}.${table}, j::jsonb) r`,
        [rows.map(({ row }) => row)],
      );
    }
    for (const sequence of ['events_position_seq', 'streams_id_seq']) {
      const [at] = await ask(from, `SELECT last_value, is_called FROM ${s}.${sequence}`);
      await target.query(`SELECT setval('${s}.${sequence}', $1, $2)`, [at?.['last_value'], at?.['is_called']]);
    }
  } finally {
    await target.end();
  }
};
