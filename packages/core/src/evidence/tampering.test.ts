/**
 * Whatever is done to an archive of 10,000 events is found. The verifier is a fold, so a run over a changed file does, up to
 * the change, just what the run over the whole file did: it goes on from there, from a state that was kept every few
 * lines. Some of the runs are done from the first byte as well, and must say the same.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { digest, hashedText } from './chain.js';
import type { Finding } from './finding.js';
import { openCheckpoint, signCheckpoint } from './signed-checkpoint.js';
import { ed25519Signer } from './signing-keys.js';
import { textLines } from './text-lines.js';
import { archiveOf, bytesOf, headerOf, lineOf, type Stored, storedEvents } from './trial/an-archive.js';
import { type ArchiveProgress, archiveVerifier, openArchiveHead, verifyArchive } from './verify-archive.js';

const EVENTS = 10_000;
const KEPT_EVERY = 50;
const FROM_THE_START = 5;
/** A run costs some milliseconds: of many thousands a quarter, and never under a thousand, is enough. */
const asked = fc.readConfigureGlobal().numRuns ?? 1_000;
const runs = Math.min(asked, Math.max(1_000, Math.ceil(asked / 4)));

const events = storedEvents(EVENTS, (n) => ({ note: `sự kiện ${n}`, day: '2024-08-29', n }));
const lines = archiveOf(events);
const whole = bytesOf(lines);

/** Where each line begins. */
const starts: readonly number[] = (() => {
  const found = [0];
  for (let at = whole.indexOf(10); at >= 0; at = whole.indexOf(10, at + 1)) found.push(at + 1);
  return found;
})();
const lineAt = (offset: number): number => {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
};

const headOf = async (line: string) => {
  const head = await openArchiveHead({ whole: true, text: line });
  if (E.isLeft(head)) throw new Error('the first line is whole');
  return head.right;
};

/** The state after the first line and each fiftieth event. */
const kept = (async () => {
  const head = await headOf(lines[0] as string);
  const run = archiveVerifier(head);
  const states: ArchiveProgress[] = [];
  for (const [n, text] of lines.slice(1).entries()) {
    if (n % KEPT_EVERY === 0) states.push(run.progress());
    run.line({ whole: true, text });
  }
  expect(run.end()).toMatchObject({ complete: true, size: EVENTS });
  return { head, states };
})();

/** A change: what stands from `line` on, in pieces; the lines before it are as they were. */
type Changed = Readonly<{ line: number; rest: () => Iterable<Uint8Array> }>;

const PIECE = 16_384;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function* followed(first: Uint8Array, rest: Uint8Array): Generator<Uint8Array> {
  yield first;
  yield* piecesOf(rest);
}

function* piecesOfLines(changed: readonly string[]): Generator<Uint8Array> {
  for (let at = 0; at < changed.length; at += KEPT_EVERY) yield bytesOf(changed.slice(at, at + KEPT_EVERY));
}

function* wholeAgain({ line, rest }: Changed): Generator<Uint8Array> {
  yield* piecesOf(whole.subarray(0, starts[line]));
  yield* rest();
}

const verify = async (pieces: Iterable<Uint8Array>) => {
  const verdict = await verifyArchive(pieces);
  if (E.isLeft(verdict)) throw new Error(verdict.left.kind);
  return verdict.right;
};

const findingIn = async ({ line, rest }: Changed): Promise<Finding | undefined> => {
  if (line === 0) return (await verify(rest())).finding;
  const { head, states } = await kept;
  const from = Math.min(Math.floor((line - 1) / KEPT_EVERY), states.length - 1);
  const run = archiveVerifier(head, {}, states[from]);
  const before = whole.subarray(starts[from * KEPT_EVERY + 1], starts[line]);
  for await (const some of textLines([before])) for (const one of some) run.line(one);
  for await (const some of textLines(rest())) {
    for (const one of some) if (run.line(one) !== undefined) return run.end().finding;
  }
  return run.end().finding;
};

const withLines = (line: number, changed: readonly string[]): Changed => ({
  line,
  rest: () => piecesOfLines(changed.slice(line)),
});
const anyEvent = fc.nat(EVENTS - 1);
const line = (n: number): string => lines[n + 1] as string;

/** The same event with another content, and everything after it in its stream bound anew: what a careful forger does. */
const forged = (at: number, change: object): readonly string[] => {
  const { stream } = events[at] as Stored;
  let previous: string | undefined;
  return events.slice(at).map((event, n) => {
    if (event.stream !== stream) return line(at + n);
    const { hash: _, ...said } = {
      ...event,
      ...(n === 0 ? change : {}),
      ...(previous === undefined ? {} : { previous }),
    };
    const hash = digest(hashedText({ ...said, hash: '' }));
    previous = hash;
    return lineOf({ ...said, hash });
  });
};

