import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { addDays, plainDate } from '../values/plain-date.js';
import { acts } from './acts.js';
import { allParameters, rowHash } from './book.js';
import type { Row } from './dated.js';
import golden from './golden/rows.json' with { type: 'json' };
import { compareReleases, currentRelease } from './release.js';

const rows: readonly Readonly<{ parameter: string; row: Row<unknown> }>[] = allParameters.flatMap((parameter) =>
  parameter.rows.map((row) => ({ parameter: parameter.name, row })),
);

const ids = (wrong: typeof rows): readonly string[] => wrong.map(({ row }) => row.id);

describe('the rows of the law', () => {
  it('have ids of their own, as parameters have names', () => {
    expect(new Set(ids(rows)).size).toBe(rows.length);
    expect(new Set(allParameters.map(({ name }) => name)).size).toBe(allParameters.length);
  });

  it('cite acts that the registry knows', () => {
    expect(ids(rows.filter(({ row }) => !acts.has(row.citation.act)))).toEqual([]);
  });

  it('lie within the time of the act they cite, or say why not', () => {
    const outside = rows.filter(({ row }) => {
      const act = acts.get(row.citation.act);
      if (!act) return true;
      const tooSoon = row.from < act.inForceFrom;
      const tooLate = act.inForceTo !== undefined && (row.to === undefined || row.to > act.inForceTo);
      return (tooSoon || tooLate) && row.note === undefined;
    });
    expect(ids(outside)).toEqual([]);
  });

  it('end on or after the day they begin, and name real days', () => {
    const broken = rows.filter(
      ({ row }) =>
        [row.from, row.knownFrom, row.to ?? row.from].some((each) => E.isLeft(plainDate(each))) ||
        (row.to !== undefined && row.to < row.from),
    );
    expect(ids(broken)).toEqual([]);
  });

  it('are as sure as their citation, and dated as it is', () => {
    const differing = rows.filter(
      ({ row }) =>
        row.citation.confidence !== row.confidence ||
        row.citation.inForceFrom !== row.from ||
        row.citation.inForceTo !== row.to,
    );
    expect(ids(differing)).toEqual([]);
  });

  it('were written down in a release that exists, and supersede rows that exist', () => {
    const known = new Set(ids(rows));
    const wrong = rows.filter(
      ({ row }) =>
        compareReleases(row.release, currentRelease) > 0 ||
        (row.supersedes !== undefined && !known.has(row.supersedes)),
    );
    expect(ids(wrong)).toEqual([]);
  });

  it('follow one another without a gap within a parameter of periods', () => {
    const gaps = allParameters
      .filter(({ ofDays }) => !ofDays)
      .flatMap(({ rows: all }) =>
        all.slice(1).flatMap((row, i) => {
          const before = all[i];
          return before?.to !== undefined && addDays(before.to, 1) < row.from ? [row.id] : [];
        }),
      );
    expect(gaps).toEqual([]);
  });

  it('are never edited in place: each is still what it was when it was published', () => {
    const seals: Readonly<Record<string, string>> = golden;
    const now = Object.fromEntries(
      allParameters.flatMap((parameter) => parameter.rows.map((row) => [row.id, rowHash(parameter, row)])),
    );
    expect(now).toEqual(seals);
  });
});

describe('the acts', () => {
  it('are promulgated before they enter into force, and end after', () => {
    const wrong = [...acts.values()].filter(
      (act) =>
        (act.promulgatedOn !== undefined && act.promulgatedOn > act.inForceFrom) ||
        (act.inForceTo !== undefined && act.inForceTo < act.inForceFrom),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('are replaced by acts that the registry knows', () => {
    const wrong = [...acts.values()].filter(({ replacedBy }) => replacedBy !== undefined && !acts.has(replacedBy));
    expect(wrong).toEqual([]);
  });
});
