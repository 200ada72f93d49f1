/**
 * The work list (danh sách việc cần làm): what awaits whom, by unit and role. The rules themselves say what may be done as the
 * case stands; listed is what brings it on. What the mere passing of time opens, such as a top-up after a new rate, no event
 * tells of, and no view lists: ask `allowed` with the day.
 */
import type { LegName } from '../application/index.js';
import type { Role } from '../authority/index.js';
import type { Row } from '../kernel/view-store.js';
import type { Instant } from '../values/plain-date.js';
import type { AnyCase, CaseRow } from './case-row.js';
import { type GroupViews, unitOf, viewRow } from './group-views.js';
import type { GroupName } from './standing.js';

export type Awaited = Readonly<{ command: string; leg: LegName | null; request?: string }>;

export type WorkItem = Readonly<{
  unit: string;
  role: Role;
  group: GroupName;
  caseId: string;
  stream: string;
  acts: readonly Awaited[];
  /** Since when the case has stood as it does. */
  since: Instant;
}>;

export const workPrefix = (unit?: string, role?: Role): string =>
  unit === undefined ? 'work/' : role === undefined ? `work/${unit}/` : `work/${unit}/${role}/`;

type Data = Readonly<{ leg?: LegName; request?: string }>;

export const workRows = <S extends AnyCase>(
  row: CaseRow<S>,
  { group, tasks, open }: Pick<GroupViews<S>, 'group' | 'tasks' | 'open'>,
): readonly Row[] => {
  const items = new Map<string, WorkItem>();
  if (row.state.application.declaration === null) return [];
  const openTo = open(row.state, row.lastAt);
  for (const { role, at, commands } of tasks) {
    const unit = unitOf(row, at);
    const found = openTo({ role, unit }, commands);
    if (found.length === 0) continue;
    const key = `${workPrefix(unit, role)}${row.stream}`;
    const acts = found.map(({ type, data }): Awaited => {
      const { leg = null, request } = data as Data;
      return { command: type, leg, ...(request === undefined ? {} : { request }) };
    });
    const { stream, caseId, lastAt } = row;
    const before = items.get(key)?.acts ?? [];
    items.set(key, { unit, role, group, caseId, stream, acts: [...before, ...acts], since: lastAt });
  }
  return [...items].map(([key, item]) => viewRow(key, item));
};
