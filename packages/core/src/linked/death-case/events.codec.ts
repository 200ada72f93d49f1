/** How a death case is kept: the application's own events, and those of its legs. */
import { applicationEvents } from '../../application/events.codec.js';
import { benefitEvents } from '../../benefit/events.codec.js';
import { type EventForms, event, eventCodec } from '../../borders/kept-event.codec.js';
import { type Codec, flag, oneOf, text } from '../../borders/stored.codec.js';
import { deathRegistrationEvents } from '../../death-registration/events.codec.js';
import { dossierEvents, keptDate } from '../../dossier/events.codec.js';
import { extractEvents } from '../../extract/events.codec.js';
import type { EventCodec } from '../../kernel/index.js';
import { deathGroup } from '../../law/group-law.js';
import { paymentEvents } from '../../payment/events.codec.js';
import { deathRequestEvents } from '../../requests/events.codec.js';
import { deletionEvents } from '../../residence-deletion/events.codec.js';
import { supportEvents } from '../../support/events.codec.js';
import { consentEvents } from '../../survivor-benefit/events.codec.js';
import { deathLegs, keptDeathDeclaration } from './declaration.codec.js';
import type { DeathEvent, DeathLegOutcome } from './events.js';

const ended: Codec<DeathLegOutcome> = oneOf('done', 'refused', 'withdrawn', 'not-reached', 'stopped', 'outside');

/** Every event of a death case; the compiler names one without a form. */
export const deathEventForms: EventForms<DeathEvent> = {
  ...applicationEvents(deathGroup, deathLegs, keptDeathDeclaration, ended),
  DeathNoticeAttached: event({ code: text, signed: flag, form: text, issuedOn: keptDate, outdated: flag }),
  LegStopped: event({ leg: deathLegs.leg, cause: text }),
  ...dossierEvents(deathLegs),
  ...supportEvents,
  ...deathRegistrationEvents,
  ...extractEvents,
  ...deletionEvents,
  ...benefitEvents,
  ...consentEvents,
  ...paymentEvents,
  ...deathRequestEvents,
};

export const deathEventCodec: EventCodec<DeathEvent> = eventCodec(deathEventForms);
