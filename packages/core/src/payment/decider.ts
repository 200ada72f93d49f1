/** Payment (chi trả): who takes the money, what was paid by hand, what is no longer drawn. Answers of others are in `answers.ts`. */
import type { BenefitName } from '../benefit/events.js';
import { E } from '../fp.js';
import { type Attribution, emits, examine, type Leg, refuseUnless, when } from '../kernel/index.js';
import { currentLawOf, type LawBook, type LawInForce, provision } from '../law/index.js';
import type { DeathPurpose } from '../requests/events.js';
import { isPending, type Ledger } from '../requests/ledger.js';
import { addMonths, dayOf, type PlainDate } from '../values/plain-date.js';
import type { MonthlyAllowance, PaymentCommand, PaymentEvent, RecordPayment } from './events.js';
import { evolvePayments, noPayments, type Owed, outstanding, type Payments } from './state.js';

export type PaymentReason =
  | 'NothingOwed'
  | 'PayeeMissing'
  | 'PaymentUnderWay'
  | 'PaidInFuture'
  | 'AllowanceNotDrawn'
  | 'AllowanceStoppedAlready'
  | 'DeathNotRegistered';

/** What payment needs to know of the case around it. */
export type PaymentFacts = Readonly<{
  owed: Owed;
  /** What the deceased drew each month, as declared. */
  allowances: readonly MonthlyAllowance[];
  diedOn: PlainDate;
  registered: boolean;
  requests: Ledger;
}>;

export const PAYING: Readonly<Record<BenefitName, DeathPurpose>> = {
  funeral: 'pay-funeral',
  'merit-lump': 'pay-merit-lump',
  survivor: 'pay-survivor',
};

type View = Readonly<{ own: Payments; facts: PaymentFacts; today: PlainDate }>;

const mayRecord = examine<RecordPayment, View, PaymentReason>(
  refuseUnless(
    'NothingOwed',
    provision.benefitPaid,
    ({ data }, { own, facts }) => data.amount > 0 && data.amount <= outstanding(own, facts.owed, data.benefit),
    { facts: ({ data }, { own, facts }) => ({ outstanding: outstanding(own, facts.owed, data.benefit) }) },
  ),
  refuseUnless('PayeeMissing', provision.funeralOrganiser, (_, { own }) => own.payee !== 'none', {
    remedy: { kind: 'command', command: 'StatePayee', by: 'applicant' },
  }),
  refuseUnless(
    'PaymentUnderWay',
    provision.benefitPaid,
    ({ data }, { facts }) => !isPending(facts.requests, PAYING[data.benefit]),
  ),
  refuseUnless(
    'PaidInFuture',
    provision.benefitPaid,
    ({ data }, { today }) => data.outcome === 'failed' || data.paidOn <= today,
    { remedy: (_, { today }) => ({ kind: 'change', at: 'paidOn', to: today }) },
  ),
);

const mayStop = examine<PaymentCommand, View, PaymentReason>(
  refuseUnless('DeathNotRegistered', provision.deathEntry, (_, { facts }) => facts.registered, {
    remedy: { kind: 'command', command: 'RegisterDeath', by: 'civil-status-officer' },
  }),
  when(
    ({ type }) => type === 'RecordAllowanceStopped',
    refuseUnless('AllowanceNotDrawn', provision.benefitDecision, ({ data }, { facts }) =>
      facts.allowances.some((drawn) => 'allowance' in data && drawn === data.allowance),
    ),
    refuseUnless(
      'AllowanceStoppedAlready',
      provision.benefitDecision,
      ({ data }, { own }) => !own.stopped.some((stopped) => 'allowance' in data && stopped === data.allowance),
    ),
  ),
);

/** From when an allowance is no longer paid: the first of the month after the death; `null` where no row says so. */
export const stoppedFrom = (law: LawInForce, allowance: MonthlyAllowance, diedOn: PlainDate): PlainDate | null =>
  law.row(provision.allowanceEnds)?.value[allowance] === 'month-after-death'
    ? addMonths(`${diedOn.slice(0, 7)}-01` as PlainDate, 1)
    : null;

export const payments = (book: LawBook): Leg<PaymentCommand, PaymentEvent, Payments, PaymentFacts, PaymentReason> => ({
  initial: noPayments,
  evolve: evolvePayments,
  decide: (command, own, facts) => {
    const today = dayOf(command.at);
    const law = currentLawOf(book, command.at);
    const view: View = { own, facts, today };
    const attribution: Attribution = { decidedBy: command.actor };
    switch (command.type) {
      case 'StatePayee':
        // Anybody who arranges the funeral may be the payee, and a new account takes the place of one that failed.
        return E.right([{ type: 'PayeeStated', ...command.data }]);
      case 'RecordPayment':
        return emits(mayRecord(command, view, law), { ...recorded(command), attribution });
      case 'RecordAllowanceStopped': {
        const { allowance } = command.data;
        return emits(mayStop(command, view, law), {
          type: 'AllowanceStopped',
          allowance,
          stoppedFrom: stoppedFrom(law, allowance, facts.diedOn),
          attribution,
        });
      }
    }
  },
});

const recorded = ({ data }: RecordPayment): PaymentEvent => {
  const { benefit, amount } = data;
  return data.outcome === 'paid'
    ? { type: 'BenefitPaid', benefit, amount, channel: data.channel, paidOn: data.paidOn }
    : { type: 'PaymentFailed', benefit, amount, cause: data.cause };
};
