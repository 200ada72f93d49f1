/** Social protection (bảo trợ xã hội): funeral support through its chain of opinions, and social allowances that stop. */
import { type AgencyWire, openApiOf, type PurposeWire } from '@lienthong/adapters-http/wire';
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { JsonObject } from '@lienthong/core/evidence';
import type { AllowanceToStop, StopAnswer } from '@lienthong/core/payment';
import { allowanceToStop, stopAnswer } from './allowance.schema.js';
import { benefitToDecide, payerAnswer } from './benefit.schema.js';

/** Each body's opinion is told as progress: `endorsed-commune`, `endorsed-district`, `endorsed-province`. */
export const decideSocialFuneral: PurposeWire<BenefitToDecide, PayerAnswer> = {
  purpose: 'decide-social-funeral',
  path: '/funeral-supports',
  title:
    'Decide on funeral support of social protection (giải quyết hỗ trợ chi phí mai táng); opinions on the way are progress: endorsed-commune, endorsed-district, endorsed-province',
  repeats: 'queryable',
  content: benefitToDecide('social-protection'),
  answer: payerAnswer,
};

export const stopSocialAllowance: PurposeWire<AllowanceToStop, StopAnswer> = {
  purpose: 'stop-social-allowance',
  path: '/allowance-stops',
  title: 'Stop the social allowance of a dead person (thôi hưởng trợ cấp xã hội hằng tháng)',
  repeats: 'keyed',
  content: allowanceToStop,
  answer: stopAnswer,
};

export const socialProtectionWire: AgencyWire = {
  agency: 'social-protection',
  title: 'Social protection (bảo trợ xã hội)',
  version: '1.0.0',
  purposes: [decideSocialFuneral, stopSocialAllowance],
};

/** The contract with social protection, as OpenAPI 3.1. */
export const socialProtectionOpenApi = (): JsonObject => openApiOf(socialProtectionWire);
