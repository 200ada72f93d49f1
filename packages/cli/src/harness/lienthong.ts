/** Runs command lines inside the test: what was printed, and with which status it ended. Its clock and chance are fixed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, instant } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { onTestFinished } from 'vitest';
import type { Io } from '../io.js';
import { run } from '../run.js';

export type Ran = Readonly<{
  status: number;
  out: string;
  err: string /** `out`, read as JSON. */;
  json: () => unknown;
}>;

export const at = (written: string): Instant => {
  const read = instant(written);
  if (E.isLeft(read)) throw new RangeError(written);
  return read.right;
};

/** A folder of its own for one test. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'lienthong-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

let drawn = 0;

/** Never the same bytes twice, and the same ones in every run. */
const countedBytes = (bytes: number): Uint8Array => {
  drawn += 1;
  const drawnBytes = new Uint8Array(bytes);
  new DataView(drawnBytes.buffer).setUint32(bytes - 4, drawn);
  return drawnBytes;
};

export const lienthongWith =
  (own: Partial<Io>) =>
  async (...argv: readonly string[]): Promise<Ran> => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await run(argv, {
      out: async (text) => void out.push(text),
      err: (text) => void err.push(text),
      stdin: () => '',
      env: { NO_COLOR: '1' },
      cwd: tmpdir(),
      now: () => at('2024-09-03T02:00:00Z'),
      random: countedBytes,
      watched: false,
      columns: 120,
      interrupted: new AbortController().signal,
      ...own,
    });
    return { status, out: out.join(''), err: err.join(''), json: () => JSON.parse(out.join('')) as unknown };
  };

export const lienthong = lienthongWith({});
