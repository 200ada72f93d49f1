/** How the support team's events are kept. */
import { type EventForms, event, type Facts } from '../borders/kept-event.codec.js';
import { optional, text } from '../borders/stored.codec.js';
import type { Escalated, SupportEvent } from './events.js';

export const supportEvents: EventForms<SupportEvent> = {
  Escalated: event<Facts<Escalated>>({ about: text, cause: text, lookFor: optional(text) }),
  GuidanceGiven: event({ about: text, guidance: text }),
  EscalationResolved: event({ about: text, resolution: text }),
  TakenUp: event({ about: text, by: text }),
  HandedBack: event({ about: text }),
};
