import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { day } from '../values/plain-date.js';
import { allParameters, lawBook } from './book.js';
import { packPayload, type VerifySignature, verifyPack } from './pack.js';
import { acceptLawPack, lawPackJsonSchema } from './pack.schema.js';
import * as provision from './provision.js';

const row = {
  id: 'limit.whole/2026-09-01/final',
  value: { unit: 'working-days', n: 9, verified: 12 },
  from: '2026-09-01',
  knownFrom: '2026-12-01',
  citation: { act: '301/2026/NĐ-CP', article: '5' },
  confidence: 'secondary',
};

const pack = (change: object = {}, rowChange: object = {}) => ({
  pack: 1,
  id: 'decree-301',
  version: '1',
  parameters: [{ name: 'limit.whole', mode: 'add', rows: [{ ...row, ...rowChange }] }],
  ...change,
});

const accepted = (raw: unknown) => {
  const read = acceptLawPack(raw, allParameters);
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

const problems = (raw: unknown): readonly string[] => {
  const read = acceptLawPack(raw, allParameters);
  return E.isLeft(read) ? read.left.map(({ at, expected }) => `${at}: ${expected}`) : [];
};

const asked = (knownOn: string) => ({ on: day('2026-09-03'), knownOn: day(knownOn) });

describe('a law pack', () => {
  it('adds a row that holds from the day it was known', () => {
    const book = lawBook(allParameters, [accepted(pack())]);
    expect(book.release).toBe('0.1.0+decree-301@1');
    expect(book.at(asked('2026-11-30')).row(provision.limitWhole)?.value).toEqual({ unit: 'unset' });
    expect(book.at(asked('2026-12-01')).row(provision.limitWhole)).toMatchObject({
      value: { n: 9, verified: 12 },
      release: '0.1.0+decree-301@1',
      citation: { article: '5', inForceFrom: '2026-09-01', confidence: 'secondary' },
    });
  });

  it('replaces all rows of a parameter where it says so', () => {
    const draft = pack({
      parameters: [{ name: 'limit.whole', mode: 'replace', rows: [{ ...row, knownFrom: '2026-09-01' }] }],
    });
    const book = lawBook(allParameters, [accepted(draft)]);
    expect(book.at(asked('2026-09-01')).row(provision.limitWhole)?.value).toMatchObject({ n: 9 });
    expect(book.at({ on: day('2024-08-01'), knownOn: day('2026-09-01') }).row(provision.limitWhole)).toBeUndefined();
  });

  it('supersedes a row by name', () => {
    const book = lawBook(allParameters, [
      accepted(pack({}, { supersedes: 'limit.whole/2026-09-01', knownFrom: '2026-07-30' })),
    ]);
    expect(book.named('limit.whole')?.rows.map(({ id }) => id)).not.toContain('limit.whole/2026-09-01');
  });

  it('brings a parameter of its own', () => {
    const own = {
      name: 'hanoi.fee',
      mode: 'add',
      unit: 'đồng',
      about: 'Late fee',
      rows: [{ ...row, id: 'hanoi.fee/1', value: 5000 }],
    };
    const book = lawBook(allParameters, [accepted(pack({ parameters: [own] }))]);
    const fee = book.named('hanoi.fee');
    expect(fee && book.at(asked('2026-12-01')).row(fee)?.value).toBe(5000);
  });

  it('changes the hash of the law sets it touches, and the plain book can still be rebuilt', () => {
    const book = lawBook(allParameters, [accepted(pack())]);
    expect(book.at(asked('2026-12-01')).id.hash).not.toBe(lawBook().at(asked('2026-12-01')).id.hash);
    expect(book.rebuild('0.1.0')?.at(asked('2026-12-01')).id).toEqual(lawBook().at(asked('2026-12-01')).id);
    expect(book.rebuild('0.1.0+decree-301@1')?.at(asked('2026-12-01')).id).toEqual(book.at(asked('2026-12-01')).id);
  });

  it('adds days off of a province', () => {
    const dayOff = {
      ...row,
      id: 'calendar.special-days/2026-10-10/hanoi',
      value: { kind: 'holiday', name: { vi: 'Ngày Giải phóng Thủ đô', en: 'Liberation of the Capital' } },
      from: '2026-10-09',
      to: '2026-10-09',
      knownFrom: '2026-09-01',
    };
    const book = lawBook(allParameters, [
      accepted(pack({ parameters: [{ name: 'calendar.special-days', mode: 'add', rows: [dayOff] }] })),
    ]);
    expect(book.named('calendar.special-days')?.rows).toHaveLength(
      (lawBook().named('calendar.special-days')?.rows.length ?? 0) + 1,
    );
  });

  it.each([
    ['another format', pack({ pack: 2 }), 'pack: '],
    ['no parameters', pack({ parameters: [] }), 'parameters: '],
    [
      'a day that does not exist',
      pack({}, { from: '2026-02-30' }),
      'parameters.0.rows.0.from: a day that exists in the calendar',
    ],
    ['an end before its beginning', pack({}, { to: '2026-08-31' }), 'parameters.0.rows.0.to: a day not before `from`'],
    ['a value of another kind', pack({}, { value: 9 }), 'parameters.0.rows.0.value: record of'],
    ['an act nobody knows', pack({}, { citation: { act: '1/2030/NĐ-CP' } }), 'parameters.0.rows.0.citation.act: '],
    ['an id already taken', pack({}, { id: 'limit.whole/2026-09-01' }), 'parameters.0.rows.0.id: '],
    ['a superseded row that is not there', pack({}, { supersedes: 'x' }), 'parameters.0.rows.0.supersedes: '],
    ['a field we do not know', pack({}, { colour: 'red' }), 'parameters.0.rows.0: '],
    [
      'a new parameter without a description',
      pack({ parameters: [{ name: 'new.one', mode: 'add', rows: [row] }] }),
      'parameters.0.name: ',
    ],
    ['something else altogether', 'law', ': '],
  ])('is refused with %s, and says where', (_, raw, where) => {
    expect(problems(raw).some((problem) => problem.startsWith(where))).toBe(true);
  });

  it('may cite an act it brings along', () => {
    expect(problems(pack({ acts: ['1/2030/NĐ-CP'] }, { citation: { act: '1/2030/NĐ-CP' } }))).toEqual([]);
  });

  it('has a published JSON Schema', () => {
    expect(lawPackJsonSchema()).toMatchObject({ type: 'object', required: ['pack', 'id', 'version', 'parameters'] });
  });
});

describe('the signature of a pack', () => {
  const signed = () => accepted(pack({ signature: { algorithm: 'Ed25519', signer: 'ministry', value: 'c2ln' } }));
  const asks = (answer: () => Promise<boolean>) => {
    const heard: string[] = [];
    const verify: VerifySignature = (signer, text, signature) => {
      heard.push(signer, text, signature);
      return answer();
    };
    return { verify, heard };
  };

  it('covers the canonical text of all but itself', async () => {
    const { verify, heard } = asks(async () => true);
    expect(await verifyPack(verify)(signed())()).toEqual(E.right(signed()));
    expect(heard).toEqual([
      'ministry',
      E.isRight(packPayload(accepted(pack()))) && (packPayload(accepted(pack())) as { right: string }).right,
      'c2ln',
    ]);
  });

  it('is refused when it does not hold, is missing, or cannot be checked', async () => {
    const refused = async (answer: () => Promise<boolean>, draft = signed()) => {
      const result = await verifyPack(asks(answer).verify)(draft)();
      return E.isLeft(result) ? result.left.expected : 'nothing';
    };
    expect(await refused(async () => false)).toBe('a signature that holds');
    expect(await refused(async () => true, accepted(pack()))).toBe('a signature');
    expect(await refused(() => Promise.reject(new Error('no key')))).toBe('a signature that can be checked');
  });
});
