/** `pnpm run services`: the tests that start servers and kill them. They need a few minutes and a machine to themselves. */
import { suite } from './vitest.config.ts';

export default suite({ include: ['packages/*/src/**/*.service.test.ts'], fileParallelism: false });
