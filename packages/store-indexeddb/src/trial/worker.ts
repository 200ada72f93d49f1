/** Another tab, as far as the database can tell: a worker with a connection of its own that does what it is told. */
import type { Instant, Journal, NewEvent } from '@lienthong/core';
import { digest } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import type { WriterJob } from '@lienthong/testing/store-contract';
import { opened } from './place.js';
import type { Order, Told } from './tab.js';

const clock = { now: () => new Date().toISOString() as Instant };
const say = (told: Told): void => self.postMessage(told);

const idOf = (seed: string): string => {
  const hex = digest(seed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const batch = ({ name, stream, batchSize }: WriterJob, round: number): readonly NewEvent[] =>
  Array.from({ length: batchSize }, (_, index) => ({
    id: idOf(`${name}/${round}/${index}`),
    type: 'Applied',
    schema: 1,
    occurredAt: clock.now(),
    actor: { id: name, role: 'registrar' },
    causation: idOf(`${name}/${round}`),
    correlation: idOf(stream),
    data: { round, index, of: batchSize, filling: 'đ'.repeat((round * 37) % 900) },
  }));

const write = async (journal: Journal, job: WriterJob, round: number): Promise<void> => {
  const answer = await journal.append(job.stream, 'any', batch(job, round))();
  if (E.isLeft(answer)) say({ kind: 'failed', why: JSON.stringify(answer.left) });
  else say({ kind: 'acknowledged', stream: job.stream, causation: idOf(`${job.name}/${round}`), ...answer.right });
};

/** Three callers at once, so that a kill also falls on groups. */
const writeAll = async (journal: Journal, job: WriterJob): Promise<void> => {
  const until = job.batches === 0 ? Number.POSITIVE_INFINITY : job.batches;
  for (let round = 0; round < until; round += 3) {
    const rounds = [round, round + 1, round + 2].filter((one) => one < until);
    await Promise.all(rounds.map((one) => write(journal, job, one)));
  }
  await journal.close()();
};

let journal: Journal | undefined;

const obey = async (order: Order): Promise<Told> => {
  if (order.kind === 'open') journal = await opened({ ...order.options, clock });
  if (journal === undefined) return { kind: 'failed', why: 'nothing is open' };
  if (order.kind === 'append') {
    return { kind: 'answered', answer: await journal.append(order.stream, order.expected, order.events)() };
  }
  if (order.kind === 'write') await writeAll(journal, order.job);
  return { kind: 'done' };
};

self.onmessage = ({ data }: MessageEvent<Order>): void => {
  obey(data).then(say, (error: unknown) => say({ kind: 'failed', why: String(error) }));
};
