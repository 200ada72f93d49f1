/** Paying (chi trả) what was decided, and stopping what the deceased drew each month (thôi hưởng hằng tháng). */
import type { AllowanceToStop, BenefitToPay, PaymentAnswer, StopAnswer } from '@lienthong/core/payment';
import { code, fields, oneOf, type Received } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, dong, people } from './parts.schema.js';

const channel = oneOf('bank', 'cash');

export const survivorToPay: Received<BenefitToPay> = fields({
  benefit: oneOf('survivor'),
  payer: oneOf('social-insurance'),
  amount: dong,
  channel,
  commune,
  people,
});

export const paymentAnswer: Received<PaymentAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('paid'), amount: dong, channel, paidOn: day }),
    fields({ outcome: z.literal('failed'), reason: code() }),
  ],
  { error: 'one of: paid, failed' },
);

export const pensionToStop: Received<AllowanceToStop> = fields({ diedOn: day, commune, people });

export const stopAnswer: Received<StopAnswer> = z.discriminatedUnion(
  'outcome',
  [fields({ outcome: z.literal('stopped') }), fields({ outcome: z.literal('not-drawn') })],
  { error: 'one of: stopped, not-drawn' },
);
