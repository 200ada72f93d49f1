/** One of everything that social insurance is told and says (dữ liệu mẫu); invented. */
import { day } from '@lienthong/core';
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { CardAnswer, CardToIssue } from '@lienthong/core/child-health-card';
import type { AllowanceToStop, BenefitToPay, PaymentAnswer, StopAnswer } from '@lienthong/core/payment';
import type { Change, ChangeAnswer } from '@lienthong/core/requests';

const child = { name: { surname: 'Lê', given: 'An' } };
const mother = { name: { surname: 'Trần', given: 'Lan' }, personalNumber: '040195000002' };
const deceased = { name: { surname: 'Nguyễn', given: 'Bá' }, personalNumber: '040040000001' };
const payee = { ...mother, account: '0123456789' };

export const card: CardToIssue = {
  bornOn: day('2023-07-01'),
  commune: '16681',
  firstFacility: '40001',
  people: { child, mother },
};
export const correction: Change = { what: 'correction', fields: ['child.name'], people: { child, mother } };
export const death: Change = { what: 'death', fields: ['deceased.diedOn'], people: { deceased } };
export const funeral: BenefitToDecide = {
  diedOn: day('2023-07-07'),
  commune: '16681',
  payer: 'social-insurance',
  awards: [{ benefit: 'funeral', payer: 'social-insurance', way: 'once', amount: 18_000_000 }],
  people: { deceased, payee },
};
export const survivor: BenefitToDecide = {
  ...funeral,
  awards: [{ benefit: 'survivor', payer: 'social-insurance', way: 'monthly', amount: 900_000 }],
  people: { deceased, 'relative-1': mother },
};
export const payment: BenefitToPay = {
  benefit: 'survivor',
  payer: 'social-insurance',
  amount: 900_000,
  channel: 'bank',
  commune: '16681',
  people: { payee },
};
export const pension: AllowanceToStop = { diedOn: day('2023-07-07'), commune: '16681', people: { deceased } };

export const cardAnswers: readonly CardAnswer[] = [
  { outcome: 'issued', cardNumber: 'TE1404023000001', issuedOn: day('2023-07-12') },
  { outcome: 'rejected', reason: 'CardDossierIncomplete', items: ['mother'] },
  { outcome: 'returned', field: 'child.name' },
];
export const changeAnswers: readonly ChangeAnswer[] = [
  { outcome: 'taken' },
  { outcome: 'not-taken', reason: 'NotAcceptedNow' },
];
export const payerAnswers: readonly PayerAnswer[] = [
  { outcome: 'decided', decisionNo: '12/QĐ-BHXH', decidedOn: day('2023-08-01'), amount: 18_000_000 },
  { outcome: 'rejected', reason: 'DoubleBenefit' },
  { outcome: 'incomplete', items: ['papers-of-the-class'] },
];
export const paymentAnswers: readonly PaymentAnswer[] = [
  { outcome: 'paid', amount: 900_000, channel: 'bank', paidOn: day('2023-08-04') },
  { outcome: 'failed', reason: 'AccountUnknown' },
];
export const stopAnswers: readonly StopAnswer[] = [{ outcome: 'stopped' }, { outcome: 'not-drawn' }];
