export type { ViewBench, ViewPlace } from './bench.js';
export { type ViewCase, viewCases } from './cases.js';
export { aTurn, realTimers } from './timers.js';
export { runViewCase, type ViewStoreUnderTest, viewContract } from './view-contract.js';
