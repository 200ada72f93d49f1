/**
 * The residence register (cư trú) and the identity authority (căn cước) over HTTP, and the consents that come in.
 *
 * - `residenceDesks(line, inbox?)` and `identityDesks(line, inbox?)` are the desks that a courier asks, those of births and those
 *   of deaths apart: `{ births: {'register-residence', 'tell-residence'}, deaths: {'delete-residence', 'tell-residence'} }`. With
 *   an inbox they collect what was called back; without one they poll.
 * - `lookUpResident(line, { person })` verifies where somebody is registered.
 * - `consentReceiver(options)` answers `POST /consents`: somebody of the household confirmed, in VNeID or elsewhere, and the
 *   system that asked them signs it (RFC 9421). It becomes `RecordConsent` in the case, under an id that follows from the case,
 *   from whom it is and the confirmation: 202 when it was recorded now, 204 when it stood there already, and the law's no as a
 *   problem (RFC 9457) with its refusals.
 *
 * The contracts themselves are at `./wire`, with their OpenAPI 3.1 documents; `./serve` speaks them from the other side.
 */

export type { ReceivingOptions, Recorded, SayRefusal, SignerKeys } from '@lienthong/adapters-http/receive';
export { type ConsentOrder, consentOrder, type RecordConsent } from './consents/order.js';
export { type ConsentReceiverOptions, consentReceiver } from './consents/receiver.js';
export { type IdentityDesks, identityDesks, type ResidenceDesks, residenceDesks } from './desks.js';
export { lookUpResident } from './look-up.js';
export type { ResidentAnswer, ResidentQuestion } from './wire/resident.schema.js';
