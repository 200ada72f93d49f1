/** Every contract of these agencies, with samples and any value of its port (bảng hợp đồng). The ports' types hold them. */
import type { AgencyWire, PurposeWire } from '@lienthong/adapters-http/wire';
import type { Award, BenefitName, BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { Payer } from '@lienthong/core/law';
import type { AllowanceToStop, BenefitToPay, PaymentAnswer, StopAnswer } from '@lienthong/core/payment';
import { anyPlainDate } from '@lienthong/testing';
import fc from 'fast-check';
import {
  decideMeritFuneral,
  decideSocialFuneral,
  meritWire,
  payFuneral,
  payMeritLump,
  paymentWire,
  socialProtectionWire,
  stopMeritAllowance,
  stopSocialAllowance,
} from '../wire/index.js';
import { anyCode, anyDong, anyPeople, anyTexts } from './any-words.js';
import * as sample from './samples.js';

type Contract<C, A> = Readonly<{
  agency: AgencyWire;
  wire: PurposeWire<C, A>;
  contents: readonly C[];
  answers: readonly A[];
  anyContent: fc.Arbitrary<C>;
  anyAnswer: fc.Arbitrary<A>;
  optional: readonly string[];
}>;
const contract = <C, A>(of: Contract<C, A>): Contract<C, A> => of;

const channel = fc.constantFrom('bank' as const, 'cash' as const);
const people = anyPeople('deceased', 'applicant', 'payee');

const anyAward = (payer: Payer): fc.Arbitrary<Award> =>
  fc.record({
    benefit: fc.constantFrom('funeral' as const, 'merit-lump' as const, 'survivor' as const),
    payer: fc.constant(payer),
    way: fc.constantFrom('once' as const, 'monthly' as const),
    amount: anyDong,
  });
const anyToDecide = (payer: Payer): fc.Arbitrary<BenefitToDecide> =>
  fc.record({
    diedOn: anyPlainDate,
    commune: anyCode,
    payer: fc.constant(payer),
    awards: fc.array(anyAward(payer), { maxLength: 8 }),
    people,
  });
const anyPayerAnswer: fc.Arbitrary<PayerAnswer> = fc.oneof(
  fc.record(
    { outcome: fc.constant('decided' as const), decisionNo: anyCode, decidedOn: anyPlainDate, amount: anyDong },
    { requiredKeys: ['outcome', 'decisionNo', 'decidedOn'] },
  ),
  fc.record({
    outcome: fc.constant('rejected' as const),
    reason: fc.constantFrom(
      'NoEntitlement' as const,
      'DoubleBenefit' as const,
      'ConsentMissing' as const,
      'PayeeMissing' as const,
      'DossierIncomplete' as const,
    ),
  }),
  fc.record({ outcome: fc.constant('incomplete' as const), items: anyTexts }),
);

const anyToPay = (benefit: BenefitName): fc.Arbitrary<BenefitToPay> =>
  fc.record({
    benefit: fc.constant(benefit),
    payer: fc.constantFrom('social-insurance' as const, 'social-protection' as const, 'merit' as const),
    amount: anyDong,
    channel,
    commune: anyCode,
    people,
  });
const anyPaymentAnswer: fc.Arbitrary<PaymentAnswer> = fc.oneof(
  fc.record({ outcome: fc.constant('paid' as const), amount: anyDong, channel, paidOn: anyPlainDate }),
  fc.record({ outcome: fc.constant('failed' as const), reason: anyCode }),
);

const anyToStop: fc.Arbitrary<AllowanceToStop> = fc.record({ diedOn: anyPlainDate, commune: anyCode, people });
const anyStopAnswer: fc.Arbitrary<StopAnswer> = fc.oneof(
  fc.record({ outcome: fc.constant('stopped' as const) }),
  fc.record({ outcome: fc.constant('not-drawn' as const) }),
);

const decision = { answers: sample.payerAnswers, anyAnswer: anyPayerAnswer, optional: ['amount'] };
const paying = { answers: sample.paymentAnswers, anyAnswer: anyPaymentAnswer, optional: [] };
const stopping = {
  contents: [sample.allowance],
  answers: sample.stopAnswers,
  anyContent: anyToStop,
  anyAnswer: anyStopAnswer,
  optional: [],
};

/** In the order of the agencies' documents. */
export const contracts = [
  contract({
    ...decision,
    agency: socialProtectionWire,
    wire: decideSocialFuneral,
    contents: [sample.funeral('social-protection')],
    anyContent: anyToDecide('social-protection'),
  }),
  contract({ ...stopping, agency: socialProtectionWire, wire: stopSocialAllowance }),
  contract({
    ...decision,
    agency: meritWire,
    wire: decideMeritFuneral,
    contents: [sample.funeral('merit')],
    anyContent: anyToDecide('merit'),
  }),
  contract({ ...stopping, agency: meritWire, wire: stopMeritAllowance }),
  contract({
    ...paying,
    agency: paymentWire,
    wire: payFuneral,
    contents: [sample.payment('funeral', 'social-insurance')],
    anyContent: anyToPay('funeral'),
  }),
  contract({
    ...paying,
    agency: paymentWire,
    wire: payMeritLump,
    contents: [sample.payment('merit-lump', 'merit')],
    anyContent: anyToPay('merit-lump'),
  }),
] as const;
