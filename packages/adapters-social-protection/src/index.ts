/** Whoever decides on and pays support after a death, over HTTP: social protection, the merit office, the payment service. */
export {
  type MeritDesks,
  meritDesks,
  type PaymentDesks,
  paymentDesks,
  type SocialProtectionDesks,
  socialProtectionDesks,
} from './desks.js';
