/** Social protection, the merit office and the payment service as servers (máy chủ giả lập), over any desks of these kinds. */
import { type ServedAgency, type ServeOptions, serveAgency } from '@lienthong/adapters-http/serve';
import type { MeritDesks, PaymentDesks, SocialProtectionDesks } from '../desks.js';
import { decideMeritFuneral, meritWire, stopMeritAllowance } from '../wire/merit-office.js';
import { payFuneral, payMeritLump, paymentWire } from '../wire/payment-service.js';
import { decideSocialFuneral, socialProtectionWire, stopSocialAllowance } from '../wire/social-protection.js';

export const serveSocialProtection = ({ deaths }: SocialProtectionDesks, options?: ServeOptions): ServedAgency =>
  serveAgency(
    socialProtectionWire,
    {
      [decideSocialFuneral.path]: deaths['decide-social-funeral'],
      [stopSocialAllowance.path]: deaths['stop-social-allowance'],
    },
    options,
  );

export const serveMerit = ({ deaths }: MeritDesks, options?: ServeOptions): ServedAgency =>
  serveAgency(
    meritWire,
    {
      [decideMeritFuneral.path]: deaths['decide-merit-funeral'],
      [stopMeritAllowance.path]: deaths['stop-merit-allowance'],
    },
    options,
  );

export const servePayments = ({ deaths }: PaymentDesks, options?: ServeOptions): ServedAgency =>
  serveAgency(
    paymentWire,
    {
      [payFuneral.path]: deaths['pay-funeral'],
      [payMeritLump.path]: deaths['pay-merit-lump'],
    },
    options,
  );
