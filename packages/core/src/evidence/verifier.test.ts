import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../values/plain-date.js';
import { canonical, type JsonValue } from './canonical.js';
import { digest, GENESIS, hashedText, link } from './chain.js';
import type { Chained } from './event-line.js';
import type { Finding } from './finding.js';
import { EMPTY_TREE, rootOf, withLeaf } from './merkle.js';
import { verifier } from './verifier.js';
import { verifyEvents } from './verify.js';

const said = (n: number, more: object = {}) => ({
  id: `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`,
  type: 'Noted',
  schema: 1,
  occurredAt: '2024-08-29T05:00:00.000Z',
  actor: { id: 'officer-1', role: 'clerk' },
  causation: 'c',
  correlation: 'p-1',
  data: { name: 'Lò Thị Pành', n },
  ...more,
});
const at = (n: number): Instant => `2024-08-29T05:00:00.${String(n).padStart(3, '0')}Z` as Instant;

type Kept = Readonly<{ event: Chained; text: string; line: string }>;

/** A feed of as many streams as there are letters, in the order of the letters. */
const feedOf = (order: string, more: object = {}): readonly Kept[] => {
  const heads = new Map<string, Parameters<typeof link>[1]>();
  return Array.from(order, (letter, n) => {
    const stream = `birth-${letter}`;
    const [linked] = link(stream, heads.get(stream), [said(n, more)], at(n));
    if (linked === undefined) throw new Error('one was linked');
    heads.set(stream, linked.event);
    const event = { ...linked.event, position: String(n + 1).padStart(16, '0') };
    return { event, text: linked.text, line: canonical(event as unknown as JsonValue) };
  });
};

const relinked = (event: Chained, change: object): Chained => {
  const { hash: _, ...changed } = { ...event, ...change } as Chained;
  return { ...changed, hash: digest(hashedText({ ...changed, hash: '' })) } as Chained;
};

const rootAt = (feed: readonly Kept[]): string =>
  rootOf(feed.reduce((tree, { event }) => withLeaf(tree, event.hash), EMPTY_TREE));

const lineOf = (event: Chained): string => canonical(event as unknown as JsonValue);

/** What all three ways of looking say; they must say the same. */
const findingOf = (events: readonly Chained[], options: Parameters<typeof verifier>[0] = {}): Finding | undefined => {
  const [byEvent, byLine, byText] = [verifier(options), verifier(options), verifier(options)];
  for (const event of events) {
    byEvent.event(event);
    byLine.line(lineOf(event));
    byText.text({ text: hashedText(event), hash: event.hash, position: event.position });
  }
  const finding = byEvent.end();
  expect(byLine.end()).toEqual(finding);
  expect(byText.end()).toEqual(finding);
  return finding;
};

const feed = feedOf('abacabbca');
const events = feed.map(({ event }) => event);
const place = (n: number) => {
  const { stream, revision, position } = events[n] as Chained;
  return { index: n, stream, revision, position };
};

