/** A schema as SQL that makes it again, with its rows; and what a schema is, so that two can be compared. Not published. */
import { schemaOnly } from '../schema/migrations.js';
import { quoted } from '../statements.js';
import { ask } from './database.js';

const TABLES = ['versions', 'epochs', 'streams', 'events'] as const;

/** What a release leaves behind: kept for ever, so that every later one is tried on it. */
export const releaseSql = async (url: string, schema: string): Promise<string> => {
  const s = quoted(schema);
  const inserts: string[] = [];
  for (const table of TABLES) {
    for (const { row } of await ask(url, `SELECT to_jsonb(t)::text AS row FROM ${s}.${table} t`)) {
      const literal = String(row).replaceAll("'", "''");
      inserts.push(`INSERT INTO ${s}.${table} SELECT * FROM jsonb_populate_record(NULL::${s}.${table}, '${literal}')`);
    }
  }
  return `${[...schemaOnly(s), ...inserts].join(';\n')};\n`;
};

/** Columns, constraints, indexes, triggers and functions of a schema. */
export const catalogueOf = async (url: string, schema: string): Promise<readonly unknown[]> => {
  const name = `'${schema}'`;
  return [
    await ask(
      url,
      `SELECT table_name, column_name, data_type, collation_name, is_nullable, column_default, is_identity
       FROM information_schema.columns WHERE table_schema = ${name} ORDER BY table_name, column_name`,
    ),
    await ask(
      url,
      `SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS says FROM pg_constraint
       WHERE connamespace = ${name}::regnamespace ORDER BY 1, 2`,
    ),
    await ask(url, `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = ${name} ORDER BY 1`),
    await ask(
      url,
      `SELECT tgrelid::regclass::text AS of, tgname, tgenabled, pg_get_triggerdef(oid) AS says FROM pg_trigger
       WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = ${name}::regnamespace) ORDER BY 1, 2`,
    ),
    await ask(
      url,
      `SELECT proname, pg_get_functiondef(oid) AS says, proacl::text FROM pg_proc
       WHERE pronamespace = ${name}::regnamespace ORDER BY 1`,
    ),
  ];
};
