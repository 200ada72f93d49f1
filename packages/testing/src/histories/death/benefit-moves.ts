/** What may come next of the money of a death: endorsed, decided, rejected, consented to, topped up, paid. */
import { addDays, dayOf } from '@lienthong/core';
import { payersOpen } from '@lienthong/core/benefit';
import { unpaidIn } from '@lienthong/core/death-case';
import { type Choice, move } from './move.js';
import { runs, type Setting, supplementing } from './setting.js';

type BenefitLeg = 'funeral' | 'survivor';
type BenefitName = 'funeral' | 'merit-lump' | 'survivor';

const REJECTIONS = ['NoEntitlement', 'DoubleBenefit', 'ConsentMissing', 'PayeeMissing', 'DossierIncomplete'] as const;
const BODIES = ['commune', 'district', 'province'] as const;

const decidingMoves = ({ death, dice, now }: Setting, leg: BenefitLeg): readonly Choice[] => {
  const own = death[leg];
  const { application } = death;
  const today = dayOf(now);
  const items = ['papers-of-the-class'];
  const agency = application.declaration?.authorities[leg] ?? '';
  const by = dice.pick(own.endorsed.length > 0 && dice.chance(50) ? own.endorsed : BODIES);
  const { survivors } = application.declaration ?? {};
  const unconsented = leg === 'survivor' && survivors?.prefer === 'lump-sum' && !death.consents.given.includes('all');
  const decidedOn = dice.weighted([
    [6, today],
    [1, addDays(today, -3)],
    [1, addDays(today, 2)],
  ] as const);
  return [
    ...(own.dossier.status === 'awaited'
      ? [[unconsented ? 12 : 3, () => move('ReceiveDossier', { leg, agency })] as const]
      : []),
    ...(leg === 'funeral' && payersOpen(own).some((payer) => payer !== 'social-insurance')
      ? [[6, () => move('EndorseBenefit', { leg, by })] as const]
      : []),
    [unconsented ? 10 : 2, () => move('DecideBenefit', { leg, decisionNo: 'QD-5', decidedOn })],
    [1, () => move('RejectBenefit', { leg, cause: dice.pick(REJECTIONS) })],
    [1, () => move('RouteBenefit', { leg })],
    [1, () => move('RequestSupplement', { leg, items, cause: 'incomplete' })],
    ...(supplementing(own) ? [[8, () => move('ProvideSupplement', { leg, items })] as const] : []),
  ];
};

const consentMoves = ({ death, dice }: Setting): readonly Choice[] => {
  const { consents, application } = death;
  const { survivors } = application.declaration ?? {};
  if (survivors?.prefer !== 'lump-sum' || consents.given.includes('all')) return [];
  const missing = survivors.relatives.map(({ of }) => of).filter((of) => !consents.given.includes(of));
  const mode = dice.pick(
    consents.expired ? (['paper', 'e-statement'] as const) : (['vneid', 'vneid', 'e-statement'] as const),
  );
  return [
    ...missing.map((of): Choice => [5, () => move('RecordRelativesConsent', { of, mode })]),
    ...(missing.length > 0 ? [[2, () => move('RecordRelativesConsent', { of: 'all', mode })] as const] : []),
    ...consents.given.map((of): Choice => [2, () => move('RecordRelativesConsent', { of, mode })]),
    [2, () => move('ExpireConsent', {})],
  ];
};

/** What is decided may be topped up, once a rate was known later than it took effect; it is not decided again. */
const decidedMoves = ({ death, now }: Setting): readonly Choice[] =>
  (['funeral', 'survivor'] as const).flatMap((leg): readonly Choice[] => {
    const decided = Object.values(death[leg].decided);
    if (decided.length === 0) return [];
    const today = dayOf(now);
    const hoped = decided.some(({ decidedOn }) => '2026-07-01' <= decidedOn && decidedOn < '2026-10-05');
    return [
      [hoped && today >= '2026-10-05' ? 25 : 1, () => move('TopUpBenefit', { leg })],
      [1, () => move('DecideBenefit', { leg, decisionNo: 'QD-6', decidedOn: today })],
    ];
  });

const payingMoves = ({ death, dice, now }: Setting): readonly Choice[] => {
  const { payments, application } = death;
  const { failing, payee } = payments;
  const owed = Object.entries(unpaidIn(death)) as readonly (readonly [BenefitName, number])[];
  const channel = dice.pick(['bank', 'cash'] as const);
  const today = dayOf(now);
  const paidOn = dice.chance(90) ? today : addDays(today, 1);
  return [
    [
      owed.length > 0 && (payee === 'none' || failing.length > 0) ? 10 : 1,
      () => move('StatePayee', { channel, personal: {} }),
    ],
    ...owed.flatMap(([benefit, amount]): readonly Choice[] => [
      [
        failing.includes(benefit) ? 4 : 1,
        () =>
          move('RecordPayment', {
            outcome: 'paid',
            benefit,
            amount: dice.weighted([
              [4, amount],
              [2, Math.max(1, Math.floor(amount / 3))],
              [1, amount + 1],
            ] as const),
            channel,
            paidOn,
          }),
      ],
      [1, () => move('RecordPayment', { outcome: 'failed', benefit, amount, cause: 'no-such-account' })],
    ]),
    ...(application.declaration?.allowances ?? []).map(
      (allowance): Choice => [1, () => move('RecordAllowanceStopped', { allowance })],
    ),
  ];
};

export const benefitMoves = (setting: Setting): readonly Choice[] => {
  const { death } = setting;
  const registered = death.registration.registration.status === 'registered';
  return [
    ...(['funeral', 'survivor'] as const).flatMap((leg) =>
      runs(death, leg) && death.extract.published && payersOpen(death[leg]).length > 0
        ? decidingMoves(setting, leg)
        : [],
    ),
    ...(runs(death, 'survivor') && registered ? consentMoves(setting) : []),
    ...decidedMoves(setting),
    ...(registered ? payingMoves(setting) : []),
  ];
};
