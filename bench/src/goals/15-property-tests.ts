/** Goal 15: how many histories a property test gets through. */
import { dice } from '@lienthong/testing/histories';
import fc from 'fast-check';
import { atLeast, type Goal, ratesOf } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';

type Order = Readonly<{ type: string; amount: number; on: number; by: string; urgent: boolean }>;

const TYPES = Array.from({ length: 10 }, (_, index) => `Command${index}`);
const BY = ['officer', 'police', 'insurer', 'applicant'];
const LENGTH = 20;

/** Ten kinds of orders, each a record: the usual way. */
const records: fc.Arbitrary<Order[]> = fc.array(
  fc.oneof(
    ...TYPES.map((type) =>
      fc.record({
        type: fc.constant(type),
        amount: fc.nat(1_000_000),
        on: fc.nat(2000),
        by: fc.constantFrom(...BY),
        urgent: fc.boolean(),
      }),
    ),
  ),
  { minLength: LENGTH, maxLength: LENGTH },
);

/** One number an order, as the plans of our histories have it; what it means is read off with the same dice. */
const throws = fc.array(fc.nat(0xffffffff), { minLength: LENGTH, maxLength: LENGTH });
const decode = (thrown: number): Order => {
  const { below, pick, chance } = dice(thrown);
  return { type: pick(TYPES), amount: below(1_000_001), on: below(2001), by: pick(BY), urgent: chance(50) };
};

/** Too small to cost anything. */
const decided = (orders: readonly Order[]): number =>
  orders.reduce((sum, { amount, on }) => (sum + amount + on) % 1_000_003, 0);

const assured = (
  name: string,
  runs: number,
  check: (seen: (orders: readonly Order[]) => boolean) => void,
): Variant => ({
  name,
  setUp: () => {
    let seen = 0;
    return {
      work: () => {
        check((orders) => {
          seen += orders.length;
          return decided(orders) >= 0;
        });
        return runs;
      },
      check: () => mustBe(name, seen, runs * LENGTH),
    };
  },
});

/** A counterexample must shrink: all orders but the guilty one to nothing. */
const shrinks = (): void => {
  const found = fc.check(
    fc.property(fc.array(fc.nat(0xffffffff)), (thrown) => thrown.every((one) => decode(one).amount < 5)),
  );
  mustBe('orders left after shrinking', found.counterexample?.[0].length, 1);
};

export const goal: Goal = {
  number: 15,
  title: 'Property tests over histories of 20 commands',
  fairness:
    'Both with shrinking. The records draw each field; our plans draw one number a command and read the fields off it.',
  run: async (scale) => {
    const runs = scale.size(4_000, 500);
    shrinks();
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      assured('array of oneof of records', runs, (seen) =>
        fc.assert(fc.property(records, seen), { numRuns: runs, seed: 1 }),
      ),
      assured('ours, one number a command', runs, (seen) =>
        fc.assert(
          fc.property(throws, (thrown) => seen(thrown.map(decode))),
          { numRuns: runs, seed: 1 },
        ),
      ),
    ]);
    return {
      rows: [
        atLeast(
          'one number a command, against records',
          2.5,
          compared,
          'ours, one number a command',
          'array of oneof of records',
        ),
      ],
      rates: ratesOf(compared, 'runs/s'),
    };
  },
};
