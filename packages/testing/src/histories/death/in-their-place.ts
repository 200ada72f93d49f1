/** Whoever gives a command in this case: the officer of the payer that is asked, of the unit that is competent. */
import type { Actor } from '@lienthong/core';
import { payersOpen } from '@lienthong/core/benefit';
import { type DeathCase, type DeathCommand, type DeathLeg, deathCommandTable } from '@lienthong/core/death-case';
import type { Payer } from '@lienthong/core/law';
import { deathActors, usualDeathActor } from '../../spec/death/actors.js';
import type { Move } from './move.js';

/** The legs an office works on, its own first. */
const legsOfOffice: Readonly<Record<string, readonly [DeathLeg, ...DeathLeg[]]>> = {
  'civil-status-officer': ['death'],
  'commune-leader': ['death'],
  clerk: ['death'],
  'residence-officer': ['residence'],
  'insurance-officer': ['funeral', 'survivor'],
  'social-officer': ['funeral'],
  'merit-officer': ['funeral'],
};

const legOf = ({ type, data }: Pick<DeathCommand, 'type' | 'data'>): DeathLeg | undefined =>
  'leg' in data ? data.leg : deathCommandTable[type].leg;

/** An officer of the unit that is competent for this command. */
const inTheirPlace = (actor: Actor, order: Pick<DeathCommand, 'type' | 'data'>, { application }: DeathCase): Actor => {
  const own = legsOfOffice[actor.role];
  if (own === undefined) return actor;
  const leg = legOf(order);
  const unit = application.declaration?.authorities[leg !== undefined && own.includes(leg) ? leg : own[0]];
  return unit === undefined ? actor : { ...actor, unit };
};

const OFFICER: Readonly<Record<Payer, Actor>> = {
  'social-insurance': deathActors.insurance,
  'social-protection': deathActors.social,
  merit: deathActors.merit,
};

const FOR_PAYERS: readonly DeathCommand['type'][] = [
  'DecideBenefit',
  'RejectBenefit',
  'TopUpBenefit',
  'RequestSupplement',
  'StopLeg',
];

/** The officer who speaks for the payer that still owes a decision. */
const payersOfficer = ({ type, data }: Pick<DeathCommand, 'type' | 'data'>, death: DeathCase): Actor | undefined => {
  if (!FOR_PAYERS.includes(type) || !('leg' in data) || data.leg !== 'funeral') return undefined;
  const { route } = death.funeral;
  const payer = payersOpen(death.funeral)[0] ?? route?.payers[0];
  return payer === undefined ? undefined : OFFICER[payer];
};

export const deathActor = (order: Move, death: DeathCase): Actor => {
  const about = order as Pick<DeathCommand, 'type' | 'data'>;
  const actor = payersOfficer(about, death) ?? usualDeathActor(order.type, order.data);
  return inTheirPlace(actor, about, death);
};
