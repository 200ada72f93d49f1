/** Goal 12: what an `Either` costs where it is handed from step to step. */
import { E, pipe } from '@lienthong/core/fp';
import { type Goal, ratesOf } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';

type Plain<T> = Readonly<{ ok: true; value: T } | { ok: false; problem: string }>;
type Step = (value: number) => E.Either<string, number>;

const steps: readonly Step[] = [1, 2, 3, 4].map(
  (more) => (value) => (value >= 0 ? E.right((value + more) % 1000) : E.left('negative')),
);
const plainSteps = [1, 2, 3, 4].map(
  (more) =>
    (value: number): Plain<number> =>
      value >= 0 ? { ok: true, value: (value + more) % 1000 } : { ok: false, problem: 'negative' },
);
const [one, two, three, four] = steps as [Step, Step, Step, Step];
const [p1, p2, p3, p4] = plainSteps as [
  (typeof plainSteps)[0],
  (typeof plainSteps)[0],
  (typeof plainSteps)[0],
  (typeof plainSteps)[0],
];

/** As core writes its hot paths: the value is an Either, and its tag is tested. */
const tested = (value: number): E.Either<string, number> => {
  const a = one(value);
  if (E.isLeft(a)) return a;
  const b = two(a.right);
  if (E.isLeft(b)) return b;
  const c = three(b.right);
  return E.isLeft(c) ? c : four(c.right);
};

const piped = (value: number): E.Either<string, number> =>
  pipe(one(value), E.flatMap(two), E.flatMap(three), E.flatMap(four));

const plain = (value: number): Plain<number> => {
  const a = p1(value);
  if (!a.ok) return a;
  const b = p2(a.value);
  if (!b.ok) return b;
  const c = p3(b.value);
  return c.ok ? p4(c.value) : c;
};

const wantedAfter = (rounds: number): number => {
  let sum = 0;
  for (let value = 0; value < rounds; value += 1) sum += ((value % 500) + 10) % 1000;
  return sum;
};

const summing = (name: string, rounds: number, run: (value: number) => number): Variant => ({
  name,
  setUp: () => {
    let sum = 0;
    return {
      work: () => {
        for (let value = 0; value < rounds; value += 1) sum += run(value % 500);
        return rounds;
      },
      check: () => mustBe(name, sum, wantedAfter(rounds)),
    };
  },
});

export const goal: Goal = {
  number: 12,
  title: 'Handing results on',
  fairness: 'Four steps that may fail. `pipe` with `flatMap`, as at the edges, is shown beside.',
  run: async (scale) => {
    const rounds = scale.size(2_000_000, 300_000);
    const right = (read: E.Either<string, number>): number => (E.isRight(read) ? read.right : Number.NaN);
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      summing('plain tagged returns', rounds, (value) => {
        const read = plain(value);
        return read.ok ? read.value : Number.NaN;
      }),
      summing('ours, Either with its tag tested', rounds, (value) => right(tested(value))),
      summing('Either through pipe and flatMap', rounds / 10, (value) => right(piped(value))),
    ]);
    const [base, mine] = ['plain tagged returns', 'ours, Either with its tag tested'];
    return {
      rows: [
        {
          what: 'cost against plain tagged returns',
          target: { atMost: 1.5 },
          figure: compared.ratio(base, mine),
          judged: 'cpu',
          ours: compared.variant(mine),
          stable: true,
        },
        {
          what: 'cost of pipe and flatMap, at the edges',
          figure: compared.ratio(base, 'Either through pipe and flatMap'),
          judged: 'cpu',
        },
      ],
      rates: ratesOf(compared, 'runs/s'),
    };
  },
};
