import { describe, expect, it } from 'vitest';
import { emptyLog, lastRevision, readable, write, writeMetadata } from './event-log.js';
import { logNode } from './node.js';

const NOW = Date.UTC(2023, 6, 10);
const now = (): number => NOW;
const proposed = (id: string, size = 0) => ({
  id,
  type: 'T',
  contentType: 'application/octet-stream',
  data: new Uint8Array(size),
  metadata: new Uint8Array(),
});
const revisions = (events: ReturnType<typeof readable>): readonly number[] | undefined =>
  events?.map(({ revision }) => revision);

describe('a node', () => {
  it('numbers positions so that they rise, and are not dense', () => {
    const node = logNode({ log: emptyLog(), now });
    for (const id of ['0', '1', '2']) node.append('s', 'any', [proposed(id, 10)]);
    const positions = node.log.all.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
    expect(new Set(positions.map((position, index) => position - index)).size).toBe(3);
  });

  it('refuses an event or an append that is too large, and writes none of it', () => {
    const node = logNode({ log: emptyLog(), now, maxAppendSize: 100, maxEventSize: 60 });
    expect(node.append('s', 'any', [proposed('0', 61)])).toEqual({ kind: 'too-large', limit: 60 });
    expect(node.append('s', 'any', [proposed('0', 60), proposed('1', 41)])).toEqual({ kind: 'too-large', limit: 100 });
    expect(lastRevision(node.log, 's')).toBe(-1);
  });

  it('deletes softly: nothing is shown, and the numbers go on when somebody writes again', () => {
    const node = logNode({ log: emptyLog(), now });
    node.append('s', 'none', [proposed('0'), proposed('1')]);
    expect(node.softDelete('s', 'any', 'd')).toMatchObject({ kind: 'written' });
    expect(readable(node.log, 's', NOW)).toBeUndefined();
    expect(node.append('s', 'none', [proposed('2')])).toMatchObject({ kind: 'written', last: 2 });
    expect(revisions(readable(node.log, 's', NOW))).toEqual([2]);
    expect(node.append('s', 'none', [proposed('3')])).toMatchObject({ kind: 'wrong-version' });
  });

  it('ends a stream for good: nothing is written to it, and it is ended once', () => {
    const node = logNode({ log: emptyLog(), now });
    node.append('s', 'none', [proposed('0')]);
    expect(node.tombstone('s', { exact: 4 }, 't')).toMatchObject({ kind: 'wrong-version', actual: 0 });
    expect(node.tombstone('s', 'exists', 't')).toMatchObject({ kind: 'written' });
    expect(node.append('s', 'any', [proposed('1')])).toEqual({ kind: 'deleted' });
    expect(node.tombstone('s', 'any', 't')).toEqual({ kind: 'deleted' });
    expect(node.log.all.at(-1)?.type).toBe('$streamDeleted');
  });

  it('hides what the metadata of a stream hide: before a revision, beyond a count, older than an age', () => {
    const log = emptyLog();
    write(log, 's', [proposed('0'), proposed('1'), proposed('2'), proposed('3')], NOW);
    const shown = (json: string, atMs = NOW): readonly number[] | undefined => {
      writeMetadata(log, 's', 'm', json, NOW);
      return revisions(readable(log, 's', atMs));
    };
    expect(shown('{"$tb":3}')).toEqual([3]);
    expect(shown('{"$maxCount":2}')).toEqual([2, 3]);
    expect(shown('{"$maxAge":60}')).toEqual([0, 1, 2, 3]);
    expect(shown('{"$maxAge":60}', NOW + 61_000)).toEqual([]);
    expect(shown('no JSON')).toEqual([0, 1, 2, 3]);
  });
});