const changes = {
  'one bit flipped': fc.tuple(fc.nat(whole.length - 1), fc.nat(7)).map(([offset, bit]): Changed => {
    const at = lineAt(offset);
    const rest = (): Iterable<Uint8Array> => {
      const bytes = whole.slice(starts[at], starts[at + 1]);
      const place = offset - (starts[at] as number);
      bytes[place] = (bytes[place] as number) ^ (1 << bit);
      return followed(bytes, whole.subarray(starts[at + 1]));
    };
    return { line: at, rest };
  }),
  'an event removed': anyEvent.map((n) => withLines(n + 1, lines.toSpliced(n + 1, 1))),
  'two events swapped': fc
    .tuple(anyEvent, anyEvent)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => withLines(Math.min(a, b) + 1, lines.with(a + 1, line(b)).with(b + 1, line(a)))),
  'an event inserted': fc
    .tuple(anyEvent, fc.nat(EVENTS))
    .map(([from, to]) => withLines(to + 1, lines.toSpliced(to + 1, 0, line(from)))),
  'the tail cut off': fc
    .oneof(fc.nat(whole.length - 1), fc.constantFrom(...starts.slice(0, -1)))
    .map((offset): Changed => {
      const at = lineAt(offset);
      return { line: at, rest: () => piecesOf(whole.subarray(starts[at], offset)) };
    }),
  'an event forged, with all that follows in its stream bound anew': anyEvent.map((n) => {
    const after = forged(n, { data: { note: 'khác', day: '2024-08-30', n } });
    return { line: n + 1, rest: () => piecesOfLines(after) };
  }),
  'an event forged and hashed anew': anyEvent.map((n) =>
    withLines(n + 1, lines.with(n + 1, forged(n, { data: { note: 'khác', day: '2024-08-30', n } })[0] as string)),
  ),
  'an event forged into a stream of its own': anyEvent.map((n) => {
    const [made] = storedEvents(1, () => ({ note: 'thêm' }));
    const { position } = events[n] as Stored;
    const between = `${position.slice(0, -1)}${Number(position.slice(-1)) + 1}`;
    const fresh = {
      ...(made as Stored),
      stream: 'birth-fresh',
      recordedAt: (events[n] as Stored).recordedAt,
      position: between,
    };
    const hash = digest(hashedText({ ...fresh, hash: '' }));
    return withLines(n + 2, lines.toSpliced(n + 2, 0, lineOf({ ...fresh, hash })));
  }),
};

/** What only the root finds has to be read to the end, some tenths of a second each time: it comes more seldom. */
const SELDOM = [
  'an event forged, with all that follows in its stream bound anew',
  'an event forged into a stream of its own',
];
const anyChange = fc.oneof(
  ...Object.entries(changes).map(([sort, arbitrary]) => ({ arbitrary, weight: SELDOM.includes(sort) ? 1 : 40 })),
);

describe('an archive of 10,000 events', () => {
  it('is whole as it is', async () => {
    expect(await verify([whole])).toMatchObject({ complete: true, size: EVENTS, root: headerOf(events).root });
  });

  it('has no place where a change goes unseen', async () => {
    const found: Record<string, number> = {};
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(anyChange, async (change) => {
        const finding = await findingIn(change);
        expect(finding).toBeDefined();
        const kind = finding?.kind ?? 'nothing';
        found[kind] = (found[kind] ?? 0) + 1;
        looked += 1;
        if (looked <= FROM_THE_START) expect((await verify(wholeAgain(change))).finding).toEqual(finding);
      }),
      { numRuns: runs },
    );
    // The changes are of every sort, and so are the findings.
    for (const kind of ['HASH_MISMATCH', 'PREV_MISMATCH', 'SEQ_GAP', 'ROOT_MISMATCH', 'NOT_CANONICAL']) {
      expect(found[kind] ?? 0, kind).toBeGreaterThan(0);
    }
  });

  it.each(Object.keys(changes) as (keyof typeof changes)[])(
    'is found out after %s, from the first byte on',
    async (sort) => {
      for (const change of fc.sample(changes[sort] as fc.Arbitrary<Changed>, 1)) {
        expect((await verify(wholeAgain(change))).complete).toBe(false);
      }
    },
  );
});

