/** Decisions on money after a death (giải quyết mai táng phí, tử tuất): the file with our reckoning, and the payer's answer. */
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import { code, fields, listOf, oneOf, optional, type Received, text } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, dong, people } from './parts.schema.js';

/** Another payer's file is not for this desk. */
const payer = oneOf('social-insurance');

const award = fields({
  benefit: oneOf('funeral', 'merit-lump', 'survivor'),
  payer,
  way: oneOf('once', 'monthly'),
  amount: dong,
});

export const benefitToDecide: Received<BenefitToDecide> = fields({
  diedOn: day,
  commune,
  payer,
  awards: listOf(award),
  people,
});

/** `amount` is all together; `incomplete` asks for papers. */
export const payerAnswer: Received<PayerAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('decided'), decisionNo: code(), decidedOn: day, amount: optional(dong) }),
    fields({
      outcome: z.literal('rejected'),
      reason: oneOf('NoEntitlement', 'DoubleBenefit', 'ConsentMissing', 'PayeeMissing', 'DossierIncomplete'),
    }),
    fields({ outcome: z.literal('incomplete'), items: listOf(text()) }),
  ],
  { error: 'one of: decided, rejected, incomplete' },
);
