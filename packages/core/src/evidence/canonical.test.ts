import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { asCanonical, canonical, type JsonValue } from './canonical.js';

const anyJson = fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }).filter((value) => {
  const text = JSON.stringify(value);
  return !/\\ud[89a-f]/.test(text);
});

describe('canonical JSON (RFC 8785)', () => {
  it('orders keys by their UTF-16 code units', () => {
    const met = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonical(met)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('writes numbers as ECMAScript does', () => {
    const numbers = [
      Number('333333333.33333329'),
      1e30,
      4.5,
      2e-3,
      0.000000000000000000000000001,
      -0,
      1e21,
      9007199254740991,
    ];
    expect(canonical(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,9007199254740991]');
  });

  it('keeps composed and decomposed letters apart', () => {
    expect(canonical('Nguyễn'.normalize('NFC'))).not.toBe(canonical('Nguyễn'.normalize('NFD')));
  });

  it.each([
    ['NaN', { a: [1, Number.NaN] }, 'a.1', 'a finite number'],
    ['an infinity', Number.POSITIVE_INFINITY, '', 'a finite number'],
    ['undefined', { a: undefined }, 'a', 'a JSON value'],
    ['a hole in a list', Object.assign([1], { length: 2 }), '1', 'a JSON value'],
    ['a bigint', { a: { b: 1n } }, 'a.b', 'a JSON value'],
    ['a function', { a: () => 1 }, 'a', 'a JSON value'],
    ['a lone surrogate', { a: 'x\ud800y' }, 'a', 'text without lone surrogates'],
    ['a lone surrogate in a key', { a: { '\udc00': 1 } }, 'a', 'text without lone surrogates'],
    ['a class', { when: new Date(0) }, 'when', 'a plain object'],
    ['a map', new Map(), '', 'a plain object'],
  ])('refuses %s and says where it stands', (_, value, at, expected) => {
    expect(asCanonical(value)).toEqual(E.left({ at, expected }));
  });

  it('refuses what is nested too deep, a ring included', () => {
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    const read = asCanonical(ring);
    expect(E.isLeft(read) && read.left.expected).toBe('at most 500 levels');
  });

  it('accepts a backslash before u, d: only true surrogates count', () => {
    expect(canonical('\\ud800')).toBe('"\\\\ud800"');
  });

  it('does not mistake one shape for another whose joined keys look alike', () => {
    expect(canonical({ 'a,b': 1 })).toBe('{"a,b":1}');
    expect(canonical({ a: 1, b: 2 })).toBe('{"a":1,"b":2}');
    expect(canonical({ 'a,b': 3 })).toBe('{"a,b":3}');
  });

  it('treats __proto__ as a key like any other', () => {
    expect(canonical(JSON.parse('{"z":1,"__proto__":{"b":2}}'))).toBe('{"__proto__":{"b":2},"z":1}');
  });

  it('agrees with the reference implementation on any JSON', () =>
    fc.assert(fc.property(anyJson, (value) => canonical(value as JsonValue) === canonicalize(value))));

  it('agrees with the reference implementation on any number', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => canonical(n) === canonicalize(n)),
    ));

  it('reads back as the same value', () =>
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(canonical(value as JsonValue))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('does not depend on the order in which keys were written', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(asCanonical(turned)).toEqual(asCanonical(record));
      }),
    ));
});
