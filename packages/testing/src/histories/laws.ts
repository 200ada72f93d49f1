/** Laws that every history must keep, told of one by one. All look at the same histories, for playing these out costs most. */
import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';

export type Law<H> = (history: H) => void;

/** Laws by what they are about, each under the sentence it states. */
export type Laws<H> = Readonly<Record<string, Readonly<Record<string, Law<H>>>>>;

/** A counterexample is told with the law it breaks; a law that was not looked at to the end is not called kept. */
export const inEveryHistory = <P, H>(anyPlan: fc.Arbitrary<P>, playOut: (plan: P) => H, laws: Laws<H>): void => {
  const runs = fc.readConfigureGlobal().numRuns ?? 100;
  const all = Object.values(laws).flatMap((some) => Object.entries(some));
  let broken: string | undefined;
  let error: Error | undefined;
  let looked = false;

  const look = (history: H): void => {
    for (const [law, keeps] of all) {
      try {
        keeps(history);
      } catch (cause) {
        broken = law;
        throw cause;
      }
    }
  };

  beforeAll(
    () => {
      try {
        fc.assert(fc.property(anyPlan, (plan) => look(playOut(plan))));
      } catch (thrown) {
        error = thrown instanceof Error ? thrown : new Error(String(thrown));
      }
      looked = true;
    },
    // Browsers slow down what is not in front, and share the machine with all other tests.
    30_000 + 120 * runs,
  );

  for (const [about, some] of Object.entries(laws))
    describe(about, () => {
      for (const law of Object.keys(some))
        it(law, () => {
          if (!looked) throw new Error('no history was looked at');
          if (error === undefined) return;
          if (broken === undefined || broken === law) throw error;
          throw new Error(`not looked at to the end, for another law broke: ${broken}`);
        });
    });
};
