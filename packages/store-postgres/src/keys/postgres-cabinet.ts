/**
 * Wrapped keys in PostgreSQL (kho khóa trên PostgreSQL). The server keeps old versions of a row until it is swept, so the table is
 * written anew after a key was destroyed; its write-ahead log and base backups forget only when they are recycled, and until then
 * what they hold is wrapped: rotate the master after erasures to make it worthless.
 */
import {
  type KeyCabinet,
  type KeyFault,
  type KeyFaultCode,
  keyFault,
  type Slot,
  type Tombstone,
} from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type pg from 'pg';
import { type Database, database, type Value } from '../connection.js';
import { type Failure, faultOf, isCollision } from '../failure.js';
import type { Row } from '../rows.js';
import { quoted } from '../statements.js';
import { keySchemaSql } from './key-schema.js';

export type PostgresCabinetOptions = Readonly<{
  connect: string | pg.PoolConfig;
  /** Where the tables lie; `lienthong_keys` unless said. */
  schema?: string;
  /** Makes the tables where there are none; only for a journal that is new too. */
  create?: boolean;
  /**
   * Whether the table of keys is written anew at each destruction, so that its file holds the key no more, or by whoever runs
   * `VACUUM FULL` at night, which suits a table of millions. `at-once` unless said; it needs the table's owner.
   */
  sweep?: 'at-once' | 'later';
  /** How long one question may take, in milliseconds; 10,000 unless said. */
  patience?: number;
}>;

const RETRY_MS = 5;

const keyFaultOf = (failure: Failure): KeyFault => {
  const { code, retry } = faultOf(failure);
  return code === 'malformed-answer' ? keyFault('corrupt', false) : keyFault(code as KeyFaultCode, retry);
};

const bytesOf = (hex: string | null | undefined): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(hex ?? '', 'hex'));

const tombstoneOf = ([caseId, subject, at, byId, byRole, ground, request]: Row): Tombstone => ({
  caseId: String(caseId),
  subject: String(subject),
  at: String(at) as Tombstone['at'],
  by: { id: String(byId), role: String(byRole) },
  ground: String(ground),
  request: String(request),
});

const slotOf = (row: Row): Slot => {
  const [master, wrapped] = row.slice(7);
  return row[2] === null
    ? { kind: 'key', wrapped: { master: String(master), bytes: bytesOf(wrapped) } }
    : { kind: 'erased', tombstone: tombstoneOf(row) };
};

const TOMB = 'k.case_id, k.subject, t.at, t.by_id, t.by_role, t.ground, t.request';

