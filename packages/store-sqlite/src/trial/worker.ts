/**
 * A writer in a process of its own: appends batches to one stream or to a few, and says each acknowledgement on a line,
 * so that whoever kills it knows what it was told. Arguments: path, name, stream, batches (0: until killed), batch size.
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Instant, Journal, NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { pickDriver } from '../pick-driver.js';
import { sqliteJournal } from '../sqlite-journal.js';

const [path = '', name = '', stream = '', batches = '0', batchSize = '1'] = process.argv.slice(2);
const clock = { now: () => new Date().toISOString() as Instant };

const idOf = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const batch = (round: number): readonly NewEvent[] =>
  Array.from({ length: Number(batchSize) }, (_, index) => ({
    id: idOf(`${name}/${round}/${index}`),
    type: 'Applied',
    schema: 1,
    occurredAt: clock.now(),
    actor: { id: name, role: 'registrar' },
    causation: idOf(`${name}/${round}`),
    correlation: idOf(stream),
    data: { round, index, of: Number(batchSize), filling: 'đ'.repeat((round * 37) % 900) },
  }));

const write = async (journal: Journal, to: string, round: number): Promise<void> => {
  const answer = await journal.append(to, 'any', batch(round))();
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  writeSync(1, `${JSON.stringify({ stream: to, ...answer.right, causation: idOf(`${name}/${round}`) })}\n`);
};

const run = async (): Promise<void> => {
  const driver = await pickDriver();
  if (E.isLeft(driver)) throw new Error('no driver');
  const journal = await sqliteJournal({ driver: driver.right, path, clock, check: 'quick', patience: 30_000 })();
  if (E.isLeft(journal)) throw new Error(JSON.stringify(journal.left));
  const until = Number(batches) === 0 ? Number.POSITIVE_INFINITY : Number(batches);
  // Three callers at once, so that a kill also falls on groups.
  for (let round = 0; round < until; round += 3) {
    const rounds = [round, round + 1, round + 2].filter((one) => one < until);
    await Promise.all(rounds.map((one) => write(journal.right, stream, one)));
  }
  await journal.right.close()();
};

await run();
