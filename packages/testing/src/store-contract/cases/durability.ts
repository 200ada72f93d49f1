/** J: what was acknowledged stays, and what is damaged says so. J1 and J2 kill writers, and stand beside the store. */
import type { Journal, StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { append, ask, feed, ids, read, refused, revisions, upTo } from '../asking.js';
import { type Bench, offered, type Place } from '../bench.js';
import type { Case } from '../case.js';
import { Broken, claim, same, together } from '../check.js';

const BATCH = 3;

/** Everything a journal says: each stream, and the feed. */
const everything = async (journal: Journal, streams: readonly string[]): Promise<readonly unknown[]> => {
  const told: unknown[] = [await feed(journal)];
  for (const stream of streams) told.push(await read(journal, stream));
  return told;
};

const filled = async (
  { open, batch }: Bench,
  streams: readonly string[],
  rounds: number,
): Promise<readonly unknown[]> => {
  const journal = await open();
  for (const _ of upTo(rounds)) for (const stream of streams) await append(journal, stream, 'any', batch(BATCH));
  const told = await everything(journal, streams);
  await journal.close()();
  return told;
};

/** Opens damaged bytes and reads all: it must say it is damaged, or give the whole history. */
const toldOrWhole = async (
  bench: Bench,
  bytes: Uint8Array,
  streams: readonly string[],
  whole: readonly unknown[],
  damage: string,
): Promise<'told' | 'whole'> => {
  const { write } = offered(bench.place.bytes, 'bytes');
  await write(bytes);
  let journal: Journal | undefined;
  try {
    journal = await bench.place.open(bench.clock);
    const told = await everything(journal, streams);
    await journal.close()();
    same(told, whole, `${damage}: a different history was read without a word`);
    return 'whole';
  } catch (error) {
    await journal?.close()();
    if (error instanceof Broken && error.message.includes('without a word')) throw error;
    claim(/Unavailable|Unreadable/.test(String(error)), `${damage}: not a typed fault: ${String(error)}`);
    return 'told';
  }
};

/** A small generator of its own, so that the same places are damaged each time. */
const places = function* (seed: number, below: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    yield x % below;
  }
};

const stands = (stored: readonly StoredEvent[], acknowledged: readonly string[]): boolean => {
  const standing = new Set(ids(stored));
  return acknowledged.every((id) => standing.has(id));
};

