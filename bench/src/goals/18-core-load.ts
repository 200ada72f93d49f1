/** Goal 18, as decision R30 has it: what core weighs in a browser, and what it costs Node to load. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Goal, Measured } from '../goal.js';
import { spreadOf } from '../spread.js';

const bundled = async (paths: readonly string[], external: string[] = []): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    stdin: { contents: paths.map((path) => `export * from '${path}';`).join('\n'), resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@lienthong/source', 'module', 'import'],
    external,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
};

const weight = (what: string, most: number, bytes: Uint8Array): Measured => ({
  what,
  target: { atMost: most },
  figure: spreadOf([gzipSync(bytes, { level: 9 }).length / 1000]),
  judged: 'once',
  unit: 'kB gzip',
});

/** Processor milliseconds of a module's import in a fresh process, over an empty module's. */
const importing = (path: string): number => {
  const script = `
    await import('data:text/javascript,');
    const before = process.cpuUsage();
    await import(${JSON.stringify(path)});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
};

export const goal: Goal = {
  number: 18,
  title: 'Loading core',
  fairness: 'The birth case with every dependency inside, minified; the schemas of forms (zod) apart.',
  run: async ({ rounds, folder }) => {
    const core = await bundled(['@lienthong/core/birth-case']);
    const whole = await bundled(['@lienthong/core/birth-case', '@lienthong/core/schema']);
    const [path, bare] = [join(folder, 'core.mjs'), join(folder, 'bare.mjs')];
    writeFileSync(path, core);
    writeFileSync(bare, 'export {};');
    const taken = Array.from({ length: rounds }, () => importing(path) - importing(bare));
    return {
      rows: [
        weight('core without schemas', 25, core),
        weight('core with the schemas of forms', 45, whole),
        {
          what: 'importing core, over an empty module',
          target: { atMost: 20 },
          figure: spreadOf(taken),
          judged: 'cpu',
          unit: 'ms',
        },
      ],
      rates: [],
    };
  },
};
