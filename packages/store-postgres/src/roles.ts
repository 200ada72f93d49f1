/**
 * The three roles of a journal, as SQL for whoever runs the database: an owner that makes and changes the schema, a writer that may
 * add and read, a reader that may read. No role may change or delete an event; not even the owner gets past the triggers.
 */
import { quoted } from './statements.js';

export type Roles = Readonly<{ schema?: string; owner: string; writer: string; reader: string }>;

/** To be run by an administrator before the journal is first opened. The roles themselves (and their logins) stand already. */
export const schemaSql = ({ schema = 'lienthong', owner }: Roles): string =>
  `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)} AUTHORIZATION ${quoted(owner)};`;

/** To be run by the owner after it has opened the journal once, and again after each upgrade. */
export const grantsSql = ({ schema = 'lienthong', writer, reader }: Roles): string => {
  const [s, w, r] = [quoted(schema), quoted(writer), quoted(reader)];
  return [
    `REVOKE ALL ON SCHEMA ${s} FROM PUBLIC;`,
    `GRANT USAGE ON SCHEMA ${s} TO ${w}, ${r};`,
    `GRANT SELECT ON ${s}.versions, ${s}.epochs, ${s}.streams, ${s}.events TO ${w}, ${r};`,
    `GRANT INSERT (digest, name) ON ${s}.streams TO ${w};`,
    // Not the transaction's number: that is the database's to write, or the feed could be deceived.
    `GRANT INSERT (position, epoch, stream, revision, id, type, hash, text) ON ${s}.events TO ${w};`,
    `GRANT USAGE ON SEQUENCE ${s}.events_position_seq, ${s}.streams_id_seq TO ${w};`,
    `GRANT EXECUTE ON FUNCTION ${s}.arrive() TO ${w};`,
  ].join('\n');
};
