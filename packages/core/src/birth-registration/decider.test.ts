import { anyBirthCommand } from '@lienthong/testing';
import { alone, at, commune, deciderLaws, order, specify } from '@lienthong/testing/spec';
import { describe, it } from 'vitest';
import { receive } from '../dossier/index.js';
import { birthGroup, lawBook } from '../law/index.js';
import { EMPTY_LEDGER } from '../requests/ledger.js';
import { day } from '../values/plain-date.js';
import type { RegistrationCommand } from './commands.js';
import { birthRegistration } from './decider.js';
import type { RegistrationFacts } from './state.js';

const book = lawBook();

const around: RegistrationFacts = {
  caseId: 'case-1',
  authorities: { birth: commune },
  proof: 'notice',
  noticeAttached: false,
  bornOn: day('2023-07-03'),
  requests: EMPTY_LEDGER,
};
const registration = (facts: Partial<RegistrationFacts> = {}) =>
  alone(birthRegistration(book), { ...around, ...facts }, ({ type }) => type !== 'RequestIntended');
const given = specify(registration());

const received = receive(book, birthGroup, 'birth', at('2023-07-12'), commune);
const assigned = { type: 'PersonalNumberAssigned', index: 'number-1' } as const;
const command = (...told: Parameters<typeof order>) => order(...told) as RegistrationCommand;
const registering = command('RegisterBirth', { holder: 'case-1' });

describe('birth registration by itself (đăng ký khai sinh)', () => {
  it('asks the register to enter the birth, in the name of the officer who decided', () =>
    given(received, assigned)
      .when(registering)
      .then({ type: 'RequestIntended', purpose: 'enter-birth', attribution: { decidedBy: registering.actor } }));

  it('names every obstacle at once', () =>
    given().when(registering).thenRefused({ reason: 'DossierNotReceived' }, { reason: 'PersonalNumberPending' }));

  it('takes a hospital’s notice for the proof that the declaration lacked', () => {
    specify(registration({ proof: 'none' }))(received, assigned)
      .when(registering)
      .thenRefused({ reason: 'ProofOfBirthMissing' });
    specify(registration({ proof: 'none', noticeAttached: true }))(received, assigned)
      .when(registering)
      .thenTypes('RequestIntended');
  });

  it('opens nothing again that was refused', () =>
    given(received, assigned, { type: 'BirthRefused', cause: 'ContentConflict' })
      .when(registering)
      .thenRefused({ reason: 'BirthAlreadyRefused', elsewhere: { procedure: 'new-application' } }));

  it('corrects an entry and no draft of one', () =>
    given(received, assigned)
      .when(command('RegisterCorrection', { fields: ['child.name'], registeredOn: day('2023-07-12') }))
      .thenRefused({
        reason: 'BirthNotRegistered',
        remedy: { kind: 'command', command: 'RegisterBirth', by: 'civil-status-officer' },
      }));

  const types: readonly string[] = [
    'RequestPersonalNumber',
    'RecordPersonalNumberObstacle',
    'ReplacePersonalNumber',
    'RegisterBirth',
    'RefuseBirth',
    'RegisterCorrection',
  ];
  deciderLaws(
    registration(),
    anyBirthCommand.filter(({ type }) => types.includes(type)).map((any) => any as RegistrationCommand),
  );
});
