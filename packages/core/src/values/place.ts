/**
 * Administrative units (đơn vị hành chính) with their days of validity, and a gazetteer (danh mục) of them. A code
 * stays with its unit while the unit exists, but name, kind and parent may change: then the code has several rows.
 */
import { E, type Either } from '../fp.js';
import { type Malformed, malformed } from './malformed.js';
import { addDays, type PlainDate } from './plain-date.js';

export type UnitKind =
  | 'province' // tỉnh
  | 'city' // thành phố trực thuộc trung ương
  | 'district' // huyện, quận
  | 'town' // thị xã, thành phố thuộc tỉnh
  | 'commune' // xã
  | 'ward' // phường
  | 'township' // thị trấn
  | 'special-zone'; // đặc khu

/** One row: a unit as it was from `from` to `to` inclusive (still so when absent). */
export type AdministrativeUnit = Readonly<{
  /** Two digits a province, three a district, five a commune. */
  code: string;
  name: string;
  kind: UnitKind;
  parent?: string;
  from: PlainDate;
  to?: PlainDate;
  /** Codes that answer from the day after `to`; empty when nothing took its place, absent when not known. */
  successors?: readonly string[];
  /** The act that made this row. */
  decree?: string;
}>;

declare const communeCodeBrand: unique symbol;
/** Five digits: a commune, ward, township or special zone. What it means depends on the day it was written. */
export type CommuneCode = string & { readonly [communeCodeBrand]: true };

export const communeCode = (raw: string): Either<Malformed, CommuneCode> =>
  /^[0-9]{5}$/.test(raw) ? E.right(raw as CommuneCode) : malformed('a commune code of five digits');

/** Guards memory; not a rule of law. */
export const TECHNICAL_LIMIT_OF_A_LINE = 2_000;

/** An address (địa chỉ): the commune, and house, street or hamlet in free text. */
export type Address = Readonly<{ commune: CommuneCode; line?: string }>;

/** Reads an address. Errors: `Malformed` at `commune` or `line`. */
export const address = (raw: Readonly<{ commune: string; line?: string }>): Either<Malformed, Address> => {
  const commune = communeCode(raw.commune);
  if (E.isLeft(commune)) return malformed(commune.left.expected, 'commune');
  if ((raw.line ?? '').length > TECHNICAL_LIMIT_OF_A_LINE)
    return malformed('a line within the technical limit', 'line');
  const line = (raw.line ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  return E.right({ commune: commune.right, ...(line !== '' && { line }) });
};

/** Which unit answers today for a unit of the past. */
export type Answering =
  | Readonly<{ kind: 'one'; unit: AdministrativeUnit }>
  | Readonly<{ kind: 'several'; units: readonly AdministrativeUnit[] }>
  /** Abolished and nothing took its place, as the districts on 2025-07-01. */
  | Readonly<{ kind: 'none'; last: AdministrativeUnit }>
  /** A step of the way is not known; `candidates` are the units the known steps lead to. */
  | Readonly<{ kind: 'unknown'; candidates: readonly AdministrativeUnit[] }>;

export type Gazetteer = Readonly<{
  rows: readonly AdministrativeUnit[];
  /** The unit that bore the code on this day. */
  unitOn: (code: string, date: PlainDate) => AdministrativeUnit | undefined;
  /** All units of a day, or only those directly below one. */
  unitsOn: (date: PlainDate, parent?: string) => readonly AdministrativeUnit[];
  /** Who answers on `date` for the unit that bore `code` on `meantOn` (when absent: the first that bore it). */
  answersFor: (code: string, date: PlainDate, meantOn?: PlainDate) => Answering;
  /** Whether the unit lay inside the other, or was the other, on this day. */
  within: (code: string, ancestor: string, date: PlainDate) => boolean;
}>;

const inForce = (unit: AdministrativeUnit, date: PlainDate): boolean =>
  unit.from <= date && (unit.to === undefined || date <= unit.to);

export const gazetteer = (rows: readonly AdministrativeUnit[]): Gazetteer => {
  const byCode = new Map<string, AdministrativeUnit[]>();
  for (const row of rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  }
  const unitOn: Gazetteer['unitOn'] = (code, date) => byCode.get(code)?.find((row) => inForce(row, date));

  /** Every end of the way from a unit to a day; each step leads to a later row, so it ends. */
  const ends = (unit: AdministrativeUnit, date: PlainDate): readonly End[] => {
    if (date < unit.from) return [{ kind: 'unknown' }];
    if (unit.to === undefined || date <= unit.to) return [{ kind: 'found', unit }];
    if (unit.successors === undefined) return [{ kind: 'unknown' }];
    if (unit.successors.length === 0) return [{ kind: 'abolished', unit }];
    const dayAfter = addDays(unit.to, 1);
    return unit.successors.flatMap((code): readonly End[] => {
      const next = unitOn(code, dayAfter);
      return next ? ends(next, date) : [{ kind: 'unknown' }];
    });
  };

  return {
    rows,
    unitOn,
    unitsOn: (date, parent) =>
      rows.filter((row) => inForce(row, date) && (parent === undefined || row.parent === parent)),
    answersFor: (code, date, meantOn) => {
      const unit = meantOn === undefined ? byCode.get(code)?.[0] : unitOn(code, meantOn);
      return unit ? answerOf(ends(unit, date)) : { kind: 'unknown', candidates: [] };
    },
    within: (code, ancestor, date) => {
      const above = new Set<string>();
      let unit = unitOn(code, date);
      while (unit && !above.has(unit.code)) {
        above.add(unit.code);
        unit = unit.parent === undefined ? undefined : unitOn(unit.parent, date);
      }
      return above.has(ancestor);
    },
  };
};

type End = Readonly<{ kind: 'found' | 'abolished'; unit: AdministrativeUnit }> | Readonly<{ kind: 'unknown' }>;

const answerOf = (ends: readonly End[]): Answering => {
  const units = [...new Set(ends.flatMap((end) => (end.kind === 'found' ? [end.unit] : [])))];
  if (ends.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown', candidates: units };
  const [first, second] = units;
  if (first && second) return { kind: 'several', units };
  if (first) return { kind: 'one', unit: first };
  const [last] = ends;
  return last && last.kind === 'abolished' ? { kind: 'none', last: last.unit } : { kind: 'unknown', candidates: [] };
};
