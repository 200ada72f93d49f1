/** Runs the goals asked for and writes the report. \`--only N\` (again for more), \`--quick\`, \`--out FILE\`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMet, type Measured, type Scale, shareOfGoal } from './goal.js';
import { greatestCosts } from './profile.js';
import { goals } from './registry.js';
import { type Done, reportOf, spreadText, verdictOf } from './report.js';

/** In a quick run only figures that noise cannot bring down so far: judged by processor time and far below the goal. */
const FAR_BELOW = 0.7;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    out: { type: 'string' },
  },
});

const wanted = new Set((values.only ?? []).flatMap((list) => list.split(',')).map(Number));
const { quick } = values;

const costsOf = async (rows: readonly Measured[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const costs = new Map<string, readonly string[]>();
  for (const row of rows) {
    if (quick || row.ours === undefined || isMet(row) !== false) continue;
    costs.set(row.what, await greatestCosts(row.ours));
  }
  return costs;
};

/** Files lie in the bench's own folder, for a temporary folder may lie in memory, where a sync costs nothing. */
const runAll = async (folder: string, rounds: number): Promise<readonly Done[]> => {
  const scale: Scale = { quick, rounds, warmUps: quick ? 1 : 2, size: (full, small) => (quick ? small : full), folder };
  const done: Done[] = [];
  for (const goal of goals) {
    if (wanted.size > 0 && !wanted.has(goal.number)) continue;
    const from = performance.now();
    console.log(`${goal.number}. ${goal.title}`);
    const { rows, rates, close } = await goal.run(scale);
    for (const { name, perSecond, unit } of rates) console.log(`     ${name}: ${spreadText(perSecond, unit)}`);
    for (const row of rows) {
      console.log(
        'notRun' in row
          ? `   - ${row.what}: not run: ${row.notRun}`
          : `   - ${row.what}: ${spreadText(row.figure, row.unit)} ${row.judged} ${verdictOf(row)}`,
      );
    }
    const costs = await costsOf(rows.filter((row): row is Measured => !('notRun' in row)));
    await close?.();
    for (const [what, where] of costs) console.log(`     ${what}: ${where.join('; ')}`);
    console.log(`   (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    done.push({ goal, rows, rates, costs });
  }
  return done;
};

export const main = async (): Promise<void> => {
  const rounds = Number(values.rounds ?? (quick ? 3 : 9));
  const folder = mkdtempSync(join(process.cwd(), 'bench', '.scratch-'));
  try {
    const done = await runAll(folder, rounds);
    const out = values.out ?? (quick || wanted.size > 0 ? 'bench/.last.md' : 'bench/RESULTS.md');
    writeFileSync(out, reportOf(done, { quick, rounds }));
    console.log(`written: ${out}`);
    const far = done.flatMap(({ goal, rows }) =>
      rows.flatMap((row) => {
        if ('notRun' in row || row.stable !== true) return [];
        const share = shareOfGoal(row);
        return share !== undefined && share < FAR_BELOW ? [`${goal.number}. ${row.what}`] : [];
      }),
    );
    for (const what of far) console.error(`far below its goal: ${what}`);
    if (quick && far.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
