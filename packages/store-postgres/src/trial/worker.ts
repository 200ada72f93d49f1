/**
 * A writer in a process of its own: appends batches to one stream, and says each acknowledgement on a line, so that whoever kills
 * it knows what it was told. Arguments: URL, schema, feed, name, stream, batches (0: until killed), batch size.
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Instant, Journal, NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { postgresJournal } from '../postgres-journal.js';
import type { FeedKind } from '../schema/migrations.js';

const [connect = '', schema = '', feed = 'safe', name = '', stream = '', batches = '0', batchSize = '1'] =
  process.argv.slice(2);
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

/** As every caller should: what is not known, or may be asked again, is asked again by the same ids. */
const write = async (journal: Journal, round: number): Promise<void> => {
  const events = batch(round);
  for (;;) {
    const answer = await journal.append(stream, 'any', events)();
    if (E.isRight(answer)) {
      writeSync(1, `${JSON.stringify({ stream, ...answer.right, causation: idOf(`${name}/${round}`) })}\n`);
      return;
    }
    const { left } = answer;
    if (left.kind !== 'OutcomeUnknown' && !(left.kind === 'Unavailable' && left.retry))
      throw new Error(JSON.stringify(left));
    await new Promise((wake) => setTimeout(wake, 20));
  }
};

const run = async (): Promise<void> => {
  const journal = await postgresJournal({ connect, schema, feed: feed as FeedKind, clock, patience: 30_000 })();
  if (E.isLeft(journal)) throw new Error(JSON.stringify(journal.left));
  const until = Number(batches) === 0 ? Number.POSITIVE_INFINITY : Number(batches);
  // Three callers at once, so that a kill also falls on groups.
  for (let round = 0; round < until; round += 3) {
    const rounds = [round, round + 1, round + 2].filter((one) => one < until);
    await Promise.all(rounds.map((one) => write(journal.right, one)));
  }
  await journal.right.close()();
};

await run();
