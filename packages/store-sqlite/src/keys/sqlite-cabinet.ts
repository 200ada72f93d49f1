/**
 * Wrapped keys in one SQLite file (kho khóa trên SQLite). What callers lay down within one turn shares one sync to disk. A
 * destroyed key is overwritten with zeroes, and the write-ahead log is emptied before that is answered, so that the file
 * holds it no more.
 */
import { inGroups } from '@lienthong/core';
import {
  type KeyCabinet,
  type KeyFault,
  type KeyPlace,
  keyFault,
  type Slot,
  type Tombstone,
  type WrappedKey,
} from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { Bound, Connection, Row, SqliteDriver } from '../driver.js';
import { type KeyFile, keyFaultOf, openKeyFile, WRAPPED_BYTES } from './key-file.js';

export type SqliteCabinetOptions = Readonly<{
  driver: SqliteDriver;
  path: string;
  /** Makes the file where there is none; only for a journal that is new too. */
  create?: boolean;
  /** `full` keeps what was answered through a loss of power; `normal` through a crash of the program only. */
  durability?: KeyFile['durability'];
  /** How long others' writing and reading is waited for, in milliseconds; 5,000 unless said. */
  patience?: number;
}>;

type Put = Readonly<{ place: KeyPlace; wrapped: WrappedKey }>;

const RETRY_MS = 2;
const closed = E.left(keyFault('closed', false));
const NOTHING = new Uint8Array(WRAPPED_BYTES);

const bytesOf = (value: Bound | undefined): Uint8Array<ArrayBuffer> =>
  value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array();

const tombstoneOf = ([caseId, subject, at, byId, byRole, ground, request]: Row): Tombstone => ({
  caseId: String(caseId),
  subject: String(subject),
  at: String(at) as Tombstone['at'],
  by: { id: String(byId), role: String(byRole) },
  ground: String(ground),
  request: String(request),
});

const patiently = async <A>(work: () => Either<KeyFault, A>, patience: number): Promise<Either<KeyFault, A>> => {
  const until = performance.now() + patience;
  for (;;) {
    const answer = work();
    if (E.isRight(answer) || answer.left.code !== 'busy' || performance.now() >= until) return answer;
    await new Promise((wake) => setTimeout(wake, RETRY_MS));
  }
};

const TOMB = 'k.case_id, k.subject, t.at, t.by_id, t.by_role, t.ground, t.request';

const statementsOf = (connection: Connection) => ({
  find: connection.prepare(
    `SELECT ${TOMB}, k.id, k.master, k.wrapped, t.number FROM keys k LEFT JOIN tombstones t ON t.key = k.id ` +
      'WHERE k.case_id = ? AND k.subject = ?',
  ),
  add: connection.prepare('INSERT INTO keys (case_id, subject, master, wrapped) VALUES (?, ?, ?, ?)'),
  overwrite: connection.prepare('UPDATE keys SET master = ?, wrapped = ? WHERE id = ?'),
  bury: connection.prepare(
    'INSERT INTO tombstones (key, at, by_id, by_role, ground, request) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  others: connection.prepare(
    'SELECT k.case_id, k.subject, k.master, k.wrapped FROM keys k WHERE k.master <> ? ' +
      'AND NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.key = k.id) ORDER BY k.id LIMIT ?',
  ),
  tombstones: connection.prepare(`SELECT ${TOMB} FROM tombstones t JOIN keys k ON k.id = t.key ORDER BY t.number`),
  emptyLog: connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)'),
});

