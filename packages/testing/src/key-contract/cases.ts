/** Every case of the contract of key stores, by id: what must hold, and how it is tried. */
import type { PersonKey, WrappedKey } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { claim, same } from '../store-contract/check.js';
import { type KeyBench, tombstone } from './bench.js';

export type KeyCase = Readonly<{
  id: string;
  says: string;
  /** Only for a place whose bytes can be looked at. */
  needsBytes?: true;
  run: (bench: KeyBench) => Promise<void>;
}>;

const child = { caseId: 'case-1', subject: 'child' } as const;

const hex = (key: PersonKey | undefined): string =>
  key === undefined || key === 'erased'
    ? String(key)
    : Array.from(key, (b) => b.toString(16).padStart(2, '0')).join('');

const done = <A>(answer: E.Either<Readonly<{ code: string }>, A>): A => {
  claim(E.isRight(answer), `an answer, not ${E.isLeft(answer) ? answer.left.code : ''}`);
  return answer.right;
};

const isRejected = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => false,
    () => true,
  );

/** One character a byte. */
const asText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const holds = (bytes: Uint8Array, part: Uint8Array): boolean => asText(bytes).includes(asText(part));

const wrappedAt = async (
  bench: KeyBench,
  place: Readonly<{ caseId: string; subject: string }>,
): Promise<WrappedKey> => {
  const slot = done(await (await bench.cabinet()).find(place)());
  claim(slot?.kind === 'key', 'a key stands there');
  return slot.wrapped;
};

