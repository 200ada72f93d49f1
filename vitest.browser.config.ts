/**
 * `pnpm run browser`: core's own tests once more, inside Chromium, where what passes needs no Node; and the tests that only a
 * browser can run.
 */
import { playwright } from '@vitest/browser-playwright';
import { chromium } from './scripts/chromium.ts';
import { suite } from './vitest.config.ts';

export default suite({
  include: ['packages/core/src/**/*.test.ts', 'packages/store-indexeddb/src/**/*.browser.test.ts'],
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: chromium }),
    instances: [{ browser: 'chromium' }],
  },
});
