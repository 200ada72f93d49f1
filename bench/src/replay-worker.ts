/** A thread that replays its part of a file and sends back the sums alone. */
import { parentPort, workerData } from 'node:worker_threads';
import { feedAll, type Part } from './replay.js';
import { openOurs } from './sqlite.js';

export const replayPart = async (): Promise<void> => {
  const { path, ...part } = workerData as Part & Readonly<{ path: string }>;
  const journal = await openOurs(path, { mode: 'read', verify: false });
  const sums = await feedAll(journal, {}, part);
  await journal.close()();
  parentPort?.postMessage(sums);
};