describe('the verifier (bộ kiểm chứng)', () => {
  it('finds nothing in a feed that is whole, and says its root', async () => {
    expect(findingOf(events)).toBeUndefined();
    const verdict = await verifyEvents([events.slice(0, 4), events.slice(4)]);
    expect(verdict).toEqual({ complete: true, size: 9, root: rootAt(feed), vouched: [] });
    expect(await verifyEvents([])).toMatchObject({ complete: true, size: 0 });
  });

  it('takes events of every form that is stored', () => {
    const onBehalf = feedOf('aab', { onBehalfOf: { id: 'x', role: 'applicant' } });
    const odd = feedOf('aab', { data: { hash: '0'.repeat(64), position: '1', text: '"previous":"' }, z: { v: 1 } });
    for (const other of [onBehalf, odd]) expect(findingOf(other.map(({ event }) => event))).toBeUndefined();
  });

  it.each([
    ['HASH_MISMATCH', 'content', 3, (e: Chained[]) => e.with(3, { ...e[3], data: { n: 1 } } as unknown as Chained)],
    ['HASH_MISMATCH', 'content', 3, (e: Chained[]) => e.with(3, { ...(e[3] as Chained), hash: 'f'.repeat(64) })],
    [
      'PREV_MISMATCH',
      'previous',
      2,
      (e: Chained[]) => e.with(0, relinked(e[0] as Chained, { actor: { id: 'x', role: 'y' } })),
    ],
    [
      'PREV_MISMATCH',
      'previous',
      0,
      (e: Chained[]) => e.with(0, relinked(e[0] as Chained, { previous: '1'.repeat(64) })),
    ],
    ['PREV_MISMATCH', 'previous', 4, (e: Chained[]) => e.with(4, relinked(e[4] as Chained, { previous: GENESIS }))],
    ['SEQ_GAP', 'revision', 4, (e: Chained[]) => e.with(4, relinked(e[4] as Chained, { revision: 9 }))],
    ['SEQ_GAP', 'position', 1, (e: Chained[]) => e.with(1, { ...(e[1] as Chained), position: '0' })],
    [
      'SEQ_GAP',
      'position',
      1,
      (e: Chained[]) => e.with(1, { ...(e[1] as Chained), position: (e[0] as Chained).position }),
    ],
    ['SEQ_GAP', 'recorded-time', 8, (e: Chained[]) => e.with(8, relinked(e[8] as Chained, { recordedAt: at(0) }))],
  ] as const)('names %s (%s) at event %i', (kind, because, index, change) => {
    const finding = findingOf(change([...events]));
    expect(finding).toMatchObject({ kind, because, at: { index } });
    expect(finding?.at.stream).toBe(events[index]?.stream);
  });

  it('names the first event after one that was taken away, doubled or swapped', () => {
    expect(findingOf(events.toSpliced(2, 1))).toEqual({
      kind: 'SEQ_GAP',
      because: 'revision',
      at: { ...place(4), index: 3 },
    });
    expect(findingOf(events.toSpliced(3, 0, events[2] as Chained))).toMatchObject({
      kind: 'SEQ_GAP',
      at: { index: 3 },
    });
    const swapped = events.with(1, events[2] as Chained).with(2, events[1] as Chained);
    expect(findingOf(swapped)).toMatchObject({ kind: 'SEQ_GAP', because: 'position', at: { index: 2 } });
  });

  it('stops at the first finding and stays with it', () => {
    const run = verifier();
    for (const event of events.toSpliced(2, 1)) run.event(event);
    expect(run.end()).toBe(run.event(events[0] as Chained));
    expect(run.size()).toBe(3);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['an event of another version', lineOf({ ...events[0], v: 2 } as unknown as Chained)],
    ['an event without its hash', lineOf({ ...events[0], hash: 'short' } as Chained)],
    ['a space before it', ` ${feed[0]?.line}`],
    ['a key twice', feed[0]?.line.replace('{', '{"actor":{},') as string],
    ['another order of keys', JSON.stringify(Object.fromEntries(Object.entries(events[0] as Chained).reverse()))],
    ['half a sign', feed[0]?.line.replace('Pành', '\\ud800') as string],
    ['another spelling of a sign', feed[0]?.line.replace('à', '\\u00e0') as string],
    ['another spelling of a number', feed[0]?.line.replace('"n":0', '"n":0.0') as string],
  ])('says of a line that it is not canonical: %s', (_, line) => {
    const run = verifier();
    expect(run.line(line)).toEqual({ kind: 'NOT_CANONICAL', because: 'line', at: { index: 0 } });
  });

  it('says of a kept text that is no event that it is none, and where its hash differs that it does', () => {
    const { text, event } = feed[0] as Kept;
    const keptAs = (other: string, hash = digest(other)) =>
      verifier().text({ text: other, hash, position: event.position });
    expect(keptAs('{')).toMatchObject({ kind: 'NOT_CANONICAL' });
    expect(keptAs('[]')).toMatchObject({ kind: 'NOT_CANONICAL' });
    expect(keptAs(text, 'f'.repeat(64))).toMatchObject({ kind: 'HASH_MISMATCH' });
    expect(keptAs(text.replace('"v":1', '"v":2'))).toMatchObject({ kind: 'NOT_CANONICAL' });
  });

  it('repeats no more of an altered event than looks like a name of ours', () => {
    const run = verifier();
    const finding = run.event({ ...(events[0] as Chained), stream: 'Lò Thị Pành', position: 'Lò Thị Pành' });
    expect(finding).toEqual({ kind: 'HASH_MISMATCH', because: 'content', at: { index: 0, revision: 0 } });
  });

  it('goes on from where it stopped as if it had not', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.option(fc.nat(8)), (stop, broken) => {
        const told =
          broken === null ? events : events.with(broken, { ...(events[broken] as Chained), hash: 'a'.repeat(64) });
        const first = verifier();
        for (const event of told.slice(0, stop)) first.event(event);
        const second = verifier({ from: first.verified() });
        if (first.end() !== undefined) return;
        for (const event of told.slice(stop)) second.event(event);
        expect(second.end()).toEqual(findingOf(told));
        expect(first.size()).toBe(stop);
        if (broken === null) expect(second.root()).toBe(rootAt(feed));
      }),
    );
  });

  it('is given the hashes of the platform, and uses them', () => {
    let [texts, nodes] = [0, 0];
    const counting = verifier({
      digest: (text) => {
        texts += 1;
        return digest(text);
      },
      sha256: () => {
        nodes += 1;
        return new Uint8Array(32);
      },
    });
    for (const event of events) counting.event(event);
    expect({ texts, nodes: nodes >= 9, end: counting.end() }).toEqual({ texts: 9, nodes: true, end: undefined });
  });
});

describe('checkpoints that a journal is held against', () => {
  const checkpoint = (size: number, root = rootAt(feed.slice(0, size))) => ({ origin: 'log', size, root });

  it('agree with the log at every size', () => {
    const all = Array.from({ length: 10 }, (_, size) => checkpoint(size));
    expect(findingOf(events, { checkpoints: all })).toBeUndefined();
    expect(findingOf([], { checkpoints: [checkpoint(0)] })).toBeUndefined();
  });

  it('of more events tell that the end is gone', () => {
    expect(findingOf(events.slice(0, 7), { checkpoints: [checkpoint(4), checkpoint(9)] })).toEqual({
      kind: 'CHECKPOINT_REGRESSED',
      because: 'count',
      origin: 'log',
      at: { index: 7 },
    });
  });

  it('of as many events, or of fewer, tell of another story', () => {
    const other = feedOf('abacabbca', { type: 'Other' });
    for (const size of [0, 4, 9]) {
      const root = size === 0 ? rootAt(other) : rootAt(other.slice(0, size));
      expect(findingOf(events, { checkpoints: [checkpoint(size, root)] })).toEqual({
        kind: 'FORK',
        because: 'root',
        origin: 'log',
        at: { index: Math.max(0, size - 1) },
      });
    }
  });

  it('are asked again where another verification had stopped', () => {
    const first = verifier();
    for (const event of events) first.event(event);
    expect(verifier({ from: first.verified(), checkpoints: [checkpoint(9)] }).end()).toBeUndefined();
    expect(verifier({ from: first.verified(), checkpoints: [checkpoint(9, rootAt([]))] }).end()?.kind).toBe('FORK');
  });
});
