/** A question that changes nothing is asked again while a node is down or another is being chosen to lead. */
import { E, type Either } from '@lienthong/core/fp';
import type { Trouble } from './driver.js';
import { isPassing } from './faults.js';
import { pause } from './time.js';

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [20, 500];

export const patiently = async <T>(ms: number, ask: () => Promise<Either<Trouble, T>>): Promise<Either<Trouble, T>> => {
  const until = performance.now() + ms;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const answer = await ask();
    if (E.isRight(answer) || !isPassing(answer.left) || performance.now() + wait > until) return answer;
    await pause(wait);
  }
};
