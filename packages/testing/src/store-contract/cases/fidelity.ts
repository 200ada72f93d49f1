/** I: what is written is what is read, to the last character. */
import type { NewEvent } from '@lienthong/core';
import { GENESIS, hashedText, holds } from '@lienthong/core/evidence';
import { append, ask, feed, read, refused, said } from '../asking.js';
import type { Bench } from '../bench.js';
import type { Case } from '../case.js';
import { claim, same } from '../check.js';

type Data = NewEvent['data'];

/** Data that must come back as it went in, by stream and by feed. */
const keeps = async ({ open, event }: Bench, all: readonly Data[]): Promise<void> => {
  const journal = await open();
  await append(
    journal,
    'case-1',
    'none',
    all.map((data) => event({ data })),
  );
  for (const stored of [await read(journal, 'case-1'), await feed(journal)]) {
    for (const [index, data] of all.entries()) same(stored[index]?.data, data, 'data given back');
  }
};

/** Data that must be refused, and of which nothing may stand afterwards. */
const refuses = async ({ open, event }: Bench, all: readonly unknown[]): Promise<void> => {
  const journal = await open();
  const before = await feed(journal);
  for (const data of all) {
    refused(await ask(journal, 'case-1', 'any', [event({ data: data as Data })]), 'BadInput', 'data that is no JSON');
  }
  same(await feed(journal), before, 'events written');
};

const deep = (levels: number): Data => {
  let inner: Data = {};
  for (let level = 1; level < levels; level += 1) inner = { inner };
  return inner;
};

const MEGABYTE = 1024 * 1024;
/** Text of so many characters; the envelope around it takes some more. */
const sized = (length: number): Data => ({ text: 'x'.repeat(length) });

