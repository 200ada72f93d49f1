/**
 * Writes docs/law-coverage.md: act, article, parameter, the rules that read it, and the tests that fail when it says something
 * else. Without `--write` it only compares. `--mutate` looks for those tests: where rows changed or nothing was found the last
 * time, or for the parameters named after it, or for `all`; after `--in` stand the tests to look in, or all are. That takes some
 * seconds each, so findings stay in docs/law-coverage.json.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { settle } from './documents.ts';
import { type Reader, readersOf } from './law-readers.ts';
import { root } from './packages.ts';
import { core } from './sources.ts';

type Law = typeof import('../packages/core/src/law/index.ts');
type Parameter = ReturnType<Law['lawBook']>['parameters'][number];
type Row = Parameter['rows'][number];

/** What a run found: the rows it changed, the tests it ran, and how many failed in each file. */
type Finding = Readonly<{ rows: string; failed: Readonly<Record<string, number>> }>;
type Findings = Readonly<{ tests: string; parameters: Readonly<Record<string, Finding>> }>;

const page = 'docs/law-coverage.md';
const cache = `${root}docs/law-coverage.json`;

const law = await core<Law>('law/index.ts');
const calendar = await core<typeof import('../packages/core/src/law/calendar/holidays.ts')>('law/calendar/holidays.ts');
const { parameters } = law.lawBook();

const digest = (texts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
};
const rowsOf = (parameter: Parameter): string => digest(parameter.rows.map((row) => law.rowHash(parameter, row)));

/** How sources name a parameter. */
const wordsFor = (): ReadonlyMap<string, RegExp> => {
  const words = new Map<string, RegExp>();
  for (const [name, parameter] of Object.entries(law.provision))
    words.set(parameter.name, new RegExp(`\\bprovision\\.${name}\\b`));
  for (const [name, value] of Object.entries(calendar)) {
    if (typeof value === 'object' && 'name' in value) words.set(value.name, new RegExp(`(?<!const )\\b${name}\\b`));
  }
  for (const books of ['rulebooks', 'deathRulebooks'] as const) {
    for (const { name } of law[books]) words.set(name, new RegExp(`\\b${books}InForce\\(`));
  }
  return words;
};
const words = wordsFor();
const readers = new Map(parameters.map(({ name }) => [name, readersOf(words.get(name) ?? /(?!)/)] as const));
const isRead = ({ name }: Parameter): boolean => (readers.get(name) ?? []).length > 0;

const testFiles = (): readonly string[] => globSync(['packages/{core,cli}/src/**/*.test.ts'], { cwd: root }).toSorted();
const testsNow = (): string => digest(testFiles().map((file) => readFileSync(root + file, 'utf8')));

const found: Findings = existsSync(cache)
  ? (JSON.parse(readFileSync(cache, 'utf8')) as Findings)
  : { tests: '', parameters: {} };

