/**
 * Group commit (gộp lượt ghi): what callers ask within one turn is answered as one group, so that one sync to disk serves
 * all of them. An idle store waits for nobody: a lone caller is a group of one. Pure; when a turn ends is the store's to say.
 */
import type { NonEmpty } from '../fp.js';

type Asked<Q, A> = Readonly<{ question: Q; tell: (answer: A) => void }>;

/**
 * `answer` answers each question of a group, in order, and never rejects. `later` runs its argument at the end of the
 * turn. At most `most` questions make a group.
 */
export const inGroups = <Q, A>(
  answer: (group: NonEmpty<Q>) => Promise<readonly A[]>,
  later: (run: () => void) => void,
  most = 1024,
): ((question: Q) => Promise<A>) => {
  const waiting: Asked<Q, A>[] = [];
  let running = false;

  const drain = async (): Promise<void> => {
    const group = waiting.splice(0, most);
    const answers = await answer(group.map(({ question }) => question) as unknown as NonEmpty<Q>);
    for (const [index, { tell }] of group.entries()) tell(answers[index] as A);
    running = waiting.length > 0;
    if (running) later(() => void drain());
  };

  return (question) =>
    new Promise((tell) => {
      waiting.push({ question, tell });
      if (running) return;
      running = true;
      later(() => void drain());
    });
};
