/** How the events of death registration are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, flag, oneOf, text } from '../borders/stored.codec.js';
import { correctionEvents, keptDate } from '../dossier/events.codec.js';
import type { DeathRefusalReason, DeathRegistrationEvent } from './events.js';

export const keptDeathRefusal: Codec<DeathRefusalReason> = oneOf(
  'OutOfScope',
  'WrongAuthority',
  'NotResponsiblePerson',
  'DeathEvidenceMissing',
  'DeathAlreadyRegistered',
  'IdentityMismatch',
  'SupplementOverdue',
);
export const keptRecord: Codec<'book' | 'population'> = oneOf('book', 'population');

export const deathRegistrationEvents: EventForms<DeathRegistrationEvent> = {
  DeathRegistered: event({
    registeredOn: keptDate,
    book: text,
    number: count,
    commune: text,
    locked: flag,
    late: flag,
  }),
  DeathRefused: event({ cause: keptDeathRefusal }),
  IdentityMismatchFound: event({}),
  IdentityConfirmed: event({ by: keptRecord }),
  ...correctionEvents,
};
