/**
 * A writer in a process of its own: one JSON line for each acknowledgement, so that whoever kills it knows what it was told.
 * Argument: what to write and where, as JSON.
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Instant, NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { WriterJob } from '@lienthong/testing/store-contract';
import { type EventStoreOptions, eventstoredbJournal } from '../eventstoredb-journal.js';

export type Work = WriterJob & Readonly<{ options: EventStoreOptions }>;

const { name, stream, batches, batchSize, options } = JSON.parse(process.argv[2] ?? '{}') as Work;
const clock = { now: () => new Date().toISOString() as Instant };

const idOf = (of: string): string =>
  createHash('sha256')
    .update(`${name}/${of}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');

const eventsOf = (round: number): readonly NewEvent[] =>
  Array.from({ length: batchSize }, (_, place) => ({
    id: idOf(`${round}/${place}`),
    type: 'Applied',
    schema: 1,
    occurredAt: clock.now(),
    actor: { id: name, role: 'registrar' },
    causation: idOf(String(round)),
    correlation: idOf('case'),
    data: { round, place, filling: 'đ'.repeat((round * 37) % 900) },
  }));

const opened = await eventstoredbJournal({ ...options, clock })();
if (E.isLeft(opened)) throw new Error(opened.left.kind);
const journal = opened.right;

/** What is not known, or may be asked again, is asked again by the same ids. */
const insist = async (events: readonly NewEvent[]): Promise<unknown> => {
  for (;;) {
    const answer = await journal.append(stream, 'any', events)();
    if (E.isRight(answer)) return { stream, ...answer.right };
    const { left } = answer;
    if (left.kind !== 'OutcomeUnknown' && !(left.kind === 'Unavailable' && left.retry)) throw new Error(left.kind);
  }
};

for (let round = 0; batches === 0 || round < batches; round += 1) {
  writeSync(1, `${JSON.stringify(await insist(eventsOf(round)))}\n`);
}
await journal.close()();
