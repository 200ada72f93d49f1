/** The law book (bộ dữ liệu pháp luật): all rows of a release, asked by day governed and day of knowledge. */
import { canonical, type JsonValue } from '../evidence/canonical.js';
import { digest } from '../evidence/chain.js';
import { addDays, type PlainDate } from '../values/plain-date.js';
import { calendarParameters } from './calendar/holidays.js';
import type { LawBook, LawDate, LawInForce, Parameter, Row } from './dated.js';
import { type LawPack, withPacks } from './pack.js';
import { deathRulebooks } from './parameters/death-rulebooks.js';
import { rulebooks } from './parameters/rulebooks.js';
import * as provision from './provision.js';
import { compareReleases, currentRelease } from './release.js';

type AnyRow = Row<unknown>;

/** Every parameter of this release, in the order of the tables. */
export const allParameters: readonly Parameter<unknown>[] = [
  ...rulebooks,
  ...deathRulebooks,
  ...Object.values(provision),
  ...calendarParameters,
];

/** The canonical text of one row, as hashed. */
export const rowText = (parameter: Parameter<unknown>, row: AnyRow): string =>
  canonical({ parameter: parameter.name, unit: parameter.unit, row: row as unknown as JsonValue });

/** The hash of one row: the seal under which a published row may never change. */
export const rowHash = (parameter: Parameter<unknown>, row: AnyRow): string => digest(rowText(parameter, row));

/** Rows of one release: written down by then, and not superseded by a row written down by then. */
const ofRelease = (parameter: Parameter<unknown>, release: string): Parameter<unknown> => {
  const written = parameter.rows.filter((row) => compareReleases(row.release, release) <= 0);
  const superseded = new Set(written.flatMap((row) => row.supersedes ?? []));
  return { ...parameter, rows: written.filter((row) => !superseded.has(row.id)) };
};

const inForce = (row: AnyRow, on: PlainDate): boolean => row.from <= on && (row.to === undefined || on <= row.to);

/** Of two rows in force, the one known later, else the one that begins later, else the one written below. */
const stronger = (one: AnyRow, other: AnyRow): AnyRow =>
  other.knownFrom > one.knownFrom || (other.knownFrom === one.knownFrom && other.from >= one.from) ? other : one;

/** An end is known only together with what follows it: until then the row was taken to go on. */
const asKnown = (parameter: Parameter<unknown>, knownOn: PlainDate): readonly AnyRow[] => {
  const visible = parameter.rows.filter((row) => row.knownFrom <= knownOn);
  if (parameter.ofDays) return visible;
  const unheard = new Set(parameter.rows.flatMap((row) => (row.knownFrom > knownOn ? [row.from] : [])));
  return visible.map((row) => (row.to && unheard.has(addDays(row.to, 1)) ? withoutEnd(row) : row));
};

const withoutEnd = ({ to: _, citation: { inForceTo: __, ...citation }, ...row }: AnyRow): AnyRow => ({
  ...row,
  citation,
});

const choose = (parameter: Parameter<unknown>, on: PlainDate, knownOn: PlainDate): AnyRow | undefined =>
  asKnown(parameter, knownOn)
    .filter((row) => inForce(row, on))
    .reduce<AnyRow | undefined>((best, row) => (best ? stronger(best, row) : row), undefined);

const lastIndexAtMost = (sorted: readonly string[], day: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Days on which the law in force, or what is known of it, changes. Between two of them every answer is the same. */
const turningPoints = (days: readonly string[]): readonly string[] => [...new Set(days)].sort();

type LawSet = Readonly<{ rows: ReadonlyMap<string, AnyRow>; hash: string }>;

/** Binds a choice of rows to one release; law sets are computed once for each stretch of days. */
const bookOf = (release: string, parameters: readonly Parameter<unknown>[], rebuild: LawBook['rebuild']): LawBook => {
  const byName = new Map(parameters.map((each) => [each.name, each]));
  const ruling = parameters.filter((each) => !each.ofDays);
  const daily = parameters.filter((each) => each.ofDays);
  const changes = turningPoints(
    ruling.flatMap(({ rows }) => rows.flatMap((row) => (row.to ? [row.from, addDays(row.to, 1)] : [row.from]))),
  );
  const news = turningPoints(parameters.flatMap(({ rows }) => rows.map((row) => row.knownFrom)));
  const texts = new Map<AnyRow, string>();
  const sets = new Map<string, LawSet>();

  const textOf = (parameter: Parameter<unknown>, row: AnyRow): string => {
    const known = texts.get(row) ?? rowText(parameter, row);
    texts.set(row, known);
    return known;
  };

  const collect = ({ on, knownOn }: LawDate): LawSet => {
    const rows = new Map<string, AnyRow>();
    const visible: string[] = [];
    for (const parameter of ruling) {
      const row = choose(parameter, on, knownOn);
      if (!row) continue;
      rows.set(parameter.name, row);
      visible.push(textOf(parameter, row));
    }
    for (const parameter of daily)
      for (const row of parameter.rows) if (row.knownFrom <= knownOn) visible.push(textOf(parameter, row));
    return { rows, hash: digest(`[${visible.join(',')}]`) };
  };

  const setAt = (date: LawDate): LawSet => {
    const stretch = `${lastIndexAtMost(changes, date.on)}:${lastIndexAtMost(news, date.knownOn)}`;
    const known = sets.get(stretch) ?? collect(date);
    sets.set(stretch, known);
    return known;
  };

  const rowOn: LawBook['rowOn'] = <V>({ name }: Parameter<V>, on: PlainDate, knownOn: PlainDate) => {
    const parameter = byName.get(name);
    return parameter && (choose(parameter, on, knownOn) as Row<V> | undefined);
  };

  const at = (date: LawDate): LawInForce => {
    const set = setAt(date);
    return {
      date,
      id: { release, on: date.on, knownOn: date.knownOn, hash: set.hash },
      row: <V>(parameter: Parameter<V>) =>
        (parameter.ofDays ? rowOn(parameter, date.on, date.knownOn) : set.rows.get(parameter.name)) as
          | Row<V>
          | undefined,
    };
  };

  return { release, parameters, at, named: (name) => byName.get(name), rowOn, rebuild };
};

/**
 * The book of this release, or of given parameters, with an embedder's packs laid over it in order.
 * Its release names the packs too: `0.1.0+hanoi@3`.
 */
export const lawBook = (
  parameters: readonly Parameter<unknown>[] = allParameters,
  packs: readonly LawPack[] = [],
): LawBook => {
  const rebuild = (release: string): LawBook | undefined => {
    const [base = '', ...wanted] = release.split('+');
    const chosen = wanted.map((name) => packs.find((pack) => `${pack.id}@${pack.version}` === name));
    if (!/^\d+\.\d+\.\d+$/.test(base) || compareReleases(base, currentRelease) > 0) return undefined;
    if (chosen.some((pack) => pack === undefined)) return undefined;
    const rows = parameters.map((each) => ofRelease(each, base));
    return bookOf(release, withPacks(rows, chosen as LawPack[], base), rebuild);
  };
  const own = [currentRelease, ...packs.map((pack) => `${pack.id}@${pack.version}`)].join('+');
  return rebuild(own) as LawBook;
};
