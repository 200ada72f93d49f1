/** Which agency (cơ quan) a request or a duty belongs to, as the support team sorts its matters. */
import type { Purpose } from '../requests/events.js';

export const AGENCIES = [
  'civil-status',
  'population',
  'residence',
  'insurance',
  'identity',
  'social-protection',
  'merit',
  'payment',
] as const;
export type Agency = (typeof AGENCIES)[number];

const asked: Readonly<Record<Purpose, Agency>> = {
  'assign-personal-number': 'population',
  'enter-birth': 'civil-status',
  'register-residence': 'residence',
  'issue-card': 'insurance',
  'issue-identity-card': 'identity',
  'enter-death': 'civil-status',
  'delete-residence': 'residence',
  'decide-insurance-funeral': 'insurance',
  'decide-social-funeral': 'social-protection',
  'decide-merit-funeral': 'merit',
  'decide-survivor': 'insurance',
  'pay-funeral': 'payment',
  'pay-merit-lump': 'payment',
  'pay-survivor': 'payment',
  'stop-merit-allowance': 'merit',
  'stop-social-allowance': 'social-protection',
  'stop-pension': 'insurance',
  'tell-residence': 'residence',
  'tell-insurance': 'insurance',
  'tell-population': 'population',
};

export const agencyAsked = (purpose: Purpose): Agency => asked[purpose];

const legs: Readonly<Record<string, Agency>> = {
  birth: 'civil-status',
  death: 'civil-status',
  residence: 'residence',
  card: 'insurance',
  'identity-card': 'identity',
  survivor: 'insurance',
};

/**
 * Of what a matter is about: a request's agency, that of the leg whose deadline it is, or `null` where no single agency is meant
 * (`case`, the whole, a funeral benefit before its payer is known).
 */
export const agencyAbout = (about: string, purpose: Purpose | undefined): Agency | null =>
  purpose === undefined ? (legs[about.split('/')[0] ?? ''] ?? null) : agencyAsked(purpose);
