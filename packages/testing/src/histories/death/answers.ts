/** What agencies may say to each kind of request of a death: mostly yes, sometimes no, sometimes what nobody expected. */
import { dayOf } from '@lienthong/core';
import { type DeathCase, owedIn, unpaidIn } from '@lienthong/core/death-case';
import type { DeathPurpose } from '@lienthong/core/requests';
import type { Dice } from '../dice.js';
import { answered, strange, type Weighted } from '../request-moves.js';
import type { Setting } from './setting.js';

type Benefit = 'funeral' | 'merit-lump' | 'survivor';

const REJECTIONS = ['NoEntitlement', 'DoubleBenefit', 'ConsentMissing', 'PayeeMissing', 'DossierIncomplete'] as const;

const decisions = (today: string, dice: Dice): Weighted => [
  [12, { outcome: 'decided', decisionNo: `QD-${1 + dice.below(3)}`, decidedOn: today }],
  [1, { outcome: 'decided', decisionNo: 'QD-9', decidedOn: today, amount: dice.pick([1, 23_400_000, 10_800_000]) }],
  [2, { outcome: 'rejected', reason: dice.pick(REJECTIONS) }],
  [2, { outcome: 'incomplete', items: ['papers-of-the-class'] }],
  strange,
];

const payments = (death: DeathCase, benefit: Benefit, today: string, dice: Dice): Weighted => {
  const due = unpaidIn(death)[benefit] ?? 0;
  const part = Math.max(1, Math.floor(due / 2));
  const paid = (amount: number) => ({
    outcome: 'paid',
    amount,
    channel: dice.pick(['bank', 'cash']),
    paidOn: today,
  });
  return [
    [12, paid(due)],
    [2, paid(part)],
    [1, paid((owedIn(death)[benefit] ?? 0) + 1)],
    [3, { outcome: 'failed', reason: dice.pick(['no-such-account', 'payee-not-found']) }],
    strange,
  ];
};

const entry = (today: string, dice: Dice): Weighted => [
  [
    15,
    {
      outcome: 'entered',
      book: '01',
      number: 1 + dice.below(3),
      registeredOn: today,
      locked: dice.chance(90),
    },
  ],
  [2, { outcome: 'not-entered', reason: 'IdentityMismatch' }],
  [1, { outcome: 'not-entered', reason: 'data' }],
  [1, { outcome: 'already-entered', book: '01', number: 9 }],
  strange,
];

/** What the police may say without having taken anybody off their register. */
const undeleted: Weighted = [
  [2, { outcome: 'incomplete', items: ['identity-papers'] }],
  [2, { outcome: 'returned', field: 'deceased.name' }],
  strange,
];

/** The truth, where a register is kept: whoever is told of as dead is taken off, and it is said whether anybody was there. */
const deletion = ({ residents, dice }: Pick<Setting, 'residents' | 'dice'>, today: string): Weighted => {
  const deleted = { outcome: 'deleted', entry: 'R-1', deletedOn: today, minutes: dice.chance(30) };
  const nothing = { outcome: 'nothing-to-delete', reason: dice.pick(['not-registered', 'deleted-before']) };
  if (residents === undefined) return [[12, deleted], [2, nothing], ...undeleted];
  return dice.chance(75) ? [[1, residents.deleteAsTold() ? deleted : nothing]] : undeleted;
};

const stops: Weighted = [[8, { outcome: 'stopped' }], [1, { outcome: 'not-drawn' }], strange];

const said = (purpose: DeathPurpose, setting: Omit<Setting, 'book'>): Weighted => {
  const { death, now, dice } = setting;
  const today = dayOf(now);
  switch (purpose) {
    case 'enter-death':
      return entry(today, dice);
    case 'delete-residence':
      return deletion(setting, today);
    case 'decide-insurance-funeral':
    case 'decide-social-funeral':
    case 'decide-merit-funeral':
    case 'decide-survivor':
      return decisions(today, dice);
    case 'pay-funeral':
      return payments(death, 'funeral', today, dice);
    case 'pay-merit-lump':
      return payments(death, 'merit-lump', today, dice);
    case 'pay-survivor':
      return payments(death, 'survivor', today, dice);
    case 'stop-merit-allowance':
    case 'stop-social-allowance':
    case 'stop-pension':
      return stops;
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
export const answerTo = (setting: Omit<Setting, 'book'>, request: string) => {
  const { death, now, dice } = setting;
  const purpose = death.requests[request]?.purpose ?? 'tell-population';
  return answered(request, purpose, dice.weighted(said(purpose, setting)), now);
};

const deletionSteps = ['record-incomplete', 'record-incomplete', 'record-completed', 'queued'];
const opinions = ['endorsed-commune', 'endorsed-district', 'endorsed-province'];

const STEPS: Readonly<Partial<Record<DeathPurpose, readonly string[]>>> = {
  'delete-residence': deletionSteps,
  'decide-social-funeral': opinions,
  'decide-merit-funeral': opinions,
};

/** Steps that agencies tell on the way. */
export const stepsOf = (purpose: DeathPurpose): readonly string[] => STEPS[purpose] ?? ['queued'];
