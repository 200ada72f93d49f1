import { E } from '@lienthong/core/fp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv.js';
import { readRecords } from './read-records.js';

const HEAD = 'register,id,number,name,bornOn,sex,commune,birthOrder,motherName';
const ROW = 'residence,CT-1,040324000011,"Nguyễn Thị, An",03/08/2024,female,16681,1,';

describe('reading the records of a register', () => {
  it('reads CSV, one JSON a line, and a JSON list alike', () => {
    const json = {
      register: 'residence',
      id: 'CT-1',
      name: 'Nguyễn Thị An',
      bornOn: '2024-08-03',
      birthOrder: 1,
    };
    const csv = readRecords(
      '\uFEFFregister,id,name,bornOn,birthOrder\r\nresidence,CT-1,Nguyễn Thị An,03/08/2024,1\r\n',
      'csv',
    );
    expect(csv).toMatchObject({ right: [{ register: 'residence', standing: 'standing', origin: 'elsewhere' }] });
    expect(readRecords(`${JSON.stringify(json)}\n\n`, 'ndjson')).toEqual(csv);
    expect(readRecords(JSON.stringify([json]), 'json')).toEqual(csv);
  });
  it.each([
    ['csv', `${HEAD}\n${ROW}`, { line: 2, field: 'name' }],
    ['csv', `${HEAD}\n\n${ROW.replace('040324000011', '12')}`.replace('Thị,', 'Thị'), { line: 3, field: 'number' }],
    ['csv', 'x,y\n', { line: 1, field: 'register', expected: 'a column of this name' }],
    ['csv', `${HEAD}\nresidence,CT-1`, { line: 2, field: '', expected: '9 cells' }],
    ['csv', `${HEAD}\nresidence,"CT-1`, { line: 2, field: '' }],
    ['csv', '', { line: 1, field: '' }],
    ['ndjson', '{"register":"residence","id":"1"}\n{"register":"moon","id":"1"}', { line: 2, field: 'register' }],
    ['ndjson', '{"register":"residence","id":"1","secret":1}', { line: 1, field: '' }],
    ['ndjson', '{', { line: 1, field: '', expected: 'a JSON document' }],
    ['json', '{}', { line: 1, field: '', expected: 'a list of records' }],
  ] as const)('names the line and the field of a %s file that cannot be read', (format, text, fault) =>
    expect(readRecords(text, format)).toMatchObject({ left: fault }),
  );
  it('never repeats what it could not read', () => {
    const read = readRecords('register,id,number\nresidence,CT-1,040199secret', 'csv');
    expect(JSON.stringify(read)).not.toContain('secret');
  });
  it('takes every text, and throws at none', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
        fc.constantFrom('csv', 'ndjson', 'json'),
        (text, format) => {
          const read = readRecords(text, format);
          if (E.isLeft(read)) expect(read.left.line).toBeGreaterThan(0);
        },
      ),
    ));
  it('reads back every cell that was written with its quotes', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(csvRows(text).rows.map(({ cells }) => cells)).toEqual(rows);
      }),
    ));
});
