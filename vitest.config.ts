/** `pnpm run unit`: every test beside the code. How often, how many kills: by the environment. */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Runs of each property: 500 here, 10,000 in CI, more in a soak. */
const runs = Number(process.env.LIENTHONG_RUNS ?? 500);

/** How often each case of the contract of a journal is run, each time in a place of its own. */
const repeat = Number(process.env.LIENTHONG_REPEAT ?? 1);

/** Where CI wants the results as JSON, so that it can count them. */
const outputFile = process.env.LIENTHONG_REPORT;

/** Tests read the sources of the other packages, so none needs a build. Whoever asks adds `import` or `require` by itself. */
const resolve = { conditions: ['@lienthong/source', 'module', 'default'] };

export const suite = (test: NonNullable<ViteUserConfig['test']>): ViteUserConfig =>
  defineConfig({
    resolve,
    ssr: { resolve },
    test: {
      setupFiles: ['./vitest.setup.ts'],
      provide: { runs, repeat },
      testTimeout: 10_000 + 60 * runs,
      maxWorkers: '100%',
      reporters: outputFile === undefined ? ['default'] : ['default', ['json', { outputFile }]],
      ...test,
    },
  });

/** A test that starts a server of its own is for `pnpm run services`. */
const services = '**/*.service.test.ts';
/** A test that needs a browser's own database, locks or workers is for `pnpm run browser`. */
const browser = '**/*.browser.test.ts';

export default suite({
  include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts', 'bench/src/**/*.test.ts'],
  exclude: ['**/node_modules/**', services, browser],
});
