import { anyPersonName } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import {
  displayName,
  nameInOneLine,
  nameKey,
  namePart,
  type PersonName,
  personName,
  searchKey,
  TECHNICAL_LIMIT_OF_A_NAME_PART,
} from './person-name.js';

const named = (line: string): PersonName => {
  const read = nameInOneLine(line);
  if (E.isLeft(read)) throw new Error(read.left.expected);
  return read.right;
};

describe('the name of a person (họ, chữ đệm, tên)', () => {
  it('keeps the letters of Vietnamese and of the minorities', () => {
    for (const name of [
      'Nguyễn Thị Ánh Ngọc',
      'Vừ Bá Chò',
      'Cụt Thị Huôi',
      "Y' Nhi",
      "H'Hen Niê",
      "K'Sor H'Bơ̆k",
      'Ƀing',
    ]) {
      expect(E.map(displayName)(nameInOneLine(name))).toEqual(E.right(name.normalize('NFC')));
    }
  });

  it('has one spelling, whatever keyboard wrote it', () => {
    expect(namePart('  Nguye\u0302\u0303n ')).toEqual(E.right('Nguyễn'));
    expect(namePart('H\u2019Hen')).toEqual(E.right("H'Hen"));
    expect(namePart('Anne\u2010Marie')).toEqual(E.right('Anne-Marie'));
    expect(namePart('Thị \t\u00a0Lan')).toEqual(E.right('Thị Lan'));
  });

  it('has no digits, signs or letters of another script', () => {
    for (const raw of [
      '',
      ' ',
      'Lan2',
      'Lan_',
      '<b>Lan</b>',
      'Лан',
      '蘭',
      'Lan\u0000',
      '-',
      "'",
      '\u0301',
      'Ⅷ',
      '🙂',
    ]) {
      expect(namePart(raw)).toMatchObject({ _tag: 'Left' });
    }
  });

  it('may be as long as parents like, up to a technical limit', () => {
    expect(namePart('Ă'.repeat(TECHNICAL_LIMIT_OF_A_NAME_PART))).toMatchObject({ _tag: 'Right' });
    expect(namePart('Ă'.repeat(TECHNICAL_LIMIT_OF_A_NAME_PART + 1))).toMatchObject({ _tag: 'Left' });
  });

  it('may lack a surname or a middle name, never the given name', () => {
    expect(personName({ surname: 'Lò', given: 'Mai' })).toEqual(E.right({ surname: 'Lò', given: 'Mai' }));
    expect(personName({ surname: '', middle: '', given: "Y'" })).toEqual(E.right({ given: "Y'" }));
    expect(personName({ surname: 'Lò', given: '' })).toEqual(E.left({ at: 'given', expected: 'a name in letters' }));
    expect(personName({ surname: 'L0', given: 'Mai' })).toEqual(
      E.left({ at: 'surname', expected: 'a name in letters' }),
    );
  });

  it('is the same name with the tone mark in the old place or the new', () => {
    expect(nameKey(named('Hoà Thuý'))).toBe(nameKey(named('HÒA THÚY')));
    expect(nameKey(named('Lê Hoá'))).not.toBe(nameKey(named('Lê Hoà')));
    expect(nameKey(named('Lê Đan'))).not.toBe(nameKey(named('Lê Dan')));
  });

  it('is found without marks', () => expect(searchKey(named("Đặng H'Hoà"))).toBe('dang hhoa'));

  it('reads back what it displays', () =>
    fc.assert(
      fc.property(anyPersonName, (name) => {
        expect(displayName(named(displayName(name)))).toBe(displayName(name));
        expect(personName(name)).toEqual(E.right(name));
      }),
    ));

  it('is Unicode NFC, and its keys do not depend on how it was composed', () =>
    fc.assert(
      fc.property(anyPersonName, (name) => {
        expect(displayName(name).normalize('NFC')).toBe(displayName(name));
        expect(nameKey(named(displayName(name).normalize('NFD')))).toBe(nameKey(name));
        expect(searchKey(named(displayName(name).toUpperCase()))).toBe(searchKey(name));
      }),
    ));
});
