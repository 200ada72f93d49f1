/**
 * What is due and overdue (việc đến hạn, quá hạn): each running deadline of each case under its unit and its day. Whether a day
 * has passed is a question with a day in it; the view itself knows no today.
 */
import type { Span } from '../application/index.js';
import type { Row } from '../kernel/view-store.js';
import type { PlainDate } from '../values/plain-date.js';
import type { AnyCase, CaseRow } from './case-row.js';
import { type GroupViews, unitOf, viewRow } from './group-views.js';
import type { GroupName } from './standing.js';

export type Due = Readonly<{
  unit: string;
  dueOn: PlainDate;
  span: Span | 'supplement';
  /** The leg that a supplement is asked for in. */
  leg?: string;
  /** Whose duty it is: an agency's, or the citizen's. */
  duty: string;
  group: GroupName;
  caseId: string;
  stream: string;
}>;

export const duePrefix = (unit?: string): string => (unit === undefined ? 'due/' : `due/${unit}/`);

/** Running deadlines: neither met nor waiting for the citizen, who has a day of their own then. */
export const dueRows = <S extends AnyCase>(
  row: CaseRow<S>,
  { group, dueDates, supplements }: Pick<GroupViews<S>, 'group' | 'dueDates' | 'supplements'>,
): readonly Row[] => {
  const { state, stream, caseId } = row;
  if (state.application.phase !== 'open') return [];
  const asked = supplements(state);
  const held = new Set<string>(asked.map(({ leg }) => leg));
  const waits = (span: Span): boolean => held.has(span === 'whole' ? group : span);
  const about = { group, caseId, stream };
  const rows = new Map<string, Due>();
  const add = (name: string, due: Due): void =>
    void rows.set(`${duePrefix(due.unit)}${due.dueOn}/${stream}/${name}`, due);

  for (const { span, dueOn, duty, met } of dueDates(state)) {
    if (met || dueOn === null || waits(span)) continue;
    add(span, { unit: unitOf(row, span), dueOn, span, duty, ...about });
  }
  for (const { leg, until } of asked) {
    if (until === null) continue;
    add(`supplement-${leg}`, {
      unit: unitOf(row, leg),
      dueOn: until,
      span: 'supplement',
      leg,
      duty: 'citizen',
      ...about,
    });
  }
  return [...rows].map(([key, due]) => viewRow(key, due));
};