const statementsOf = (schema: string) => {
  const s = quoted(schema);
  const named = (name: string, text: string) => ({ name: `keys/${name}`, text });
  return {
    find: named(
      'find',
      `SELECT ${TOMB}, k.master, encode(k.wrapped, 'hex') FROM ${s}.keys k LEFT JOIN ${s}.tombstones t ON t.key = k.id
       WHERE k.case_id = $1 AND k.subject = $2`,
    ),
    add: named(
      'add',
      `INSERT INTO ${s}.keys (case_id, subject, master, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    ),
    bury: named('bury', `SELECT ${s}.bury($1, $2, $3, $4, $5, $6, $7)`),
    rewrap: named(
      'rewrap',
      `UPDATE ${s}.keys SET master = $3, wrapped = $4
       WHERE case_id = $1 AND subject = $2 AND master = $5 AND wrapped = $6 RETURNING 1`,
    ),
    others: named(
      'others',
      `SELECT k.case_id, k.subject, k.master, encode(k.wrapped, 'hex') FROM ${s}.keys k WHERE k.master <> $1
       AND NOT EXISTS (SELECT FROM ${s}.tombstones t WHERE t.key = k.id) ORDER BY k.id LIMIT $2`,
    ),
    tombstones: named(
      'tombstones',
      `SELECT ${TOMB} FROM ${s}.tombstones t JOIN ${s}.keys k ON k.id = t.key ORDER BY t.number`,
    ),
    sweep: `VACUUM (FULL) ${s}.keys`,
    stands: `SELECT to_regclass('${`${s}.tombstones`.replaceAll("'", "''")}')`,
  };
};

const cabinetOn = (db: Database, schema: string, sweep: 'at-once' | 'later', patience: number): KeyCabinet => {
  const statements = statementsOf(schema);
  let open = true;

  /** Every question here may be asked again: what collided with another's is. */
  const patiently = async (
    work: () => Promise<Either<Failure, readonly Row[]>>,
  ): Promise<Either<KeyFault, readonly Row[]>> => {
    const until = performance.now() + patience;
    for (;;) {
      if (!open) return E.left(keyFault('closed', false));
      const answer = await work();
      if (E.isRight(answer)) return answer;
      if (!isCollision(answer.left) || performance.now() >= until) return E.left(keyFaultOf(answer.left));
      await new Promise((wake) => setTimeout(wake, RETRY_MS));
    }
  };
  const ask = (statement: Parameters<Database['ask']>[0], ...values: readonly Value[]) =>
    patiently(() => db.ask(statement, values));

  const asked =
    <A>(
      questions: () => Promise<Either<KeyFault, readonly Row[]>>,
      read: (rows: readonly Row[]) => A,
    ): TE.TaskEither<KeyFault, A> =>
    async () =>
      E.map(read)(await questions());

  const find: KeyCabinet['find'] = ({ caseId, subject }) =>
    asked(
      () => ask(statements.find, caseId, subject),
      ([row]) => (row === undefined ? undefined : slotOf(row)),
    );

  return {
    find,
    put:
      (place, { master, bytes }) =>
      async () => {
        const added = await ask(statements.add, place.caseId, place.subject, master, Buffer.from(bytes));
        if (E.isLeft(added)) return added;
        const there = await find(place)();
        if (E.isLeft(there)) return there;
        return there.right === undefined ? E.left(keyFault('corrupt', false)) : E.right(there.right);
      },
    bury:
      ({ caseId, subject, at, by, ground, request }) =>
      async () => {
        const laid = await ask(statements.bury, caseId, subject, at, by.id, by.role, ground, request);
        if (E.isLeft(laid)) return laid;
        const swept = sweep === 'later' ? laid : await patiently(() => db.run(statements.sweep));
        if (E.isLeft(swept)) return swept;
        return E.right(laid.right[0]?.[0] === 'buried' ? 'buried' : 'buried-before');
      },
    rewrap: ({ caseId, subject }, was, now) =>
      asked(
        () =>
          ask(
            statements.rewrap,
            caseId,
            subject,
            now.master,
            Buffer.from(now.bytes),
            was.master,
            Buffer.from(was.bytes),
          ),
        (rows) => rows.length > 0,
      ),
    underOthers: (master, limit) =>
      asked(
        () => ask(statements.others, master, limit),
        (rows) =>
          rows.map(([caseId, subject, under, wrapped]) => ({
            place: { caseId: String(caseId), subject: String(subject) },
            wrapped: { master: String(under), bytes: bytesOf(wrapped) },
          })),
      ),
    tombstones: () =>
      asked(
        () => ask(statements.tombstones),
        (rows) => rows.map(tombstoneOf),
      ),
    close: () => async () => {
      if (!open) return E.right(undefined);
      open = false;
      await db.close();
      return E.right(undefined);
    },
  };
};

const NAME = /^[\w$. -]{1,48}$/;

/** Opens, and where it is asked makes, the keys in a schema. Errors: `unreachable` (also: no such tables), `login-refused` … */
export const postgresCabinet =
  ({
    connect,
    schema = 'lienthong_keys',
    create = false,
    sweep = 'at-once',
    patience = 10_000,
  }: PostgresCabinetOptions): TE.TaskEither<KeyFault, KeyCabinet> =>
  async () => {
    if (!NAME.test(schema)) return E.left(keyFault('unreachable', false));
    const db = database({ connect, patience, greeting: '' });
    const stands = await db.run(statementsOf(schema).stands);
    const there = E.isRight(stands) && stands.right[0]?.[0] !== null;
    const ready = E.isRight(stands) && !there && create ? await db.run(keySchemaSql(schema)) : stands;
    if (E.isRight(ready) && (there || create)) return E.right(cabinetOn(db, schema, sweep, patience));
    await db.close();
    return E.left(E.isLeft(ready) ? keyFaultOf(ready.left) : keyFault('unreachable', false));
  };
