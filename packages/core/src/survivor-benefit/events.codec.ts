/** How the relatives' consent is kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, listOf, oneOf, text } from '../borders/stored.codec.js';
import type { ConsentEvent, ConsentMode } from './consent.js';

export const keptConsentMode: Codec<ConsentMode> = oneOf('vneid', 'e-statement', 'paper');

export const consentEvents: EventForms<ConsentEvent> = {
  RelativesConsented: event({ of: text, mode: keptConsentMode }),
  ConsentExpired: event({ missing: listOf(text) }),
};
