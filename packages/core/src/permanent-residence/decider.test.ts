import { anyBirthCommandOf } from '@lienthong/testing';
import { alone, at, commune, deciderLaws, order, specify } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { receive } from '../dossier/index.js';
import { birthGroup, lawBook } from '../law/index.js';
import { EMPTY_LEDGER } from '../requests/ledger.js';
import { day } from '../values/plain-date.js';
import { permanentResidence } from './decider.js';
import type { ResidenceCommand } from './events.js';
import type { ResidenceFacts } from './state.js';

const book = lawBook();
const around: ResidenceFacts = {
  authorities: { residence: commune },
  bornOn: day('2023-07-03'),
  lodging: { with: 'parents', owned: 'own', place: 'ordinary' },
  parentsApart: false,
  extractPublished: true,
  requests: EMPTY_LEDGER,
};
const leg = (facts: Partial<ResidenceFacts> = {}) =>
  alone(permanentResidence(book), { ...around, ...facts }, ({ type }) => type !== 'RequestIntended');
const given = specify(leg());
const command = (...told: Parameters<typeof order>) => order(...told) as ResidenceCommand;

const received = receive(book, birthGroup, 'residence', at('2023-07-12'), commune);
const registering = command('DecideResidence', { decision: 'register', entry: 'R-1', registeredOn: day('2023-07-12') });
const others = { lodging: { with: 'other', owned: 'not-own', place: 'ordinary' } } as const;

describe('permanent residence by itself (đăng ký thường trú)', () => {
  it('is registered where the parents live in their own home', () =>
    given(received).when(registering).then({ type: 'ResidenceRegistered', entry: 'R-1' }));

  it('begins with the published certificate', () =>
    specify(leg({ extractPublished: false }))()
      .when(command('ForwardResidence', {}))
      .thenRefused({ reason: 'ExtractNotPublished' }));

  it('in another’s household waits for owner, head of household and parent', () =>
    specify(leg(others))(received)
      .when(registering)
      .thenRefused({ reason: 'ConsentMissing', facts: { missing: ['owner', 'household-head', 'parent'] } }));

  it('is refused without waiting for anybody’s consent', () =>
    specify(leg(others))(received)
      .when(command('DecideResidence', { decision: 'refuse', cause: 'ConsentMissing' }))
      .then({ type: 'ResidenceRefused', cause: 'ConsentMissing' }));

  it('is not registered at a place the law bans', () =>
    specify(leg({ lodging: { with: 'parents', owned: 'own', place: 'safety-corridor' } }))(received)
      .when(registering)
      .thenRefused({ reason: 'PlaceBanned', act: '68/2020/QH14' }));

  it('is decided once', () =>
    given(received, { type: 'ResidenceRefused', cause: 'NoLawfulPlace' })
      .when(registering)
      .thenRefused({ reason: 'LegHasEnded' }));

  it('is verified only where the child lives with others, since July 2026', () => {
    const file = receive(book, birthGroup, 'residence', at('2026-07-06'), commune);
    const verifying = command('OpenVerification', { cause: 'conditions' }, { at: at('2026-07-06') });
    given(file).when(verifying).thenRefused({ reason: 'VerificationForbidden', act: '58/2026/NĐ-CP' });
    specify(leg(others))(file).when(verifying).thenTypes('VerificationOpened');
  });

  deciderLaws(
    leg(others),
    fc
      .constantFrom('ForwardResidence', 'RecordConsent', 'ExpireConsent', 'OpenVerification', 'DecideResidence')
      .chain((type) => anyBirthCommandOf(type as 'ForwardResidence'))
      .map((any) => any as ResidenceCommand),
  );
});
