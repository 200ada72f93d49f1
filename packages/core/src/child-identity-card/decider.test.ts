import { anyBirthCommandOf } from '@lienthong/testing';
import { alone, at, commune, deciderLaws, order, specify } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { receive } from '../dossier/index.js';
import { birthGroup, lawBook } from '../law/index.js';
import { EMPTY_LEDGER } from '../requests/ledger.js';
import { day } from '../values/plain-date.js';
import { childIdentityCard } from './decider.js';
import type { IdentityCardCommand } from './events.js';
import type { IdentityCardFacts } from './state.js';

const book = lawBook();
const around: IdentityCardFacts = {
  authorities: { 'identity-card': commune },
  extractPublished: true,
  waitsFor: [],
  requests: EMPTY_LEDGER,
};
const leg = (facts: Partial<IdentityCardFacts> = {}) =>
  alone(childIdentityCard(book), { ...around, ...facts }, ({ type }) => type !== 'RequestIntended');
const moment = at('2026-09-07');
const command = (...told: Parameters<typeof order>) => order(...told) as IdentityCardCommand;
const forwarding = command('ForwardIdentityCard', {}, { at: moment });
const issuing = command('DecideIdentityCard', { decision: 'issue', issuedOn: day('2026-09-07') }, { at: moment });
const received = receive(book, birthGroup, 'identity-card', moment, commune);

describe('the identity card by itself (cấp thẻ căn cước)', () => {
  it('is asked for once nothing earlier is open', () => {
    specify(leg())().when(forwarding).then({ type: 'RequestIntended', purpose: 'issue-identity-card' });
    specify(leg({ waitsFor: ['residence'] }))()
      .when(forwarding)
      .thenRefused({ reason: 'EarlierLegOpen', act: '301/2026/NĐ-CP', facts: { waitsFor: ['residence'] } });
  });

  it('is issued or refused, once', () => {
    specify(leg())(received).when(issuing).thenTypes('IdentityCardIssued');
    specify(leg())(received, { type: 'IdentityCardRefused', cause: 'data' })
      .when(issuing)
      .thenRefused({ reason: 'LegHasEnded' });
  });

  deciderLaws(
    leg(),
    fc
      .constantFrom('ForwardIdentityCard', 'DecideIdentityCard')
      .chain((type) => anyBirthCommandOf(type as 'ForwardIdentityCard'))
      .map((any) => any as IdentityCardCommand),
  );
});
