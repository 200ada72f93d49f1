/** `@lienthong/adapters-portal`: the status of cases on its way to portal, province and citizen. */
export { type ContactsEnv, contactsIn } from './citizen/contacts.js';
export {
  type CitizenOptions,
  type Contact,
  type Contacts,
  type Notice,
  type Notifier,
  type NotifierTrouble,
  toCitizens,
} from './citizen/notifier.js';
export { type Once, onceIn } from './citizen/once.js';
export { type QuietHours, quietFor } from './citizen/quiet-hours.js';
export { type Language, type Telling, textOf } from './citizen/templates.js';
export {
  BATCHED,
  CASE_STATUS,
  cloudEvent,
  type EventNaming,
  LEG_STATUS,
  mediaTypeOf,
  STRUCTURED,
  sequenceOf,
} from './cloud-events/cloud-event.js';
export { schemaId, statusData, statusSchema } from './cloud-events/data.js';
export { inCloudEvents, overLine, REFUSED, type Send, TOO_LARGE } from './cloud-events/over-line.js';
export type { CaseRow, Patience } from './outbox/case-row.js';
export type { Deliver, Delivered, Outgoing, Trouble } from './outbox/delivery.js';
export {
  OUTBOX_RULES,
  type Outbox,
  type OutboxEnv,
  type OutboxRules,
  type OutboxSignal,
  outboxOf,
  type Target,
  type Told,
} from './outbox/outbox.js';
export { type OutboxFault, type Place, viewOf } from './outbox/place.js';
export type { Batches } from './outbox/round.js';
export { type RunningOutbox, runOutbox } from './outbox/run.js';
export {
  type Difference,
  type Held,
  type LookUp,
  type ParkedCase,
  type ReconcileEnv,
  type Reconciliation,
  reconcile,
} from './report/reconcile.js';
export { type Audit, type ResendEnv, type Resending, type Resent, resend } from './report/resend.js';
export type { CaseFacts, LegFacts } from './status/facts.js';
export { groupsUnder } from './status/groups.js';
export { changesIn, type History, historyOf } from './status/history.js';
export type { Next, PublicStanding, StatusChange, ToDo } from './status/standing.js';
export { statusOf } from './status/status-of.js';
export { AUDIENCES, type Audience, latestOf, messagesFor, type StatusMessage } from './status/views.js';
export {
  type Duty,
  type NextActor,
  type PublicAgency,
  type PublicStatus,
  STATUSES,
  type StatusSpan,
} from './status/vocabulary.js';
