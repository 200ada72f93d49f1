/**
 * The schema of a key store in PostgreSQL: its own, best in a database of its own, so that it is backed up apart from the journal
 * and on a shorter cycle. The server itself refuses to take a tombstone away or to lay a key on one.
 */
import { quoted } from '../statements.js';

const guard = (s: string, table: 'keys' | 'tombstones'): readonly string[] => [
  `CREATE OR REPLACE TRIGGER stays_erased BEFORE UPDATE OR DELETE ON ${s}.${table} FOR EACH ROW EXECUTE FUNCTION ${s}.stay_erased()`,
  `CREATE OR REPLACE TRIGGER stays BEFORE TRUNCATE ON ${s}.${table} EXECUTE FUNCTION ${s}.stay_erased()`,
];

/** As one script that may be run again: of two programs that start together, the second finds all of it. */
export const keySchemaSql = (schema: string): string => {
  const s = quoted(schema);
  return [
    `SELECT pg_advisory_xact_lock(hashtext('lienthong/keys'))`,
    `CREATE SCHEMA IF NOT EXISTS ${s}`,
    `CREATE TABLE IF NOT EXISTS ${s}.keys (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ` +
      'case_id text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL, master text NOT NULL, ' +
      'wrapped bytea NOT NULL, UNIQUE (case_id, subject))',
    `CREATE TABLE IF NOT EXISTS ${s}.tombstones (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ` +
      `key bigint NOT NULL UNIQUE REFERENCES ${s}.keys (id), at text NOT NULL, by_id text NOT NULL, ` +
      'by_role text NOT NULL, ground text NOT NULL, request text NOT NULL)',
    `CREATE OR REPLACE FUNCTION ${s}.stay_erased() RETURNS trigger LANGUAGE plpgsql AS $f$
     BEGIN
       IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'keys' THEN
         IF NOT EXISTS (SELECT FROM ${s}.tombstones WHERE key = OLD.id) THEN RETURN NEW; END IF;
       END IF;
       RAISE EXCEPTION 'what was erased stays erased';
     END $f$`,
    ...guard(s, 'keys'),
    ...guard(s, 'tombstones'),
    `CREATE OR REPLACE FUNCTION ${s}.bury(the_case text, person text, at text, by_id text, by_role text, ground text, request text)
     RETURNS text LANGUAGE plpgsql AS $f$
     DECLARE place bigint;
     BEGIN
       INSERT INTO ${s}.keys (case_id, subject, master, wrapped) VALUES (the_case, person, '', '') ON CONFLICT DO NOTHING;
       SELECT id INTO place FROM ${s}.keys WHERE case_id = the_case AND subject = person FOR UPDATE;
       IF EXISTS (SELECT FROM ${s}.tombstones WHERE key = place) THEN RETURN 'buried-before'; END IF;
       UPDATE ${s}.keys SET master = '', wrapped = '' WHERE id = place;
       INSERT INTO ${s}.tombstones (key, at, by_id, by_role, ground, request)
         VALUES (place, at, by_id, by_role, ground, request);
       RETURN 'buried';
     END $f$`,
  ].join(';\n');
};
