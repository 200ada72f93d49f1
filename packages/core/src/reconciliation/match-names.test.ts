import { displayName } from '@lienthong/core';
import { anyPersonName } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNames } from './match-names.js';

const score = (one: string, other: string): number => matchNames(one, other).score;
const rules = (one: string, other: string): readonly string[] =>
  matchNames(one, other)
    .reasons.map(({ rule }) => rule)
    .filter((rule) => rule !== 'compared');

/** Takes every mark away, as systems without Vietnamese letters do. */
const bare = (text: string): string =>
  text.replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFD').replace(/\p{M}/gu, '');
const toneless = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');

const anyLine = anyPersonName.map(displayName);
/** Two names that have something in common as often as not. */
const anyTwo = fc.oneof(
  fc.tuple(anyLine, anyLine),
  fc.tuple(anyLine, fc.nat(3), fc.nat(9)).map(([line, what, at]): [string, string] => {
    const words = line.split(' ');
    const changed =
      what === 0
        ? words.toSpliced(at % words.length, words.length > 1 ? 1 : 0)
        : what === 1
          ? words.toReversed()
          : what === 2
            ? words.map((word, here) => (here === at % words.length ? bare(word) : word))
            : words.map((word, here) => (here === at % words.length ? `${word.slice(0, 1)}x${word.slice(1)}` : word));
    return [line, changed.join(' ')];
  }),
);

describe('comparing two Vietnamese names', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA'],
    ['Trần Thuý Nga', 'trần thúy  nga'],
    ['H’Hen Niê', "H'Hen Niê"],
    ['Kim Min-jun', 'Kim Min jun'],
    ['Nguyễn Văn Đức', 'Nguyễn Văn Đức'.normalize('NFD')],
  ])('takes %s and %s for one name', (one, other) => expect(score(one, other)).toBe(1_000));

  it.each([
    ['Nguyễn Thị Dung', 'Nguyễn Thị Dũng', ['tone-lost'], 888],
    ['Nguyễn Minh Hoà', 'Nguyễn Minh Hoá', ['tone-differs'], 755],
    ['Lý Văn An', 'Lí Văn An', ['i-for-y'], 980],
    ['Đặng Văn An', 'Dặng Văn An', ['d-for-đ'], 950],
    ['Nguyễn Thị Minh Anh', 'Nguyễn Minh Anh', ['filler-missing'], 963],
    ['Nguyễn Minh Anh', 'Nguyễn Anh', ['middle-missing'], 922],
    ['Nguyễn Minh Anh', 'Nguyễn Ngọc Anh', ['middle-differs', 'middle-missing'], 710],
    ['Nguyễn Thị Minh Anh', 'N.T.M. Anh', ['initial'], 776],
    ['Nguyễn Thị Minh Anh', 'Minh Anh Nguyễn Thị', [], undefined],
    ['Nguyễn Minh Anh', 'Anh Nguyễn Minh', ['word-order'], 940],
    ['Nguyễn Minh Anh', 'Minh Anh Nguyễn', ['word-order'], 940],
    ['Nguyễn Thị Hồng Hạnh', 'Nguyen Thi Hong Hanh', ['losses-limited', 'marks-lost', 'tone-lost'], 800],
    ['Nguyễn Thị Phượng', 'Nguyễn Thị Phưọgn', ['slip'], undefined],
    ["H'Hen Niê", 'HHen Niê', ['words-joined'], undefined],
    ['Nguyễn Văn An', 'Nguyễn Văn Anh', ['slip-in-short-word'], 644],
    ['Nguyễn Văn An', 'Trần Thị Bưởi', undefined, undefined],
  ])('explains %s beside %s', (one, other, why, expected) => {
    if (why !== undefined && why.length > 0) expect([...rules(one, other)].sort()).toEqual(why);
    if (expected !== undefined) expect(score(one, other)).toBe(expected);
    expect(score(one, other)).toBeLessThan(1_000);
  });

  it('thinks little of two names that share nothing', () => {
    expect(score('Nguyễn Văn An', 'Trần Thị Bưởi')).toBeLessThan(200);
    expect(score('Nguyễn Văn An', 'Nguyễn Văn Bình')).toBeLessThan(600);
  });
  it('is the same both ways round, reasons and all', () =>
    fc.assert(
      fc.property(anyTwo, ([one, other]) => void expect(matchNames(one, other)).toEqual(matchNames(other, one))),
    ));
  it('gives every name a thousand beside itself, from parts or in one line', () =>
    fc.assert(
      fc.property(anyPersonName, (name) => void expect(matchNames(name, displayName(name)).score).toBe(1_000)),
    ));
  it('does not see case, Unicode form, or how words are set apart', () =>
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const harmless = one.toUpperCase().normalize('NFD').replaceAll(' ', '  ').replaceAll('-', ' ');
        expect(matchNames(harmless, other)).toEqual(matchNames(one, other));
      }),
    ));
  it('explains each score to the last point, between nothing and a thousand', () =>
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const { score: whole, reasons } = matchNames(one, other);
        expect(reasons.reduce((sum, { effect }) => sum + effect, 0)).toBe(whole);
        expect(Number.isInteger(whole) && whole >= 0 && whole <= 1_000).toBe(true);
        expect(whole === 1_000).toBe(reasons.length === 1);
      }),
    ));
  it('never likes a copy better for having lost more of its marks', () =>
    fc.assert(
      fc.property(anyLine, fc.nat(), fc.nat(), (line, some, more) => {
        const words = line.split(' ');
        const losing = (which: number, lose: (word: string) => string): string =>
          words.map((word, at) => ((which >> at) & 1 ? lose(word) : word)).join(' ');
        const kept = score(line, losing(some, toneless));
        expect(score(line, losing(some | more, toneless))).toBeLessThanOrEqual(kept);
        expect(score(line, losing(some, bare))).toBeLessThanOrEqual(kept);
      }),
    ));
});