export const durabilityCases: readonly Case[] = [
  {
    id: 'J3',
    says: 'a loss of power after any append leaves all that was acknowledged, and no half batch',
    needs: ['powerCut'],
    patience: 60_000,
    run: async ({ open, place, batch }) => {
      const cut = offered(place.powerCut, 'powerCut');
      const journal = await open();
      const acknowledged: string[] = [];
      const afterCut = async (left: Place): Promise<readonly StoredEvent[]> => {
        const stored = await read(await open(left), 'case-1');
        same(revisions(stored), upTo(stored.length), 'revisions after the loss of power');
        same(stored.length % BATCH, 0, 'events of a half batch after the loss of power');
        await left.remove?.();
        return stored;
      };
      for (const round of upTo(12)) {
        const events = batch(BATCH);
        await append(journal, 'case-1', round === 0 ? 'none' : 'exists', events);
        acknowledged.push(...ids(events));
        claim(stands(await afterCut(await cut()), acknowledged), 'an acknowledged event was lost');
        // A log cut short in the middle of a write loses that write, and only whole batches.
        await afterCut(await cut(0.2 + 0.06 * round));
      }
    },
  },
  {
    id: 'J4',
    says: 'a file cut short or with a flipped bit is reported, and never read as another history',
    needs: ['bytes'],
    patience: 120_000,
    run: async (bench) => {
      const streams = upTo(6).map((n) => `case-${n}`);
      const whole = await filled(bench, streams, 8);
      const bytes = await offered(bench.place.bytes, 'bytes').read();
      const at = places(2023, bytes.length);
      let told = 0;
      for (const _ of upTo(120)) {
        const place = at.next().value as number;
        const flipped = Uint8Array.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
        if ((await toldOrWhole(bench, flipped, streams, whole, `bit flipped at ${place}`)) === 'told') told += 1;
      }
      claim(told > 20, `only ${told} of 120 flipped bits were noticed`);
      for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
        const short = bytes.slice(0, Math.floor(bytes.length * share));
        same(await toldOrWhole(bench, short, streams, whole, `cut to ${share}`), 'told', `a file cut to ${share}`);
      }
      same(await toldOrWhole(bench, bytes, streams, whole, 'put right again'), 'whole', 'the file put right again');
    },
  },
  {
    id: 'J5a',
    says: 'a place that may not be written answers so; it can be read, and works again afterwards',
    needs: ['whileReadOnly'],
    run: async (bench) => {
      const { open, place, batch, clock } = bench;
      const whileReadOnly = offered(place.whileReadOnly, 'whileReadOnly');
      await filled(bench, ['case-1'], 1);
      await whileReadOnly(async () => {
        const answer = await place.open(clock).then(
          () => 'opened',
          (error: unknown) => String(error),
        );
        claim(answer.includes('read-only'), `opening for writing: expected read-only, found ${answer}`);
      });
      const journal = await open();
      await append(journal, 'case-1', { exact: BATCH - 1 }, batch(1));
    },
  },
  {
    id: 'J5b',
    says: 'a full disk answers so and writes nothing; smaller appends may still pass, and all do once there is room',
    needs: ['whileFull'],
    patience: 60_000,
    run: async ({ open, place, batch, event }) => {
      const whileFull = offered(place.whileFull, 'whileFull');
      const journal = await open();
      await append(journal, 'case-1', 'none', batch(2));
      const large = event({ data: { text: 'x'.repeat(2_000_000) } });
      await whileFull(async () => {
        const [refusal, other] = await together([
          ask(journal, 'case-1', { exact: 1 }, [event(), large]),
          ask(journal, 'case-2', 'none', batch(1)),
        ]);
        same(refused(refusal, 'Unavailable', 'a large append on a full disk').code, 'full', 'why');
        same(revisions(await read(journal, 'case-1')), [0, 1], 'revisions on a full disk');
        claim(E.isRight(other), 'a small append failed with the large one beside it');
      });
      await append(journal, 'case-1', { exact: 1 }, [large]);
      same(revisions(await read(journal, 'case-1')), [0, 1, 2], 'revisions once there is room');
    },
  },
  {
    id: 'J6',
    says: 'opened again, it finds its streams and goes on with their revisions, positions and chain',
    needs: ['lasting'],
    run: async (bench) => {
      const before = await filled(bench, ['case-1', 'case-2'], 2);
      const journal = await bench.open();
      same(await everything(journal, ['case-1', 'case-2']), before, 'what stands after a restart');
      const { revision, position } = await append(journal, 'case-1', { exact: 5 }, bench.batch(1));
      const [fed, [head]] = [await feed(journal), await read(journal, 'case-1', { direction: 'backward', limit: 1 })];
      same([revision, head?.previous], [6, (await read(journal, 'case-1'))[5]?.hash], 'the chain after a restart');
      claim(
        fed.slice(0, -1).every((event) => event.position < position),
        'a position was used again',
      );
    },
  },
  {
    id: 'J9',
    says: 'two processes that start together in an empty place both find one store',
    needs: ['spawnWriter'],
    patience: 120_000,
    run: async ({ open, place }) => {
      const spawn = offered(place.spawnWriter, 'spawnWriter');
      const jobs = upTo(4).map((n) => ({ name: `w${n}`, stream: `case-${n}`, batches: 5, batchSize: BATCH }));
      const acknowledged = (await together(jobs.map(spawn))).flat();
      same(acknowledged.length, 20, 'batches acknowledged');
      const journal = await open();
      for (const { stream } of jobs)
        same(revisions(await read(journal, stream)), upTo(5 * BATCH), `revisions of ${stream}`);
    },
  },
];
