/** Who may act in a case, by role (vai trò). The roles are those the field uses; see docs/glossary.md. */

export const ROLES = [
  'applicant',
  'relative',
  'representative',
  'health-facility',
  'onestop-receptionist',
  'civil-status-officer',
  'commune-leader',
  'clerk',
  'return-officer',
  'residence-officer',
  'insurance-officer',
  'identity-officer',
  'social-officer',
  'merit-officer',
  'payment-officer',
  'support-team',
  'province-admin',
  'reporter',
  'courier',
  'timekeeper',
] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** Roles of the citizen's side: bound to their own case, not to a unit. */
export const CITIZENS: readonly Role[] = ['applicant', 'relative', 'representative'];

/** Roles of our own machinery: they record what happened and decide nothing. */
export const MACHINES: readonly Role[] = ['courier', 'timekeeper'];
