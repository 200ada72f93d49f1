/**
 * Plays the scenarios under the faults of the field and under a storm, the month of July 2023 with several seeds, and asks the
 * file each run leaves behind whether it tells the same story. One seed is played twice: both times it must come to the same.
 * `LIENTHONG_SEEDS` says how many seeds, five unless said. Needs a build.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './packages.ts';

type Received = Readonly<{ total: number; birth: number; death: number }>;
type Month = Readonly<{ received: Received; lost: number; duplicatedEffects: number; elapsedMs: number }>;
type Stats = Readonly<{ received: Received }>;
type Run = Readonly<{ scenario: string; received: Received; faults: string; seed: string; time?: 'once' | 'again' }>;

/** What the province published for 10–31 July 2023. */
const published: Received = { total: 1533, birth: 1406, death: 127 };
/** Our own numbers for the summer of 2026. */
const invented: Received = { total: 450, birth: 300, death: 150 };

const seeds = Array.from({ length: Number(process.env['LIENTHONG_SEEDS'] ?? 5) }, (_, index) => String(index + 1));
const runs: Run[] = ['storm', 'field'].flatMap((faults) => [
  ...seeds.map((seed) => ({ scenario: 'nghe-an-2023', received: published, faults, seed })),
  { scenario: 'nghe-an-2026', received: invented, faults, seed: '1' },
]);
runs.push({ scenario: 'nghe-an-2023', received: published, faults: 'field', seed: '1', time: 'again' });

const lienthong = async (...args: string[]): Promise<unknown> => {
  // One secret for all: claims are found by digests under it, so that another secret is another month.
  const env = { ...process.env, LIENTHONG_KEYS: 'only to play months' };
  const { stdout } = await promisify(execFile)('lienthong', [...args, '--json'], {
    cwd: root,
    env,
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout);
};

const home = mkdtempSync(join(tmpdir(), 'lienthong-months-'));

const inWords = ({ total, birth, death }: Received): string => `${total} = ${birth} births + ${death} deaths`;

/** What each run came to, but for where it was kept and how long it took. */
const came = new Map<string, string>();

const play = async ({ scenario, received: due, faults, seed, time = 'once' }: Run): Promise<void> => {
  const store = `sqlite:${join(home, `${scenario}-${faults}-${seed}-${time}.db`)}`;
  const asked = ['--scenario', scenario, '--faults', faults, '--seed', seed, '--store', store];
  const month = (await lienthong('simulate', ...asked)) as Month;
  const stats = (await lienthong('stats', '--store', store)) as Stats;
  const { received, lost, duplicatedEffects: twice, elapsedMs } = month;
  const told = `${inWords(received)} (${inWords(stats.received)} in the file), ${lost} lost, ${twice} twice`;
  console.log(`${scenario}, faults ${faults}, seed ${seed}: ${told}, in ${elapsedMs} ms`);
  const name = `${scenario} ${faults} ${seed}`;
  const result = JSON.stringify({ ...month, store: '', elapsedMs: 0 });
  if ((came.get(name) ?? result) !== result) {
    const [before, now] = [came.get(name) ?? '', result].map((text) => JSON.parse(text) as Record<string, unknown>);
    const differing = Object.keys(now ?? {}).filter(
      (key) => JSON.stringify(before?.[key]) !== JSON.stringify(now?.[key]),
    );
    console.log(`${name}: played twice, it came to different figures: ${differing.join(', ')}`);
    process.exitCode = 1;
  }
  came.set(name, result);
  if (told !== `${inWords(due)} (${inWords(due)} in the file), 0 lost, 0 twice`) process.exitCode = 1;
};

/** Two runs at a time, the long ones first. */
const player = async (): Promise<void> => {
  for (let run = runs.shift(); run !== undefined; run = runs.shift()) await play(run);
};

try {
  await Promise.all([player(), player()]);
} finally {
  rmSync(home, { recursive: true, force: true });
}
