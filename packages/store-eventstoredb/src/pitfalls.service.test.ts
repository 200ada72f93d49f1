/** The twelve ways in which the client package misleads (P1 to P12), each fenced. */
import type { NewEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { testClock } from '@lienthong/testing/store-contract';
import { describe, expect, it } from 'vitest';
import { dbClient } from './db-client.js';
import { eventstoredbJournal } from './eventstoredb-journal.js';
import {
  aJournal,
  aServer,
  batchOf,
  cleanUp,
  faultIn,
  holdsJust,
  later,
  SOON,
  UNKNOWN,
  unavailable,
  written,
} from './trial/harness.js';

cleanUp();

const clock = testClock();
const opening = (connection: string) => eventstoredbJournal({ connection, clock, timeout: SOON, patience: SOON })();

describe('the pitfalls of the client', () => {
  it('P1 everything has an end when the server is silent: opening, reading, feeding, appending', async () => {
    const server = await aServer();
    const journal = await aJournal(server);
    server.faults.strike({ kind: 'silent', on: 'read' }, 3);
    expect(faultIn(await opening(server.connectionString))).toEqual(unavailable('timed-out'));
    expect(faultIn(await journal.read('case-1')())).toEqual(unavailable('timed-out'));
    expect(faultIn(await journal.feed()())).toEqual(unavailable('timed-out'));
    for (const wire of ['append', 'batch-append'] as const) {
      const one = await aJournal(server, { wire });
      server.faults.strike({ kind: 'silent', on: 'append' });
      expect(faultIn(await one.append('case-1', 'none', batchOf(1))())).toEqual(UNKNOWN);
    }
    const asking = await aJournal(server, { wire: 'batch-append' });
    server.faults.strike({ kind: 'silent', on: 'features' }, 99);
    expect(faultIn(await asking.append('case-1', 'none', batchOf(1))())).toEqual(UNKNOWN);
  });

  it('P2 an append’s term does not hang on the two clocks agreeing', async () => {
    const server = await aServer({ now: () => Date.now() + 3_600_000 });
    const journal = await aJournal(server);
    expect(written(await journal.append('case-1', 'none', batchOf(1))()).repeated).toBe(false);
  });

  it('P3 when one client’s connection breaks, another’s pending append is not taken for unwritten', async () => {
    const [broken, whole] = [await aServer(), await aServer()];
    const [one, two] = [
      await aJournal(broken, { wire: 'batch-append', patience: 2_000 }),
      await aJournal(whole, { wire: 'batch-append', timeout: 2_000 }),
    ];
    const [theirs, ours] = [batchOf(1), batchOf(2)];
    whole.faults.strike({ kind: 'late', on: 'append', ms: 150, commits: true });
    broken.faults.strike({ kind: 'commit-then-reset', on: 'append' });
    const pending = two.append('case-2', 'none', ours)();
    await expect.poll(() => whole.log.all.length, { timeout: 10_000 }).toBe(2);
    written(await one.append('case-1', 'none', theirs)());
    expect(written(await pending)).toMatchObject({ revision: 1 });
    await holdsJust(whole, 'case-2', ours);
    await holdsJust(broken, 'case-1', theirs);
  });

  it('P4 what cannot be written as JSON is bad input, not a promise that never settles', async () => {
    const server = await aServer();
    const journal = await aJournal(server);
    const throwing = {
      toJSON: () => {
        throw new Error('never called');
      },
    };
    for (const wrong of [{ n: 10n }, { throwing }]) {
      const events = batchOf(1, { data: wrong as unknown as NewEvent['data'] });
      expect(faultIn(await journal.append('case-1', 'any', events)())).toMatchObject({ kind: 'BadInput' });
    }
    await holdsJust(server, 'case-1', []);
  });

  it('P5 a conflict names the true head; the mode that does not is refused', async () => {
    const server = await aServer();
    expect(faultIn(await opening(`${server.connectionString}&throwOnAppendFailure=false`))).toMatchObject({
      kind: 'BadInput',
      at: 'connection',
    });
    for (const wire of ['append', 'batch-append'] as const) {
      const journal = await aJournal(server, { wire });
      written(await journal.append(`case-${wire}`, 'none', batchOf(7))());
      const other = await aJournal(server, { wire });
      expect(faultIn(await other.append(`case-${wire}`, { exact: 2 }, batchOf(1))())).toMatchObject({ actual: 6 });
    }
  });

  it('P6 nothing here deletes: neither the journal nor its driver has a word for it', () => {
    const driver = dbClient({ connection: 'esdb://127.0.0.1:1?tls=false', timeout: 100, wire: 'append' });
    const words = E.isRight(driver) ? Object.keys(driver.right).toSorted() : [];
    expect(words).toEqual(['append', 'close', 'follow', 'name', 'probe', 'readAll', 'readStream']);
  });

  it('P7 ids and data are looked at before the client sees them', async () => {
    const server = await aServer();
    const journal = await aJournal(server);
    const wrongs: readonly unknown[] = [{ id: 'not-a-uuid' }, { data: { n: Number.NaN } }, { data: { a: undefined } }];
    for (const wrong of wrongs) {
      const [event] = batchOf(1) as [NewEvent];
      const fault = faultIn(await journal.append('case-1', 'any', [{ ...event, ...(wrong as Partial<NewEvent>) }])());
      expect(fault).toMatchObject({ kind: 'BadInput', at: expect.stringContaining('events[0].') });
    }
    await holdsJust(server, 'case-1', []);
  });

  it('P8 whoever watches is woken again after the connection was cut, and after a restart', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { patience: 5_000 });
    let woken = 0;
    const stop = journal.watch?.(() => {
      woken += 1;
    });
    const wakes = async (): Promise<void> => {
      const before = woken;
      await expect
        .poll(
          async () => {
            written(await journal.append('case-1', 'any', batchOf(1))());
            return woken;
          },
          { timeout: 10_000 },
        )
        .toBeGreaterThan(before);
    };
    await wakes();
    server.cut();
    await wakes();
    await server.restart();
    await wakes();
    stop?.();
    const before = woken;
    written(await journal.append('case-1', 'any', batchOf(1))());
    await new Promise((go) => setTimeout(go, 100));
    expect(woken).toBe(before);
  });

  it('P9 a process that holds the other client package too is told so', async () => {
    const server = await aServer();
    const { proto } = globalThis as unknown as { proto: Record<string, unknown> };
    proto['kurrentdb'] = {};
    try {
      expect(faultIn(await opening(server.connectionString))).toMatchObject({ kind: 'BadInput', at: 'process' });
    } finally {
      delete proto['kurrentdb'];
    }
    expect(E.isRight(await opening(server.connectionString))).toBe(true);
  });

  it('P10 a conflict on a missing stream has no revision', async () => {
    const server = await aServer();
    for (const wire of ['append', 'batch-append'] as const) {
      const journal = await aJournal(server, { wire });
      for (const expected of ['exists', { exact: 3 }] as const) {
        expect(faultIn(await journal.append('missing', expected, batchOf(1))())).toEqual({
          kind: 'Conflict',
          stream: 'missing',
          expected,
          actual: null,
        });
      }
    }
  });

  it('P11 a repeat that the server recognises without a position is answered with one, and held against the content', async () => {
    const server = await aServer();
    const [one, other] = [await aJournal(server), await aJournal(server, { at: later })];
    // The other knows that there is no such stream, and so does not look again before it writes.
    faultIn(await other.append('case-1', 'exists', batchOf(1))());
    const events = batchOf(2);
    const first = written(await one.append('case-1', 'none', events)());
    const changed = events.map((event) => ({ ...event, data: { changed: true } }));
    expect(written(await other.append('case-1', 'none', events)())).toEqual({ ...first, repeated: true });
    const third = await aJournal(server, { at: later });
    expect(faultIn(await third.append('case-1', 'none', changed)())).toMatchObject({ kind: 'IdReused' });
    await holdsJust(server, 'case-1', events);
  });

  it('P12 a name and password that would not be sent are refused, and the call is the one that was chosen', async () => {
    const server = await aServer();
    const secret = 'mật-khẩu';
    const refusal = faultIn(await opening(`esdb://admin:${secret}@127.0.0.1:${server.port}?tls=false`));
    expect(refusal).toMatchObject({ kind: 'BadInput', at: 'connection' });
    expect(JSON.stringify(refusal)).not.toContain(secret);
    written(await (await aJournal(server)).append('case-1', 'none', batchOf(1))());
    expect([server.called('Append'), server.called('BatchAppend request')]).toEqual([1, 0]);
    written(await (await aJournal(server, { wire: 'batch-append' })).append('case-2', 'none', batchOf(1))());
    expect([server.called('Append'), server.called('BatchAppend request')]).toEqual([1, 1]);
  });
});
