export type { RequestCommand } from './commands.js';
export {
  type Courier,
  type CourierEnv,
  type CourierLimits,
  createCourier,
  type NotTaken,
  type Round,
} from './courier.js';
export { type RequestReason, requestMachine } from './decider.js';
export { type Door, door, type OpenFile, type Said, type SaidAnswer, type SaidDelivery } from './door.js';
export {
  type Answer,
  BIRTH_PURPOSES,
  type BirthPurpose,
  DEATH_PURPOSES,
  type DeathPurpose,
  isRequestEvent,
  type OpenRequest,
  type Purpose,
  REQUEST_EVENTS,
  type RequestEvent,
  type RequestIntended,
  type RequestStatus,
} from './events.js';
export { EMPTY_LEDGER, evolveLedger, intend, isPending, type Ledger, ofPurpose } from './ledger.js';
export type { CourierNews, NewsKind } from './news.js';
export type { Acknowledged, Answered, Ask, Delivery, Desk, Progress, Repeats, Reply } from './port.js';
export type { Change, ChangeAnswer, Told } from './telling.js';
export {
  createTimekeeper,
  type Ticked,
  type Timekeeper,
  type TimekeeperEnv,
  type Timer,
} from './timekeeper.js';
