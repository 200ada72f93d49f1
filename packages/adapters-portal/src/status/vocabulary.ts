/**
 * What may be told of a case outside (trạng thái công bố): a closed vocabulary, the same for every target. Nobody learns from it
 * how the agencies work among themselves, and no word in it concerns a person.
 */
import type { LegName } from '@lienthong/core/application';

export const STATUSES = [
  'filed',
  'received',
  'supplement-asked',
  'registered',
  'extract-ready',
  'with-agency',
  'delayed',
  'escalated',
  'result-ready',
  'handed-over',
  'refused',
  'withdrawn',
  'not-done',
  'closed',
] as const;
export type PublicStatus = (typeof STATUSES)[number];

/** What a status is about: one leg, or the case as a whole. */
export const SPANS = [
  'case',
  'birth',
  'death',
  'residence',
  'card',
  'identity-card',
  'funeral',
  'survivor',
] as const satisfies readonly ('case' | LegName)[];
export type StatusSpan = (typeof SPANS)[number];

export const AGENCIES = ['civil-status', 'residence', 'insurance', 'identity', 'benefit'] as const;
export type PublicAgency = (typeof AGENCIES)[number];

/** Whose the leg is. */
export const AGENCY_OF: Readonly<Record<StatusSpan, PublicAgency>> = {
  case: 'civil-status',
  birth: 'civil-status',
  death: 'civil-status',
  residence: 'residence',
  card: 'insurance',
  'identity-card': 'identity',
  funeral: 'benefit',
  survivor: 'benefit',
};

/** Who acts next; `nobody` where all is done. */
export const ACTORS = ['citizen', 'agency', 'nobody'] as const;
export type NextActor = (typeof ACTORS)[number];

/** What the citizen is asked to do (R59). */
export const DUTIES = [
  'bring-supplement',
  'confirm-extract',
  'give-consent',
  'relatives-consent',
  'state-payee',
  'collect-result',
] as const;
export type Duty = (typeof DUTIES)[number];
