export { type CaseCode, CODED_EVENTS, type CodedCase, type Conflict, conflictsIn, tellsCode } from './aliases.js';
export { type Fallen, type FallenKind, KINDS, type Missing } from './between-registers.js';
export type { AnyCase, Asked, CaseRow } from './case-row.js';
export { CASES, type CasesViewOptions, casesView } from './cases-view.js';
export type { Due } from './due.js';
export { countsOf, type OpenMatter, openMatters, type QueueAsked, type QueueCounts, queueOf } from './escalations.js';
export type { Matter, Matters } from './matters.js';
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
export { type CaseLook, lookAt, type StuckThing, stuckIn } from './stuck-things.js';
export { createSupportWatch, type SupportWatch, type Unheard, unheardOf, type Watched } from './support-watch.js';
export type { Awaited, WorkItem } from './work-list.js';
