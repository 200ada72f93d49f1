/** How the law is written down here: rows that read like the lines of a table, completed from the acts they cite. */
import { day, type PlainDate } from '../values/plain-date.js';
import { acts } from './acts.js';
import type { Citation, Confidence, Parameter, Row } from './dated.js';
import { firstRelease } from './release.js';

/** A place in an act: article, clause (khoản), point (điểm). */
export type Place = Readonly<{ act: string; article?: string; clause?: string; point?: string }>;

/** What a row may say besides its columns. */
type Remarks = Readonly<{ note?: string; knownFrom?: string; release?: string; supersedes?: string; suffix?: string }>;

/** A line of the table, before the parameter's name and the act's dates complete it. */
export type Line<V> = Readonly<{
  from: string;
  to: string;
  value: V;
  by: Place;
  confidence: Confidence;
  remarks: Remarks;
}>;

/** The last day of a row still in force. */
export const open = 'open';

/** Cites a place: `cite('63/2024/NĐ-CP', 7, 2)` is clause 2 of article 7. */
export const cite = (act: string, article?: number | string, clause?: number | string, point?: string): Place => ({
  act,
  ...(article === undefined ? {} : { article: String(article) }),
  ...(clause === undefined ? {} : { clause: String(clause) }),
  ...(point === undefined ? {} : { point }),
});

/** One line: first day, last day (or `open`), value, source, how sure we are, and a remark. */
export const row = <V>(
  from: string,
  to: string,
  value: V,
  by: Place,
  confidence: Confidence,
  remarks: string | Remarks = {},
): Line<V> => ({ from, to, value, by, confidence, remarks: typeof remarks === 'string' ? { note: remarks } : remarks });

/** Known since the act was promulgated; where that day was not found, since the row's first day (R11). */
const knowledge = (line: Line<unknown>): Pick<Row<unknown>, 'knownFrom' | 'knownFromInferred'> => {
  const promulgated = acts.get(line.by.act)?.promulgatedOn;
  const known: PlainDate | undefined = line.remarks.knownFrom ? day(line.remarks.knownFrom) : promulgated;
  return known ? { knownFrom: known } : { knownFrom: day(line.from), knownFromInferred: true };
};

const complete =
  (name: string) =>
  <V>(line: Line<V>): Row<V> => {
    const { suffix, note, supersedes, release = firstRelease } = line.remarks;
    const from = day(line.from);
    const to = line.to === open ? undefined : day(line.to);
    const citation: Citation = {
      ...line.by,
      inForceFrom: from,
      ...(to ? { inForceTo: to } : {}),
      confidence: line.confidence,
    };
    return {
      id: `${name}/${line.from}${suffix ? `/${suffix}` : ''}`,
      value: line.value,
      from,
      ...(to ? { to } : {}),
      ...knowledge(line),
      citation,
      confidence: line.confidence,
      release,
      ...(supersedes ? { supersedes } : {}),
      ...(note ? { note } : {}),
    };
  };

/** A parameter from its lines: name, what the value counts, what it is, the table. */
export const parameter = <V>(
  name: string,
  unit: string,
  about: string,
  lines: readonly Line<NoInfer<V>>[],
): Parameter<V> => ({
  name,
  unit,
  about,
  rows: lines.map(complete(name)),
});

/** A parameter whose lines speak of single days. */
export const parameterOfDays = <V>(
  name: string,
  unit: string,
  about: string,
  lines: readonly Line<NoInfer<V>>[],
): Parameter<V> => ({ ...parameter(name, unit, about, lines), ofDays: true });
