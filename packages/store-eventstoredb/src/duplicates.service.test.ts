/**
 * The same batch by several journals at once, each with its own memory and clock, as the processes of a cluster have: it is
 * written once, whoever wins, whatever each expects, and everybody hears where it stands.
 */
import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wire } from './driver.js';
import { aJournal, aServer, batchOf, cleanUp, faultIn, holdsJust, written } from './trial/harness.js';

cleanUp();

const HOURS = ['01', '02', '03', '04'].map((hour) => `2023-07-10T${hour}:00:00.000Z`);

describe.each<Wire>(['append', 'batch-append'])('the same batch by four journals at once, by %s', (wire) => {
  it.each(['none', 'any'] as const)('is written once to a new stream, expecting `%s`', async (expected) => {
    const server = await aServer();
    const journals = await Promise.all(HOURS.map((at) => aJournal(server, { wire, at, timeout: 5_000 })));
    const all: Readonly<{ id: string }>[] = [];
    for (let round = 0; round < 25; round += 1) {
      const events = batchOf(1 + (round % 3));
      all.push(...events);
      const stream = `case-${round}`;
      const answers = await Promise.all(journals.map((journal) => journal.append(stream, expected, events)()));
      const appended = answers.map(written);
      expect(new Set(appended.map(({ position }) => position)).size).toBe(1);
      expect(appended.filter(({ repeated }) => !repeated).length).toBe(1);
    }
    const reader = await aJournal(server);
    const fed = await reader.feed()();
    expect(E.isRight(fed) && fed.right.events.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('is written once to a stream that grows, at the exact head and at any', async () => {
    const server = await aServer();
    const journals = await Promise.all(HOURS.map((at) => aJournal(server, { wire, at, timeout: 5_000 })));
    const all: Readonly<{ id: string }>[] = [];
    for (let round = 0; round < 25; round += 1) {
      const events = batchOf(2);
      const exact = all.length - 1;
      all.push(...events);
      const answers = await Promise.all(
        journals.map((journal, index) =>
          journal.append('case-1', round === 0 || index % 2 === 0 ? 'any' : { exact }, events)(),
        ),
      );
      expect(answers.map(written).filter(({ repeated }) => !repeated).length).toBe(1);
      // At the exact head the server itself would write it again.
      const again = await Promise.all(
        journals.map((journal) => journal.append('case-1', { exact: all.length - 1 }, events)()),
      );
      expect(again.map(written).every(({ repeated }) => repeated)).toBe(true);
    }
    await holdsJust(server, 'case-1', all);
  });

  it('with another content is refused to all but one', async () => {
    const server = await aServer();
    const journals = await Promise.all(HOURS.map((at) => aJournal(server, { wire, at, timeout: 5_000 })));
    for (let round = 0; round < 25; round += 1) {
      const events = batchOf(2);
      const answers = await Promise.all(
        journals.map((journal, index) =>
          journal.append(
            `case-${round}`,
            'none',
            events.map((event) => ({ ...event, data: { index } })),
          )(),
        ),
      );
      expect(answers.filter(E.isRight).length).toBe(1);
      expect(answers.filter(E.isLeft).map(faultIn)).toEqual(
        Array.from({ length: 3 }, () => expect.objectContaining({ kind: 'IdReused' })),
      );
    }
  });
});

describe('whatever strikes on the way, in whatever order', () => {
  const aStroke = fc.constantFrom(
    { kind: 'silent', on: 'append' },
    { kind: 'silent', on: 'append', commits: true },
    { kind: 'late', on: 'append', ms: 150 },
    { kind: 'late', on: 'append', ms: 150, commits: true },
    { kind: 'commit-then-reset', on: 'append' },
    { kind: 'reset', on: 'append' },
    { kind: 'reset', on: 'read' },
    { kind: 'silent', on: 'read' },
    { kind: 'break-off', on: 'read', after: 0 },
    { kind: 'unknown-error', on: 'append' },
    undefined,
  );

  it('a writer who asks until it is settled writes each batch once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(aStroke, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Wire>('append', 'batch-append'),
        async (strokes, wire) => {
          const server = await aServer();
          const journal = await aJournal(server, { wire, timeout: 100, patience: 200 });
          const all: Readonly<{ id: string }>[] = [];
          for (const round of strokes) {
            const events = batchOf(2);
            for (const stroke of round) if (stroke !== undefined) server.faults.strike(stroke as never);
            for (let tries = 0; ; tries += 1) {
              const answer = await journal.append('case-1', 'any', events)();
              if (E.isRight(answer)) break;
              const { kind } = answer.left;
              expect(['OutcomeUnknown', 'Unavailable']).toContain(kind);
              expect(tries).toBeLessThan(60);
            }
            server.faults.clear();
            all.push(...events);
          }
          await new Promise((go) => setTimeout(go, 160));
          await holdsJust(server, 'case-1', all);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
