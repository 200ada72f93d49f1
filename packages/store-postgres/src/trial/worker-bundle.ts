/** Plain Node cannot run our sources, so the worker is bundled once, next to the packages that it loads. */
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../node_modules/.trial/', import.meta.url));

const bundle = async (): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}worker-${process.pid}.mjs`;
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@lienthong/source', 'module'],
    external: ['pg'],
    logLevel: 'error',
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
};

let bundled: Promise<string> | undefined;

/** The command line that runs the worker. */
export const workerCommand = async (args: readonly string[]): Promise<[string, string[]]> => {
  bundled ??= bundle();
  return [process.execPath, ['--no-warnings', await bundled, ...args]];
};
