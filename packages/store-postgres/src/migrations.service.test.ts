import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GENESIS, holds } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS, SCHEMA_VERSION } from './schema/migrations.js';
import { catalogueOf, releaseSql } from './trial/catalogue.js';
import { ask, freshDatabase } from './trial/database.js';
import { opened } from './trial/place.js';
import { type Server, startPostgres } from './trial/server.js';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const schema = 'lienthong';
const fileOf = (version: number): string => fileURLToPath(new URL(`./trial/released/${version}.sql`, import.meta.url));

/** `LIENTHONG_RELEASE=1` keeps the schema of this version, with some events in it, before it is released. */
it.runIf(process.env['LIENTHONG_RELEASE'] === '1')('keeps this schema for those to come, once', async () => {
  expect(existsSync(fileOf(SCHEMA_VERSION))).toBe(false);
  const database = await freshDatabase(server.url);
  const journal = await opened({ connect: database.url, schema, clock: testClock() });
  await journal.append('case-1', 'none', [
    anEvent(1),
    anEvent(2, { data: { name: "Nguyễn Thị Ánh '\\ 😀 \u0000" } }),
  ])();
  await journal.append('hồ sơ/𠄼 %', 'none', [anEvent(3)])();
  await journal.append('case-1', { exact: 1 }, [anEvent(4)])();
  await journal.close()();
  writeFileSync(fileOf(SCHEMA_VERSION), await releaseSql(database.url, schema));
  await database.drop();
});

describe.each(MIGRATIONS.map(({ version }) => version))('the schema as release %i left it', (version) => {
  it('is brought up to date with all that was in it, and is then what a new one is', async () => {
    const [old, fresh] = [await freshDatabase(server.url), await freshDatabase(server.url)];
    await ask(old.url, readFileSync(fileOf(version), 'utf8'));
    const journal = await opened({ connect: old.url, schema, clock: testClock() });
    const stream = await journal.read('case-1')();
    if (E.isLeft(stream)) throw new Error(JSON.stringify(stream.left));
    const { events } = stream.right;
    expect(events.map(({ data }) => data)).toEqual([
      { count: 1 },
      { name: "Nguyễn Thị Ánh '\\ 😀 \u0000" },
      { count: 4 },
    ]);
    expect(events.every((event, at) => holds(event, events[at - 1]?.hash ?? GENESIS))).toBe(true);
    expect(await journal.feed()()).toMatchObject({ right: { events: { length: 4 }, end: true } });
    expect(await journal.append('hồ sơ/𠄼 %', { exact: 0 }, [anEvent(5)])()).toMatchObject({ right: { revision: 1 } });
    expect(await journal.append('case-1', 'none', [anEvent(1)])()).toMatchObject({ right: { repeated: true } });
    expect(await journal.feed()()).toMatchObject({ right: { events: { 4: { id: anEvent(5).id } } } });
    await journal.close()();
    await (await opened({ connect: fresh.url, schema, clock: testClock() })).close()();
    expect(await catalogueOf(old.url, schema)).toEqual(await catalogueOf(fresh.url, schema));
    await old.drop();
    await fresh.drop();
  }, 60_000);
});
