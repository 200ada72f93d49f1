export {
  type Access,
  accessStream,
  type Look,
  type Opened,
  openLogged,
  PERSONAL_DATA_OPENED,
  whoLooked,
} from './access-log.js';
export { type Carriers, carriers } from './carriers.js';
export {
  ERASERS,
  ERASURE_GROUNDS,
  type ErasePerson,
  type Erasure,
  type ErasureGround,
  type ErasureReason,
  type PersonErased,
  type ToErase,
} from './erasure.js';
export {
  type FieldUse,
  fieldUse,
  type Group,
  keptFor,
  type Purpose,
  personalFields,
  type SubjectUse,
  subjectUse,
} from './fields.js';
export { type FoundPerson, findPerson, type NumberDigests } from './find-person.js';
export { type ForgetEnv, type ForgetRequest, type Forgotten, forget, PERSON_ERASED } from './forget.js';
export { type Held, type HeldEnv, type HeldField, type HeldQuestion, heldAbout } from './held.js';
export { type ErasureKind, erasureKind, erasureStream } from './kind.js';
export { sayOfErasure } from './messages.js';
export { type Reapplied, reapply } from './reapply.js';
export { type PeopleOf, type Standing, subjectsIn } from './standing.js';
