/** What social insurance (bảo hiểm xã hội) is asked over HTTP, purpose by purpose, each under a path of its own. */
import type { PurposeWire } from '@lienthong/adapters-http/wire';
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { CardAnswer, CardToIssue } from '@lienthong/core/child-health-card';
import type { AllowanceToStop, BenefitToPay, PaymentAnswer, StopAnswer } from '@lienthong/core/payment';
import type { Change, ChangeAnswer } from '@lienthong/core/requests';
import { benefitToDecide, payerAnswer } from './benefit.schema.js';
import { cardAnswer, cardToIssue } from './card.schema.js';
import { change, changeAnswer } from './change.schema.js';
import { paymentAnswer, pensionToStop, stopAnswer, survivorToPay } from './payment.schema.js';

/** It acts as often as it is asked: whoever asks twice is given two cards. */
export const issueCard: PurposeWire<CardToIssue, CardAnswer> = {
  purpose: 'issue-card',
  path: '/cards',
  title: 'Issue the health-insurance card of a child under six (cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi)',
  repeats: 'neither',
  content: cardToIssue,
  answer: cardAnswer,
};

const told = { purpose: 'tell-insurance', repeats: 'neither', content: change, answer: changeAnswer } as const;

export const tellOfBirth: PurposeWire<Change, ChangeAnswer> = {
  ...told,
  path: '/births/changes',
  title: 'Take a change about a registered child (tiếp nhận thay đổi về trẻ đã đăng ký)',
};

export const tellOfDeath: PurposeWire<Change, ChangeAnswer> = {
  ...told,
  path: '/deaths/changes',
  title: 'Take a death, or a change about a dead person (tiếp nhận thông tin khai tử)',
};

const decided = { repeats: 'neither', content: benefitToDecide, answer: payerAnswer } as const;

export const decideFuneral: PurposeWire<BenefitToDecide, PayerAnswer> = {
  ...decided,
  purpose: 'decide-insurance-funeral',
  path: '/funeral-benefits',
  title: 'Decide on the funeral benefit of an insured person (giải quyết trợ cấp mai táng)',
};

export const decideSurvivor: PurposeWire<BenefitToDecide, PayerAnswer> = {
  ...decided,
  purpose: 'decide-survivor',
  path: '/survivor-benefits',
  title: 'Decide on survivor benefits (giải quyết chế độ tử tuất)',
};

export const paySurvivor: PurposeWire<BenefitToPay, PaymentAnswer> = {
  purpose: 'pay-survivor',
  path: '/survivor-payments',
  title: 'Pay a survivor benefit that was decided (chi trả trợ cấp tuất)',
  repeats: 'queryable',
  content: survivorToPay,
  answer: paymentAnswer,
};

export const stopPension: PurposeWire<AllowanceToStop, StopAnswer> = {
  purpose: 'stop-pension',
  path: '/pension-stops',
  title: 'Stop the pension of a dead person (thôi trả lương hưu, trợ cấp hằng tháng)',
  repeats: 'neither',
  content: pensionToStop,
  answer: stopAnswer,
};
