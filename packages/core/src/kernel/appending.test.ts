import { describe, expect, it } from 'vitest';
import { link } from '../evidence/chain.js';
import { E } from '../fp.js';
import { checkAppend, judgeAppend } from './appending.js';
import type { NewEvent, StoredEvent } from './envelope.js';
import { noon, numbered } from './harness/petition.js';
import type { Expected } from './journal.js';

const event = (count: number, said: Partial<NewEvent> = {}): NewEvent => ({
  id: numbered(count),
  type: 'Signed',
  schema: 1,
  occurredAt: noon,
  actor: { id: 'c-1', role: 'applicant' },
  causation: numbered(100 + count),
  correlation: 'p-1',
  data: { signer: `signer-${count}` },
  ...said,
});

/** A stream of three events, by id. */
const stored = link('petition-p-1', undefined, [event(0), event(1), event(2)], noon).map(
  (linked, at): StoredEvent => ({ ...linked.event, position: String(at) }),
);
const standing = (events: readonly NewEvent[]): ReadonlyMap<string, StoredEvent> =>
  new Map(stored.filter(({ id }) => events.some((each) => each.id === id)).map((each) => [each.id, each]));
const judge = (events: readonly NewEvent[], expected: Expected) =>
  judgeAppend('petition-p-1', expected, events, stored.length - 1, standing(events));

describe('an append', () => {
  it.each<readonly [string, Expected]>([
    ['at the head', { exact: 2 }],
    ['to what exists', 'exists'],
    ['without a belief', 'any'],
  ])('%s is written', (_, expected) => {
    expect(judge([event(3), event(4)], expected)).toEqual({ kind: 'write' });
  });

  it.each<readonly [string, Expected]>([
    ['behind the head', { exact: 1 }],
    ['beyond the head', { exact: 3 }],
    ['to a stream taken for missing', 'none'],
  ])('%s meets a conflict that names the head', (_, expected) => {
    expect(judge([event(3)], expected)).toEqual({ kind: 'Conflict', stream: 'petition-p-1', expected, actual: 2 });
  });

  it('of what stands there already is a repeat, whatever the writer believes by now', () => {
    for (const expected of ['none', 'any', { exact: 0 }, { exact: 2 }, { exact: 9 }] as const) {
      expect(judge([event(1), event(2)], expected)).toMatchObject({
        kind: 'repeated',
        last: { revision: 2 },
        created: false,
      });
    }
    expect(judge([event(0)], 'none')).toMatchObject({ kind: 'repeated', last: { revision: 0 }, created: true });
  });

  it.each<readonly [string, readonly NewEvent[], number]>([
    ['with other content', [event(1, { data: { signer: 'signer-9' } })], 1],
    ['of another actor', [event(1, { actor: { id: 'c-2', role: 'applicant' } })], 1],
    ['for somebody else', [event(1, { onBehalfOf: { id: 'c-3', role: 'relative' } })], 1],
    ['with more than stands there', [event(2), event(3)], 3],
    ['in another order', [event(2), event(1)], 2],
    ['with a gap', [event(0), event(2)], 0],
  ])('under ids that stand there, but %s, is refused', (_, events, id) => {
    expect(judge(events, 'any')).toEqual({ kind: 'IdReused', stream: 'petition-p-1', id: numbered(id) });
  });

  it('of what a store gave back is refused: revision and hash are not the writer’s to say', () => {
    const answer = checkAppend('petition-p-1', 'any', stored.slice(0, 1));
    expect(answer).toEqual(
      E.left({ kind: 'BadInput', at: 'events[0]', expected: 'what a writer says of an event, and no more' }),
    );
  });

  it.each<readonly [string, string]>([
    ['2024-08-29T05:00:00Z', 'without milliseconds'],
    ['2024-08-29T12:00:00.000+07:00', 'not in UTC'],
    ['2024-02-30T05:00:00.000Z', 'on no day'],
  ])('at %s, %s, is refused', (occurredAt) => {
    const events = [event(3, { occurredAt: occurredAt as NewEvent['occurredAt'] })];
    expect(checkAppend('petition-p-1', 'any', events)).toMatchObject(
      E.left({ kind: 'BadInput', at: 'events[0].occurredAt' }),
    );
  });
});