export const fidelityCases: readonly Case[] = [
  {
    id: 'I1',
    says: 'keeps Vietnamese in both accent forms, emoji, right-to-left and control characters; refuses lone surrogates',
    run: async (bench) => {
      await keeps(bench, [
        { composed: 'Nguyễn Thị Ánh', decomposed: 'Nguyễn Thị Ánh'.normalize('NFD') },
        { emoji: '👨‍👩‍👧‍👦🇻🇳', rtl: 'שלום مرحبا', control: '\u0018\u007f\u2028\u2029\ufeff', spaces: ' \t\n\r ' },
        { 'khoá có dấu': true, '👶': null },
      ]);
      await refuses(bench, [{ text: 'a\ud800b' }, { text: '\udc00' }, { ['\ud800']: 1 }]);
    },
  },
  {
    id: 'I2',
    says: 'keeps U+0000 in texts and keys',
    run: (bench) => keeps(bench, [{ text: 'a\u0000b', 'k\u0000': '\u0000' }]),
  },
  {
    id: 'I3',
    says: 'what is read hashes to what was stored, whatever the order of keys and the form of numbers',
    run: async ({ open, event }) => {
      const journal = await open();
      const forms: readonly Data[] = [
        { b: 1, a: 2, B: 3, á: 4, '10': 5, '9': 6 },
        JSON.parse('{"z":1.0,"y":1e2,"x":-0,"w":{"b":[],"a":{}}}') as Data,
        JSON.parse('{"twice":1,"twice":2}') as Data,
      ];
      await append(
        journal,
        'case-1',
        'none',
        forms.map((data) => event({ data })),
      );
      for (const stored of [await read(journal, 'case-1'), await feed(journal)]) {
        let previous = GENESIS;
        for (const one of stored) {
          claim(holds(one, previous), `the hash does not hold for ${hashedText(one).slice(0, 200)}`);
          previous = one.hash;
        }
      }
    },
  },
  {
    id: 'I4',
    says: 'keeps every double to the last bit, also beyond 2^53; refuses what is none: bigint, NaN, infinity',
    run: async (bench) => {
      await keeps(bench, [{ n: [2 ** 53, 2 ** 53 + 2, -(2 ** 60), 0.1 + 0.2, 5e-324, 1.7976931348623157e308] }]);
      await refuses(bench, [{ n: 10n }, { n: Number.NaN }, { n: Number.POSITIVE_INFINITY }]);
    },
  },
  {
    id: 'I5',
    says: 'keeps empty, deep and wide data; refuses `undefined`, dates and what else is no JSON',
    run: async (bench) => {
      const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`key-${n}`, n]));
      await keeps(bench, [{}, { list: [], object: {}, nothing: null, text: '' }, deep(200), wide]);
      await refuses(bench, [
        { a: undefined },
        { a: new Date(0) },
        { a: [undefined] },
        { a: () => 1 },
        { a: new Map() },
      ]);
    },
  },
  {
    id: 'I6',
    says: 'keeps events of 0 B, 1 KB, 1 MB, 3.1 MB and nearly 16 MB; a larger one is refused and writes nothing',
    patience: 60_000,
    run: async (bench) => {
      const journal = await bench.open();
      const sizes = [0, 1024, MEGABYTE, 3.1 * MEGABYTE, 16 * MEGABYTE - 1000];
      for (const [index, size] of sizes.entries()) {
        const data = sized(size);
        await append(journal, 'case-1', index === 0 ? 'none' : { exact: index - 1 }, [bench.event({ data })]);
        const [stored] = await read(journal, 'case-1', { from: index });
        claim(stored?.data['text'] === data['text'], `an event of ${size} characters came back different`);
      }
      const [small, large] = [bench.event(), bench.event({ data: sized(16 * MEGABYTE) })];
      refused(await ask(journal, 'case-1', 'exists', [small, large]), 'BadInput', 'an event over the limit');
      same((await feed(journal)).length, sizes.length, 'events in the feed');
    },
  },
  {
    id: 'I7',
    says: 'bytes are no JSON: they are refused, as data, in it and beside it; written as text they come back',
    run: async (bench) => {
      const bytes = new Uint8Array([0, 255, 128]);
      await refuses(bench, [
        bytes,
        bytes.buffer,
        'text',
        7,
        null,
        [1, 2],
        { file: bytes },
        { file: bytes.buffer },
        { file: new DataView(bytes.buffer) },
      ]);
      const journal = await bench.open();
      const actor = { ...bench.event().actor, photo: bytes } as unknown as NewEvent['actor'];
      refused(await ask(journal, 'case-1', 'any', [bench.event({ actor })]), 'BadInput', 'bytes beside the data');
      await keeps(bench, [{ file: 'AP+A', asHex: '00ff80', escaped: '\u0000\u00ff\u0080' }]);
    },
  },
  {
    id: 'I8',
    says: 'keeps who, on whose behalf, because of what and in which case; what the store adds cannot be slipped in',
    run: async ({ open, event }) => {
      const journal = await open();
      const written = event({
        actor: {
          id: 'officer-17',
          role: 'registrar',
          unit: '16834',
          decidedBy: { id: 'leader-2', role: 'leader' },
          confirmedBy: { id: 'register', role: 'agency' },
          helpedAt: '16837',
          receivedAt: '16834',
          competent: '16840',
        },
        onBehalfOf: { id: 'mother-4', role: 'applicant', unit: '16834' },
        data: { id: 'own', stream: 'own', revision: 99, position: 'own', hash: 'own', previous: 'own', v: 2 },
      });
      await append(journal, 'case-1', 'none', [written]);
      const [stored] = await read(journal, 'case-1');
      claim(stored !== undefined, 'the event is missing');
      same(said(stored), written, 'what the writer said');
      const forged = {
        ...event(),
        revision: 7,
        position: '9',
        hash: 'f'.repeat(64),
        recordedAt: '1999-01-01T00:00:00.000Z',
      };
      refused(await ask(journal, 'case-1', 'any', [forged]), 'BadInput', 'an event that brings what the store adds');
    },
  },
  {
    id: 'I9',
    says: '`__proto__` and `constructor` are keys like any other',
    run: async (bench) => {
      const sly = JSON.parse(
        '{"__proto__":{"admin":true},"constructor":{"prototype":1},"toString":null,"hasOwnProperty":0}',
      );
      await keeps(bench, [sly as Data, { inner: sly as Data }]);
      claim(!Object.hasOwn(Object.prototype, 'admin'), 'a key changed every object');
    },
  },
];
