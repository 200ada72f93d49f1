/**
 * `pnpm run contract`: the contract of a journal over every store, and every case against the store that is broken in just
 * that way. Prints a table of cases and stores; ends badly when a case fails, was not run or deviates without a reason, when a
 * store is missing, or when a broken store is not found out. `LIENTHONG_REPEAT=20` runs each case twenty times.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './packages.ts';

type Test = Readonly<{
  ancestorTitles: readonly string[];
  title: string;
  status: string;
  meta?: Readonly<{ notOffered?: string }>;
  failureMessages?: readonly string[];
}>;
type File = Readonly<{ name: string; status: string; message?: string; assertionResults: readonly Test[] }>;
type Cell = 'ok' | 'deviates' | 'not offered' | 'FAILED' | 'not run';
type Column = Readonly<{
  name: string;
  file: string;
  cells: ReadonlyMap<string, Cell>;
  reasons: readonly string[];
  broken: readonly string[];
}>;

/** What must stand in the table. */
const DUE: readonly Readonly<{ what: string; in: RegExp; named: RegExp }>[] = [
  { what: 'memory', in: /^packages\/core\//, named: /in memory$/ },
  { what: 'SQLite by libsql', in: /^packages\/store-sqlite\//, named: /libsql/ },
  { what: "SQLite by Node's own", in: /^packages\/store-sqlite\//, named: /node:sqlite/ },
  { what: 'SQLite by better-sqlite3', in: /^packages\/store-sqlite\//, named: /better-sqlite3/ },
  { what: 'PostgreSQL', in: /^packages\/store-postgres\//, named: /./ },
  { what: 'EventStoreDB (protocol server)', in: /^packages\/store-eventstoredb\//, named: /./ },
  { what: 'IndexedDB in Chromium', in: /^packages\/store-indexeddb\/.*\.browser\.test\.ts$/, named: /./ },
];

const CONFIGS = [
  { config: 'vitest.config.ts', takes: (file: string) => !/\.(service|browser)\.test\.ts$/.test(file) },
  { config: 'vitest.services.config.ts', takes: (file: string) => file.endsWith('.service.test.ts') },
  { config: 'vitest.browser.config.ts', takes: (file: string) => file.endsWith('.browser.test.ts') },
];

const KEEPS = ' keeps the contract of a journal';
const CONTROLS = 'the contract of a journal finds every store that is broken on purpose';
const ACCOUNT = 'is no case of the contract';
const CANNOT_LOAD = /^(?<name>.+): this Node cannot load it/;
const CASE = /^(?<id>[A-Z]\d+[a-z]?) /;
const MARK: Readonly<Record<Cell, string>> = {
  ok: 'ok',
  deviates: 'dev',
  'not offered': '-',
  FAILED: 'FAIL',
  'not run': '?',
};

const testFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFiles(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });

/** Test files that hold a store to the contract, or the contract to itself. */
const ofTheContract = (): readonly string[] =>
  readdirSync(`${root}packages`)
    .map((name) => `${root}packages/${name}/src`)
    .filter(existsSync)
    .flatMap(testFiles)
    .filter((file) => /\b(storeContract|keepsContract|brokenStores|accounted)\b/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));

const runVitest = (config: string, files: readonly string[], home: string): readonly File[] => {
  if (files.length === 0) return [];
  const outputFile = join(home, `${config}.json`);
  const names = [KEEPS, CONTROLS, ACCOUNT, 'this Node cannot load it'].join('|');
  const args = ['run', '--config', config, '--reporter=json', `--outputFile=${outputFile}`, '-t', names, ...files];
  console.log(`${config}: ${files.length} file(s) …`);
  // Where CI wants the results of a step would come before where they are read here.
  const { LIENTHONG_REPORT: _, ...env } = process.env;
  const ended = spawnSync(`${root}node_modules/.bin/vitest`, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (!existsSync(outputFile)) throw new Error(`vitest with ${config} left no results (${ended.status})`);
  return (JSON.parse(readFileSync(outputFile, 'utf8')) as Readonly<{ testResults: readonly File[] }>).testResults;
};

const cellOf = ({ title, status, meta }: Test): Cell => {
  if (status === 'failed') return 'FAILED';
  if (status === 'passed') return title.includes(' deviates: ') ? 'deviates' : 'ok';
  return title.includes('(not offered: ') || meta?.notOffered !== undefined ? 'not offered' : 'not run';
};

const columnsOf = ({ name: path, assertionResults }: File): readonly Column[] => {
  const suites = new Map<string, Test[]>();
  for (const test of assertionResults) {
    const suite = test.ancestorTitles.find((title) => title.endsWith(KEEPS));
    if (suite !== undefined) suites.set(suite, [...(suites.get(suite) ?? []), test]);
  }
  return [...suites].map(([suite, tests]) => {
    const idOf = ({ title }: Test): string | undefined => CASE.exec(title)?.groups?.['id'];
    const cases = tests.flatMap((test) => {
      const id = idOf(test);
      return id === undefined ? [] : [[id, cellOf(test)] as const];
    });
    return {
      name: suite.slice(0, -KEEPS.length),
      file: relative(root, path),
      cells: new Map(cases),
      reasons: tests.filter((test) => cellOf(test) === 'deviates').map(({ title }) => title),
      broken: tests
        .filter((test) => ['FAILED', 'not run'].includes(cellOf(test)))
        .map(({ title, status, failureMessages }) => `${title}: ${failureMessages?.[0]?.split('\n')[0] ?? status}`),
    };
  });
};

const home = mkdtempSync(join(tmpdir(), 'lienthong-contract-'));
const complaints: string[] = [];
try {
  const files = ofTheContract();
  const results = CONFIGS.flatMap(({ config, takes }) => runVitest(config, files.filter(takes), home));
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  const columns = results.flatMap(columnsOf);
  const ids = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];

  const width = 5;
  console.log(`\n${'case'.padEnd(6)}${columns.map((_, index) => String(index + 1).padStart(width)).join('')}`);
  for (const id of ids) {
    const marks = columns.map(({ cells }) => MARK[cells.get(id) ?? 'not run'].padStart(width));
    console.log(`${id.padEnd(6)}${marks.join('')}`);
  }
  console.log('\nok holds · dev deviates, see below · - not offered by the store · FAIL fails · ? not run\n');
  for (const [index, { name, cells, reasons, file, broken }] of columns.entries()) {
    const of = (cell: Cell): number => [...cells.values()].filter((one) => one === cell).length;
    const short = ids.filter((id) => !cells.has(id));
    console.log(`${String(index + 1).padStart(2)}  ${name}: ${of('ok')} ok, ${of('not offered')} not offered`);
    for (const reason of reasons) console.log(`    ${reason}`);
    complaints.push(...broken.map((what) => `${name}: ${what}`));
    if (short.length > 0) complaints.push(`${name} (${file}) was not asked ${short.join(', ')}`);
  }

  const account = tests.filter(({ ancestorTitles }) => ancestorTitles.includes(ACCOUNT));
  console.log('\nNo case of this suite:');
  for (const { title } of account) console.log(`    ${title}`);

  const controls = tests.filter(({ ancestorTitles }) => ancestorTitles.includes(CONTROLS));
  const found = controls.filter(({ title, status }) => status === 'passed' && title.includes(' finds one that '));
  const uncontrolled = ids.filter((id) => !found.some(({ title }) => title.startsWith(`${id} `)));
  const broken = controls.filter(({ title }) => title.includes(' finds one that ')).length;
  console.log(
    `\n${found.length} of ${broken} stores broken on purpose were found out by their case, for the stated reason.`,
  );
  if (uncontrolled.length > 0) complaints.push(`no broken store was found out by ${uncontrolled.join(', ')}`);
  for (const { title, status } of [...controls, ...account])
    if (status !== 'passed') complaints.push(`${title}: ${status}`);

  const absent = tests.flatMap(({ title }) => CANNOT_LOAD.exec(title)?.groups?.['name'] ?? []);
  for (const due of DUE) {
    const stands = columns.some(({ name, file }) => due.in.test(file) && due.named.test(name));
    const excused = absent.find((name) => due.named.test(name));
    if (!stands && excused === undefined) complaints.push(`${due.what} is missing from the table`);
    else if (!stands) console.log(`${due.what} is not in the table: this Node cannot load it`);
  }
  for (const { name, status, message } of results)
    if (status === 'failed' && (message ?? '') !== '') complaints.push(`${relative(root, name)}: ${message}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
for (const complaint of complaints) console.log(`! ${complaint}`);
if (complaints.length > 0) process.exitCode = 1;
