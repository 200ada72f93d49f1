/**
 * A real PostgreSQL for tests, started by themselves: a fresh cluster in a temporary folder, on a free port of the loopback
 * device. `LIENTHONG_POSTGRES_URL` names another to use instead; that one cannot be killed. Not published.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Binaries, binariesFor, binary } from './binaries.js';

export type Server = Readonly<{
  /** As a superuser, to the database `postgres`. */
  url: string;
  /** Where its files lie; absent when it is somebody else's. */
  data?: string;
  /** Ends it in good order and takes its files away. */
  stop: () => Promise<void>;
  /** Ends every process of it at once, as a loss of power would. */
  kill9: () => Promise<void>;
  /** Starts it again on its files and its port, after `kill9` or in good order. */
  restart: () => Promise<void>;
  /** Stops it in good order, lets its files be worked with, and starts it again. */
  whileStopped: <T>(work: (data: string) => Promise<T>) => Promise<T>;
}>;

export type ServerOptions = Readonly<{
  /** A server of our own, also where the environment names another. */
  own?: boolean;
  settings?: Readonly<Record<string, string>>;
  /** Files of a cluster, stopped, that are copied and started on. */
  copyOf?: string;
}>;

const ELSEWHERE = process.env['LIENTHONG_POSTGRES_URL'] ?? '';

/** Whether tests run on a server of their own, unless they say so themselves. */
export const isOurs: boolean = ELSEWHERE === '';

const PASSWORD = 'trial';
const STARTS = 40;
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  lc_messages: 'C',
  log_min_messages: 'log',
  shared_buffers: '64MB',
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

const initialise = (binaries: Binaries, folder: string, data: string): void => {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o644 });
  const flags = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-sync'];
  const made = spawnSync(binary(binaries, 'initdb'), ['-D', data, '--locale=C', ...flags], binaries.as);
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)} ${String(made.error ?? '')}`);
};

const copied = (from: string, data: string, { as }: Binaries): void => {
  execFileSync('cp', ['-R', from, data], as);
  chmodSync(data, 0o700);
};

type Running = Readonly<{ child: ChildProcess; watch: ChildProcess | undefined }>;

/** A shell that waits for the end of our process, and then ends the server and takes its files away: killed tests leave none. */
const guard = (server: ChildProcess, folder: string): ChildProcess | undefined => {
  if (process.platform === 'win32') return undefined;
  const last = 'read -r _; kill -QUIT "$1" 2>/dev/null; sleep 2; rm -rf "$2"';
  const watch = spawn('/bin/sh', ['-c', last, 'guard', String(server.pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  (watch.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return watch;
};

/** Starts the server; rejects when it ended before it was ready. */
const launch = (binaries: Binaries, data: string, settings: Readonly<Record<string, string>>, port: number) => {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binary(binaries, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...binaries.as,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const watch = guard(child, join(data, '..', '..'));
  return new Promise<Running>((ready, failed) => {
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ready to accept connections')) ready({ child, watch });
      said = said.slice(-4_000);
    });
    child.once('exit', () => {
      watch?.kill('SIGKILL');
      failed(new Error(`PostgreSQL did not start: ${said}`));
    });
    child.once('error', failed);
  });
};

const childrenOf = (pid: number): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));

const killHard = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had ended already.
  }
};

const somebodyElses = (url: string): Server => {
  const cannot = async (): Promise<never> => {
    throw new Error('LIENTHONG_POSTGRES_URL names a server that is not ours to kill or restart');
  };
  return { url, stop: async () => undefined, kill9: cannot, restart: cannot, whileStopped: cannot };
};

export const startPostgres = async (options: ServerOptions = {}): Promise<Server> => {
  if (!isOurs && options.own !== true) return somebodyElses(ELSEWHERE);
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-pg-'));
  chmodSync(folder, 0o755);
  const binaries = binariesFor(folder);
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const { uid, gid } = binaries.as;
  if (uid !== undefined && gid !== undefined) chownSync(home, uid, gid);
  const data = join(home, 'data');
  if (options.copyOf === undefined) initialise(binaries, folder, data);
  else copied(options.copyOf, data, binaries);

  let port = await freePort();
  let first = true;
  let child: ChildProcess | undefined;
  let watch: ChildProcess | undefined;

  /** A killed server's last processes may still hold its memory, and another program may have taken a new port. */
  const start = async (): Promise<void> => {
    for (let left = STARTS; ; left -= 1) {
      try {
        ({ child, watch } = await launch(binaries, data, options.settings ?? {}, port));
        first = false;
        return;
      } catch (error) {
        if (left === 0) throw error;
        if (first) port = await freePort();
        await pause(100);
      }
    }
  };

  const ended = async (end: (pid: number) => void): Promise<void> => {
    const server = child;
    child = undefined;
    watch?.kill('SIGKILL');
    if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    end(server.pid);
    await gone;
  };

  const kill9 = (): Promise<void> =>
    ended((pid) => {
      const children = childrenOf(pid);
      killHard(pid);
      for (const one of children) killHard(one);
    });
  const quit = (): Promise<void> => ended((pid) => process.kill(pid, 'SIGINT'));

  const stop = async (): Promise<void> => {
    await quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    data,
    stop,
    kill9,
    restart: async () => {
      await quit();
      await start();
    },
    whileStopped: async (work) => {
      await quit();
      try {
        return await work(data);
      } finally {
        await start();
      }
    },
  };
};
