/** Paying (chi trả) what was decided, by whichever payer. */
import type { BenefitName } from '@lienthong/core/benefit';
import type { BenefitToPay, PaymentAnswer } from '@lienthong/core/payment';
import { code, fields, oneOf, type Received } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, dong, people } from './parts.schema.js';

const channel = oneOf('bank', 'cash');

export const benefitToPay = (benefit: BenefitName): Received<BenefitToPay> =>
  fields({
    benefit: oneOf(benefit),
    payer: oneOf('social-insurance', 'social-protection', 'merit'),
    amount: dong,
    channel,
    commune,
    people,
  });

/** `failed` is money that came back, such as from an account nobody has. */
export const paymentAnswer: Received<PaymentAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('paid'), amount: dong, channel, paidOn: day }),
    fields({ outcome: z.literal('failed'), reason: code() }),
  ],
  { error: 'one of: paid, failed' },
);