/** Failures by file, with one thing of the law changed. */
const failuresUnder = (mutant: string, files: readonly string[] = []): Readonly<Record<string, number>> => {
  const outputFile = join(mkdtempSync(join(tmpdir(), 'law-')), 'report.json');
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const options = [
    'run',
    ...files,
    '--config',
    'scripts/law-mutant.config.ts',
    '--reporter=json',
    `--outputFile=${outputFile}`,
  ];
  const env = {
    ...process.env,
    LIENTHONG_LAW_MUTANT: mutant,
    LIENTHONG_RUNS: '10',
    LIENTHONG_REPORT: outputFile,
    CI: '1',
  };
  spawnSync(process.execPath, [vitest, ...options], { cwd: root, env, stdio: 'ignore' });
  if (!existsSync(outputFile)) throw new Error(`the tests did not run under ${mutant}`);
  const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8')) as {
    testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
  };
  return Object.fromEntries(
    testResults
      .map(({ name, status, assertionResults }): [string, number] => {
        const failed = assertionResults.filter((test) => test.status === 'failed').length;
        return [relative(root, name), status === 'failed' ? Math.max(failed, 1) : failed];
      })
      .filter(([, failed]) => failed > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** Fewer failures than under a mere remark are none. */
const beyond = (failed: Readonly<Record<string, number>>, remark: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(failed)
      .map(([file, count]): [string, number] => [file, count - (remark[file] ?? 0)])
      .filter(([, count]) => count > 0),
  );

/** Tests of whole cases, stores and commands: asked only about what the tests of rules do not notice. */
const isLong = (file: string): boolean => /^packages\/cli\/|\/courier\.test|\/histories\.test/.test(file);

const keep = (tests: string, known: Readonly<Record<string, Finding>>): void => {
  const names = new Set(parameters.map(({ name }) => name));
  const kept = Object.entries(known).filter(([name]) => names.has(name));
  const all: Findings = { tests, parameters: Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
  writeFileSync(cache, `${JSON.stringify(all, null, 2)}\n`);
};

/** What must be tried: what was named, or everything, or what changed or went unnoticed the last time. */
const isDue = (parameter: Parameter, named: readonly string[]): boolean => {
  if (!isRead(parameter)) return false;
  if (named.length > 0) return named.includes('all') || named.includes(parameter.name);
  const finding = found.parameters[parameter.name];
  return finding?.rows !== rowsOf(parameter) || Object.keys(finding.failed).length === 0;
};

const mutate = (named: readonly string[], where: readonly string[]): void => {
  const tests = testsNow();
  const known = { ...found.parameters };
  const due = parameters.filter((parameter) => isDue(parameter, named));
  const asking = Object.keys(failuresUnder('!', where));
  const [short, long] = [asking.filter((file) => !isLong(file)), asking.filter(isLong)];
  const already = Object.keys(failuresUnder('', asking));
  if (already.length > 0)
    console.error(`some of these fail under the law as it is, and are not counted: ${already.join(', ')}`);
  const remark = failuresUnder('*', asking);
  for (const [index, parameter] of due.entries()) {
    const noticedBy = (): Readonly<Record<string, number>> => {
      for (const files of [short, long]) {
        for (const mutant of [parameter.name, `-${parameter.name}`]) {
          const failed = beyond(failuresUnder(mutant, files), remark);
          if (Object.keys(failed).length > 0) return failed;
        }
      }
      return {};
    };
    const failed = noticedBy();
    known[parameter.name] = { rows: rowsOf(parameter), failed };
    keep(tests, known);
    console.log(`${index + 1}/${due.length} ${parameter.name}: noticed in ${Object.keys(failed).length} files`);
  }
  console.log('docs/law-coverage.json is up to date; run again with --write for the page');
};

const asked = process.argv.indexOf('--mutate');
if (asked > 0) {
  const within = process.argv.indexOf('--in');
  const end = within < 0 ? process.argv.length : within;
  mutate(process.argv.slice(asked + 1, end), process.argv.slice(end + 1));
  process.exit();
}

/* What is said below rests on what was found for the rows and tests of then. */
const outdated = parameters.filter(
  (parameter) => isRead(parameter) && found.parameters[parameter.name]?.rows !== rowsOf(parameter),
);
if (outdated.length > 0) {
  console.error(
    `rows changed since their tests were looked for: ${outdated.map(({ name }) => name).join(', ')}; run with --mutate`,
  );
  process.exitCode = 1;
}
if (found.tests !== testsNow()) console.log('tests changed since they were held against the law; --mutate looks anew');

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const link = (file: string): string =>
  `[${file.replace(/^packages\/(core\/)?(src\/)?/, '').replace(/^(testing|cli)\/src/, '$1')}](../${file})`;
const cell = (text: string): string => text.replaceAll('|', '\\|');
const rulesOf = ({ name }: Parameter): string => {
  const byFile = grouped<Reader>(readers.get(name) ?? [], ({ file }) => file);
  return [...byFile]
    .map(([file, all]) => `${link(file)} ${all.map(({ constant }) => `\`${constant}\``).join(', ')}`)
    .join('<br>');
};
const testsOf = ({ name }: Parameter): string =>
  Object.entries(found.parameters[name]?.failed ?? {})
    .filter(([file]) => existsSync(root + file))
    .map(([file, count]) => `${link(file)} (${count})`)
    .join('<br>');
const isTested = (parameter: Parameter): boolean => testsOf(parameter) !== '';

const inForce = ({ from, to }: Row): string => (to === undefined ? `${from} …` : `${from} … ${to}`);
const placeOf = ({ citation: { article, clause, point } }: Row): string =>
  [article && `${/^\d/.test(article) ? 'art. ' : ''}${article}`, clause && `cl. ${clause}`, point && `pt. ${point}`]
    .filter(Boolean)
    .join(' ') || '–';
const numbered = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);
const byPlace = (one: Row, other: Row): number => {
  const [a, b] = [numbered(placeOf(one)), numbered(placeOf(other))];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) if (a[i] !== b[i]) return (a[i] ?? -1) - (b[i] ?? -1);
  return one.id < other.id ? -1 : 1;
};

const all = parameters.flatMap((parameter) => parameter.rows.map((row) => ({ parameter, row })));
const rulings = all.filter(({ parameter }) => parameter.name !== 'calendar.special-days');
const byAct = grouped(rulings, ({ row }) => row.citation.act);
const countOf = (confidence: Row['confidence']): number =>
  all.filter(({ row }) => row.confidence === confidence).length;

const number = (count: number): string => (count === 0 ? '**none**' : String(count));
const rulesCount = ({ name }: Parameter): number => readers.get(name)?.length ?? 0;
const testsCount = ({ name }: Parameter): number =>
  Object.values(found.parameters[name]?.failed ?? {}).reduce((sum, count) => sum + count, 0);

const actSection = (id: string): string => {
  const act = law.acts.get(id);
  const rows = (byAct.get(id) ?? []).toSorted((one, other) => byPlace(one.row, other.row));
  const title =
    act === undefined
      ? id
      : `${law.explainCitation({ act: id, inForceFrom: act.inForceFrom, confidence: 'official' }, 'en')}`;
  return [
    `### ${title}`,
    '',
    act === undefined ? '' : `*${act.title.vi}* · ${act.title.en}`,
    '',
    '| Place | Parameter | In force | Sure | Rules | Tests |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ parameter, row }) =>
        `| ${placeOf(row)} | \`${parameter.name}\` | ${inForce(row)} | ${row.confidence} | ${number(rulesCount(parameter))} | ${isRead(parameter) ? number(testsCount(parameter)) : '–'} |`,
    ),
    '',
  ].join('\n');
};

