/** Connections to PostgreSQL, and one question over one of them: an answer or a failure, always within its time. */
import { E, type Either } from '@lienthong/core/fp';
import pg from 'pg';
import { endsConnection, type Failure, isSqlState } from './failure.js';
import type { Row } from './rows.js';
import type { Statement } from './statements.js';

export type Value = string | number | Buffer | null;

export type Database = Readonly<{
  ask: (statement: Statement, values: readonly Value[]) => Promise<Either<Failure, readonly Row[]>>;
  /** Runs statements that bear no values, as one transaction. */
  run: (sql: string) => Promise<Either<Failure, readonly Row[]>>;
  close: () => Promise<void>;
}>;

export type Connecting = Readonly<{
  connect: string | pg.PoolConfig;
  /** How long the server may take over one question, in milliseconds. */
  patience: number;
  /** What each new connection is told before it is used. */
  greeting: string;
}>;

/** How long a wait for another writer may hold up a group, before those who wait are asked one by one. */
const LOCK_MS = 1_000;
/** How many connections at most, unless the caller says: one writes groups, the others read. */
const CONNECTIONS = 4;

/**
 * Every question of ours goes by an index. A plan made for an empty table would scan it and be kept for ever, and a plan made
 * anew for each list costs more than the work: so plans are made once, and without scans.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
  lock_timeout: String(LOCK_MS),
  idle_in_transaction_session_timeout: '60000',
  default_transaction_isolation: "'read committed'",
  client_encoding: 'UTF8',
};

const settings = (patience: number): string =>
  Object.entries({ ...SETTINGS, statement_timeout: String(patience) })
    .map(([name, value]) => `SET ${name} = ${value}`)
    .join('; ');

const asWritten = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/** The pool's own time limits bear no code. */
const tookTooLong = (error: unknown): boolean => codeOf(error) === '' && /timeout/.test(String(error));

const failureOf = (error: unknown): Failure => {
  const code = codeOf(error);
  return isSqlState(code) ? { kind: 'said', code } : { kind: 'lost' };
};

const noted = (): void => undefined;

const SILENT = Symbol('silent');

/** What comes first: the work's end, or the end of patience. */
const inTime = async <T>(work: Promise<T>, ms: number): Promise<T | typeof SILENT> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof SILENT>((tell) => {
    timer = setTimeout(() => tell(SILENT), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** The server ends what takes too long by itself; a little later we no longer wait for it. */
const graceOf = (patience: number): number => patience + Math.max(250, patience / 10);

export const poolConfig = ({ connect, patience }: Connecting): pg.PoolConfig => ({
  max: CONNECTIONS,
  connectionTimeoutMillis: patience,
  keepAlive: true,
  application_name: 'lienthong',
  ...(typeof connect === 'string' ? { connectionString: connect } : connect),
});

export const database = (connecting: Connecting): Database => {
  const { patience, greeting } = connecting;
  const greet = async (client: pg.ClientBase): Promise<void> => {
    client.on('error', noted);
    await client.query(settings(patience));
    if (greeting !== '') await client.query(greeting);
  };
  // The pool waits for it, whatever its types say.
  const pool = new pg.Pool({ ...poolConfig(connecting), onConnect: greet as (client: pg.ClientBase) => void });
  pool.on('error', noted);

  const connection = async (): Promise<Either<Failure, pg.PoolClient>> => {
    const coming = pool.connect();
    try {
      const client = await inTime(coming, graceOf(patience));
      if (client !== SILENT) return E.right(client);
      coming.then((late) => late.release(true), noted);
      return E.left({ kind: 'unreached', code: 'ETIMEDOUT' });
    } catch (error) {
      return E.left({ kind: 'unreached', code: tookTooLong(error) ? 'ETIMEDOUT' : codeOf(error) });
    }
  };

  const over = async (query: pg.QueryArrayConfig): Promise<Either<Failure, readonly Row[]>> => {
    const connected = await connection();
    if (E.isLeft(connected)) return connected;
    const client = connected.right;
    try {
      const answer = await inTime(client.query(query), graceOf(patience));
      if (answer === SILENT) {
        client.release(true);
        return E.left({ kind: 'silent' });
      }
      client.release();
      // Several statements in one query answer each with a result; the last one counts.
      const results = [answer].flat() as readonly pg.QueryArrayResult[];
      return E.right((results.at(-1)?.rows ?? []) as readonly Row[]);
    } catch (error) {
      // After a mere refusal the connection is as good as before; otherwise it is not trusted again.
      const failure = failureOf(error);
      client.release(failure.kind !== 'said' || endsConnection(failure.code));
      return E.left(failure);
    }
  };

  return {
    ask: ({ name, text }, values) =>
      over({ name, text, values: values as unknown[], rowMode: 'array', types: asWritten } as pg.QueryArrayConfig),
    run: (sql) => over({ text: sql, rowMode: 'array', types: asWritten } as pg.QueryArrayConfig),
    close: () => pool.end(),
  };
};