const cabinetOn = (connection: Connection, driver: SqliteDriver, patience: number): KeyCabinet => {
  const statements = statementsOf(connection);
  let open = true;

  const standing = ({ caseId, subject }: KeyPlace): Readonly<{ id: number; slot: Slot }> | undefined => {
    const [row] = statements.find.all(caseId, subject);
    if (row === undefined) return undefined;
    const [id, master, wrapped, number] = row.slice(7);
    const slot: Slot =
      number === null
        ? { kind: 'key', wrapped: { master: String(master), bytes: bytesOf(wrapped) } }
        : { kind: 'erased', tombstone: tombstoneOf(row) };
    return { id: Number(id), slot };
  };

  const guarded = <A>(work: () => A): Either<KeyFault, A> => {
    if (!open) return closed;
    try {
      return E.right(work());
    } catch (error) {
      return E.left(keyFaultOf(driver.codeOf(error)));
    }
  };

  const inTransaction = <A>(work: () => A): Either<KeyFault, A> =>
    guarded(() => {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const done = work();
        connection.exec('COMMIT');
        return done;
      } catch (error) {
        try {
          connection.exec('ROLLBACK');
        } catch {
          // SQLite has rolled back by itself.
        }
        throw error;
      }
    });

  const asked =
    <A>(work: () => Either<KeyFault, A>): TE.TaskEither<KeyFault, A> =>
    () =>
      patiently(work, patience);

  const putAll = async (group: readonly Put[]): Promise<readonly Either<KeyFault, Slot>[]> => {
    const laid = await patiently(
      () =>
        inTransaction(() =>
          group.map(({ place, wrapped }): Slot => {
            const there = standing(place);
            if (there !== undefined) return there.slot;
            statements.add.run(place.caseId, place.subject, wrapped.master, wrapped.bytes);
            return { kind: 'key', wrapped };
          }),
        ),
      patience,
    );
    return E.isLeft(laid) ? group.map(() => laid) : laid.right.map((slot) => E.right(slot));
  };
  const put = inGroups(putAll, setImmediate);

  const lay = ({ caseId, subject, at, by, ground, request }: Tombstone): 'buried' | 'buried-before' => {
    const there = standing({ caseId, subject });
    if (there?.slot.kind === 'erased') return 'buried-before';
    if (there !== undefined) statements.overwrite.run('', NOTHING, there.id);
    const key = there?.id ?? statements.add.run(caseId, subject, '', NOTHING);
    statements.bury.run(key, at, by.id, by.role, ground, request);
    return 'buried';
  };

  /** The log still holds pages from before; only an empty one is proof. Readers in the way are waited for. */
  const emptyLog = (): Either<KeyFault, void> => {
    const emptied = guarded(() => statements.emptyLog.all()[0]?.[0]);
    if (E.isLeft(emptied)) return emptied;
    return emptied.right === 0 ? E.right(undefined) : E.left(keyFault('busy', true));
  };

  return {
    find: (place) => asked(() => guarded(() => standing(place)?.slot)),
    put: (place, wrapped) => async () => (open ? put({ place, wrapped }) : closed),
    bury: (tombstone) => async () => {
      const laid = await patiently(() => inTransaction(() => lay(tombstone)), patience);
      if (E.isLeft(laid)) return laid;
      const emptied = await patiently(emptyLog, patience);
      return E.isLeft(emptied) ? emptied : laid;
    },
    rewrap: (place, was, now) =>
      asked(() =>
        inTransaction(() => {
          const there = standing(place);
          if (there?.slot.kind !== 'key') return false;
          const { master, bytes } = there.slot.wrapped;
          if (master !== was.master || bytes.some((byte, at) => byte !== was.bytes[at])) return false;
          statements.overwrite.run(now.master, now.bytes, there.id);
          return true;
        }),
      ),
    underOthers: (master, limit) =>
      asked(() =>
        guarded(() =>
          statements.others.all(master, limit).map(([caseId, subject, under, wrapped]) => ({
            place: { caseId: String(caseId), subject: String(subject) },
            wrapped: { master: String(under), bytes: bytesOf(wrapped) },
          })),
        ),
      ),
    tombstones: () => asked(() => guarded(() => statements.tombstones.all().map(tombstoneOf))),
    close: () => async () => {
      await new Promise((turn) => setImmediate(turn));
      if (!open) return E.right(undefined);
      guarded(() => statements.emptyLog.all());
      open = false;
      try {
        connection.close();
      } catch (error) {
        return E.left(keyFaultOf(driver.codeOf(error)));
      }
      return E.right(undefined);
    },
  };
};

/**
 * Opens the keys in a file. Errors: `unreachable` (missing, and not to be made), `read-only`, `full`, `corrupt` (foreign,
 * empty, damaged), `newer-schema`, `busy`.
 * @example await sqliteCabinet({ driver, path: 'cases.db.keys.db', create: true })()
 */
export const sqliteCabinet =
  ({
    driver,
    path,
    create = false,
    durability = 'full',
    patience = 5_000,
  }: SqliteCabinetOptions): TE.TaskEither<KeyFault, KeyCabinet> =>
  async () => {
    const opened = await patiently(() => openKeyFile({ driver, path, create, durability }), patience);
    return E.isLeft(opened) ? opened : E.right(cabinetOn(opened.right, driver, patience));
  };
