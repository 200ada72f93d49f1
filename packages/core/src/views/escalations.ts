/**
 * The support team's queue (hàng đợi của tổ hỗ trợ): each open matter with the case, the agency, the commune, since when, who looks
 * after it and what to look for.
 */

import type { Row } from '../kernel/view-store.js';
import type { Agency } from '../support/index.js';
import { agencyAbout } from '../support/index.js';
import type { Instant } from '../values/plain-date.js';
import type { CaseRow } from './case-row.js';
import { unitOf, viewRow } from './group-views.js';
import type { GroupName } from './standing.js';

export type OpenMatter = Readonly<{
  about: string;
  cause: string;
  agency: Agency | null;
  since: Instant;
  /** The coded id of whoever took it up; `null` while nobody has. */
  lookedAfterBy: string | null;
  lookFor: string | null;
  guidance: readonly string[];
  commune: string;
  group: GroupName;
  caseId: string;
  stream: string;
}>;

export const MATTERS = 'matter/';

export const openMatters = (row: CaseRow): readonly OpenMatter[] => {
  const { state, stream, caseId, group, matters } = row;
  return Object.entries(matters).map(([about, { since, cause, lookFor = null, guidance }]) => ({
    about,
    cause,
    agency: agencyAbout(about, state.requests[about]?.purpose),
    since,
    lookedAfterBy: state.application.lookedAfter[about] ?? null,
    lookFor,
    guidance,
    commune: unitOf(row),
    group,
    caseId,
    stream,
  }));
};

export const matterRows = (row: CaseRow): readonly Row[] =>
  openMatters(row).map((matter) => viewRow(`${MATTERS}${row.stream}/${matter.about}`, matter));

/** Which matters are asked for; all where nothing is named. */
export type QueueAsked = Readonly<{ agency?: Agency; commune?: string }>;

const older = (one: OpenMatter, other: OpenMatter): number =>
  one.since === other.since
    ? `${one.stream}/${one.about}` < `${other.stream}/${other.about}`
      ? -1
      : 1
    : one.since < other.since
      ? -1
      : 1;

/** The oldest first. */
export const queueOf = (matters: readonly OpenMatter[], { agency, commune }: QueueAsked = {}): readonly OpenMatter[] =>
  matters
    .filter(
      (matter) =>
        (agency === undefined || matter.agency === agency) && (commune === undefined || matter.commune === commune),
    )
    .slice()
    .sort(older);

export type QueueCounts = Readonly<{
  open: number;
  /** Nobody looks after these. */
  unattended: number;
  oldest: Instant | null;
  byAgency: Readonly<Record<string, number>>;
  byCommune: Readonly<Record<string, number>>;
  byCause: Readonly<Record<string, number>>;
}>;

const countedBy = (
  matters: readonly OpenMatter[],
  key: (matter: OpenMatter) => string,
): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const matter of matters) counts.set(key(matter), (counts.get(key(matter)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
};

export const countsOf = (matters: readonly OpenMatter[]): QueueCounts => ({
  open: matters.length,
  unattended: matters.filter(({ lookedAfterBy }) => lookedAfterBy === null).length,
  oldest: matters.reduce<Instant | null>((first, { since }) => (first === null || since < first ? since : first), null),
  byAgency: countedBy(matters, ({ agency }) => agency ?? 'none'),
  byCommune: countedBy(matters, ({ commune }) => commune),
  byCause: countedBy(matters, ({ cause }) => cause),
});
