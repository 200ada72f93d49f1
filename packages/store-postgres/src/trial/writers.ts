/** Writers in processes of their own, and what they were told before they ended or were ended. Not published. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Acknowledged, WriterJob } from '@lienthong/testing/store-contract';
import type { FeedKind } from '../schema/migrations.js';
import { workerCommand } from './worker-bundle.js';

export type Told = Acknowledged & Readonly<{ causation: string }>;

export type Writer = Readonly<{
  child: ChildProcess;
  told: readonly Told[];
  /** Until it was told so many acknowledgements, or has ended. */
  heard: (count: number) => Promise<void>;
  kill: () => Promise<void>;
}>;

export type Target = Readonly<{ url: string; schema: string; feed?: FeedKind }>;

export const startWriter = async ({ url, schema, feed = 'safe' }: Target, job: WriterJob): Promise<Writer> => {
  const { name, stream, batches, batchSize } = job;
  const command = await workerCommand([url, schema, feed, name, stream, String(batches), String(batchSize)]);
  const child = spawn(...command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: Told[] = [];
  const closed = once(child, 'close');
  let [rest, isClosed] = ['', false];
  let hear = (): void => undefined;
  child.stdout?.on('data', (chunk) => {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    told.push(...lines.map((line) => JSON.parse(line) as Told));
    hear();
  });
  void closed.then(() => {
    isClosed = true;
    hear();
  });
  return {
    child,
    told,
    heard: async (count) => {
      while (told.length < count && !isClosed) {
        await new Promise<void>((go) => {
          hear = go;
        });
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
};

/** Runs a writer to its end and hears what it acknowledged. */
export const spawnWriter = async (target: Target, job: WriterJob): Promise<readonly Acknowledged[]> => {
  const { told, heard } = await startWriter(target, job);
  await heard(Number.POSITIVE_INFINITY);
  return told;
};
