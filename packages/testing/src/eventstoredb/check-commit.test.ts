import { describe, expect, it } from 'vitest';
import { type Belief, checkCommit, type Decision, emptyIdTable, type IdTable, remember } from './check-commit.js';
import { type EventLog, emptyLog, NEVER, write, writeMetadata, writeTombstone } from './event-log.js';

const NOW = Date.UTC(2023, 6, 10);
const NONE = new Uint8Array();
const WRITE: Decision = { kind: 'write' };
const wrong = (actual: number | undefined): Decision => ({ kind: 'wrong-version', actual });

const proposed = (id: string) => ({
  id,
  type: 'T',
  contentType: 'application/octet-stream',
  data: NONE,
  metadata: NONE,
});

type Node = Readonly<{ log: EventLog; ids: IdTable }>;

/** Writes batches to the stream `s`, and remembers their ids as a node does. */
const holding = (...batches: readonly (readonly string[])[]): Node => {
  const [log, ids] = [emptyLog(), emptyIdTable()];
  for (const batch of batches) {
    for (const { id, stream, revision, position } of write(log, 's', batch.map(proposed), NOW)) {
      remember(ids, id, { stream, revision, position });
    }
  }
  return { log, ids };
};

const asked = ({ log, ids }: Node, belief: Belief, eventIds: readonly string[], stream = 's'): Decision =>
  checkCommit(log, ids, stream, belief, eventIds);

const restarted = ({ log }: Node): Node => ({ log, ids: emptyIdTable() });
const oneByOne = (...ids: readonly string[]): Node => holding(...ids.map((id) => [id]));
const positionIn = ({ log }: Node, revision: number): number => log.streams.get('s')?.[revision]?.position ?? -1;

describe('whether the server writes, repeats or refuses, row by row', () => {
  it('event 0 alone, 0 with `none`: the same result, from the log, so without a position', () => {
    expect(asked(oneByOne('0'), 'none', ['0'])).toEqual({ kind: 'repeated', last: 0 });
    expect(asked(restarted(oneByOne('0')), 'none', ['0'])).toEqual({ kind: 'repeated', last: 0 });
  });
  it('event 0 alone, 0 with `any`: the same result while the table remembers it', () => {
    const node = oneByOne('0');
    expect(asked(node, 'any', ['0'])).toEqual({ kind: 'repeated', last: 0, position: positionIn(node, 0) });
  });
  it('event 0 alone, 0 with `any` after a restart: written again', () => {
    expect(asked(restarted(oneByOne('0')), 'any', ['0'])).toEqual(WRITE);
  });
  it('event 0 alone, 0 with exact 0, the head: written again', () => {
    expect(asked(oneByOne('0'), { exact: 0 }, ['0'])).toEqual(WRITE);
  });
  it('0 to 5 one by one, 0 with `none`: the same result', () => {
    expect(asked(oneByOne('0', '1', '2', '3', '4', '5'), 'none', ['0'])).toEqual({ kind: 'repeated', last: 0 });
  });
  it('0 to 5, 0 with `any`: the same result', () => {
    expect(asked(oneByOne('0', '1', '2', '3', '4', '5'), 'any', ['0'])).toMatchObject({ kind: 'repeated', last: 0 });
  });
  it('0 to 4, 0 with the exact head: written again', () => {
    expect(asked(oneByOne('0', '1', '2', '3', '4'), { exact: 4 }, ['0'])).toEqual(WRITE);
  });
  it('0 to 5, 0 with an exact revision inside or beyond: wrong version', () => {
    const node = oneByOne('0', '1', '2', '3', '4', '5');
    expect(asked(node, { exact: 2 }, ['0'])).toEqual(wrong(5));
    expect(asked(node, { exact: 9 }, ['0'])).toEqual(wrong(5));
  });
  it('a batch of 0 and 1, its beginning or its end: the same result', () => {
    const node = holding(['0', '1']);
    expect(asked(node, 'none', ['0'])).toEqual({ kind: 'repeated', last: 0 });
    expect(asked(node, 'any', ['0'])).toMatchObject({ kind: 'repeated', last: 0 });
    expect(asked(node, { exact: 0 }, ['1'])).toEqual({ kind: 'repeated', last: 1 });
    expect(asked(node, 'any', ['1'])).toMatchObject({ kind: 'repeated', last: 1 });
  });
  it('a batch of 0 and 1; 0, 1 and 2 with `none` or `any`: refused', () => {
    const node = holding(['0', '1']);
    expect(asked(node, 'none', ['0', '1', '2'])).toEqual(wrong(1));
    expect(asked(node, 'any', ['0', '1', '2'])).toEqual(wrong(1));
  });
  it('the same id in another stream: written', () => {
    expect(asked(oneByOne('0'), 'none', ['0'], 'other')).toEqual(WRITE);
    expect(asked(oneByOne('0'), 'any', ['0'], 'other')).toEqual(WRITE);
  });
  it('the same id twice in one batch: written', () => {
    expect(asked(holding(), 'none', ['0', '0'])).toEqual(WRITE);
  });
  it('an id that the table had no room for: written again by `any`', () => {
    const { log } = oneByOne('0', '1', '2');
    const ids = emptyIdTable(2);
    for (const { id, stream, revision, position } of log.all) remember(ids, id, { stream, revision, position });
    expect(asked({ log, ids }, 'any', ['0'])).toEqual(WRITE);
    expect(asked({ log, ids }, 'any', ['1'])).toMatchObject({ kind: 'repeated', last: 1 });
  });
});

describe('what is expected of a stream', () => {
  it('is held against a stream that is not there', () => {
    const node = holding();
    expect(['any', 'none', 'exists', { exact: 0 }].map((belief) => asked(node, belief as Belief, ['0']))).toEqual([
      WRITE,
      WRITE,
      wrong(undefined),
      wrong(undefined),
    ]);
  });
  it('finds a stream that has only metadata to exist', () => {
    const node = holding();
    writeMetadata(node.log, 's', 'm', '{"$acl":{}}', NOW);
    expect(asked(node, 'exists', ['0'])).toEqual(WRITE);
    expect(asked(node, 'none', ['0'])).toEqual(WRITE);
  });
  it('finds a stream that was deleted softly not to exist, and to begin again', () => {
    const node = oneByOne('0', '1');
    writeMetadata(node.log, 's', 'm', `{"$tb":${NEVER}}`, NOW);
    expect(asked(node, 'exists', ['2'])).toEqual(wrong(1));
    expect(asked(node, 'none', ['2'])).toEqual(WRITE);
    expect(asked(node, { exact: 1 }, ['2'])).toEqual(WRITE);
  });
  it('refuses a stream that was ended for good, whatever is expected', () => {
    const node = oneByOne('0');
    writeTombstone(node.log, 's', 't', NOW);
    for (const belief of ['any', 'none', 'exists', { exact: 0 }] as const) {
      expect(asked(node, belief, ['1'])).toEqual({ kind: 'deleted' });
    }
  });
});
