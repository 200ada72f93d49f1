/** J: writers that are killed, servers that come back, connections that break between the writing and the word of it. */
import type { Fault, Journal, NewEvent, OutcomeUnknown, StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { type Answer, append, ask, feed, ids, read, revisions, upTo } from '../asking.js';
import { type Acknowledged, type Bench, type Interruption, type Loss, offered } from '../bench.js';
import type { Case } from '../case.js';
import { aPause, claim, same, together } from '../check.js';

const BATCH = 4;
const KILLS = 3;
const WRITERS = ['a', 'b'];

/** Two writers at once on one stream, killed after some acknowledgements; what they were told, and what stands. */
const afterKills = async (
  { open, place }: Bench,
  look: (acknowledged: readonly Acknowledged[], stored: readonly StoredEvent[]) => void,
): Promise<void> => {
  const kill = offered(place.killWriter, 'killWriter');
  const acknowledged: Acknowledged[] = [];
  for (const round of upTo(KILLS)) {
    const killed = await together(
      WRITERS.map((name) =>
        kill({ name: `${name}${round}`, stream: 'case-1', batches: 0, batchSize: BATCH }, 2 + round),
      ),
    );
    claim(
      killed.every(({ length }) => length >= 2 + round),
      'a writer was killed before it had written what it was asked to',
    );
    acknowledged.push(...killed.flat());
    const journal = await open();
    const stored = await read(journal, 'case-1');
    await journal.close()();
    look(acknowledged, stored);
  }
};

const mayAskAgain = (fault: Fault | OutcomeUnknown): boolean =>
  fault.kind === 'OutcomeUnknown' || (fault.kind === 'Unavailable' && fault.retry);

/** Asks again, by the same ids, until the journal has found its way back. Bounded: the case itself has an end. */
const insist = async (journal: Journal, stream: string, events: readonly NewEvent[]): Promise<Answer> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(journal, stream, 'any', events);
    if (E.isRight(answer) || tries === 100) return answer;
    claim(mayAskAgain(answer.left), `asked again: ${JSON.stringify(answer.left)}`);
    await aPause(50);
  }
};

/** An answer after a fault is one of: written, not written and may be asked again, or nobody knows. */
const honest = async (
  journal: Journal,
  stream: string,
  events: readonly NewEvent[],
  answer: Answer,
  what: string,
): Promise<void> => {
  if (E.isLeft(answer))
    claim(mayAskAgain(answer.left), `${what}: neither unknown nor to be asked again: ${answer.left.kind}`);
  const settled = await insist(journal, stream, events);
  claim(E.isRight(settled), `${what}: asked again, it is never settled`);
  const standing = (await read(journal, stream)).filter(({ id }) => ids(events).includes(id));
  same(ids(standing), ids(events), `${what}: what stands`);
  const { repeated } = settled.right;
  if (E.isRight(answer)) claim(repeated, `${what}: it was answered as written, and was not`);
  else if (answer.left.kind === 'Unavailable') claim(!repeated, `${what}: it was answered as not written, and it was`);
};

const interruptions: readonly Interruption[] = ['timeout', 'serialization', 'deadlock', 'shutdown'];
const losses: readonly Loss[] = ['before-commit', 'after-commit'];

export const lossCases: readonly Case[] = [
  {
    id: 'J1',
    says: 'a writer killed outright loses nothing that it was told',
    needs: ['killWriter'],
    patience: 120_000,
    run: (bench) =>
      afterKills(bench, (acknowledged, stored) => {
        const standing = new Map(stored.map(({ revision, position }) => [revision, position]));
        const lost = acknowledged.filter(({ revision, position }) => standing.get(revision) !== position);
        same(lost, [], 'acknowledged and lost');
      }),
  },
  {
    id: 'J1b',
    says: 'a server killed outright loses nothing that was acknowledged, and what was under way is settled by its ids',
    needs: ['restart'],
    patience: 120_000,
    run: async ({ open, place, batch }) => {
      const restart = offered(place.restart, 'restart');
      const before = await open();
      const work = upTo(10).map((n) => ({ stream: `case-${n % 3}`, events: batch(2) }));
      const [done, underWay] = [work.slice(0, 5), work.slice(5)];
      for (const { stream, events } of done) await append(before, stream, 'any', events);
      const asked = underWay.map(({ stream, events }) => ask(before, stream, 'any', events));
      await restart();
      const answers = await together(asked);
      await before.close()();
      const journal = await open();
      const standing = new Set(ids(await feed(journal)));
      const lost = done.flatMap(({ events }) => ids(events)).filter((id) => !standing.has(id));
      same(lost, [], 'acknowledged and lost');
      for (const [index, { stream, events }] of underWay.entries()) {
        await honest(journal, stream, events, answers[index] as Answer, 'under way when the server was killed');
      }
      same((await feed(journal)).length, 20, 'events in the feed');
    },
  },
  {
    id: 'J2',
    says: 'a writer killed in the middle of a batch leaves it whole or not at all',
    needs: ['killWriter'],
    patience: 120_000,
    run: (bench) =>
      afterKills(bench, (_, stored) => {
        same(revisions(stored), upTo(stored.length), 'revisions');
        same(stored.length % BATCH, 0, 'events of a half batch');
      }),
  },
  {
    id: 'J7',
    says: 'a connection lost before or after the commit is answered as unknown, or as what truly happened; a repeat settles it',
    needs: ['dropConnection'],
    patience: 60_000,
    run: async ({ open, place, batch }) => {
      const drop = offered(place.dropConnection, 'dropConnection');
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(1));
      for (const when of losses) {
        const events = batch(3);
        await drop(when);
        await honest(journal, 'case-1', events, await ask(journal, 'case-1', 'any', events), `lost ${when}`);
      }
      same(revisions(await read(journal, 'case-1')), upTo(7), 'revisions');
    },
  },
  {
    id: 'J8',
    says: 'a time limit, a clash of transactions or a server that goes away is no refusal: it may be asked again',
    needs: ['interrupt'],
    patience: 60_000,
    run: async ({ open, place, batch }) => {
      const interrupt = offered(place.interrupt, 'interrupt');
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(1));
      for (const by of interruptions) {
        const events = batch(2);
        await interrupt(by);
        await honest(journal, 'case-1', events, await ask(journal, 'case-1', 'exists', events), `interrupted by ${by}`);
      }
      same(revisions(await read(journal, 'case-1')), upTo(9), 'revisions');
    },
  },
];
