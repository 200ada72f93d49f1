import { describe, expect, it } from 'vitest';
import { aFiledCase, PERSONAL } from '../harness/a-birth.js';
import { aMonth, type Row } from '../harness/registers.js';

type Found = Readonly<{
  compared: number;
  records: number;
  findings: readonly Readonly<{
    kind: string;
    cause: string;
    cases: readonly string[];
    records: readonly Readonly<{ id: string }>[];
  }>[];
}>;

const STORE = ['--store', 'sqlite:cases.db'] as const;
const asLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** The number with its last digit changed. */
const mistyped = (number = ''): string => number.slice(0, -1) + ((Number(number.slice(-1)) + 1) % 10);

/** Everything that names somebody in these rows. */
const personalIn = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ number, name, motherName, motherNumber }) =>
    [number, name, motherName, motherNumber].filter((value) => typeof value === 'string'),
  );

describe('lienthong reconcile', () => {
  it('finds nothing in clean books, and in books with three faults exactly those', async () => {
    const { rows, lienthong, put } = await aMonth();
    const reconciled = (own: readonly Row[], ...more: readonly string[]) =>
      lienthong('reconcile', ...STORE, '--records', put('records.ndjson', asLines(own)), ...more);

    const clean = await reconciled(rows, '--json');
    expect({ status: clean.status, err: clean.err }).toEqual({ status: 0, err: '' });
    expect(clean.json()).toMatchObject({ findings: [], records: rows.length });
    expect((clean.json() as Found).compared).toBeGreaterThan(20);

    const removed = rows.find(({ register, bornOn }) => register === 'residence' && String(bornOn) >= '2023');
    const altered = rows.find(({ register, id }) => register === 'health-card' && id !== removed?.id);
    const kept = rows.find(
      ({ register, status, name }) => register === 'residence' && status === 'ended' && name !== undefined,
    );
    expect([removed, altered, kept]).not.toContain(undefined);
    const faulty = rows.flatMap((row): readonly Row[] => {
      if (row === removed) return [];
      if (row === altered) return [{ ...row, number: mistyped(row.number) }];
      return row === kept ? [{ ...row, status: 'standing' }] : [row];
    });
    const found = await reconciled(faulty, '--json');
    expect(found.status).toBe(1);
    const { findings } = found.json() as Found;
    expect(findings).toMatchObject([
      { kind: 'child-without-residence', cause: 'record-missing', confidence: 'certain', records: [] },
      { kind: 'dead-still-resident', cause: 'record-standing', confidence: 'certain', records: [{ id: kept?.id }] },
      {
        kind: 'numbers-differ',
        cause: 'one-slip',
        records: [{ register: 'health-card', id: `TE*${altered?.id.slice(-3)}` }],
      },
    ]);
    for (const { cases, ...finding } of findings) {
      expect(cases).toHaveLength(1);
      expect(finding).toMatchObject({ proposals: [{ caseId: cases[0], command: { type: 'Escalate' } }] });
    }

    const lines = [await reconciled(faulty), await reconciled(faulty, '--lang', 'vi')];
    for (const each of [found, ...lines]) {
      expect(each.status).toBe(1);
      for (const personal of personalIn(rows)) expect(each.out).not.toContain(personal);
    }
    expect(lines[0]?.out).toContain('a dead person who is still registered as resident');
    expect(lines[1]?.out).toContain('người đã chết vẫn còn đăng ký thường trú');

    // A register of which nothing was handed in is not missing anything; one declared whole and empty misses everybody.
    const others = rows.filter(({ register }) => register !== 'health-card');
    expect((await reconciled(others)).status).toBe(0);
    const whole = await reconciled(others, '--covers', 'health-card', '--json');
    const kinds = new Set((whole.json() as Found).findings.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['child-without-card']));

    const caseId = findings[0]?.cases[0] ?? '';
    const held = await lienthong('held', caseId, ...STORE, '--json');
    expect(held.json()).toMatchObject({
      looks: expect.arrayContaining([expect.objectContaining({ purpose: 'reconciliation' })]),
    });
    expect(await lienthong('verify', 'sqlite:cases.db')).toMatchObject({ status: 0 });
  });

  it('names file, line and field of what it cannot read, and repeats nothing of it', async () => {
    const { lienthong, put } = await aFiledCase();
    const csv = put('residents.csv', 'register,id,number\nresidence,CT-1,040324000011\nresidence,CT-2,04032SECRET');
    const read = (...files: readonly string[]) => lienthong('reconcile', ...STORE, '--records', ...files, '--json');
    const told = await read(csv);
    expect(told.status).toBe(2);
    expect(told.json()).toMatchObject({ at: 'residents.csv:3:number' });
    expect(told.err + told.out).not.toMatch(/SECRET|04032/);
    expect(await read(put('cards.ndjson', '{"register":"health-card"}'))).toMatchObject({
      status: 2,
      out: expect.stringContaining('cards.ndjson:1:id'),
    });
    expect(await read('gone.csv')).toMatchObject({ status: 2 });
    expect(await read(put('cards.txt', ''))).toMatchObject({ status: 2 });
    const covers = await lienthong('reconcile', ...STORE, '--records', csv, '--covers', 'moon');
    expect(covers).toMatchObject({ status: 2, err: expect.stringContaining('--covers') });
  });

  it('compares nothing where the keys are not', async () => {
    const { lienthong, put } = await aFiledCase();
    const records = put('records.json', '[]');
    expect(await lienthong('export', 'sqlite:cases.db', '--out', 'cases.ndjson')).toMatchObject({ status: 0 });
    const away = await lienthong('reconcile', '--store', 'cases.ndjson', '--records', records);
    expect(away.status).toBe(3);
    expect(await lienthong('reconcile', ...STORE, '--records', records)).toMatchObject({ status: 0, err: '' });
  });

  it('reports a record that names no case of the store', async () => {
    const { lienthong, put, id } = await aFiledCase();
    const row = { register: 'residence', id: 'CT-1', number: '040324000011', name: 'Nguyễn An' };
    const at = (caseId: string) => put('records.json', [{ ...row, case: caseId }]);
    const unknown = await lienthong(
      'reconcile',
      ...STORE,
      '--records',
      at('00000000-0000-7000-8000-000000000000'),
      '--json',
    );
    expect(unknown.status).toBe(1);
    expect(unknown.json()).toMatchObject({ findings: [{ kind: 'unknown-record', cause: 'no-such-case' }] });
    expect(unknown.out).not.toMatch(PERSONAL);
    expect(await lienthong('reconcile', ...STORE, '--records', at(id))).toMatchObject({ status: 0 });
  });
});
