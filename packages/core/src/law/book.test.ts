import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '../values/plain-date.js';
import { allParameters, lawBook } from './book.js';
import type { Parameter, Row } from './dated.js';
import * as provision from './provision.js';
import { cite, open, parameter, row } from './table.js';

const book = lawBook();
const on = (written: string, knownOn = written) => book.at({ on: day(written), knownOn: day(knownOn) });

describe('asking the law', () => {
  it('answers with the row of the day, not only its value', () => {
    const limit = on('2024-08-29').row(provision.limitWhole);
    expect(limit).toMatchObject({
      value: { unit: 'working-days', n: 3, verified: 5 },
      from: '2024-07-01',
      knownFrom: '2024-06-10',
      citation: { act: '63/2024/NĐ-CP', article: '7', clause: '2' },
      confidence: 'official',
    });
  });

  it('changes with the rulebook on its first day', () => {
    const whole = (written: string) => on(written).row(provision.limitWhole)?.value;
    expect(whole('2023-07-09')).toMatchObject({ n: 20 });
    expect(whole('2023-07-10')).toMatchObject({ n: 4, verified: 6 });
    expect(whole('2024-06-30')).toMatchObject({ n: 4, verified: 6 });
    expect(whole('2024-07-01')).toMatchObject({ n: 3, verified: 5 });
    expect(whole('2026-08-31')).toMatchObject({ n: 3, verified: 5 });
    expect(whole('2026-09-01')).toEqual({ unit: 'unset' });
  });

  it('has no answer before the first row', () => {
    expect(on('2010-01-01').row(provision.limitWhole)).toBeUndefined();
  });

  it('knows a new text from its promulgation, and the end of the old one no sooner', () => {
    const residence = (knownOn: string) => on('2026-09-03', knownOn).row(provision.limitResidence);
    expect(residence('2026-07-29')).toMatchObject({ citation: { act: '63/2024/NĐ-CP' } });
    expect(residence('2026-07-29')).not.toHaveProperty('to');
    expect(residence('2026-07-30')).toMatchObject({ citation: { act: '301/2026/NĐ-CP' } });
  });

  it('knows a law passed long before it enters into force', () => {
    expect(on('2027-03-01', '2026-04-28').row(provision.competentCommune)?.value.scope).toBe('residence');
    expect(on('2027-03-01', '2026-12-01').row(provision.competentCommune)?.value.scope).toBe('anywhere');
    expect(on('2026-07-10', '2026-06-01').row(provision.verification)?.value.underSixAtParentsPlace).toBe('forbidden');
  });

  it('lets a commune anywhere register from March 2027', () => {
    expect(on('2027-02-28').row(provision.competentCommune)?.value.scope).toBe('residence');
    expect(on('2027-03-01').row(provision.competentCommune)?.value.scope).toBe('anywhere');
  });

  it('forbids to verify an under-six at the parents’ place from July 2026', () => {
    expect(on('2026-06-30').row(provision.verification)?.value.underSixAtParentsPlace).toBe('allowed');
    expect(on('2026-07-01').row(provision.verification)?.value.underSixAtParentsPlace).toBe('forbidden');
  });

  it('finds a parameter by its name', () => {
    expect(book.named('limit.whole')?.about).toBe('The whole group');
    expect(book.named('limit.nothing')).toBeUndefined();
  });

  it('has every provision in the book', () => {
    for (const each of Object.values(provision)) expect(book.named(each.name)?.rows).toEqual(each.rows);
  });
});