export const keyCases: readonly KeyCase[] = [
  {
    id: 'K1',
    says: 'makes a key of 32 bytes when it is first needed, and the same one ever after',
    run: async ({ open }) => {
      const keys = await open();
      const made = await keys.keyOf('case-1', 'child');
      claim(made !== 'erased' && made.length === 32, '32 bytes');
      same(hex(await keys.keyOf('case-1', 'child')), hex(made), 'asked again');
      same(hex(await keys.existing('case-1', 'child')), hex(made), 'looked for');
      same(hex(await (await open()).keyOf('case-1', 'child')), hex(made), 'asked by another program');
    },
  },
  {
    id: 'K2',
    says: 'has another key for another person, and for the same person in another case',
    run: async ({ open }) => {
      const keys = await open();
      const places = [
        ['case-1', 'child'],
        ['case-1', 'mother'],
        ['case-2', 'child'],
        ['case-1', 'Child'],
        ['case-1', 'child '],
        ['case-1', "child'; --"],
        ['case-1', 'trẻ'.normalize('NFC')],
        ['case-1', 'trẻ'.normalize('NFD')],
        ['case-1', 'x'.repeat(1000)],
      ] as const;
      const made = [];
      for (const [caseId, subject] of places) made.push(hex(await keys.keyOf(caseId, subject)));
      same(new Set(made).size, places.length, 'different keys');
    },
  },
  {
    id: 'K3',
    says: 'makes nothing for whoever only looks',
    run: async ({ open, cabinet }) => {
      const keys = await open();
      same(await keys.existing('case-1', 'child'), undefined, 'nothing is there');
      same(done(await (await cabinet()).find(child)()), undefined, 'and nothing was made');
    },
  },
  {
    id: 'K4',
    says: 'keeps a key only wrapped',
    run: async (bench) => {
      const key = await (await bench.open()).keyOf('case-1', 'child');
      const { bytes } = await wrappedAt(bench, child);
      claim(key !== 'erased' && !holds(bytes, key), 'the bare key is not in its wrapping');
      for (const all of (await bench.bytes?.()) ?? []) claim(!holds(all, key), 'nor on the medium');
    },
  },
  {
    id: 'K5',
    says: 'destroys a key for good, for everybody at once',
    run: async ({ open }) => {
      const [one, other] = [await open(), await open()];
      await one.keyOf('case-1', 'child');
      await other.keyOf('case-1', 'child');
      same(done(await one.destroy(tombstone(child))()), 'destroyed', 'the answer');
      for (const keys of [one, other, await open()]) {
        same(await keys.existing('case-1', 'child'), 'erased', 'looked for');
        same(await keys.keyOf('case-1', 'child'), 'erased', 'asked for');
      }
      claim((await one.keyOf('case-1', 'mother')) !== 'erased', 'others have theirs');
    },
  },
  {
    id: 'K6',
    says: 'answers a second destruction as done before, and keeps the first tombstone',
    run: async ({ open }) => {
      const keys = await open();
      await keys.keyOf('case-1', 'child');
      await keys.destroy(tombstone(child, 'first'))();
      same(done(await keys.destroy(tombstone(child, 'second'))()), 'destroyed-before', 'the answer');
      same(done(await keys.tombstones()()), [tombstone(child, 'first')], 'the tombstone');
    },
  },
  {
    id: 'K7',
    says: 'lets nobody make a key in a place that was erased before it had one',
    run: async ({ open }) => {
      const keys = await open();
      same(done(await keys.destroy(tombstone(child))()), 'destroyed', 'the answer');
      same(await keys.keyOf('case-1', 'child'), 'erased', 'asked for');
    },
  },
  {
    id: 'K8',
    says: 'gives one key to all who ask first at the same moment',
    run: async ({ open }) => {
      const stores = [await open(), await open(), await open()];
      const asked = stores.flatMap((keys) => Array.from({ length: 8 }, () => keys.keyOf('case-1', 'child')));
      const answers = new Set((await Promise.all(asked)).map(hex));
      same(answers.size, 1, 'different answers');
      same(hex(await (await open()).existing('case-1', 'child')), [...answers][0], 'what stands there');
    },
  },
  {
    id: 'K9',
    says: 'between those who ask and one who destroys gives the one key or none, and in the end none',
    run: async ({ open }) => {
      const [asking, destroying] = [await open(), await open()];
      for (let round = 0; round < 10; round += 1) {
        const place = { caseId: `case-${round}`, subject: 'child' };
        const [before, buried, after] = await Promise.all([
          Promise.all([asking, destroying, asking].map((keys) => keys.keyOf(place.caseId, place.subject))),
          destroying.destroy(tombstone(place))(),
          Promise.all([asking, destroying, asking].map((keys) => keys.keyOf(place.caseId, place.subject))),
        ]);
        same(done(buried), 'destroyed', 'the answer');
        const keysGiven = new Set([...before, ...after].filter((key) => key !== 'erased').map(hex));
        claim(keysGiven.size <= 1, 'never two keys for one person');
        for (const keys of [asking, destroying])
          same(await keys.keyOf(place.caseId, place.subject), 'erased', 'in the end');
      }
    },
  },
  {
    id: 'K10',
    says: 'tells every tombstone, the oldest first',
    run: async ({ open }) => {
      const keys = await open();
      const all = ['c', 'a', 'b'].map((subject, at) => tombstone({ caseId: 'case-1', subject }, `request-${at}`));
      for (const one of all) await keys.destroy(one)();
      same(done(await (await open()).tombstones()()), all, 'tombstones');
    },
  },
  {
    id: 'K11',
    says: 'wraps every key under a new master, and then needs the old one no more',
    run: async ({ open, master }) => {
      const [old, fresh] = [await master('the old master'), await master('the new master')];
      const before = await open(old);
      const keys = new Map<string, string>();
      for (let n = 0; n < 450; n += 1) keys.set(`person-${n}`, hex(await before.keyOf('case-1', `person-${n}`)));
      await before.destroy(tombstone({ caseId: 'case-1', subject: 'person-0' }))();
      same(done(await (await open(fresh, old)).rotate()()), 449, 'wrapped anew');
      same(done(await (await open(fresh, old)).rotate()()), 0, 'and nothing twice');
      const after = await open(fresh);
      for (const [subject, key] of keys)
        same(hex(await after.existing('case-1', subject)), subject === 'person-0' ? 'erased' : key, subject);
      claim(await isRejected((await open(old)).existing('case-1', 'person-1')), 'the old master opens nothing');
    },
  },
  {
    id: 'K12',
    says: 'neither opens nor replaces a key that is under a master it does not have',
    run: async ({ open, master }) => {
      const key = hex(await (await open()).keyOf('case-1', 'child'));
      const stranger = await open(await master('somebody else’s master'));
      claim(await isRejected(stranger.keyOf('case-1', 'child')), 'keyOf has no answer');
      claim(await isRejected(stranger.existing('case-1', 'child')), 'existing has none either');
      same(hex(await (await open()).keyOf('case-1', 'child')), key, 'the key stands');
    },
  },
  {
    id: 'K13',
    says: 'opens no wrapped key that was moved to another person',
    run: async (bench) => {
      const keys = await bench.open();
      await keys.keyOf('case-1', 'child');
      const moved = await wrappedAt(bench, child);
      done(await (await bench.cabinet()).put({ caseId: 'case-1', subject: 'mother' }, moved)());
      claim(await isRejected(keys.existing('case-1', 'mother')), 'it does not open there');
    },
  },
  {
    id: 'K14',
    says: 'keeps no byte of a destroyed key, however many stand around it',
    needsBytes: true,
    run: async (bench) => {
      const keys = await bench.open();
      const people = Array.from({ length: 300 }, (_, n) => ({ caseId: `case-${n % 40}`, subject: `person-${n}` }));
      for (const { caseId, subject } of people) await keys.keyOf(caseId, subject);
      const destroyed = [];
      for (const [n, place] of people.entries()) {
        if (n % 7 !== 0) continue;
        destroyed.push(await wrappedAt(bench, place));
        done(await keys.destroy(tombstone(place))());
      }
      const media = ((await bench.bytes?.()) ?? []).map(asText);
      claim(media.length > 0, 'the medium can be looked at');
      const standing = await wrappedAt(bench, { caseId: 'case-1', subject: 'person-1' });
      claim(
        media.some((text) => text.includes(asText(standing.bytes))),
        'a key that stands is found there',
      );
      // A quarter of it is trace enough.
      for (const { bytes } of destroyed)
        claim(!media.some((text) => text.includes(asText(bytes.slice(12, 28)))), 'a destroyed key is not');
    },
  },
  {
    id: 'K15',
    says: 'answers a fault once it is closed',
    run: async ({ open }) => {
      const keys = await open();
      await keys.close()();
      claim(await isRejected(keys.keyOf('case-1', 'child')), 'keyOf has no answer');
      const buried = await keys.destroy(tombstone(child))();
      claim(E.isLeft(buried) && buried.left.kind === 'Unavailable' && buried.left.system === 'keys', 'a fault');
    },
  },
];
