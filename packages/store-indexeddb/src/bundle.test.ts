import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** Everything in, minified: the store, what it takes from the kernel, hashing, and the promises around IndexedDB. */
const MOST_BYTES = 32_000;

it('is for browsers: bundled for one it needs nothing of Node, and stays small', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from './index.js'`, resolveDir: new URL('.', import.meta.url).pathname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@lienthong/source', 'module'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  expect(output?.imports).toEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(/\bnode:|\brequire\(|\beval\(|\bnew Function\b/);
  expect(output?.bytes).toBeLessThan(MOST_BYTES);
});
