/** How a file's events are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, exact, flag, listOf, oneOf, orNull, stored, text } from '../borders/stored.codec.js';
import type { LawSetId } from '../law/dated.js';
import { instant, plainDate } from '../values/plain-date.js';
import type { DossierEvent, LegName, Span } from './events.js';

export const keptDate = stored(plainDate);
export const keptInstant = stored(instant);
export const keptLeg: Codec<LegName> = oneOf('birth', 'residence', 'card', 'identity-card');
export const keptSpan: Codec<Span> = oneOf('birth', 'residence', 'card', 'identity-card', 'whole');

const lawSet: Codec<LawSetId> = exact<LawSetId>({ release: text, on: keptDate, knownOn: keptDate, hash: text });

export const dossierEvents: EventForms<DossierEvent> = {
  DossierReceived: event({
    leg: keptLeg,
    receivedAt: keptInstant,
    countsFrom: orNull(keptDate),
    law: lawSet,
    rulebooks: listOf(text),
    agency: text,
  }),
  SupplementRequested: event({
    leg: keptLeg,
    items: listOf(text),
    cause: text,
    round: count,
    until: orNull(keptDate),
    breach: flag,
  }),
  Supplemented: event({ leg: keptLeg, items: listOf(text), at: keptInstant, countsFrom: orNull(keptDate) }),
  AppointmentNotified: event({ span: keptSpan, dueOn: orNull(keptDate) }),
  DeadlineMissed: event({ deadline: text, dueOn: keptDate, duty: text }),
  DeadlineRevised: event({ span: keptSpan, from: keptDate, to: keptDate, cause: text }),
  ApologySent: event({ span: keptSpan, cause: text, newDate: keptDate }),
  ResultDelivered: event({ leg: keptLeg, channel: text }),
};
