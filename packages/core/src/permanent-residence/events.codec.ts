/** How the events of the residence leg are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, oneOf, stored, text } from '../borders/stored.codec.js';
import { plainDate } from '../values/plain-date.js';
import type { Consenter, ResidenceEvent } from './events.js';
import type { ResidenceRefusalReason } from './ports.js';

export const keptConsenter: Codec<Consenter> = oneOf('owner', 'household-head', 'parent');
export const keptResidenceRefusal: Codec<ResidenceRefusalReason> = oneOf(
  'ConsentMissing',
  'PlaceBanned',
  'NoLawfulPlace',
);

export const residenceEvents: EventForms<ResidenceEvent> = {
  ConsentRecorded: event({ from: keptConsenter, mode: text }),
  ConsentExpired: event({ from: keptConsenter }),
  VerificationOpened: event({ cause: text }),
  ResidenceRegistered: event({ entry: text, registeredOn: stored(plainDate) }),
  ResidenceRefused: event({ cause: keptResidenceRefusal }),
  ResidenceReturnedUpstream: event({ field: text }),
};
