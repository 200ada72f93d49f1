/**
 * The view of all cases (khung nhìn hồ sơ): a row a case, and from each row those of the work list, of what is due, of what was
 * asked of other agencies, of the support team's queue, of other systems' codes, of the statistics and of those who fell between the registers. One reading of the feed serves all.
 */
import { type Authority, asClaimed } from '../authority/index.js';
import type { JsonObject } from '../evidence/canonical.js';
import type { StoredEvent } from '../kernel/index.js';
import type { Projection } from '../kernel/project.js';
import type { Row } from '../kernel/view-store.js';
import type { LawBook } from '../law/index.js';
import { birthCaseKind } from '../linked/birth-case/index.js';
import { deathCaseKind } from '../linked/death-case/index.js';
import { aliasRows } from './aliases.js';
import { missingRows } from './between-registers.js';
import { birthViews } from './births.js';
import { type AnyCase, type CaseRow, rowAfter } from './case-row.js';
import { deathViews } from './deaths.js';
import { dueRows } from './due.js';
import { matterRows } from './escalations.js';
import { type GroupViews, unitOf, viewRow } from './group-views.js';
import { type CaseSummary, summarise } from './statistics.js';
import { requestRows } from './stuck-requests.js';
import { workRows } from './work-list.js';

export const CASES = 'cases';

/** Raised whenever the same events make other rows; the release of the law stands beside it. */
const VERSION = 2;

export const SUMMARIES = 'case/';

const CASE = /^(birth|death)-[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The group a stream's case is of; `undefined` for notices, claims and whatever else a journal keeps. */
const groupOf = (stream: string): 'birth' | 'death' | undefined =>
  CASE.test(stream) ? (stream.startsWith('birth') ? 'birth' : 'death') : undefined;

const isStuck = ({ application, requests }: AnyCase): boolean =>
  application.escalated.length > 0 || Object.values(requests).some(({ status }) => status === 'given-up');

/** The case as the statistics count it; `undefined` where nothing was applied for. */
const summaryOf = <S extends AnyCase>(row: CaseRow<S>, { standing }: GroupViews<S>): CaseSummary | undefined => {
  const { group, state, late, filedAt } = row;
  const { declaration, delivered, phase } = state.application;
  return summarise({
    group,
    phase,
    stuck: isStuck(state),
    late,
    commune: declaration === null ? undefined : unitOf(row),
    filedAt,
    legs: (declaration?.legs ?? []).map((leg) => ({
      leg,
      ...standing(state, leg),
      handedOver: delivered.includes(leg),
    })),
  });
};

const rowsOf = <S extends AnyCase>(row: CaseRow<S>, group: GroupViews<S>): readonly Row[] => {
  const summary = summaryOf(row, group);
  return [
    ...(summary === undefined ? [] : [viewRow(`${SUMMARIES}${row.stream}`, summary)]),
    ...workRows(row, group),
    ...dueRows(row, group),
    ...requestRows(row),
    ...matterRows(row),
    ...aliasRows(row),
    ...missingRows(row, group.fallen(row), isStuck(row.state)),
  ];
};

export type CasesViewOptions = Readonly<{
  law: LawBook;
  /** Which unit answers for another, and who holds an office. */
  authority?: Authority;
  /** Changes whenever `authority` makes other rows. */
  authorityVersion?: string;
}>;

export const casesView = ({ law, authority = asClaimed, authorityVersion = '' }: CasesViewOptions): Projection => {
  const [births, deaths] = [birthViews(law, authority), deathViews(law, authority)];
  const afterBirth = rowAfter('birth', birthCaseKind(law, authority));
  const afterDeath = rowAfter('death', deathCaseKind(law, authority));
  const isBirth = (row: CaseRow<AnyCase>): row is CaseRow<Parameters<typeof births.dueDates>[0]> =>
    row.group === 'birth';
  return {
    name: CASES,
    version: [VERSION, law.release, authorityVersion].filter((part) => part !== '').join('/'),
    keyOf: ({ stream }: StoredEvent) => (groupOf(stream) === undefined ? undefined : stream),
    apply: (row, stored) => (groupOf(stored.stream) === 'birth' ? afterBirth : afterDeath)(row, stored),
    derive: (_, value: JsonObject) => {
      const row = value as unknown as CaseRow;
      return isBirth(row) ? rowsOf(row, births) : rowsOf(row as CaseRow<Parameters<typeof deaths.dueDates>[0]>, deaths);
    },
  };
};
