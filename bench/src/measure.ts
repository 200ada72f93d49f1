/**
 * Interleaved measuring: every variant of a comparison runs in this process, in turn (A B C, A B C …), so that whatever the
 * machine does meanwhile happens to all of them; ratios are taken round by round. What a variant did is checked each time.
 */
import { type Spread, spreadOf } from './spread.js';

/** One round of a variant, ready to run. Only `work` is timed; it answers how many operations it did. */
export type Round = Readonly<{
  work: () => number | Promise<number>;
  /** Throws when the result is not what it must be. */
  check?: () => void | Promise<void>;
  tearDown?: () => void | Promise<void>;
}>;

export type Variant = Readonly<{ name: string; setUp: () => Round | Promise<Round> }>;

/** CPU-bound work is judged by the processor time of this process, all its threads; durable work by the clock on the wall. */
export type Judged = 'cpu' | 'wall';

export type Plan = Readonly<{ rounds: number; warmUps: number; judged: Judged }>;

/** Operations per second of one round. */
export type Sample = Readonly<{ wall: number; cpu: number }>;

export type Comparison = Readonly<{
  judged: Judged;
  samples: ReadonlyMap<string, readonly Sample[]>;
  /** How many times as fast one was as the other, round by round. */
  ratio: (one: string, other: string) => Spread;
  rate: (name: string) => Spread;
  /** For finding out where the time went. */
  variant: (name: string) => Variant;
}>;

const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

export const timed = async ({ work, check, tearDown }: Round): Promise<Sample> => {
  try {
    collect();
    const cpu = process.cpuUsage();
    const from = process.hrtime.bigint();
    const done = await work();
    const wall = Number(process.hrtime.bigint() - from) / 1e9;
    const { user, system } = process.cpuUsage(cpu);
    await check?.();
    return { wall: done / wall, cpu: done / Math.max((user + system) / 1e6, 1e-6) };
  } finally {
    await tearDown?.();
  }
};

export const comparisonOf = (
  judged: Judged,
  variants: readonly Variant[],
  samples: ReadonlyMap<string, readonly Sample[]>,
): Comparison => {
  const of = (name: string): readonly number[] => {
    const found = samples.get(name);
    if (found === undefined) throw new Error(`no variant ${name} was run`);
    return found.map((sample) => sample[judged]);
  };
  return {
    judged,
    samples,
    rate: (name) => spreadOf(of(name)),
    ratio: (one, other) => {
      const base = of(other);
      return spreadOf(of(one).map((value, round) => value / (base[round] as number)));
    },
    variant: (name) => variants.find((variant) => variant.name === name) as Variant,
  };
};

/** Runs every variant in turn, `warmUps` times uncounted and `rounds` times counted. */
export const compare = async ({ rounds, warmUps, judged }: Plan, variants: readonly Variant[]): Promise<Comparison> => {
  const samples = new Map<string, Sample[]>(variants.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, setUp } of variants) {
      const sample = await timed(await setUp());
      if (round >= 0) samples.get(name)?.push(sample);
    }
  }
  return comparisonOf(judged, variants, samples);
};

/** Throws unless a variant came to what it must come to: a peer that fails looks fast. */
export const mustBe = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${what}: ${String(found)} instead of ${String(expected)}`);
};
