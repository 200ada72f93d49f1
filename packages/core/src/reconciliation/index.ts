export {
  type Confidence,
  type Evidence,
  FINDING_KINDS,
  type Finding,
  type FindingCause,
  type FindingKind,
  type Proposal,
  type ProposedCommand,
  type RecordRef,
} from './finding.js';
export { type CaseToCompare, type KnownCase, knownCase } from './known-case.js';
export { matchNames, type NameMatch, type NameRule, type Reason } from './match-names.js';
export {
  type MergedPlaces,
  matchPeople,
  type Observation,
  type PersonMatch,
  type PersonRule,
  type Verdict,
} from './match-people.js';
export type { WrittenName } from './name-words.js';
export type { ParentFacts, PersonFacts } from './person.js';
export { RECORD_FORMATS, type RecordFault, type RecordFormat, readRecords } from './read-records.js';
export { PATIENCE_DAYS, type Question, type Reconciliation, reconcile } from './reconcile.js';
export { registerRecord } from './records.schema.js';
export { REGISTERS, type RegisterName, type RegisterRecord } from './register-record.js';
export { sayOfReconciliation } from './words.js';
