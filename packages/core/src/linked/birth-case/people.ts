/** How a birth case stands for whoever asks what must be kept of its people. */
import { E } from '../../fp.js';
import { foldStored } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import type { PeopleOf, Standing } from '../../personal-data/index.js';
import { birthCaseKind } from './kind.js';
import type { BirthCase } from './state.js';

const standing = ({ application, registration }: BirthCase): Standing => ({
  phase: application.phase,
  registered: registration.registration.status === 'registered',
  owed: false,
});

export const peopleOfBirth = (law: LawBook): PeopleOf => {
  const kind = birthCaseKind(law);
  return {
    group: 'birth',
    standing: (stored) =>
      E.map(({ state }: Readonly<{ state: BirthCase }>) => standing(state))(foldStored(kind, stored)),
  };
};
