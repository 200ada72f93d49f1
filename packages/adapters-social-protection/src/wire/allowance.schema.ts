/** Stopping what the deceased drew each month (thôi hưởng trợ cấp hằng tháng). */
import type { AllowanceToStop, StopAnswer } from '@lienthong/core/payment';
import { fields, type Received } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, people } from './parts.schema.js';

export const allowanceToStop: Received<AllowanceToStop> = fields({ diedOn: day, commune, people });

export const stopAnswer: Received<StopAnswer> = z.discriminatedUnion(
  'outcome',
  [fields({ outcome: z.literal('stopped') }), fields({ outcome: z.literal('not-drawn') })],
  { error: 'one of: stopped, not-drawn' },
);
