/** A: appending. */
import type { NewEvent } from '@lienthong/core';
import { GENESIS, holds } from '@lienthong/core/evidence';
import { append, ask, feed, feedPage, ids, page, read, refused, revisions, said, upTo } from '../asking.js';
import type { Case } from '../case.js';
import { claim, same } from '../check.js';

const NAMES = [
  'x'.repeat(1000),
  'Nguyễn Thị Ánh/khai sinh',
  '👶🏽-🇻🇳',
  '-leading-dash',
  'a b',
  '100%',
  `it's "quoted"`,
  '_under_score_',
  'back\\slash',
  'line\nbreak',
];
const BAD_NAMES = ['', 'x'.repeat(1001), '$all', 'nul\u0000', 'lone\ud800'];

/** Names that careless comparison takes for one. */
const NEAR_NAMES = [
  'case',
  'Case',
  'CASE',
  'case ',
  ' case',
  'c_se',
  'c%se',
  'cas',
  'casé',
  'case\u0301',
  'ｃase',
  '1',
  '01',
];

const BAD_EVENTS: readonly Readonly<Record<string, unknown>>[] = [
  { id: 'not-a-uuid' },
  { id: 'A0000000-0000-5000-8000-00000000000F' },
  { id: undefined },
  { type: '' },
  { type: 'x'.repeat(1001) },
  { schema: 0 },
  { schema: 1.5 },
  { occurredAt: '2023-07-10' },
  { occurredAt: '2023-02-30T00:00:00.000Z' },
  { occurredAt: '2023-07-10T07:00:00.000+07:00' },
  { data: { when: new Date(0) } },
  { data: { left: undefined } },
  { data: { run: () => 0 } },
];

