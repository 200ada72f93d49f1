/**
 * Waking readers: by LISTEN where a connection for it stands, and by the clock in any case. A lost connection is made again, and
 * wakes once it is there; word that never came costs a reader no more than one beat of the clock.
 */
import pg from 'pg';
import { type Connecting, poolConfig } from './connection.js';

export type Watching = Connecting & Readonly<{ channel: string; beat: number }>;

export type Watch = Readonly<{
  watch: (wake: () => void) => () => void;
  /** Wakes those of this process at once. */
  wake: () => void;
  close: () => void;
}>;

const AGAIN_MS = 500;

const noted = (): void => undefined;

/** Keeps one connection that listens, for as long as it is wanted. Answers how to stop. */
const listen = (watching: Watching, wake: () => void): (() => void) => {
  let wanted = true;
  let client: pg.Client | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const retry = (): void => {
    client = undefined;
    if (!wanted) return;
    again = setTimeout(() => void start(), AGAIN_MS);
    again.unref();
  };

  const start = async (): Promise<void> => {
    const fresh = new pg.Client(poolConfig(watching));
    client = fresh;
    fresh.on('error', noted);
    fresh.on('notification', wake);
    fresh.once('end', () => {
      if (client === fresh) retry();
    });
    try {
      await fresh.connect();
      if (!wanted) return await fresh.end();
      await fresh.query(`LISTEN ${watching.channel}`);
      wake();
    } catch {
      if (client === fresh) retry();
      fresh.end().catch(noted);
    }
  };

  void start();
  return () => {
    wanted = false;
    clearTimeout(again);
    const last = client;
    client = undefined;
    last?.end().catch(noted);
  };
};

export const watcher = (watching: Watching): Watch => {
  const watchers = new Set<() => void>();
  const wake = (): void => {
    for (const one of watchers) queueMicrotask(one);
  };
  let stop = noted;

  const begin = (): void => {
    const deaf = listen(watching, wake);
    const clock = setInterval(wake, watching.beat);
    clock.unref();
    stop = () => {
      clearInterval(clock);
      deaf();
      stop = noted;
    };
  };

  return {
    watch: (one) => {
      const own = (): void => one();
      if (watchers.size === 0) begin();
      watchers.add(own);
      return () => {
        watchers.delete(own);
        if (watchers.size === 0) stop();
      };
    },
    wake,
    close: () => {
      watchers.clear();
      stop();
    },
  };
};
