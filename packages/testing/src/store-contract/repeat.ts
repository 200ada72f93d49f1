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

/** Asked when a contract begins: this module may also be loaded where no runner is. */
export const repeats = (): number => Math.max(1, Number(inject('repeat') ?? 1));

/** Does the work as often as it is to be repeated; a failure says in which run it came. */
export const again = async (work: () => Promise<void>): Promise<void> => {
  const times = repeats();
  for (let run = 1; run <= times; run += 1) {
    try {
      await work();
    } catch (error) {
      if (times > 1 && error instanceof Error) error.message = `run ${run} of ${times}: ${error.message}`;
      throw error;
    }
  }
};
