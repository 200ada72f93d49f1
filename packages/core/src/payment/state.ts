/** What has been paid of each benefit, to whom the money goes, and which allowances have been stopped. */
import type { BenefitName } from '../benefit/events.js';
import type { MonthlyAllowance, PaymentChannel, PaymentEvent } from './events.js';

export type Payments = Readonly<{
  payee: 'none' | PaymentChannel;
  /** Paid so far, in đồng. */
  paid: Readonly<Partial<Record<BenefitName, number>>>;
  /** Benefits whose last payment failed, for which a payee must be stated anew. */
  failing: readonly BenefitName[];
  failures: number;
  stopped: readonly MonthlyAllowance[];
}>;

export const noPayments: Payments = { payee: 'none', paid: {}, failing: [], failures: 0, stopped: [] };

export const evolvePayments = (own: Payments, event: PaymentEvent): Payments => {
  switch (event.type) {
    case 'PayeeStated':
      return { ...own, payee: event.channel, failing: [] };
    case 'BenefitPaid': {
      const { benefit, amount } = event;
      return {
        ...own,
        paid: { ...own.paid, [benefit]: (own.paid[benefit] ?? 0) + amount },
        failing: own.failing.filter((each) => each !== benefit),
      };
    }
    case 'PaymentFailed':
      return {
        ...own,
        failures: own.failures + 1,
        failing: own.failing.includes(event.benefit) ? own.failing : [...own.failing, event.benefit],
      };
    case 'AllowanceStopped':
      return own.stopped.includes(event.allowance) ? own : { ...own, stopped: [...own.stopped, event.allowance] };
  }
};

/** In đồng, by benefit: decided and topped up. */
export type Owed = Readonly<Partial<Record<BenefitName, number>>>;

/** What is still to be paid of one benefit, in đồng. */
export const outstanding = ({ paid }: Pick<Payments, 'paid'>, owed: Owed, benefit: BenefitName): number =>
  (owed[benefit] ?? 0) - (paid[benefit] ?? 0);
