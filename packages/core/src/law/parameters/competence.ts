/** Who may do what (thẩm quyền): the base of a refusal for want of a role. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

/** Acts of a case, and the offices that may do them. */
export type Competences = Readonly<Record<string, readonly string[]>>;

export const citizens = ['applicant', 'relative', 'representative'];

/** Acts on certificates and on the running of a case, which are the same offices' in every group. */
export const commonOffices: Competences = {
  draft: ['civil-status-officer'],
  'return-draft': ['commune-leader', 'clerk', 'civil-status-officer'],
  sign: ['commune-leader'],
  seal: ['clerk'],
  'sign-or-seal': ['commune-leader', 'clerk'],
  deliver: ['return-officer', 'onestop-receptionist'],
  escalate: ['support-team', 'civil-status-officer', 'onestop-receptionist', 'courier', 'timekeeper'],
  guide: ['support-team', 'province-admin'],
  resync: ['support-team', 'civil-status-officer', 'province-admin'],
  record: ['courier', 'support-team'],
  'keep-time': ['timekeeper'],
};

const offices: Competences = {
  ...commonOffices,
  apply: [...citizens, 'onestop-receptionist', 'civil-status-officer'],
  consent: [...citizens, 'residence-officer', 'onestop-receptionist'],
  pay: [...citizens, 'onestop-receptionist'],
  notify: ['health-facility', 'onestop-receptionist', 'civil-status-officer'],
  receive: [
    'onestop-receptionist',
    'civil-status-officer',
    'residence-officer',
    'insurance-officer',
    'identity-officer',
  ],
  'ask-supplement': ['civil-status-officer', 'residence-officer', 'insurance-officer', 'identity-officer'],
  register: ['civil-status-officer'],
  refuse: ['civil-status-officer', 'commune-leader'],
  apologise: [
    'onestop-receptionist',
    'civil-status-officer',
    'residence-officer',
    'insurance-officer',
    'identity-officer',
  ],
  forward: ['civil-status-officer', 'clerk', 'support-team'],
  residence: ['residence-officer'],
  card: ['insurance-officer'],
  'identity-card': ['identity-officer'],
};

export const competence: Parameter<Competences> = parameter('competence', 'offices', 'Which office may do which act', [
  row(
    '2016-01-01',
    '2027-02-28',
    offices,
    cite('60/2014/QH13', 16, 2),
    'inferred',
    'The officer registers and the commune’s leader signs by law; the other offices are gathered from descriptions of the work.',
  ),
  row('2027-03-01', open, offices, cite('03/2026/QH16'), 'inferred', 'Not found for the new law; taken to go on.'),
]);
