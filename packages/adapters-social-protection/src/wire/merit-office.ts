/** The merit side (người có công): funeral benefits through its chain of opinions, and merit allowances that stop. */
import { type AgencyWire, openApiOf, type PurposeWire } from '@lienthong/adapters-http/wire';
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { JsonObject } from '@lienthong/core/evidence';
import type { AllowanceToStop, StopAnswer } from '@lienthong/core/payment';
import { allowanceToStop, stopAnswer } from './allowance.schema.js';
import { benefitToDecide, payerAnswer } from './benefit.schema.js';

/** Each body's opinion is told as progress: `endorsed-commune`, `endorsed-district`, `endorsed-province`. */
export const decideMeritFuneral: PurposeWire<BenefitToDecide, PayerAnswer> = {
  purpose: 'decide-merit-funeral',
  path: '/funeral-benefits',
  title:
    'Decide on the funeral benefit of a person of merit (giải quyết mai táng phí người có công); opinions on the way are progress: endorsed-commune, endorsed-district, endorsed-province',
  repeats: 'queryable',
  content: benefitToDecide('merit'),
  answer: payerAnswer,
};

export const stopMeritAllowance: PurposeWire<AllowanceToStop, StopAnswer> = {
  purpose: 'stop-merit-allowance',
  path: '/allowance-stops',
  title: 'Stop the merit allowance of a dead person (thôi hưởng trợ cấp ưu đãi hằng tháng)',
  repeats: 'queryable',
  content: allowanceToStop,
  answer: stopAnswer,
};

export const meritWire: AgencyWire = {
  agency: 'merit-office',
  title: 'The merit office (cơ quan quản lý người có công)',
  version: '1.0.0',
  purposes: [decideMeritFuneral, stopMeritAllowance],
};

/** The contract with the merit office, as OpenAPI 3.1. */
export const meritOpenApi = (): JsonObject => openApiOf(meritWire);
