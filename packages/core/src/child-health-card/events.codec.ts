/** How the events of the card leg are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { listOf, oneOf, orNull, stored, text } from '../borders/stored.codec.js';
import { plainDate } from '../values/plain-date.js';
import type { CardEvent } from './events.js';

const date = stored(plainDate);

export const cardEvents: EventForms<CardEvent> = {
  CardIssued: event({ issuedOn: date, validFrom: date, validTo: orNull(date) }),
  CardRejected: event({ cause: oneOf('CardDossierIncomplete'), items: listOf(text) }),
  CardReturnedUpstream: event({ field: text }),
};
