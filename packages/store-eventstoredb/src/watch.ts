/** A catch-up subscription that only wakes. The client's ends with its connection and never comes back: this one does. */
import type { EventStoreDriver } from './driver.js';

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [100, 5_000];

export const watchLog = ({ follow }: EventStoreDriver, wake: () => void): (() => void) => {
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopFollowing = (): void => undefined;
  let isStopped = false;

  const begin = (): void => {
    stopFollowing = follow(
      () => {
        wait = FIRST_WAIT_MS;
        wake();
      },
      () => {
        if (isStopped) return;
        timer = setTimeout(() => {
          begin();
          // What came while nobody listened.
          wake();
        }, wait);
        wait = Math.min(2 * wait, LONGEST_WAIT_MS);
      },
    );
  };

  begin();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopFollowing();
  };
};
