/** What is asked of whoever pays (tổ chức dịch vụ chi trả, bảo hiểm xã hội), and of whoever paid the deceased each month. */
import type { BenefitName } from '../benefit/events.js';
import type { JsonObject } from '../evidence/canonical.js';
import type { Payer } from '../law/index.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';
import type { PaymentChannel } from './events.js';

/** `amount` in đồng: what is outstanding when it is asked for. */
export type BenefitToPay = Readonly<{
  benefit: BenefitName;
  payer: Payer;
  amount: number;
  channel: PaymentChannel;
  commune: string;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type PaymentAnswer =
  | Readonly<{ outcome: 'paid'; amount: number; channel: PaymentChannel; paidOn: PlainDate }>
  | Readonly<{ outcome: 'failed'; reason: string }>;

export type PaymentDesk = Desk<BenefitToPay, PaymentAnswer>;

export type AllowanceToStop = Readonly<{
  diedOn: PlainDate;
  commune: string;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type StopAnswer = Readonly<{ outcome: 'stopped' }> | Readonly<{ outcome: 'not-drawn' }>;

export type AllowanceDesk = Desk<AllowanceToStop, StopAnswer>;
