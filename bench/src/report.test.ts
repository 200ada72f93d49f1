import { describe, expect, it } from 'vitest';
import { isMet, type Measured, shareOfGoal } from './goal.js';
import { rowText, spreadText, verdictOf } from './report.js';

const row = (median: number, target?: Measured['target']): Measured => ({
  what: 'ours | theirs',
  figure: { median, min: median / 2, max: median * 2 },
  judged: 'cpu',
  ...(target === undefined ? {} : { target }),
});

describe('the verdict on a goal', () => {
  it.each([
    [row(1.5, { atLeast: 1.5 }), true, 'met'],
    [row(1.2, { atLeast: 1.5 }), false, '**missed** by 20 %'],
    [row(1.2, { atMost: 1.2 }), true, 'met'],
    [row(1.8, { atMost: 1.2 }), false, '**missed** by 50 %'],
    [row(1), undefined, ''],
  ] as const)('%#', (measured, met, told) => {
    expect(isMet(measured)).toBe(met);
    expect(verdictOf(measured)).toBe(told);
  });

  it('knows which share of its goal a figure reaches, whichever way the goal goes', () => {
    expect(shareOfGoal(row(3, { atLeast: 4 }))).toBe(0.75);
    expect(shareOfGoal(row(2, { atMost: 1 }))).toBe(0.5);
    expect(shareOfGoal(row(2))).toBeUndefined();
  });

  it('tells a figure with its least and greatest, and does not break the table', () => {
    expect(spreadText({ median: 1.234, min: 0.5, max: 120 })).toBe('×1.23 (0.50–120)');
    expect(rowText(3, row(2, { atLeast: 1 }))).toBe('| 3 | ours \\| theirs | ≥ 1× | ×2.00 (1.00–4.00) cpu | met |');
    expect(rowText(3, { what: 'x', notRun: 'no server' })).toBe('| 3 | x | | | not run: no server |');
  });
});
