/** Every step from one released schema to the next, in order. A released step is never edited; a new one is added. */
import { version1 } from './version-1.js';

type Step = Readonly<{ version: number; statements: (schema: string) => readonly string[] }>;

export const MIGRATIONS: readonly Step[] = [{ version: 1, statements: version1 }];

export const SCHEMA_VERSION: number = MIGRATIONS.length;

/** How the feed keeps from skipping an event that is committed late; see docs/decisions/0024. */
export type FeedKind = 'safe' | 'strict';

/** Which cluster this is, and which line of its history. */
export const HERE = `(SELECT system_identifier FROM pg_control_system()), left(pg_walfile_name(pg_current_wal_lsn()), 8)`;

/** The statements that bring a schema of this version (0: none yet) up to date. */
export const stepsFrom = (version: number, schema: string, feed: FeedKind): readonly string[] => [
  ...MIGRATIONS.filter((step) => step.version > version).flatMap((step) => [
    ...step.statements(schema),
    `INSERT INTO ${schema}.versions (version) VALUES (${step.version})`,
  ]),
  ...(version === 0
    ? [`INSERT INTO ${schema}.epochs (epoch, system, timeline, feed) SELECT 1, ${HERE}, '${feed}'`]
    : []),
];

/** The schema of this release, with no row in it: what a dump begins with. */
export const schemaOnly = (schema: string): readonly string[] => [
  `CREATE SCHEMA IF NOT EXISTS ${schema}`,
  ...MIGRATIONS.flatMap((step) => step.statements(schema)),
];
