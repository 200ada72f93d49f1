/** What the payment service and the payers' answers mean for what is owed (R7). */
import type { BenefitName } from '../benefit/events.js';
import { currentLawOf, type LawBook } from '../law/index.js';
import { dayIn, type Heard, textOf } from '../requests/heard.js';
import { type PaymentFacts, stoppedFrom } from './decider.js';
import type { MonthlyAllowance, PaymentEvent } from './events.js';
import { outstanding, type Payments } from './state.js';

const amountIn = ({ answer }: Heard): number => (typeof answer['amount'] === 'number' ? answer['amount'] : 0);

/** Paid or returned; empty when more was paid than is owed, or nothing, which is for people to settle. */
export const hearPayment = (
  own: Payments,
  { owed }: PaymentFacts,
  benefit: BenefitName,
  heard: Heard,
): readonly PaymentEvent[] => {
  const { answer, attribution } = heard;
  const amount = amountIn(heard);
  const due = outstanding(own, owed, benefit);
  if (answer.outcome === 'paid' && amount > 0 && amount <= due) {
    const channel = textOf(heard, 'channel') === 'bank' ? 'bank' : 'cash';
    return [{ type: 'BenefitPaid', benefit, amount, channel, paidOn: dayIn(heard, 'paidOn'), attribution }];
  }
  if (answer.outcome !== 'failed' || due <= 0) return [];
  return [{ type: 'PaymentFailed', benefit, amount: due, cause: textOf(heard, 'reason'), attribution }];
};

export const hearStopped = (
  book: LawBook,
  own: Payments,
  { diedOn }: PaymentFacts,
  allowance: MonthlyAllowance,
  heard: Heard,
): readonly PaymentEvent[] => {
  if (heard.answer.outcome !== 'stopped' || own.stopped.includes(allowance)) return [];
  const law = currentLawOf(book, heard.at);
  return [
    {
      type: 'AllowanceStopped',
      allowance,
      stoppedFrom: stoppedFrom(law, allowance, diedOn),
      attribution: heard.attribution,
    },
  ];
};
