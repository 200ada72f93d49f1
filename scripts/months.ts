/**
 * Plays the scenario under the faults of the field and under a storm, each with several seeds, and asks the file it
 * leaves behind whether it tells the same story. Needs a build.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './packages.ts';

/** What the province published for 10–31 July 2023. */
const births = 1406;

const seeds = ['1', '2', '3', '4', '5'];

type Month = Readonly<{ received: { birth: number }; lost: number; duplicatedEffects: number; elapsedMs: number }>;
type Stats = Readonly<{ received: { birth: number } }>;

const lienthong = async (...args: string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)('lienthong', [...args, '--json'], { cwd: root, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
};

const home = mkdtempSync(join(tmpdir(), 'lienthong-months-'));

const play = async (faults: string): Promise<void> => {
  for (const seed of seeds) {
    const store = `sqlite:${join(home, `${faults}-${seed}.db`)}`;
    const month = (await lienthong('simulate', '--faults', faults, '--seed', seed, '--store', store)) as Month;
    const stats = (await lienthong('stats', '--store', store)) as Stats;
    const { received, lost, duplicatedEffects: twice, elapsedMs } = month;
    const told = `${received.birth} births (${stats.received.birth} in the file), ${lost} lost, ${twice} twice`;
    console.log(`faults ${faults}, seed ${seed}: ${told}, in ${elapsedMs} ms`);
    if (told !== `${births} births (${births} in the file), 0 lost, 0 twice`) process.exitCode = 1;
  }
};

try {
  await Promise.all(['field', 'storm'].map(play));
} finally {
  rmSync(home, { recursive: true, force: true });
}
