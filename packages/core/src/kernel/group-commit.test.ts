import { describe, expect, it } from 'vitest';
import { inGroups } from './group-commit.js';

const endOfTurn = (run: () => void): void => void setTimeout(run, 0);

describe('group commit', () => {
  const gathered = (most?: number) => {
    const groups: (readonly number[])[] = [];
    const answer = async (group: readonly number[]) => {
      groups.push(group);
      return group.map((question) => question * 2);
    };
    return { groups, ask: inGroups(answer, endOfTurn, most) };
  };

  it('answers a lone caller alone', async () => {
    const { groups, ask } = gathered();
    expect(await ask(1)).toBe(2);
    expect(await ask(2)).toBe(4);
    expect(groups).toEqual([[1], [2]]);
  });

  it('answers all who ask within one turn as one group, each with its own answer', async () => {
    const { groups, ask } = gathered();
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('makes no group larger than it may, and forgets nobody', async () => {
    const { groups, ask } = gathered(2);
    expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10]);
    expect(groups).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('takes up those who come while a group is under way', async () => {
    const { groups, ask } = gathered();
    const [first] = await Promise.all([ask(1).then(() => ask(3)), ask(2)]);
    expect(first).toBe(6);
    expect(groups).toEqual([[1, 2], [3]]);
  });
});
