/** Starts writers in processes of their own, and hears what they were told. Only for tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Acknowledged } from '@lienthong/testing/store-contract';
import { build } from 'esbuild';
import type { Work } from './worker.js';

const folder = fileURLToPath(new URL('../../node_modules/.trial/', import.meta.url));

/** Plain Node cannot run our sources: bundled once, beside the packages it loads. */
const bundle = async (): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}writer-${process.pid}.mjs`;
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@lienthong/source', 'module'],
    external: ['@eventstore/db-client'],
    logLevel: 'error',
  });
  return outfile;
};

let bundled: Promise<string> | undefined;

/** After the tests: the bundle is of no more use. */
export const removeBundle = async (): Promise<void> => {
  if (bundled !== undefined) await rm(await bundled, { force: true });
};

/** Settles when the writer has ended, or was killed after so many acknowledgements. */
export const runWriter = async (work: Work, killAfter = Number.POSITIVE_INFINITY): Promise<readonly Acknowledged[]> => {
  bundled ??= bundle();
  const child = spawn(process.execPath, [await bundled, JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [told, closed] = [[] as Acknowledged[], once(child, 'close')];
  for await (const line of createInterface({ input: child.stdout })) {
    // What a killed writer was about to say was not said.
    if (!line.endsWith('}')) break;
    told.push(JSON.parse(line) as Acknowledged);
    if (told.length >= killAfter) child.kill('SIGKILL');
  }
  await closed;
  return told;
};
