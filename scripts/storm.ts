/**
 * `pnpm run storm`: plays July 2023 over HTTP against the agencies' doubles in a storm, with the courier in a process of its own, once
 * in peace and once killed at random moments, and compares what the agencies did. `LIENTHONG_KILLS` (100), `LIENTHONG_SEED` (1),
 * `LIENTHONG_BIRTHS` and `LIENTHONG_DEATHS` (the scenario's own) say how much of it. Needs no build: both programs are bundled here.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './packages.ts';

const programs = [
  new URL('../packages/cli/src/harness/storm.ts', import.meta.url),
  new URL('../packages/cli/src/harness/storm-courier.ts', import.meta.url),
];
/** Beside the packages that the bundles still load by name. */
const folder = `${root}packages/cli/node_modules/.storm-${process.pid}`;

/** Some of what is bundled is CommonJS, and asks for `require`. */
const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

mkdirSync(folder, { recursive: true });
try {
  await build({
    entryPoints: programs.map(({ pathname }) => pathname),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@lienthong/source', 'module'],
    external: ['libsql', 'better-sqlite3', 'vitest'],
    banner: { js: banner },
    logLevel: 'error',
  });
  const storm = spawn(process.execPath, ['--no-warnings', `${folder}/storm.mjs`, `${folder}/storm-courier.mjs`], {
    stdio: 'inherit',
  });
  const stop = (): void => void storm.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const [status] = (await once(storm, 'exit')) as [number | null];
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
