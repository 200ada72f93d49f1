/** One of everything these agencies are told and say (dữ liệu mẫu); invented. */
import { day } from '@lienthong/core';
import type { BenefitName, BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { Payer } from '@lienthong/core/law';
import type { AllowanceToStop, BenefitToPay, PaymentAnswer, StopAnswer } from '@lienthong/core/payment';

const deceased = { name: { surname: 'Nguyễn', given: 'Bá' }, personalNumber: '040040000001' };
const payee = {
  name: { surname: 'Trần', given: 'Lan' },
  personalNumber: '040145000002',
  account: '0123456789',
};

export const funeral = (payer: Payer): BenefitToDecide => ({
  diedOn: day('2023-07-07'),
  commune: '16681',
  payer,
  awards: [
    { benefit: 'funeral', payer, way: 'once', amount: 18_000_000 },
    { benefit: 'merit-lump', payer, way: 'once', amount: 6_000_000 },
  ],
  people: { deceased, payee },
});
export const payment = (benefit: BenefitName, payer: Payer): BenefitToPay => ({
  benefit,
  payer,
  amount: 18_000_000,
  channel: 'bank',
  commune: '16681',
  people: { payee },
});
export const allowance: AllowanceToStop = { diedOn: day('2023-07-07'), commune: '16681', people: { deceased } };

export const payerAnswers: readonly PayerAnswer[] = [
  { outcome: 'decided', decisionNo: '12/QĐ-UBND', decidedOn: day('2023-08-01'), amount: 18_000_000 },
  { outcome: 'rejected', reason: 'DoubleBenefit' },
  { outcome: 'incomplete', items: ['papers-of-the-class'] },
];
export const paymentAnswers: readonly PaymentAnswer[] = [
  { outcome: 'paid', amount: 18_000_000, channel: 'cash', paidOn: day('2023-08-04') },
  { outcome: 'failed', reason: 'AccountUnknown' },
];
export const stopAnswers: readonly StopAnswer[] = [{ outcome: 'stopped' }, { outcome: 'not-drawn' }];
