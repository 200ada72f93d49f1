/** The payment service (tổ chức dịch vụ chi trả): pays by monthly lists, in cash or to an account. */
import { type AgencyWire, openApiOf, type PurposeWire } from '@lienthong/adapters-http/wire';
import type { JsonObject } from '@lienthong/core/evidence';
import type { BenefitToPay, PaymentAnswer } from '@lienthong/core/payment';
import { benefitToPay, paymentAnswer } from './payment.schema.js';

export const payFuneral: PurposeWire<BenefitToPay, PaymentAnswer> = {
  purpose: 'pay-funeral',
  path: '/funeral-payments',
  title: 'Pay a funeral benefit that was decided (chi trả mai táng phí)',
  repeats: 'keyed',
  content: benefitToPay('funeral'),
  answer: paymentAnswer,
};

export const payMeritLump: PurposeWire<BenefitToPay, PaymentAnswer> = {
  purpose: 'pay-merit-lump',
  path: '/merit-lump-payments',
  title: 'Pay the lump sum of a merit allowance that was decided (chi trả trợ cấp một lần)',
  repeats: 'keyed',
  content: benefitToPay('merit-lump'),
  answer: paymentAnswer,
};

export const paymentWire: AgencyWire = {
  agency: 'payment-service',
  title: 'The payment service (tổ chức dịch vụ chi trả)',
  version: '1.0.0',
  purposes: [payFuneral, payMeritLump],
};

/** The contract with the payment service, as OpenAPI 3.1. */
export const paymentOpenApi = (): JsonObject => openApiOf(paymentWire);
