/** How the events of the identity-card leg are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { stored, text } from '../borders/stored.codec.js';
import { plainDate } from '../values/plain-date.js';
import type { IdentityCardEvent } from './events.js';

export const identityCardEvents: EventForms<IdentityCardEvent> = {
  IdentityCardIssued: event({ issuedOn: stored(plainDate) }),
  IdentityCardRefused: event({ cause: text }),
};
