/**
 * Payment (chi trả) of what was decided, and the end of what the deceased drew each month. Decided and paid are two facts: a
 * list for the next month, an account that does not exist and a second payment may lie between them.
 */

import type { BenefitName } from '../benefit/events.js';
import type { Command, DomainEvent, Personal } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;

/** Chuyển khoản, tiền mặt. */
export type PaymentChannel = 'bank' | 'cash';
/** What the deceased drew each month: an allowance of merit, a social allowance, a pension. */
export type MonthlyAllowance = 'merit' | 'social' | 'pension';

/** Whoever takes care of the funeral; name and account stand in the sealed block `payee`. */
export type PayeeStated = Of<'PayeeStated', { channel: PaymentChannel }>;
/** `amount` in đồng. */
export type BenefitPaid = Of<
  'BenefitPaid',
  { benefit: BenefitName; amount: number; channel: PaymentChannel; paidOn: PlainDate }
>;
export type PaymentFailed = Of<'PaymentFailed', { benefit: BenefitName; amount: number; cause: string }>;
/** `stoppedFrom` is the first day for which nothing is paid any more; `null` where no rule names it. */
export type AllowanceStopped = Of<'AllowanceStopped', { allowance: MonthlyAllowance; stoppedFrom: PlainDate | null }>;

export type PaymentEvent = PayeeStated | BenefitPaid | PaymentFailed | AllowanceStopped;

export type StatePayee = Command<'StatePayee', Readonly<{ channel: PaymentChannel; personal: Personal }>>;
/** A payment made, or returned, outside the payment service. */
export type RecordPayment = Command<
  'RecordPayment',
  | Readonly<{ outcome: 'paid'; benefit: BenefitName; amount: number; channel: PaymentChannel; paidOn: PlainDate }>
  | Readonly<{ outcome: 'failed'; benefit: BenefitName; amount: number; cause: string }>
>;
export type RecordAllowanceStopped = Command<'RecordAllowanceStopped', Readonly<{ allowance: MonthlyAllowance }>>;

export type PaymentCommand = StatePayee | RecordPayment | RecordAllowanceStopped;
