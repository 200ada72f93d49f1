/** What a payer is asked (cơ quan giải quyết): to decide on a benefit, and to stop what the deceased drew each month. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Payer } from '../law/index.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';
import type { Award } from './entitlement.js';
import type { BenefitRejection } from './events.js';

/** The file with what the law gives by our reckoning; the payer decides. */
export type BenefitToDecide = Readonly<{
  diedOn: PlainDate;
  commune: string;
  payer: Payer;
  awards: readonly Award[];
  people: Readonly<Record<string, JsonObject>>;
}>;

/** An opinion on the way is told as progress `endorsed-commune`, `endorsed-district`. `amount` in đồng, all together. */
export type PayerAnswer =
  | Readonly<{ outcome: 'decided'; decisionNo: string; decidedOn: PlainDate; amount?: number }>
  | Readonly<{ outcome: 'rejected'; reason: BenefitRejection }>
  | Readonly<{ outcome: 'incomplete'; items: readonly string[] }>;

export type PayerDesk = Desk<BenefitToDecide, PayerAnswer>;
