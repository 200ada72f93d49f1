/** Several processes put deliveries into one folder and are killed at random moments: what they said was kept is there, and whole. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { E } from '@lienthong/core/fp';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInbox } from './file-inbox.js';
import { placeOf } from './inbox.js';

const KILLS = Number(process.env['LIENTHONG_KILLS'] ?? 5);
const PLACE = placeOf('insurance', '/cards');

let folder = '';
let program = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  program = join(folder, 'writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../trial/inbox-writer.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@lienthong/source', 'module'],
    logLevel: 'error',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lives until some milliseconds after its first word. What it has said by then is what it promised. */
const liveAndDie = async (inbox: string, name: string, ms: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [program, inbox, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  const gone = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), gone]);
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await gone;
  return said.split('\n').slice(0, -1);
};

describe('an inbox in a folder, shared by processes that are killed', () => {
  it('has every delivery that was said to be kept, once and whole', async () => {
    const inbox = join(folder, 'kept');
    const promised = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Both under one name: they put the same deliveries at the same time.
      const lives = [1, 2].map((nth) => liveAndDie(inbox, `round-${kill}`, (kill * 37 + nth * 23) % 120));
      for (const said of await Promise.all(lives)) for (const receipt of said) promised.add(receipt);
    }
    expect(promised.size).toBeGreaterThan(KILLS);
    const waiting = await fileInbox(inbox, { most: Number.POSITIVE_INFINITY }).waiting(PLACE)();
    if (E.isLeft(waiting)) throw new Error(waiting.left.kind);
    const there = waiting.right.map(({ receipt }) => receipt);
    expect(new Set(there).size).toBe(there.length);
    expect([...promised].filter((receipt) => !there.includes(receipt))).toEqual([]);
    for (const { reply } of waiting.right) expect(reply['words']).toHaveLength(5_000);
  });
});