export const appendCases: readonly Case[] = [
  {
    id: 'A1',
    says: 'gives back an event as it was appended',
    run: async ({ open, event }) => {
      const journal = await open();
      const written = event({
        onBehalfOf: { id: 'mother-4', role: 'applicant' },
        data: { nested: { list: [1, 'hai'] } },
      });
      await append(journal, 'case-1', 'none', [written]);
      const [stored] = await read(journal, 'case-1');
      claim(stored !== undefined, 'the event is missing');
      same(said(stored), written, 'what the writer said');
      same([stored.v, stored.stream, stored.revision], [1, 'case-1', 0], 'what the store added');
      claim(holds(stored, GENESIS), 'the hash does not hold');
    },
  },
  {
    id: 'A2',
    says: 'keeps the order of a batch, without gaps, and goes on where the last one ended',
    run: async ({ open, batch }) => {
      const journal = await open();
      const [one, two] = [batch(3), batch(4)];
      await append(journal, 'case-1', 'none', one);
      await append(journal, 'case-1', { exact: 2 }, two);
      const stored = await read(journal, 'case-1');
      same(ids(stored), ids([...one, ...two]), 'order of the events');
      same(revisions(stored), upTo(7), 'revisions');
      claim(
        stored.every((event, index) => holds(event, stored[index - 1]?.hash ?? GENESIS)),
        'the chain of hashes is broken',
      );
    },
  },
  {
    id: 'A3',
    says: 'answers the last revision, its position, and whether the stream is new',
    run: async ({ open, batch }) => {
      const journal = await open();
      const first = await append(journal, 'case-1', 'none', batch(2));
      const second = await append(journal, 'case-1', { exact: 1 }, batch(3));
      const stored = await read(journal, 'case-1');
      same([first.revision, first.created, first.repeated], [1, true, false], 'first answer');
      same([second.revision, second.created, second.repeated], [4, false, false], 'second answer');
      same([first.position, second.position], [stored[1]?.position, stored[4]?.position], 'positions answered');
      claim(first.position < second.position, 'positions do not rise');
    },
  },
  {
    id: 'A4',
    says: 'refuses an empty batch and changes nothing',
    run: async ({ open, batch }) => {
      const journal = await open();
      same(
        refused(await ask(journal, 'case-1', 'any', []), 'BadInput', 'an empty batch').at,
        'events',
        'what was wrong',
      );
      claim(!(await page(journal, 'case-1')).exists, 'an empty batch made a stream');
      await append(journal, 'case-1', 'none', batch(1));
    },
  },
  {
    id: 'A5',
    says: 'takes batches of 1, 2, 99, 1,000 and 10,000',
    patience: 60_000,
    run: async ({ open, batch }) => {
      const journal = await open();
      for (const size of [1, 2, 99, 1000, 10_000]) {
        const events = batch(size);
        const { revision } = await append(journal, `case-${size}`, 'none', events);
        same(revision, size - 1, `last revision of a batch of ${size}`);
        same(ids(await read(journal, `case-${size}`)), ids(events), `a batch of ${size}`);
      }
    },
  },
  {
    id: 'A6',
    says: 'numbers the events of a stream from 0',
    run: async ({ open, batch }) => {
      const journal = await open();
      same((await append(journal, 'case-1', 'none', batch(1))).revision, 0, 'first revision answered');
      same(revisions(await read(journal, 'case-1')), [0], 'first revision read');
    },
  },
  {
    id: 'A7',
    says: 'stamps the time itself, in milliseconds, never backwards within a stream, and never orders by it',
    run: async ({ open, batch, clock }) => {
      const journal = await open();
      const times = ['2023-07-10T08:00:00.123Z', '2023-07-10T07:00:00.000Z', '2023-07-10T09:00:00.000Z'];
      const written: NewEvent[] = [];
      for (const [index, time] of times.entries()) {
        clock.set(time);
        const events = batch(2);
        written.push(...events);
        await append(journal, 'case-1', index === 0 ? 'none' : 'exists', events);
      }
      const stored = await read(journal, 'case-1');
      const [first, , third] = times;
      same(
        stored.map(({ recordedAt }) => recordedAt),
        [first, first, first, first, third, third],
        'recorded times',
      );
      clock.set('2023-07-01T00:00:00.000Z');
      const [early] = batch(1) as [NewEvent];
      await append(journal, 'case-2', 'none', [early]);
      same(
        (await read(journal, 'case-2'))[0]?.recordedAt,
        '2023-07-01T00:00:00.000Z',
        'another stream has its own time',
      );
      same(ids(await feed(journal)), ids([...written, early]), 'order of the feed');
    },
  },
  {
    id: 'A8',
    says: 'takes any name of a stream up to 1,000 characters, and refuses what no store could keep',
    run: async ({ open, batch }) => {
      const journal = await open();
      for (const name of NAMES) {
        const events = batch(1);
        await append(journal, name, 'none', events);
        same(
          (await read(journal, name)).map(({ stream }) => stream),
          [name],
          'name given back',
        );
      }
      for (const name of BAD_NAMES) {
        same(
          refused(await ask(journal, name, 'any', batch(1)), 'BadInput', 'a bad name').at,
          'stream',
          'what was wrong',
        );
      }
      same((await feed(journal)).length, NAMES.length, 'events in the feed');
    },
  },
  {
    id: 'A9',
    says: 'keeps streams apart whose names differ by case, accent form, width, wildcard or a space',
    run: async ({ open, event }) => {
      const journal = await open();
      const written = NEAR_NAMES.map((name) => ({ name, event: event({ data: { name } }) }));
      for (const { name, event: one } of written) await append(journal, name, 'none', [one]);
      for (const { name, event: one } of written) {
        same(ids(await read(journal, name)), [one.id], `stream ${JSON.stringify(name)}`);
      }
      claim(!(await page(journal, 'cASE')).exists, 'a name nobody used was found');
    },
  },
  {
    id: 'A10',
    says: 'keeps event types of any script, long or short, known or not',
    run: async ({ open, event }) => {
      const journal = await open();
      const types = ['A', 'Đã-đăng-ký', 'x'.repeat(1000), '🎉', 'NobodyKnowsThis'];
      await append(
        journal,
        'case-1',
        'none',
        types.map((type) => event({ type })),
      );
      same(
        (await read(journal, 'case-1')).map(({ type }) => type),
        types,
        'types',
      );
      same(
        (await feed(journal, { types: ['🎉'] })).map(({ type }) => type),
        ['🎉'],
        'types asked for',
      );
    },
  },
  {
    id: 'A11',
    says: 'refuses input that is not an event, and writes none of it',
    run: async ({ open, event }) => {
      const journal = await open();
      for (const wrong of BAD_EVENTS) {
        const events = [event(), { ...event(), ...wrong } as unknown as NewEvent];
        const fault = refused(await ask(journal, 'case-1', 'any', events), 'BadInput', `with ${Object.keys(wrong)}`);
        claim(fault.at.startsWith('events[1]'), `what was wrong is not named: ${fault.at}`);
      }
      same((await feedPage(journal)).events, [], 'events written');
    },
  },
];
