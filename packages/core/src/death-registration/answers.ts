/** What the civil status register's answers mean for death registration (R7). */
import type { LawBook } from '../law/dated.js';
import { dayIn, type Heard, textOf } from '../requests/heard.js';
import type { DeathRegistrationEvent } from './events.js';
import { declaredLate } from './rules.js';
import type { DeathFacts, DeathRegistration } from './state.js';

/** The entry is the register's own act: with its book number the death is registered, and the person locked. */
export const hearDeathEntry = (
  own: DeathRegistration,
  { authorities, diedOn }: DeathFacts,
  heard: Heard,
  book: LawBook,
): readonly DeathRegistrationEvent[] => {
  if (own.registration.status !== 'open') return [];
  const { answer, attribution } = heard;
  if (answer.outcome === 'not-entered' && textOf(heard, 'reason') === 'IdentityMismatch') {
    return own.identity === 'undoubted' ? [{ type: 'IdentityMismatchFound', attribution }] : [];
  }
  if (answer.outcome !== 'entered') return [];
  const registeredOn = dayIn(heard, 'registeredOn');
  const { dossier } = own;
  const number = answer['number'];
  return [
    {
      type: 'DeathRegistered',
      registeredOn,
      book: textOf(heard, 'book'),
      number: typeof number === 'number' ? number : 0,
      commune: authorities.death ?? '',
      locked: answer['locked'] === true,
      late: declaredLate(book, diedOn, dossier.status === 'awaited' ? registeredOn : dossier.receivedOn),
      attribution,
    },
  ];
};
