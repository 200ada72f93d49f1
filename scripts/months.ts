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

const months = ['storm', 'field'].flatMap((faults) => seeds.map((seed) => ({ faults, seed })));

const play = async (faults: string, seed: string): Promise<void> => {
  const store = `sqlite:${join(home, `${faults}-${seed}.db`)}`;
  const month = (await lienthong('simulate', '--faults', faults, '--seed', seed, '--store', store)) as Month;
  const stats = (await lienthong('stats', '--store', store)) as Stats;
  const { received, lost, duplicatedEffects: twice, elapsedMs } = month;
  const told = `${received.birth} births (${stats.received.birth} in the file), ${lost} lost, ${twice} twice`;
  console.log(`faults ${faults}, seed ${seed}: ${told}, in ${elapsedMs} ms`);
  if (told !== `${births} births (${births} in the file), 0 lost, 0 twice`) process.exitCode = 1;
};

/** Two months at a time, the long ones first. */
const player = async (): Promise<void> => {
  for (let month = months.shift(); month !== undefined; month = months.shift()) await play(month.faults, month.seed);
};

try {
  await Promise.all([player(), player()]);
} finally {
  rmSync(home, { recursive: true, force: true });
}
