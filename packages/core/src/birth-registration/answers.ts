/** What the register's and the population database's answers mean for birth registration (R7). */
import type { LawInForce } from '../law/dated.js';
import { provision } from '../law/index.js';
import { dayIn, type Heard, sealedPart, textOf } from '../requests/heard.js';
import { addDays } from '../values/plain-date.js';
import type { RegistrationEvent } from './events.js';
import type { HoldReason } from './ports.js';
import type { BirthRegistration, RegistrationFacts } from './state.js';

const HOLDS: readonly HoldReason[] = ['SuspectedDuplicate', 'DataMismatch', 'Technical'];

/** A number, or why it is held back; a hold refuses nobody. A number that comes after the entry is taken all the same. */
export const hearPersonalNumber = (own: BirthRegistration, heard: Heard): readonly RegistrationEvent[] => {
  if (own.personalNumber === 'assigned') return [];
  const { attribution } = heard;
  if (heard.answer.outcome === 'assigned') {
    return [{ type: 'PersonalNumberAssigned', index: textOf(heard, 'index'), attribution, ...sealedPart(heard) }];
  }
  const cause = HOLDS.find((hold) => hold === textOf(heard, 'reason')) ?? 'NoAnswer';
  return [{ type: 'PersonalNumberDelayed', cause, attribution }];
};

/** The entry is the register's own act: with its book number the birth is registered. */
export const hearEntry = (
  own: BirthRegistration,
  { authorities, bornOn }: RegistrationFacts,
  heard: Heard,
  law: LawInForce,
): readonly RegistrationEvent[] => {
  if (heard.answer.outcome !== 'entered' || own.registration.status !== 'open') return [];
  const registeredOn = dayIn(heard, 'registeredOn');
  const duty = law.row(provision.limitDeclaringBirth)?.value;
  const number = heard.answer['number'];
  return [
    {
      type: 'BirthRegistered',
      registeredOn,
      book: textOf(heard, 'book'),
      number: typeof number === 'number' ? number : 0,
      commune: authorities['birth'] ?? '',
      withPersonalNumber: own.personalNumber === 'assigned',
      late: duty?.unit === 'calendar-days' && registeredOn > addDays(bornOn, duty.n),
      attribution: heard.attribution,
    },
  ];
};