describe('an archive of three events', () => {
  const small = archiveOf(storedEvents(3, (n) => ({ note: `Lò Thị Pành ${n}` })));

  it('shows the flip of any single bit of it', async () => {
    const bytes = bytesOf(small);
    expect(await verify([bytes])).toMatchObject({ complete: true });
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] as number) ^ (1 << (bit & 7)));
      if ((await verify([flipped])).complete) expect.fail(`bit ${bit} may be flipped unseen`);
    }
  });

  it('shows the loss of any number of its last bytes, and never tells what it read', async () => {
    const bytes = bytesOf(small);
    for (let length = 0; length < bytes.length; length += 1) {
      const verdict = await verify([bytes.slice(0, length)]);
      if (verdict.complete) expect.fail(`${length} bytes pass for all`);
      expect(JSON.stringify(verdict)).not.toMatch(/Pành/);
    }
  });

  it('is the same in pieces of any length', async () => {
    const bytes = bytesOf(small);
    for (const length of [1, 7, 100, 1_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, n) =>
        bytes.slice(n * length, (n + 1) * length),
      );
      expect(await verifyArchive(pieces)).toMatchObject({ right: { complete: true, size: 3 } });
    }
  });
});

describe('an archive that somebody wrote anew', () => {
  const signerOf = async (n: number) => {
    const made = await ed25519Signer({ name: 'example.vn/log', algorithm: 1, seed: new Uint8Array(32).fill(n) })();
    if (E.isLeft(made)) throw new Error(made.left.kind);
    return made.right;
  };
  const few = storedEvents(40, (n) => ({ n }));
  const others = storedEvents(40, (n) => ({ n: n === 7 ? 8 : n }));

  const signed = async (told: readonly Stored[], key = 1) => {
    const { size, root } = headerOf(told);
    const note = await signCheckpoint(await signerOf(key), { origin: 'example.vn/log', size, root })();
    if (E.isLeft(note)) throw new Error(note.left.kind);
    return note.right;
  };
  const check = async (archive: readonly string[], trusted = [1], kept: readonly string[] = []) => {
    const keys = await Promise.all(trusted.map(async (n) => (await signerOf(n)).key));
    const checkpoints = await Promise.all(
      kept.map(async (note) => {
        const opened = await openCheckpoint(note, keys)();
        if (E.isLeft(opened)) throw new Error(opened.left.kind);
        return opened.right;
      }),
    );
    const verdict = await verifyArchive([bytesOf(archive)], { trusted: keys, checkpoints });
    if (E.isLeft(verdict)) throw new Error(verdict.left.kind);
    return verdict.right;
  };

  it('passes for whole as long as nobody signed', async () => {
    expect(await check(archiveOf(others), [])).toMatchObject({ complete: true, vouched: [] });
  });

  it('is signed by whoever signed it', async () => {
    const vouched = [{ origin: 'example.vn/log', size: 40, name: 'example.vn/log' }];
    expect(await check(archiveOf(few, await signed(few)))).toMatchObject({ complete: true, vouched });
    expect(await check(archiveOf(few, await signed(few.slice(0, 9))))).toMatchObject({
      complete: true,
      vouched: [{ size: 9 }],
    });
  });

  it('is found out by the checkpoint in it, by its lack, and by one that was kept elsewhere', async () => {
    const note = await signed(few);
    expect((await check(archiveOf(others, note))).finding).toMatchObject({ kind: 'FORK' });
    expect((await check(archiveOf(others, await signed(others, 2)))).finding).toMatchObject({
      kind: 'SIGNATURE_INVALID',
      because: 'unsigned',
    });
    expect((await check(archiveOf(others))).finding).toMatchObject({ kind: 'SIGNATURE_INVALID', because: 'unsigned' });
    expect((await check(archiveOf(others), [1], [note])).finding).toMatchObject({ kind: 'FORK' });
    const before = await signed(few.slice(0, 20));
    expect((await check(archiveOf(others), [1], [before])).finding).toMatchObject({ kind: 'FORK', at: { index: 19 } });
    expect((await check(archiveOf(few.slice(0, 39)), [1], [note])).finding).toMatchObject({
      kind: 'CHECKPOINT_REGRESSED',
      at: { index: 39 },
    });
    expect((await check(archiveOf(few, note.replace('\n40\n', '\n41\n')))).finding).toMatchObject({
      kind: 'SIGNATURE_INVALID',
      because: 'signature',
    });
    expect((await check(archiveOf(few, 'hello'))).finding).toMatchObject({ kind: 'HEADER_MISMATCH' });
  });
});
