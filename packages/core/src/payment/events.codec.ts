/** How payments are kept. */
import { keptBenefit } from '../benefit/events.codec.js';
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, oneOf, orNull, text } from '../borders/stored.codec.js';
import { keptDate } from '../dossier/events.codec.js';
import type { MonthlyAllowance, PaymentChannel, PaymentEvent } from './events.js';

export const keptChannel: Codec<PaymentChannel> = oneOf('bank', 'cash');
export const keptAllowance: Codec<MonthlyAllowance> = oneOf('merit', 'social', 'pension');

export const paymentEvents: EventForms<PaymentEvent> = {
  PayeeStated: event({ channel: keptChannel }),
  BenefitPaid: event({ benefit: keptBenefit, amount: count, channel: keptChannel, paidOn: keptDate }),
  PaymentFailed: event({ benefit: keptBenefit, amount: count, cause: text }),
  AllowanceStopped: event({ allowance: keptAllowance, stoppedFrom: orNull(keptDate) }),
};
