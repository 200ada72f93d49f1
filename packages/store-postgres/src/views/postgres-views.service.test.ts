import { E } from '@lienthong/core/fp';
import { failureOf, keeperOf, type ViewStore } from '@lienthong/core/subscriptions';
import { viewContract } from '@lienthong/testing/view-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type FreshDatabase, freshDatabase } from '../trial/database.js';
import { type Server, startPostgres } from '../trial/server.js';
import { postgresViews, viewsGrantsSql } from './postgres-views.js';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const opened = async (connect: string): Promise<ViewStore> => {
  const views = await postgresViews({ connect })();
  if (E.isRight(views)) return views.right;
  throw new Error(JSON.stringify(views.left));
};

viewContract({
  name: 'the view store in PostgreSQL',
  lasting: true,
  place: async () => {
    const there: FreshDatabase = await freshDatabase(server.url);
    return { open: () => opened(there.url), remove: there.drop };
  },
});

describe('views in PostgreSQL', () => {
  const inDatabase = async (play: (url: string) => Promise<void>): Promise<void> => {
    const there = await freshDatabase(server.url);
    try {
      await play(there.url);
    } finally {
      await there.drop();
    }
  };

  it('are made once by many who start together', () =>
    inDatabase(async (url) => {
      const stores = await Promise.all(Array.from({ length: 6 }, () => opened(url)));
      for (const views of stores) await views.close()();
      expect(await ask(url, 'SELECT version FROM lienthong_views.views_version')).toEqual([{ version: 1 }]);
    }));

  it('say so when a later release has made the tables, or when nobody answers', () =>
    inDatabase(async (url) => {
      await (await opened(url)).close()();
      await ask(url, 'UPDATE lienthong_views.views_version SET version = 99');
      expect(await postgresViews({ connect: url })()).toMatchObject({ left: { code: 'newer-schema' } });
      const nowhere = 'postgres://nobody@127.0.0.1:1/nowhere';
      expect(await postgresViews({ connect: nowhere })()).toMatchObject({ left: { code: 'unreachable', retry: true } });
    }));

  it('are kept by a role that may do nothing else', () =>
    inDatabase(async (url) => {
      await (await opened(url)).close()();
      const role = `keeper_${process.pid}`;
      await ask(url, `CREATE ROLE ${role} LOGIN PASSWORD 'trial'; ${viewsGrantsSql('lienthong_views', role)}`);
      try {
        const as = new URL(url);
        as.username = role;
        as.password = 'trial';
        const views = await opened(as.href);
        const keeper = keeperOf({ views, name: 'consumer', holder: 'one' });
        expect(await keeper.load()()).toEqual(E.right(null));
        const saving = { to: '0000000000000007', events: 1, parked: [], error: null };
        expect(await keeper.save(null, saving)()).toEqual(E.right(undefined));
        await views.close()();
        await expect(ask(as.href, 'DROP TABLE lienthong_views.rows')).rejects.toThrow('must be owner');
      } finally {
        await ask(url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
      }
    }));

  it('answer a fault to be asked again, or to be looked up, when the server ends the connection', () =>
    inDatabase(async (url) => {
      const views = await opened(url);
      const generation = await views.begin('cases', '1')();
      if (E.isLeft(generation)) throw new Error('not begun');
      const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      await ask(url, end);
      const answers = await Promise.all(Array.from({ length: 4 }, () => views.status('cases')()));
      for (const answer of answers) if (E.isLeft(answer)) expect(failureOf(answer.left).again).toBe(true);
      expect(await views.status('cases')()).toMatchObject({
        right: { generations: [{ generation: generation.right }] },
      });
      await views.close()();
    }));
});
