/** `@lienthong/adapters-dci/client`: our insurance and social side asks a civil registry and is told of events. */
export type {
  Ack,
  NotifyEvents,
  SearchAnswer,
  SubscribeAnswer,
  TxnStatusAnswer,
  UnsubscribeAnswer,
} from '../message/messages.schema.js';
export type { PublicKey, SecretKey } from '../message/signature.js';
export type { CallbackHeader, SearchItem, Status, SubscribeItem, TxnStatusRequest } from '../message/types.js';
export { eventCodes, RECORD_TYPE, type RegistryEvent } from '../vital-events.js';
export {
  type Asked,
  type ClientOptions,
  type DciClient,
  type DciFault,
  dciClient,
  type NotKnown,
  type NotTheirs,
  type Registry,
  type Rejected,
} from './client.js';
export { newbornEnrolment, type Proposal, type Proposals, stopOnDeath } from './flows.js';
export { dciReceiver, type Heard, memorySeen, type ReceiverOptions, type SeenMessages } from './receiver.js';
export type { Way } from './way.js';
