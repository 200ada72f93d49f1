/** The people of every specification: invented, each with a coded id, in two communes of Nghệ An. */
import type { Actor } from '@lienthong/core';

/** Where the family resides, and a commune that has nothing to do with it. */
export const commune = '16690';
export const elsewhere = '17329';
export const insuranceOffice = 'BHXH-4001';

/** Those whom either group meets. */
export const people = {
  applicant: { id: 'citizen-1', role: 'applicant' },
  householdHead: { id: 'citizen-2', role: 'relative' },
  hospital: { id: 'facility-40001', role: 'health-facility' },
  receptionist: { id: 'officer-1', role: 'onestop-receptionist', unit: commune },
  officer: { id: 'officer-2', role: 'civil-status-officer', unit: commune },
  leader: { id: 'officer-3', role: 'commune-leader', unit: commune },
  clerk: { id: 'officer-4', role: 'clerk', unit: commune },
  returnDesk: { id: 'officer-5', role: 'return-officer', unit: commune },
  police: { id: 'officer-6', role: 'residence-officer', unit: commune },
  insurance: { id: 'officer-7', role: 'insurance-officer', unit: insuranceOffice },
  support: { id: 'support-1', role: 'support-team' },
  courier: { id: 'courier', role: 'courier' },
  timekeeper: { id: 'timekeeper', role: 'timekeeper' },
} as const satisfies Readonly<Record<string, Actor>>;

/** Who does each act as a rule, by the act's name in the law. */
export const usual = {
  apply: 'applicant',
  consent: 'householdHead',
  pay: 'applicant',
  notify: 'hospital',
  receive: 'receptionist',
  'ask-supplement': 'officer',
  register: 'officer',
  draft: 'officer',
  'return-draft': 'leader',
  sign: 'leader',
  seal: 'clerk',
  'sign-or-seal': 'leader',
  refuse: 'officer',
  deliver: 'returnDesk',
  apologise: 'receptionist',
  forward: 'officer',
  residence: 'police',
  escalate: 'support',
  guide: 'support',
  resync: 'support',
  record: 'courier',
  'keep-time': 'timekeeper',
} as const satisfies Readonly<Record<string, keyof typeof people>>;
