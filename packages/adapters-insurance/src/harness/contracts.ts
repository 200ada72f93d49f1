/** Every contract of social insurance, with samples and any value of its port (bảng hợp đồng). The ports' types hold them. */
import type { PurposeWire } from '@lienthong/adapters-http/wire';
import type { Award, BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { CardAnswer, CardToIssue } from '@lienthong/core/child-health-card';
import type { AllowanceToStop, BenefitToPay, PaymentAnswer, StopAnswer } from '@lienthong/core/payment';
import type { Change, ChangeAnswer } from '@lienthong/core/requests';
import { anyPlainDate } from '@lienthong/testing';
import fc from 'fast-check';
import {
  decideFuneral,
  decideSurvivor,
  issueCard,
  paySurvivor,
  stopPension,
  tellOfBirth,
  tellOfDeath,
} from '../wire/index.js';
import { anyCode, anyDong, anyPeople, anyText, anyTexts } from './any-words.js';
import * as sample from './samples.js';

type Contract<C, A> = Readonly<{
  wire: PurposeWire<C, A>;
  contents: readonly C[];
  answers: readonly A[];
  anyContent: fc.Arbitrary<C>;
  anyAnswer: fc.Arbitrary<A>;
  optional: readonly string[];
}>;
const contract = <C, A>(of: Contract<C, A>): Contract<C, A> => of;

const payer = fc.constant('social-insurance' as const);
const channel = fc.constantFrom('bank' as const, 'cash' as const);
const people = anyPeople('child', 'mother', 'father', 'deceased', 'payee', 'relative-1', 'relative-4');

const anyCard: fc.Arbitrary<CardToIssue> = fc.record(
  { bornOn: anyPlainDate, commune: anyCode, firstFacility: anyCode, people },
  { requiredKeys: ['bornOn', 'commune', 'people'] },
);
const anyCardAnswer: fc.Arbitrary<CardAnswer> = fc.oneof(
  fc.record({ outcome: fc.constant('issued' as const), cardNumber: anyCode, issuedOn: anyPlainDate }),
  fc.record({
    outcome: fc.constant('rejected' as const),
    reason: fc.constant('CardDossierIncomplete' as const),
    items: anyTexts,
  }),
  fc.record({ outcome: fc.constant('returned' as const), field: anyCode }),
);

const anyChange: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom('correction' as const, 'personal-number' as const, 'death' as const),
  fields: fc.array(anyText, { maxLength: 200 }),
  people,
});
const anyChangeAnswer: fc.Arbitrary<ChangeAnswer> = fc.oneof(
  fc.record({ outcome: fc.constant('taken' as const) }),
  fc.record({ outcome: fc.constant('not-taken' as const), reason: anyCode }),
);

const anyAward: fc.Arbitrary<Award> = fc.record({
  benefit: fc.constantFrom('funeral' as const, 'merit-lump' as const, 'survivor' as const),
  payer,
  way: fc.constantFrom('once' as const, 'monthly' as const),
  amount: anyDong,
});
const anyToDecide: fc.Arbitrary<BenefitToDecide> = fc.record({
  diedOn: anyPlainDate,
  commune: anyCode,
  payer,
  awards: fc.array(anyAward, { maxLength: 8 }),
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

const anyToPay: fc.Arbitrary<BenefitToPay> = fc.record({
  benefit: fc.constant('survivor' as const),
  payer,
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

const change = { answers: sample.changeAnswers, anyContent: anyChange, anyAnswer: anyChangeAnswer, optional: [] };
const decision = {
  answers: sample.payerAnswers,
  anyContent: anyToDecide,
  anyAnswer: anyPayerAnswer,
  optional: ['amount'],
};

/** In the order of the agency's document. */
export const contracts = [
  contract({
    wire: issueCard,
    contents: [sample.card],
    answers: sample.cardAnswers,
    anyContent: anyCard,
    anyAnswer: anyCardAnswer,
    optional: ['firstFacility'],
  }),
  contract({ ...change, wire: tellOfBirth, contents: [sample.correction] }),
  contract({ ...change, wire: tellOfDeath, contents: [sample.death, sample.correction] }),
  contract({ ...decision, wire: decideFuneral, contents: [sample.funeral] }),
  contract({ ...decision, wire: decideSurvivor, contents: [sample.survivor] }),
  contract({
    wire: paySurvivor,
    contents: [sample.payment],
    answers: sample.paymentAnswers,
    anyContent: anyToPay,
    anyAnswer: anyPaymentAnswer,
    optional: [],
  }),
  contract({
    wire: stopPension,
    contents: [sample.pension],
    answers: sample.stopAnswers,
    anyContent: anyToStop,
    anyAnswer: anyStopAnswer,
    optional: [],
  }),
] as const;
