import { describe, expect, it } from 'vitest';
import { compare, comparisonOf, mustBe, timed, type Variant } from './measure.js';

const noting = (
  name: string,
  log: string[],
  more: Partial<Record<'check' | 'tearDown', () => void>> = {},
): Variant => ({
  name,
  setUp: () => {
    log.push(`${name} set up`);
    return {
      work: () => {
        log.push(name);
        return 10;
      },
      ...more,
    };
  },
});

describe('measuring in turn', () => {
  it('runs A B A B, the warm-ups too, each set up anew', async () => {
    const log: string[] = [];
    const plan = { rounds: 2, warmUps: 1, judged: 'cpu' } as const;
    const compared = await compare(plan, [noting('A', log), noting('B', log)]);
    expect(log.filter((line) => !line.endsWith('set up'))).toEqual(['A', 'B', 'A', 'B', 'A', 'B']);
    expect(log.filter((line) => line.endsWith('set up'))).toHaveLength(6);
    expect(compared.samples.get('A')).toHaveLength(2);
  });

  it('takes ratios round by round, not of medians', () => {
    const sample = (rate: number) => ({ wall: rate, cpu: 10 * rate });
    const samples = new Map([
      ['ours', [sample(2), sample(30), sample(400)]],
      ['theirs', [sample(1), sample(10), sample(100)]],
    ]);
    const compared = comparisonOf('wall', [], samples);
    expect(compared.ratio('ours', 'theirs')).toEqual({ median: 3, min: 2, max: 4 });
    expect(compared.rate('ours')).toEqual({ median: 30, min: 2, max: 400 });
    expect(comparisonOf('cpu', [], samples).rate('ours').median).toBe(300);
    expect(() => compared.rate('nobody')).toThrow('no variant nobody');
  });

  it('fails when a result is wrong, and still tidies up', async () => {
    const log: string[] = [];
    const wrong = noting('A', log, { check: () => mustBe('count', 1, 2), tearDown: () => log.push('tidied') });
    await expect(compare({ rounds: 1, warmUps: 0, judged: 'cpu' }, [wrong])).rejects.toThrow('count: 1 instead of 2');
    expect(log.at(-1)).toBe('tidied');
  });

  it('counts operations, not rounds', async () => {
    const one = await timed({ work: () => 1 });
    const many = await timed({ work: () => 1e9 });
    expect(many.cpu > one.cpu).toBe(true);
  });
});
