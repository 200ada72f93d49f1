/** The people of a death. */
import type { Actor } from '@lienthong/core';
import { type DeathCommand, deathCommandTable } from '@lienthong/core/death-case';
import { commune, people, usual } from '../actors.js';

export const meritOffice = 'SNV-40';

export const deathActors = {
  ...people,
  social: { id: 'officer-8', role: 'social-officer', unit: commune },
  merit: { id: 'officer-10', role: 'merit-officer', unit: meritOffice },
  payment: { id: 'officer-11', role: 'payment-officer' },
} as const satisfies Readonly<Record<string, Actor>>;

export type DeathActorName = keyof typeof deathActors;

const acting: Readonly<Record<string, DeathActorName>> = {
  ...usual,
  stop: 'officer',
  route: 'officer',
  endorse: 'leader',
  benefit: 'insurance',
  payee: 'applicant',
  payment: 'payment',
};

const atTheirDesk: Readonly<Record<string, DeathActorName>> = {
  residence: 'police',
  funeral: 'insurance',
  survivor: 'insurance',
};

/** Acts that each agency does for its own leg's files only. */
const AT_A_DESK: readonly string[] = ['ask-supplement', 'stop'];

/** Whoever gives this command as a rule; of money, social insurance. */
export const usualDeathActor = (type: DeathCommand['type'], data: unknown): Actor => {
  const { act } = deathCommandTable[type];
  const leg = (data as Readonly<{ leg?: string }>).leg ?? 'death';
  return deathActors[(AT_A_DESK.includes(act) ? atTheirDesk[leg] : undefined) ?? acting[act] ?? 'support'];
};
