export type { Acknowledged, Bench, Offer, Place, TestClock, WriterJob } from './bench.js';
export { anEvent, numbered, testClock } from './bench.js';
export { type Case, runCase } from './case.js';
export { contractCases } from './cases.js';
export { Broken } from './check.js';
export { commitsThenThrows, conflictsFirst, failsFirst, slow } from './faults.js';
export { modelRun } from './model-run.js';
export { type Deviation, type StoreUnderTest, storeContract } from './store-contract.js';
