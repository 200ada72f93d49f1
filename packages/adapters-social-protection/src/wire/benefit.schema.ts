/** Decisions on funeral support (giải quyết mai táng phí): the file with our reckoning, and the payer's answer. */
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { Payer } from '@lienthong/core/law';
import { code, fields, listOf, oneOf, optional, type Received, text } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, dong, people } from './parts.schema.js';

/** Another payer's file is not for this desk. */
export const benefitToDecide = (payer: Payer): Received<BenefitToDecide> =>
  fields({
    diedOn: day,
    commune,
    payer: oneOf(payer),
    awards: listOf(
      fields({
        benefit: oneOf('funeral', 'merit-lump', 'survivor'),
        payer: oneOf(payer),
        way: oneOf('once', 'monthly'),
        amount: dong,
      }),
    ),
    people,
  });

/** `amount` is all together; `incomplete` asks for papers. Opinions on the way are progress, not answers. */
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
