/** `pnpm run browser`: core's own tests once more, inside Chromium. What passes there needs no Node. */
import { playwright } from '@vitest/browser-playwright';
import { chromium } from './scripts/chromium.ts';
import { suite } from './vitest.config.ts';

export default suite({
  include: ['packages/core/src/**/*.test.ts'],
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: chromium }),
    instances: [{ browser: 'chromium' }],
  },
});
