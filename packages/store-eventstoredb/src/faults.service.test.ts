/** What can go wrong on the way to a server that is somewhere else (K): nothing lost, nothing twice, and the fault has a name. */
import { E } from '@lienthong/core/fp';
import { emptyLog } from '@lienthong/testing/eventstoredb';
import { describe, expect, it } from 'vitest';
import type { Wire } from './driver.js';
import { pause } from './time.js';
import {
  aJournal,
  aServer,
  batchOf,
  cleanUp,
  faultIn,
  holdsJust,
  LATER,
  UNKNOWN,
  unavailable,
  written,
} from './trial/harness.js';

cleanUp();

const wires: readonly Wire[] = ['append', 'batch-append'];

describe.each(wires)('what goes wrong on the way, by %s', (wire) => {
  it('K1 no reply, and nothing done: the outcome is unknown, and the same batch again is written once', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire });
    const events = batchOf(3);
    server.faults.strike({ kind: 'silent', on: 'append' });
    expect(faultIn(await journal.append('case-1', 'none', events)())).toEqual(UNKNOWN);
    await holdsJust(server, 'case-1', []);
    expect(written(await journal.append('case-1', 'none', events)())).toMatchObject({ revision: 2, repeated: false });
    await holdsJust(server, 'case-1', events);
  });

  it('K1 no reply, but done: what stands there is the answer', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire });
    const [first, second] = [batchOf(3), batchOf(2)];
    server.faults.strike({ kind: 'silent', on: 'append', commits: true }, 2);
    expect(written(await journal.append('case-1', 'none', first)())).toMatchObject({ revision: 2, created: true });
    expect(written(await journal.append('case-1', { exact: 2 }, second)())).toMatchObject({ revision: 4 });
    await holdsJust(server, 'case-1', [...first, ...second]);
  });

  it('K2 a reply after the deadline, of what was done in time', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire });
    const events = batchOf(2);
    server.faults.strike({ kind: 'late', on: 'append', ms: LATER, commits: true });
    expect(written(await journal.append('case-1', 'any', events)())).toMatchObject({ revision: 1, repeated: false });
    await pause(LATER);
    expect(written(await journal.append('case-1', { exact: 1 }, events)()).repeated).toBe(true);
    await holdsJust(server, 'case-1', events);
  });

  it('K2 what is done after the deadline is found by whoever asks again', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire });
    const events = batchOf(2);
    server.faults.strike({ kind: 'late', on: 'append', ms: LATER });
    expect(faultIn(await journal.append('case-1', 'none', events)())).toEqual(UNKNOWN);
    await expect.poll(() => server.log.all.length, { timeout: 10_000 }).toBe(2);
    expect(written(await journal.append('case-1', 'none', events)())).toMatchObject({ revision: 1, repeated: true });
    await holdsJust(server, 'case-1', events);
  });

  it('K2 what comes after the deadline, and after another, is refused by the server', async () => {
    const server = await aServer();
    const [journal, other] = [await aJournal(server, { wire }), await aJournal(server, { wire })];
    const [events, faster] = [batchOf(2), batchOf(1)];
    server.faults.strike({ kind: 'late', on: 'append', ms: LATER });
    expect(faultIn(await journal.append('case-1', 'none', events)())).toEqual(UNKNOWN);
    written(await other.append('case-1', 'none', faster)());
    await pause(LATER);
    await holdsJust(server, 'case-1', faster);
    expect(faultIn(await journal.append('case-1', 'none', events)())).toMatchObject({ kind: 'Conflict', actual: 0 });
  });

  it('K5 done, and the connection cut before the reply', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire, patience: 3_000 });
    const events = batchOf(3);
    server.faults.strike({ kind: 'commit-then-reset', on: 'append' });
    expect(written(await journal.append('case-1', 'any', events)())).toMatchObject({ revision: 2 });
    await holdsJust(server, 'case-1', events);
  });

  it('K5 the connection cut before anything was done, also in the middle of a large batch', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire, patience: 3_000, timeout: 5_000 });
    const events = batchOf(2_000);
    server.faults.strike({ kind: 'reset', on: 'append' });
    const appending = journal.append('case-1', 'none', events)();
    setTimeout(() => server.cut(), 5);
    const answer = await appending;
    if (E.isLeft(answer)) expect(answer.left).toEqual(UNKNOWN);
    await expect
      .poll(async () => E.isRight(await journal.append('case-1', 'none', events)()), { timeout: 20_000 })
      .toBe(true);
    await holdsJust(server, 'case-1', events);
  });

  it('K6 a node that does not lead names the one that does, and the client goes there', async () => {
    const log = emptyLog();
    const leader = await aServer({ log });
    const follower = await aServer({ log, leader: () => ({ address: leader.address, port: leader.port }) });
    const journal = await aJournal(follower, { wire });
    const events = batchOf(2);
    expect(written(await journal.append('case-1', 'none', events)())).toMatchObject({ revision: 1 });
    await holdsJust(leader, 'case-1', events);
  });

  it('K6 a leader that resigns in the middle', async () => {
    const log = emptyLog();
    const [first, second] = [await aServer({ log }), await aServer({ log })];
    const journal = await aJournal(first, { wire });
    const [one, two] = [batchOf(1), batchOf(1)];
    written(await journal.append('case-1', 'none', one)());
    first.faults.strike({ kind: 'not-leader', on: 'append', leader: { address: second.address, port: second.port } });
    expect(written(await journal.append('case-1', 'any', two)())).toMatchObject({ revision: 1, repeated: false });
    await holdsJust(second, 'case-1', [...one, ...two]);
  });

  it('K7 a server without batch append', async () => {
    const server = await aServer({ batchAppend: false });
    const journal = await aJournal(server, { wire });
    const events = batchOf(2);
    expect(written(await journal.append('case-1', 'none', events)())).toMatchObject({ revision: 1 });
    expect(server.called('Append')).toBe(1);
    await holdsJust(server, 'case-1', events);
  });

  it('K8 a clock ahead of ours: what the server finds too late is never written twice', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire });
    const events = batchOf(2);
    server.faults.strike({ kind: 'clock-ahead', on: 'append', ms: 3_600_000 }, 9);
    const answer = await journal.append('case-1', 'none', events)();
    // A single append has a term that counts from its arrival; a batch append names an hour of the clock.
    if (wire === 'append') expect(written(answer)).toMatchObject({ revision: 1, repeated: false });
    else expect(faultIn(answer)).toEqual(UNKNOWN);
    server.faults.clear();
    expect(written(await journal.append('case-1', 'none', events)()).revision).toBe(1);
    await holdsJust(server, 'case-1', events);
  });

  it('K10 more than the server takes at once is bad input, and none of it is written', async () => {
    const server = await aServer({ maxAppendSize: 2_000 });
    const journal = await aJournal(server, { wire });
    const large = batchOf(1, { data: { text: 'x'.repeat(2_000) } });
    expect(faultIn(await journal.append('case-1', 'none', large)())).toMatchObject({ kind: 'BadInput', at: 'events' });
    await holdsJust(server, 'case-1', []);
  });

  it('K11 an error that the client was not taught leaves the outcome open until it is settled', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire });
    const events = batchOf(2);
    server.faults.strike({ kind: 'unknown-error', on: 'append' }, 99);
    expect(faultIn(await journal.append('case-1', 'none', events)())).toEqual(UNKNOWN);
    server.faults.clear();
    server.faults.strike({ kind: 'unknown-error', on: 'append' });
    expect(written(await journal.append('case-1', 'none', events)())).toMatchObject({ repeated: false });
    await holdsJust(server, 'case-1', events);
  });

  it('K12 fields of a later protocol are passed over', async () => {
    const server = await aServer({ unknownFields: true });
    const journal = await aJournal(server, { wire });
    const events = batchOf(2);
    written(await journal.append('case-1', 'none', events)());
    expect(faultIn(await journal.append('case-1', 'none', batchOf(1))())).toMatchObject({
      kind: 'Conflict',
      actual: 1,
    });
    await holdsJust(server, 'case-1', events);
  });
});

