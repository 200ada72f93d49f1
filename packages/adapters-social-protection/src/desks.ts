/** The desks over HTTP of social protection, the merit office and the payment service. All of them are asked about deaths. */
import { httpDesk, type Line } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import type { DeathDesks } from '@lienthong/core/death-case';
import { decideMeritFuneral, stopMeritAllowance } from './wire/merit-office.js';
import { payFuneral, payMeritLump } from './wire/payment-service.js';
import { decideSocialFuneral, stopSocialAllowance } from './wire/social-protection.js';

export type SocialProtectionDesks = Readonly<{
  deaths: Pick<DeathDesks, 'decide-social-funeral' | 'stop-social-allowance'>;
}>;
export type MeritDesks = Readonly<{ deaths: Pick<DeathDesks, 'decide-merit-funeral' | 'stop-merit-allowance'> }>;
export type PaymentDesks = Readonly<{ deaths: Pick<DeathDesks, 'pay-funeral' | 'pay-merit-lump'> }>;

/** `inbox` is where its callbacks are kept; without one the agency is polled alone. */
export const socialProtectionDesks = (line: Line, inbox?: Inbox): SocialProtectionDesks => ({
  deaths: {
    'decide-social-funeral': httpDesk(line, decideSocialFuneral, inbox),
    'stop-social-allowance': httpDesk(line, stopSocialAllowance, inbox),
  },
});

/** `inbox` is where its callbacks are kept; without one the agency is polled alone. */
export const meritDesks = (line: Line, inbox?: Inbox): MeritDesks => ({
  deaths: {
    'decide-merit-funeral': httpDesk(line, decideMeritFuneral, inbox),
    'stop-merit-allowance': httpDesk(line, stopMeritAllowance, inbox),
  },
});

/** `inbox` is where its callbacks are kept; without one the agency is polled alone. */
export const paymentDesks = (line: Line, inbox?: Inbox): PaymentDesks => ({
  deaths: {
    'pay-funeral': httpDesk(line, payFuneral, inbox),
    'pay-merit-lump': httpDesk(line, payMeritLump, inbox),
  },
});