describe('the hash of a law set', () => {
  it('is the same for two days between which nothing changed', () => {
    expect(on('2024-08-20').id.hash).toBe(on('2024-08-29').id.hash);
  });

  it('changes when the law in force changes, and when something becomes known', () => {
    expect(on('2024-06-30').id.hash).not.toBe(on('2024-07-01').id.hash);
    expect(on('2026-08-01', '2026-07-29').id.hash).not.toBe(on('2026-08-01', '2026-07-30').id.hash);
  });

  it('changes when a holiday is decided, so that the calendar used can be told', () => {
    expect(on('2023-11-03', '2023-11-02').id.hash).not.toBe(on('2023-11-03', '2023-11-03').id.hash);
  });

  it('is the same in another book of the same rows', () => {
    expect(lawBook().at({ on: day('2025-05-05'), knownOn: day('2025-05-05') }).id).toEqual(on('2025-05-05').id);
  });

  it('is 64 hexadecimal digits', () => {
    expect(on('2025-05-05').id.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('releases', () => {
  const limit = (rows: Parameter<number>['rows']): Parameter<number> => ({ name: 'x', unit: 'days', about: 'x', rows });
  const wrong = parameter<number>('x', 'days', 'x', [row('2020-01-01', open, 7, cite('61/2018/NĐ-CP'), 'official')]);
  const mended = parameter<number>('x', 'days', 'x', [
    row('2020-01-01', open, 9, cite('61/2018/NĐ-CP'), 'official', {
      release: '0.1.0',
      supersedes: 'x/2020-01-01',
      suffix: 'mended',
    }),
  ]);
  const past: Row<number>[] = wrong.rows.map((each) => ({ ...each, release: '0.0.1' }));
  const both = limit([...past, ...mended.rows]);
  const asked = { on: day('2021-01-01'), knownOn: day('2021-01-01') };

  it('mend a mistake of ours by a later row', () => {
    expect(lawBook([both]).at(asked).row(both)?.value).toBe(9);
  });

  it('rebuild what an earlier release said, to the hash', () => {
    const earlier = lawBook([both]).rebuild('0.0.1');
    expect(earlier?.at(asked).row(both)?.value).toBe(7);
    expect(earlier?.at(asked).id).toEqual({
      ...asked,
      release: '0.0.1',
      hash: lawBook([limit(past)]).at(asked).id.hash,
    });
  });

  it('do not rebuild what they do not contain', () => {
    expect(lawBook().rebuild('99.0.0')).toBeUndefined();
    expect(lawBook().rebuild('0.1.0+hanoi@3')).toBeUndefined();
    expect(lawBook().rebuild('today')).toBeUndefined();
  });
});

describe('choosing among rows', () => {
  /** Another way to the same answer: walk the rows in the order of knowledge and let each cover its days. */
  const painted = (rows: readonly Row<number>[], asked: PlainDate, knownOn: PlainDate): number | undefined => {
    const heard = rows.filter((each) => each.knownFrom <= knownOn);
    const order = [...heard].sort((a, b) => `${a.knownFrom}${a.from}`.localeCompare(`${b.knownFrom}${b.from}`));
    return order.filter((each) => each.from <= asked && asked <= (each.to ?? '9999')).at(-1)?.value;
  };

  const anyRows = fc
    .uniqueArray(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)), { maxLength: 6, selector: String })
    .map((spans) =>
      spans.map(([from, length, known], value): Row<number> => {
        const first = addDays(day('2024-01-01'), from);
        const citation = { act: '60/2014/QH13', inForceFrom: first, confidence: 'official' as const };
        return {
          id: String(value),
          value,
          from: first,
          to: addDays(first, length),
          knownFrom: addDays(day('2024-01-01'), known),
          citation,
          confidence: 'official',
          release: '0.1.0',
        };
      }),
    );

  it('takes the one known last, then the one that begins last', () =>
    fc.assert(
      fc.property(anyRows, fc.nat(120), fc.nat(70), (rows, asked, known) => {
        const days: Parameter<number> = { name: 'x', unit: '', about: '', rows, ofDays: true };
        const [date, knownOn] = [addDays(day('2024-01-01'), asked), addDays(day('2024-01-01'), known)];
        expect(lawBook([days]).rowOn(days, date, knownOn)?.value).toBe(painted(rows, date, knownOn));
      }),
    ));

  it('answers alike on every day of a stretch without change', () =>
    fc.assert(
      fc.property(anyRows, fc.nat(120), fc.nat(70), (rows, asked, known) => {
        const ruling: Parameter<number> = { name: 'x', unit: '', about: '', rows };
        const date = { on: addDays(day('2024-01-01'), asked), knownOn: addDays(day('2024-01-01'), known) };
        const shared = lawBook([ruling]);
        for (let i = 0; i < 120; i += 7) shared.at({ ...date, on: addDays(day('2024-01-01'), i) });
        expect(shared.at(date).row(ruling)).toEqual(shared.rowOn(ruling, date.on, date.knownOn));
      }),
    ));

  it('holds for the whole book: what `at` says is what the rows say', () => {
    for (let date = day('2022-12-01'); date < '2027-06-01'; date = addDays(date, 11))
      for (const each of allParameters)
        expect(book.at({ on: date, knownOn: date }).row(each)).toEqual(book.rowOn(each, date, date));
  });
});
