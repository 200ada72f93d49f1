export { type Account, accounted, behaviourOf, behaviours } from './accounted.js';
export type {
  Acknowledged,
  BackupKind,
  Bench,
  HeldWriter,
  Interruption,
  Loss,
  Offer,
  Place,
  TestClock,
  WriterJob,
} from './bench.js';
export { anEvent, numbered, testClock } from './bench.js';
export { type Case, runCase } from './case.js';
export { contractCases } from './cases.js';
export { Broken } from './check.js';
export { commitsThenThrows, conflictsFirst, duplicatesDelivery, failsFirst, slow } from './faults.js';
export { modelRun } from './model-run.js';
export { type Deviation, type StoreUnderTest, storeContract } from './store-contract.js';
