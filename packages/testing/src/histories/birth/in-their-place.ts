/** An officer of the unit that is competent in this case. */
import type { Actor } from '@lienthong/core';
import type { BirthCase } from '@lienthong/core/birth-case';

const legOfOffice: Readonly<Record<string, 'residence' | 'card' | 'identity-card'>> = {
  'residence-officer': 'residence',
  'insurance-officer': 'card',
  'identity-officer': 'identity-card',
};

export const inTheirPlace = (actor: Actor, { application }: BirthCase): Actor => {
  const unit = application.declaration?.authorities[legOfOffice[actor.role] ?? 'birth'];
  return actor.unit === undefined || unit === undefined ? actor : { ...actor, unit };
};
