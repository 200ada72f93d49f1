import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { aBirthCase, stages, theBirthCase } from './birth/a-birth-case.js';
import { order } from './birth/order.js';
import { Mismatch } from './mismatch.js';
import { play, specify } from './specify.js';

const given = specify(theBirthCase);
const signing = order('SignExtract', {});
const drafted = aBirthCase('drafted');

describe('a specification', () => {
  it('fails on an event that did not happen, and shows both sides', () => {
    const failing = () =>
      given(...drafted)
        .when(signing)
        .then({ type: 'ExtractSealed' });
    expect(failing).toThrow(Mismatch);
    try {
      failing();
    } catch (error) {
      expect(error).toMatchObject({ expected: [{ type: 'ExtractSealed' }], actual: [{ type: 'ExtractSigned' }] });
    }
  });

  it('fails on one event too few and one too many', () => {
    expect(() =>
      given(...drafted)
        .when(signing)
        .then(),
    ).toThrow(Mismatch);
    expect(() =>
      given(...drafted)
        .when(signing)
        .thenTypes('ExtractSigned', 'ExtractSealed'),
    ).toThrow(Mismatch);
  });

  it('fails on a refusal where events were expected, and the other way round', () => {
    expect(() => given().when(signing).thenTypes('ExtractSigned')).toThrow(Mismatch);
    expect(() =>
      given(...drafted)
        .when(signing)
        .thenRefused({ reason: 'ExtractNotDrafted' }),
    ).toThrow(Mismatch);
  });

  it('fails on another reason, another act, or an obstacle left out', () => {
    const { thenRefused } = given(...aBirthCase('registered')).when(signing);
    thenRefused({ reason: 'ExtractNotDrafted', act: '60/2014/QH13' });
    expect(() => thenRefused({ reason: 'ExtractNotSigned' })).toThrow(Mismatch);
    expect(() => thenRefused({ reason: 'ExtractNotDrafted', act: '63/2024/NĐ-CP' })).toThrow(Mismatch);
    expect(() => thenRefused()).toThrow(Mismatch);
  });
});

describe('a story', () => {
  it('reaches each stage by way of the one before', () => {
    for (const [place, stage] of stages.entries()) {
      const before = place === 0 ? [] : aBirthCase(stages[place - 1] ?? 'applied');
      expect(aBirthCase(stage).slice(0, before.length)).toEqual(before);
      expect(aBirthCase(stage).length).toBeGreaterThan(before.length);
    }
  });

  it('played leaves no trace of what was refused', () => {
    expect(play(theBirthCase, [signing])).toEqual([]);
    expect(play(theBirthCase, [signing], drafted).at(-1)).toMatchObject({ type: 'ExtractSigned' });
    expect(E.isLeft(theBirthCase.decide(signing, theBirthCase.initial))).toBe(true);
  });
});
