/**
 * What core weighs in a browser, every dependency included, and how long plain Node takes to load it. Fails when the
 * README says something else; `--write` puts the figures there. A goal that is missed is said to be missed, with its
 * greatest costs. Needs a build.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { settle } from './documents.ts';
import { root, run } from './packages.ts';

const loads = [
  { what: 'the birth case', paths: ['@lienthong/core/birth-case'], goal: 25 },
  { what: 'the death case', paths: ['@lienthong/core/death-case'], goal: 25 },
  { what: 'the birth case with its forms', paths: ['@lienthong/core/birth-case', '@lienthong/core/schema'], goal: 45 },
];

const millisecondsGoal = 20;

/** Kilobytes before compression, by library, or by folder of our own sources. */
const costs = ({ outputs }: Metafile): string => {
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const name =
      /(?:.*node_modules\/((?:@[^/]+\/)?[^/]+)|packages\/core\/src\/([^/]+))/.exec(path)?.slice(1).join('') ?? path;
    sums.set(name, (sums.get(name) ?? 0) + bytesInOutput);
  }
  const greatest = [...sums].toSorted(([, a], [, b]) => b - a).slice(0, 6);
  return greatest.map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)}`).join(', ');
};

/** Bundles as an embedder would; from the sources when the costs are asked for, since a build no longer knows them. */
const bundle = async (
  paths: readonly string[],
  conditions: string[] = [],
): Promise<{ weight: number; costs: string }> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: paths.map((path) => `export * from '${path}';`).join('\n'), resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions,
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return { weight: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1000, costs: costs(metafile) };
};

/** The best of five fresh processes, in processor time: the load itself, not the mood of the machine. */
const milliseconds = (path: string): number => {
  const script = `
    await import('data:text/javascript,');
    const before = process.cpuUsage();
    await import('${path}');
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  const once = (): number => Number(run(process.execPath, ['--input-type=module', '--eval', script]));
  return Math.min(...Array.from({ length: 5 }, once));
};

const verdict = (found: number, goal: number, unit: string): string =>
  `≤ ${goal} ${unit}, ${found <= goal ? 'met' : 'missed'}`;

const rows: string[] = [];
for (const { what, paths, goal } of loads) {
  const { weight } = await bundle(paths);
  const met = verdict(weight, goal, 'kB');
  console.log(`${what}: ${weight.toFixed(1)} kB gzip (${met})`);
  if (weight > goal) console.log(`  before compression, in kB: ${(await bundle(paths, ['@lienthong/source'])).costs}`);
  rows.push(`| ${what}: ${paths.map((path) => `\`${path}\``).join(' + ')} | ${weight.toFixed(1)} kB | ${met} |`);
}
const load = milliseconds('@lienthong/core/birth-case');
console.log(
  `loading the birth case in Node: ${load.toFixed(1)} ms of processor time (${verdict(load, millisecondsGoal, 'ms')})`,
);

const table = ['| Bundle, all dependencies included | gzip | goal |', '| --- | --- | --- |', ...rows].join('\n');
const region = /(?<=<!-- size: pnpm run size --write -->\n)[\s\S]*?(?=<!-- \/size -->)/;

/** The same rows, and no figure further off than half a kilobyte. */
const alike = (before: string, after: string): boolean => {
  const [old, now] = [before, after].map((text) => (region.exec(text)?.[0] ?? '').split(/ ([\d.]+) kB \| /));
  const pairs = (old ?? []).map((part, i) => [part, now?.[i] ?? ''] as const);
  return (
    old?.length === now?.length &&
    pairs.every(([was, is], i) => (i % 2 === 0 ? was === is : Math.abs(Number(was) - Number(is)) <= 0.5))
  );
};

const readme = readFileSync(`${root}README.md`, 'utf8');
if (!region.test(readme)) {
  console.error('README.md has no place for the figures: <!-- size: pnpm run size --write --> … <!-- /size -->');
  process.exitCode = 1;
}
settle('README.md', readme.replace(region, `\n${table}\n\n`), alike);