const listed = (which: readonly Parameter[]): string =>
  which.length === 0
    ? 'None.\n'
    : [
        '| Parameter | Says | Rests on |',
        '| --- | --- | --- |',
        ...which.map((parameter) => {
          const cited = [...new Set(parameter.rows.map(({ citation }) => law.explainCitation(citation, 'en')))];
          return `| \`${parameter.name}\` | ${cell(parameter.about)} | ${cited.join('; ')} |`;
        }),
        '',
      ].join('\n');

const inferred = all.filter(({ row }) => row.confidence === 'inferred');
const unread = parameters.filter((parameter) => !isRead(parameter));
const untested = parameters.filter((parameter) => isRead(parameter) && !isTested(parameter));

const written = `# What of the law is in rules, and in tests

Written by \`node scripts/law-coverage.ts --write\` from the registry; do not edit. A rule *reads* a parameter when its text
names it. A test *belongs* to a parameter when it fails once that parameter says something else, or holds no more where all that
is asked of it is whether it holds; the number says how many tests of the file do. \`node scripts/law-coverage.ts --mutate\` tries that.

${parameters.length} parameters in ${all.length} rows of ${new Set(all.map(({ row }) => row.citation.act)).size} acts: ${countOf('official')} rows from the text itself, ${countOf('secondary')} from accounts of it, ${countOf('inferred')} inferred.
${unread.length} parameters are read by no rule, ${untested.length} by a rule that no test holds to them.

## Red list: parameters that no rule reads

${listed(unread)}
## Red list: parameters that a rule reads and no test notices

${listed(untested)}
## Act by act

How many rules read the parameter, and how many tests fail when it says something else; which, below. Single days off are one
parameter, \`calendar.special-days\`, whose ${calendar.specialDays.rows.length} rows are not listed.

${[...byAct.keys()]
  .toSorted((a, b) => ((law.acts.get(a)?.inForceFrom ?? '') < (law.acts.get(b)?.inForceFrom ?? '') ? -1 : 1))
  .map(actSection)
  .join('\n')}
## Parameter by parameter

| Parameter | Says | Rules that read it | Tests that hold it |
| --- | --- | --- | --- |
${parameters
  .filter(isRead)
  .map((each) => `| \`${each.name}\` | ${cell(each.about)} | ${rulesOf(each)} | ${testsOf(each) || '**none**'} |`)
  .join('\n')}

## Inferred rows

What we concluded without having read it. Each is a question to a lawyer; the answer is a new row, never an edit.

| Row | Why |
| --- | --- |
${inferred.map(({ row }) => `| \`${row.id}\` | ${cell(row.note ?? '–')} |`).join('\n')}
`;

if (!existsSync(root + page)) writeFileSync(root + page, '');
settle(page, written.replaceAll(/\n{3,}/g, '\n\n'));
