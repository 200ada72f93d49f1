import { anyBirthCommandOf } from '@lienthong/testing';
import { alone, at, deciderLaws, insuranceOffice, order, specify } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { receive } from '../dossier/index.js';
import { birthGroup, lawBook } from '../law/index.js';
import { EMPTY_LEDGER } from '../requests/ledger.js';
import { day } from '../values/plain-date.js';
import { childHealthCard } from './decider.js';
import type { CardCommand } from './events.js';
import type { CardFacts } from './state.js';

const book = lawBook();
const around: CardFacts = {
  authorities: { card: insuranceOffice },
  bornOn: day('2023-07-03'),
  extractPublished: true,
  requests: EMPTY_LEDGER,
};
const leg = (facts: Partial<CardFacts> = {}) =>
  alone(childHealthCard(book), { ...around, ...facts }, ({ type }) => type !== 'RequestIntended');
const given = specify(leg());
const command = (...told: Parameters<typeof order>) => order(...told) as CardCommand;

const received = receive(book, birthGroup, 'card', at('2023-07-12'), insuranceOffice);
const issuing = command('IssueCard', { issuedOn: day('2023-07-12'), personal: {} });

describe('the health card by itself (cấp thẻ BHYT)', () => {
  it('is valid from the day and to the end that the law of its issue gives', () =>
    given(received)
      .when(issuing)
      .then({ type: 'CardIssued', issuedOn: day('2023-07-12'), validTo: day('2029-09-30') }));

  it('needs the published certificate and a file', () =>
    specify(leg({ extractPublished: false }))()
      .when(issuing)
      .thenRefused({ reason: 'ExtractNotPublished' }, { reason: 'DossierNotReceived' }));

  it('that is rejected has come to its result', () =>
    given(received, { type: 'CardRejected', cause: 'CardDossierIncomplete', items: ['form-01'] })
      .when(issuing)
      .thenRefused({ reason: 'LegHasEnded' }));

  it('that went back upstream may still be issued', () =>
    given(received, { type: 'CardReturnedUpstream', field: 'child.name' }).when(issuing).thenTypes('CardIssued'));

  deciderLaws(
    leg(),
    fc
      .constantFrom('ForwardCard', 'IssueCard', 'RejectCard', 'ReturnCardUpstream')
      .chain((type) => anyBirthCommandOf(type as 'ForwardCard'))
      .map((any) => any as CardCommand),
  );
});
