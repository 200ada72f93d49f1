export { type Fallen, type FallenKind, KINDS, type Missing } from './between-registers.js';
export type { AnyCase, Asked, CaseRow } from './case-row.js';
export { CASES, type CasesViewOptions, casesView } from './cases-view.js';
export type { Due } from './due.js';
export { type Money, money, NO_MONEY, type Sum, sumOf } from './money.js';
export { type CaseQuestions, caseQuestions } from './questions.js';
export {
  birthStanding,
  deathStanding,
  GROUPS,
  type GroupName,
  type LegStanding,
  type Outcome,
} from './standing.js';
export {
  type CaseSummary,
  type Figures,
  figuresOfCase,
  figuresOfLeg,
  type LegFigures,
  type LegSummary,
  type Looked,
  STATUSES,
  type Statistics,
  type Status,
  statisticsOf,
  summarise,
} from './statistics.js';
export { type AskedRequest, type Silence, type Stuck, stuckBecause } from './stuck-requests.js';
export type { Awaited, WorkItem } from './work-list.js';
