/** Who may do what around a death (thẩm quyền): the base of a refusal for want of a role. */
import type { Parameter } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';
import { type Competences, citizens, commonOffices } from './competence.js';

/** Whoever decides on money, by payer (bảo hiểm xã hội, bảo trợ xã hội, người có công). */
const payers = ['insurance-officer', 'social-officer', 'merit-officer'];
const agencies = ['civil-status-officer', 'residence-officer', ...payers];

const offices: Competences = {
  ...commonOffices,
  apply: [...citizens, 'onestop-receptionist', 'civil-status-officer'],
  consent: ['relative', 'applicant', 'representative', 'onestop-receptionist'],
  pay: [...citizens, 'onestop-receptionist'],
  notify: ['health-facility', 'onestop-receptionist', 'civil-status-officer'],
  receive: ['onestop-receptionist', ...agencies],
  'ask-supplement': agencies,
  stop: agencies,
  register: ['civil-status-officer'],
  refuse: ['civil-status-officer', 'commune-leader'],
  apologise: ['onestop-receptionist', ...agencies],
  forward: ['civil-status-officer', 'clerk', 'support-team'],
  residence: ['residence-officer'],
  route: ['onestop-receptionist', 'civil-status-officer', 'support-team', ...payers],
  endorse: ['commune-leader', 'social-officer', 'merit-officer'],
  benefit: payers,
  payee: [...citizens, 'onestop-receptionist'],
  payment: ['payment-officer', ...payers],
};

export const deathCompetence: Parameter<Competences> = parameter(
  'death-competence',
  'offices',
  'Which office may do which act of a death case',
  [
    row(
      '2016-01-01',
      '2027-02-28',
      offices,
      cite('60/2014/QH13', 34, 2),
      'inferred',
      'The officer registers and the commune’s leader signs by law; the other offices are gathered from descriptions of the work.',
    ),
    row('2027-03-01', open, offices, cite('03/2026/QH16'), 'inferred', 'Not found for the new law; taken to go on.'),
  ],
);
