/** What tells the two linked groups (nhóm thủ tục liên thông) apart for the rooms that serve both: the parameters each reads. */
import type { LawInForce, Parameter } from './dated.js';
import type { Competences } from './parameters/competence.js';
import type { DeathLeg } from './parameters/death-group.js';
import { deathRulebooksInForce } from './parameters/death-rulebooks.js';
import type { Leg } from './parameters/group.js';
import type { CutOff } from './parameters/receipt.js';
import { rulebooksInForce } from './parameters/rulebooks.js';
import type { Limit } from './parameters/time-limits.js';
import * as provision from './provision.js';

/** Any procedure of either group. */
export type AnyLeg = Leg | DeathLeg;

export type GroupLaw<L extends AnyLeg = AnyLeg> = Readonly<{
  name: 'birth' | 'death';
  /** Every procedure of the group, the first being the one the others begin on. */
  legs: readonly [L, ...L[]];
  cutOff: Parameter<CutOff>;
  /** The receipts that the cut-off reaches; the others count from the day after their data arrived (R20). */
  cutOffReach: Parameter<readonly (L | 'whole')[]>;
  supplementTime: Parameter<Limit>;
  competence: Parameter<Competences>;
  competentCommune: Parameter<unknown>;
  rulebooks: (law: LawInForce) => readonly string[];
}>;

export const birthGroup: GroupLaw<Leg> = {
  name: 'birth',
  legs: ['birth', 'residence', 'card', 'identity-card'],
  cutOff: provision.cutOff,
  cutOffReach: provision.cutOffReach,
  supplementTime: provision.supplementTime,
  competence: provision.competence,
  competentCommune: provision.competentCommune,
  rulebooks: rulebooksInForce,
};

export const deathGroup: GroupLaw<DeathLeg> = {
  name: 'death',
  legs: ['death', 'residence', 'funeral', 'survivor'],
  cutOff: provision.deathCutOff,
  cutOffReach: provision.deathCutOffReach,
  supplementTime: provision.limitDeathSupplement,
  competence: provision.deathCompetence,
  competentCommune: provision.deathCompetentCommune,
  rulebooks: deathRulebooksInForce,
};
