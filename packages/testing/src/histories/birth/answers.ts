/** What agencies may say to each kind of request: mostly yes, sometimes no, sometimes what nobody expected. */
import { dayOf, type Instant } from '@lienthong/core';
import type { BirthCase } from '@lienthong/core/birth-case';
import type { BirthPurpose } from '@lienthong/core/requests';
import type { Dice } from '../dice.js';
import { answered, strange, type Weighted } from '../request-moves.js';

const said = (purpose: BirthPurpose, today: string, dice: Dice): Weighted => {
  switch (purpose) {
    case 'assign-personal-number':
      return [
        [12, { outcome: 'assigned', index: `number-${dice.below(3)}` }],
        [3, { outcome: 'held', reason: dice.pick(['SuspectedDuplicate', 'DataMismatch', 'Technical']) }],
        strange,
      ];
    case 'enter-birth':
      return [
        [14, { outcome: 'entered', book: '01', number: 1 + dice.below(3), registeredOn: today }],
        [1, { outcome: 'not-entered', reason: 'data' }],
        [1, { outcome: 'already-entered', book: '01', number: 9 }],
        strange,
      ];
    case 'register-residence':
      return [
        [10, { outcome: 'registered', entry: 'R-1', registeredOn: today }],
        [2, { outcome: 'refused', reason: dice.pick(['ConsentMissing', 'PlaceBanned', 'NoLawfulPlace']) }],
        [3, { outcome: 'incomplete', items: ['lodging-proof'] }],
        [2, { outcome: 'returned', field: 'child.name' }],
        strange,
      ];
    case 'issue-card':
      return [
        [10, { outcome: 'issued', issuedOn: today }],
        [2, { outcome: 'rejected', reason: 'CardDossierIncomplete', items: ['form-01'] }],
        [3, { outcome: 'returned', field: 'child.name' }],
        strange,
      ];
    case 'issue-identity-card':
      return [[4, { outcome: 'issued', issuedOn: today }], [3, { outcome: 'refused', reason: 'data' }], strange];
    case 'tell-residence':
    case 'tell-insurance':
    case 'tell-population':
      return [
        [4, { outcome: 'taken' }],
        [1, { outcome: 'not-taken', reason: 'data' }],
      ];
  }
};

/** An answer to this request, as the courier would record it. */
export const answerTo = (birth: BirthCase, request: string, now: Instant, dice: Dice) => {
  const purpose = birth.requests[request]?.purpose ?? 'issue-card';
  return answered(request, purpose, dice.weighted(said(purpose, dayOf(now), dice)), now);
};
