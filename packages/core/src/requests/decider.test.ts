import { alone, answer, at, order, specify } from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { lawBook } from '../law/index.js';
import type { RequestCommand } from './commands.js';
import { requestMachine } from './decider.js';
import type { RequestEvent } from './events.js';
import { EMPTY_LEDGER, evolveLedger, intend, isPending, type Ledger } from './ledger.js';

const machine = alone(requestMachine(lawBook()), undefined, () => true);
const given = specify(machine);
const command = (...told: Parameters<typeof order>) => order(...told) as RequestCommand;
const said = (outcome: string) => answer('issue-card#1', { outcome }) as RequestCommand;

const intended: RequestEvent = { type: 'RequestIntended', request: 'issue-card#1', purpose: 'issue-card' };
const answered: RequestEvent = {
  type: 'RequestAnswered',
  request: 'issue-card#1',
  answer: { outcome: 'issued' },
  answeredAt: at('2023-07-12'),
};
const givenUp: RequestEvent = {
  type: 'RequestGivenUp',
  request: 'issue-card#1',
  why: 'outcome-unknown',
  lookFor: 'VSS-1',
};
const resumed: RequestEvent = {
  type: 'RequestIntended',
  request: 'issue-card#2',
  purpose: 'issue-card',
  resumes: 'issue-card#1',
};

describe('a request to another agency (yêu cầu liên thông)', () => {
  it('is recorded as sent before anything leaves', () =>
    given(intended)
      .when(command('RecordRequestSent', { request: 'issue-card#1', attempt: 1 }))
      .then({ type: 'RequestSent', attempt: 1 }));

  it('nobody intended is not answered', () =>
    given()
      .when(said('issued'))
      .thenRefused({ reason: 'RequestUnknown', facts: { request: 'issue-card#1' } }));

  it('that is answered again in the same words is on record already', () =>
    given(intended, answered).when(said('issued')).thenRefused({ reason: 'RequestAnsweredAlready' }));

  it('that is answered otherwise is contradicted, and the first answer stands', () =>
    given(intended, answered).when(said('rejected')).then({ type: 'AnswerContradicted', recorded: 'issued' }));

  it('given up is still owed, until an answer comes', () => {
    const ledger = [intended, givenUp].reduce<Ledger>(evolveLedger, EMPTY_LEDGER);
    expect(isPending(ledger, 'issue-card')).toBe(true);
    expect(isPending(evolveLedger(ledger, answered), 'issue-card')).toBe(false);
  });

  it('resumed hands its key on, and its own late answer is still heard', () => {
    given(intended, givenUp)
      .when(command('ResyncStatus', { request: 'issue-card#1' }))
      .then(resumed);
    given(intended, givenUp, resumed).when(said('issued')).then({ type: 'RequestAnswered', request: 'issue-card#1' });
    given(intended, givenUp, resumed)
      .when(command('ResyncStatus', { request: 'issue-card#1' }))
      .thenRefused({ reason: 'RequestAnsweredAlready' });
  });

  it('still seen to by the courier is not begun again by hand', () =>
    given(intended)
      .when(command('ResyncStatus', { request: 'issue-card#1' }))
      .thenRefused({ reason: 'RequestStillRunning', facts: { request: 'issue-card#1', status: 'intended' } }));

  it('is counted by purpose', () => {
    const ledger = [intended, answered].reduce<Ledger>(evolveLedger, EMPTY_LEDGER);
    expect([intend(ledger, 'issue-card').request, intend(ledger, 'tell-insurance').request]).toEqual([
      'issue-card#2',
      'tell-insurance#1',
    ]);
  });
});
