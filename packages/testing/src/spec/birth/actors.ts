/** The people of a birth. */
import type { Actor } from '@lienthong/core';
import { type BirthCommand, commandTable } from '@lienthong/core/birth-case';
import { commune, people, usual } from '../actors.js';

export const actors = {
  ...people,
  identity: { id: 'officer-8', role: 'identity-officer', unit: commune },
} as const satisfies Readonly<Record<string, Actor>>;

export type ActorName = keyof typeof actors;

const acting: Readonly<Record<string, ActorName>> = { ...usual, card: 'insurance', 'identity-card': 'identity' };

const atTheirDesk: Readonly<Record<string, ActorName>> = {
  residence: 'police',
  card: 'insurance',
  'identity-card': 'identity',
};

/** Whoever gives this command as a rule. */
export const usualActor = (type: BirthCommand['type'], data: unknown): Actor => {
  const { act } = commandTable[type];
  const leg = (data as Readonly<{ leg?: string }>).leg ?? 'birth';
  return actors[(act === 'ask-supplement' ? atTheirDesk[leg] : undefined) ?? acting[act] ?? 'support'];
};
