/** How a death case stands for whoever asks what must be kept of its people. */
import { E } from '../../fp.js';
import { foldStored } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import type { PeopleOf, Standing } from '../../personal-data/index.js';
import { deathCaseKind } from './kind.js';
import { type DeathCase, unpaidIn } from './state.js';

const standing = (death: DeathCase): Standing => ({
  phase: death.application.phase,
  registered: death.registration.registration.status === 'registered',
  owed: Object.keys(unpaidIn(death)).length > 0,
});

export const peopleOfDeath = (law: LawBook): PeopleOf => {
  const kind = deathCaseKind(law);
  return {
    group: 'death',
    standing: (stored) =>
      E.map(({ state }: Readonly<{ state: DeathCase }>) => standing(state))(foldStored(kind, stored)),
  };
};
