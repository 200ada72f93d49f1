/** `pnpm run unit`: every test beside the code. How often, how many kills: by the environment. */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Runs of each property: 500 here, 10,000 in CI, more in a soak. */
const runs = Number(process.env.LIENTHONG_RUNS ?? 500);

/** Where CI wants the results as JSON, so that it can count them. */
const outputFile = process.env.LIENTHONG_REPORT;

/** Tests read the sources of the other packages, so none needs a build. */
const resolve = { conditions: ['@lienthong/source', 'module', 'import', 'default'] };

export const suite = (test: NonNullable<ViteUserConfig['test']>): ViteUserConfig =>
  defineConfig({
    resolve,
    ssr: { resolve },
    test: {
      setupFiles: ['./vitest.setup.ts'],
      provide: { runs },
      testTimeout: 10_000 + 60 * runs,
      maxWorkers: '100%',
      reporters: outputFile === undefined ? ['default'] : ['default', ['json', { outputFile }]],
      ...test,
    },
  });

/** A test that starts a server of its own is for `pnpm run services`. */
const services = '**/*.service.test.ts';

export default suite({
  include: ['packages/*/src/**/*.test.ts', 'examples/*/src/**/*.test.ts'],
  exclude: ['**/node_modules/**', services],
});
