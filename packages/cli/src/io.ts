/** What a command may touch of the machine. A test hands in its own, and no process is started. */
import { readFileSync } from 'node:fs';
import { type Instant, instant } from '@lienthong/core';
import { E } from '@lienthong/core/fp';

export type Io = Readonly<{
  /** Results. Resolves when the reader has taken them, so that a slow reader slows the command and not its memory. */
  out: (text: string) => Promise<void>;
  /** Progress and logs. */
  err: (text: string) => void;
  stdin: () => string;
  env: Readonly<Record<string, string | undefined>>;
  /** Files named on the command line are looked for here. */
  cwd: string;
  now: () => Instant;
  /** Random bytes, for ids and development keys. */
  random: (bytes: number) => Uint8Array;
  /** Whether somebody watches `err`, so that a progress bar is of use. */
  watched: boolean;
  /** Width of the terminal that shows `err`. */
  columns: number;
  /** Aborted by Ctrl-C. */
  interrupted: AbortSignal;
}>;

/** The machine itself. */
export const machine = (process: NodeJS.Process, interrupted: AbortSignal): Io => ({
  out: (text) => new Promise((done) => process.stdout.write(text, () => done())),
  err: (text) => void process.stderr.write(text),
  stdin: () => readFileSync(0, 'utf8'),
  env: process.env,
  cwd: process.cwd(),
  now: () => {
    const read = instant(new Date().toISOString());
    if (E.isLeft(read)) throw new RangeError('the clock of this machine stands outside the calendar');
    return read.right;
  },
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  watched: process.stderr.isTTY === true,
  columns: process.stderr.columns ?? 80,
  interrupted,
});

/** A fresh command id: UUIDv7, so that ids made later sort later. */
export const freshId = ({ now, random }: Pick<Io, 'now' | 'random'>): string => {
  const bytes = random(16);
  const ms = Date.parse(now());
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(ms / 256 ** (5 - place)) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
