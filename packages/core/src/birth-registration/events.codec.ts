/** How the events of birth registration are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, flag, oneOf, stored, text } from '../borders/stored.codec.js';
import { correctionEvents } from '../dossier/events.codec.js';
import type { SexAtBirth } from '../values/personal-number.js';
import { plainDate } from '../values/plain-date.js';
import type { BirthRefusalReason, PersonalNumberDelayed, RegistrationEvent } from './events.js';

const date = stored(plainDate);

export const keptSex: Codec<SexAtBirth> = oneOf('male', 'female', 'undetermined');

/** Why a personal number does not come. */
export const keptDelay: Codec<PersonalNumberDelayed['cause']> = oneOf(
  'SuspectedDuplicate',
  'DataMismatch',
  'Technical',
  'NoAnswer',
);

export const keptBirthRefusal: Codec<BirthRefusalReason> = oneOf(
  'SupplementOverdue',
  'OutOfScope',
  'WrongAuthority',
  'BirthAlreadyRegistered',
  'ProofOfBirthMissing',
  'NameNotPermitted',
  'ContentConflict',
);

export const registrationEvents: EventForms<RegistrationEvent> = {
  PersonalNumberRequested: event({}),
  PersonalNumberAssigned: event({ index: text }),
  PersonalNumberDelayed: event({ cause: keptDelay }),
  PersonalNumberReplaced: event({ cause: text, index: text }),
  BirthRegistered: event({
    registeredOn: date,
    book: text,
    number: count,
    commune: text,
    withPersonalNumber: flag,
    late: flag,
  }),
  BirthRefused: event({ cause: keptBirthRefusal }),
  ...correctionEvents,
};
