/**
 * How often each case is run, each time in a place of its own: once, or as often as the runner's configuration provides
 * under `repeat` (`LIENTHONG_REPEAT=20 pnpm run contract`). Asked of the runner and not of the environment, for a browser
 * has none.
 */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    repeat?: number;
  }
}

const times = Math.max(1, Number(inject('repeat') ?? 1));

const repeatedly = async (work: () => Promise<void>): Promise<void> => {
  for (let run = 1; run <= times; run += 1) {
    try {
      await work();
    } catch (error) {
      if (times > 1 && error instanceof Error) error.message = `run ${run} of ${times}: ${error.message}`;
      throw error;
    }
  }
};

export const again = Object.assign(repeatedly, { times });
