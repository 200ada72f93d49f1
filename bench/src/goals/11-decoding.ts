/** Goal 11: from a line of JSON to an event that is known to be one. */

import { E } from '@lienthong/core/fp';
import * as t from 'io-ts';
import * as z from 'zod';
import { eventCodec, event as form } from '../../../packages/core/src/borders/kept-event.codec.js';
import { count, flag, kept, text } from '../../../packages/core/src/borders/stored.codec.js';
import { atLeast, type Goal, ratesOf, shown } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { casesOf, EVENT_TYPES, type EventType, eventsOf, type Facts } from '../workload.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);

type Kept = Readonly<{ type: EventType } & Facts>;

const shape = {
  child: text,
  mother: text,
  ward: text,
  wardCode: text,
  note: text,
  on: kept('a day', isDay),
  due: kept('a day', isDay),
  request: kept('a uuid', isUuid),
  amount: count,
  sheets: count,
  urgent: flag,
};
const forms = Object.fromEntries(EVENT_TYPES.map((type) => [type, form<Facts>(shape)]));
const ours = eventCodec<Kept>(forms as never);

const guarded = (name: string, is: (value: unknown) => value is string) =>
  new t.Type<string>(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  );
const fields = {
  child: t.string,
  mother: t.string,
  ward: t.string,
  wardCode: t.string,
  note: t.string,
  on: guarded('day', isDay),
  due: guarded('day', isDay),
  request: guarded('uuid', isUuid),
  amount: t.number,
  sheets: t.number,
  urgent: t.boolean,
};
const members = EVENT_TYPES.map((type) => t.type({ type: t.literal(type), ...fields }));
const ioUnion = t.union(members as unknown as [t.Mixed, t.Mixed]);

const zodUnion = z.discriminatedUnion(
  'type',
  EVENT_TYPES.map((type) =>
    z.object({
      type: z.literal(type),
      child: z.string(),
      mother: z.string(),
      ward: z.string(),
      wardCode: z.string(),
      note: z.string(),
      on: z.string().regex(DAY),
      due: z.string().regex(DAY),
      request: z.string().regex(UUID),
      amount: z.number(),
      sheets: z.number(),
      urgent: z.boolean(),
    }),
  ) as never,
);

const through = (name: string, lines: readonly string[], read: (value: unknown) => boolean): Variant => ({
  name,
  setUp: () => {
    let good = 0;
    return {
      work: () => {
        for (const line of lines) if (read(JSON.parse(line))) good += 1;
        return lines.length;
      },
      check: () => mustBe(name, good, lines.length),
    };
  },
});

const refusesAll = (name: string, read: (value: unknown) => boolean, good: object): void => {
  for (const bad of [
    { ...good, on: '2024' },
    { ...good, amount: '1' },
    { ...good, type: 'Unknown' },
    { ...good, child: 1 },
  ]) {
    mustBe(`${name} on a bad event`, read(bad), false);
  }
};

export const goal: Goal = {
  number: 11,
  title: 'Parsing and checking an event',
  fairness:
    'The same 20 types, uuid and date patterns. Ours refuses unknown fields and texts that are not well formed; io-ts (a union of ' +
    '`type`s) and zod 4 (a discriminated union of objects, its own generated code allowed) do not look for either. Ours is our codec ' +
    'for stored events as it ships: a check without generated code, io-ts only for the report of what is wrong.',
  run: async (scale) => {
    const events = eventsOf(casesOf(11, scale.size(30_000, 5_000))).map(({ type, data }) => ({ type, ...data }));
    const lines = events.map((event) => JSON.stringify(event));
    const readOurs = (value: unknown): boolean => {
      const { type, ...facts } = value as Kept;
      return E.isRight(ours.recall({ type, schema: 1, facts }));
    };
    const readKept = (value: unknown): boolean => E.isRight(ours.recall(value as never));
    const readIo = (value: unknown): boolean => E.isRight(ioUnion.decode(value));
    const readZod = (value: unknown): boolean => zodUnion.safeParse(value).success;
    for (const [name, read] of [
      ['ours', readOurs],
      ['io-ts', readIo],
      ['zod', readZod],
    ] as const)
      refusesAll(name, read, events[0] as object);
    const keptLines = events.map(({ type, ...facts }) => JSON.stringify({ type, schema: 1, facts }));
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      through('limit: JSON.parse alone', lines, () => true),
      through('ours, parse and recall', keptLines, readKept),
      through('io-ts 2, parse and decode', lines, readIo),
      through('zod 4, parse and safeParse', lines, readZod),
    ]);
    const mine = 'ours, parse and recall';
    return {
      rows: [
        atLeast('parse and check, against JSON.parse alone', 0.6, compared, mine, 'limit: JSON.parse alone'),
        atLeast('against io-ts', 1.2, compared, mine, 'io-ts 2, parse and decode'),
        atLeast('against zod 4', 1.2, compared, mine, 'zod 4, parse and safeParse'),
        shown('io-ts against JSON.parse alone', compared, 'io-ts 2, parse and decode', 'limit: JSON.parse alone'),
      ],
      rates: ratesOf(compared, 'events/s'),
    };
  },
};