describe('replies that only a batch append can get', () => {
  it('K3 the same reply twice', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire: 'batch-append' });
    const [one, two] = [batchOf(2), batchOf(1)];
    server.faults.strike({ kind: 'duplicate-reply', on: 'append' });
    written(await journal.append('case-1', 'none', one)());
    written(await journal.append('case-1', 'any', two)());
    await holdsJust(server, 'case-1', [...one, ...two]);
  });

  it('K4 a reply to a question nobody asked', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { wire: 'batch-append' });
    const [one, two] = [batchOf(2), batchOf(1)];
    server.faults.strike({ kind: 'stranger-reply', on: 'append' });
    written(await journal.append('case-1', 'none', one)());
    written(await journal.append('case-1', 'any', two)());
    await holdsJust(server, 'case-1', [...one, ...two]);
  });
});

describe('what goes wrong while reading', () => {
  const written20 = async () => {
    const server = await aServer();
    const journal = await aJournal(server);
    const events = batchOf(20);
    written(await journal.append('case-1', 'none', events)());
    return { server, journal, ids: events.map(({ id }) => id) };
  };

  it('K9 a server that is slow, but not silent, is heard to the end', async () => {
    const { server, journal, ids } = await written20();
    server.faults.strike({ kind: 'trickle', on: 'read', ms: 30 });
    const page = await journal.read('case-1')();
    expect(E.isRight(page) && page.right.events.map(({ id }) => id)).toEqual(ids);
  });

  it('K9 a thousand large events wait for a reader who is slow', async () => {
    const server = await aServer();
    const journal = await aJournal(server, { timeout: 5_000 });
    const large = { data: { text: 'x'.repeat(20_000) } };
    for (const exact of [-1, 499]) {
      const expected = exact < 0 ? ('none' as const) : { exact };
      written(await journal.append('case-1', expected, batchOf(500, large))());
    }
    const pages = await Promise.all(Array.from({ length: 4 }, () => journal.read('case-1')()));
    expect(pages.map((page) => E.isRight(page) && page.right.events.length)).toEqual([1000, 1000, 1000, 1000]);
  });

  it('K10 a message larger than the client takes is a fault, and the journal serves on', async () => {
    const { server, ids } = await written20();
    const journal = await aJournal(server, { timeout: 10_000 });
    server.faults.strike({ kind: 'oversized-message', on: 'read' });
    expect(faultIn(await journal.read('case-1')())).toEqual(unavailable('malformed-answer'));
    const page = await journal.read('case-1')();
    expect(E.isRight(page) && page.right.events.length).toBe(ids.length);
  });

  it('an answer that breaks off is asked for again, never shown in part', async () => {
    const { server, journal, ids } = await written20();
    server.faults.strike({ kind: 'break-off', on: 'read', after: 7 });
    const page = await journal.read('case-1')();
    expect(E.isRight(page) && page.right.events.map(({ id }) => id)).toEqual(ids);
    server.faults.strike({ kind: 'break-off', on: 'read', after: 7 }, 99);
    expect(faultIn(await journal.read('case-1')())).toEqual(unavailable('unreachable'));
    expect(faultIn(await journal.feed()())).toEqual(unavailable('unreachable'));
  });

  it('a server that is gone is unreachable: nothing was sent, so nothing is unknown', async () => {
    const { server, journal } = await written20();
    await server.stop();
    expect(faultIn(await journal.read('case-1')())).toEqual(unavailable('unreachable'));
    expect(faultIn(await journal.append('case-9', 'none', batchOf(1))())).toEqual(unavailable('unreachable'));
    await server.restart().catch(() => undefined);
  });
});
