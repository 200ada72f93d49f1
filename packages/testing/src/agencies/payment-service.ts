/**
 * The payment service (tổ chức dịch vụ chi trả): pays by monthly lists, in cash or to an account. Whoever is listed in time is
 * paid in the first days of the next month; a wrong account comes back with the settling, cash nobody fetches goes to the month
 * after (D15). Social insurance pays by itself, within days. Honours keys, but for the survivor benefit, which can be looked up.
 */
import { addDays, addMonths, atInVietnam, dayOf, type Instant, type PlainDate } from '@lienthong/core';
import { provision } from '@lienthong/core/law';
import type { BenefitToPay, PaymentAnswer } from '@lienthong/core/payment';
import type { Ask, DeathPurpose, Repeats } from '@lienthong/core/requests';
import type { Random } from '../random.js';
import { office } from './office.js';
import { inForceAt } from './pace.js';
import type { Office, OfficeWorld } from './practice.js';

const HOUR = 3_600_000;
/** Habits: days into the month on which money is handed out, by channel. */
const HANDED_OUT = { bank: 3, cash: 9 } as const;

export type PaymentOffice = Office<BenefitToPay, PaymentAnswer>;

/** The first of the month for which a list that is open on this day is drawn up. */
const monthListed = (on: PlainDate, listedBy: number): PlainDate =>
  addMonths(`${on.slice(0, 7)}-01` as PlainDate, Number(on.slice(8)) <= listedBy ? 1 : 2);

const paymentOffice = (
  world: OfficeWorld,
  purpose: DeathPurpose,
  repeats: Repeats,
  agency: 'payment-service' | 'social-insurance',
): PaymentOffice => {
  const { D15 } = world.faults;
  const { law, hours } = world;
  /** Cases whose account was wrong once; the next one is right. */
  const returned = new Set<string>();
  const failing = new Set<string>();

  const onDay = (date: PlainDate, hour: number): Instant => hours.opensFrom(atInVietnam(date, hour * HOUR));

  const paidAt = ({ payer, channel }: BenefitToPay, at: Instant, fails: boolean, random: Random): Instant => {
    if (payer === 'social-insurance') return hours.after(at, random.int(4, 24) * HOUR);
    const merit = inForceAt(law, provision.meritPaymentList, at);
    const list = payer === 'merit' ? merit : inForceAt(law, provision.socialPaymentList, at);
    const month = monthListed(dayOf(at), list?.listedBy ?? 0);
    if (fails) return onDay(addDays(month, (merit?.settledBy ?? 1) - 1), 9);
    const rollsOver = channel === 'cash' && random.chance(D15.uncollected);
    return onDay(addDays(addMonths(month, rollsOver ? 1 : 0), random.int(0, HANDED_OUT[channel])), random.int(8, 15));
  };

  const takes = ({ key, caseId, content }: Ask<BenefitToPay>, random: Random, at: Instant) => {
    const wrong = content.channel === 'bank' && !returned.has(caseId) && random.chance(D15.wrongAccount);
    if (wrong) {
      returned.add(caseId);
      failing.add(key);
    }
    return { until: paidAt(content, at, wrong, random) };
  };

  return office<BenefitToPay, PaymentAnswer>(
    {
      system: 'payment',
      agency,
      purpose,
      repeats,
      by: ({ payer }) =>
        payer === 'social-insurance'
          ? { id: 'insurance-nghe-an', role: 'insurance-officer' }
          : { id: 'payment-service-nghe-an', role: 'payment-officer' },
      takes,
      judge: ({ file: { key, content }, at }) =>
        failing.has(key)
          ? { outcome: 'failed', reason: 'AccountUnknown' }
          : { outcome: 'paid', amount: content.amount, channel: content.channel, paidOn: dayOf(at) },
      effect: (answer) => (answer.outcome === 'paid' ? String(answer.amount) : undefined),
    },
    world,
  );
};

export const paymentService = (
  world: OfficeWorld,
): Readonly<Record<'pay-funeral' | 'pay-merit-lump' | 'pay-survivor', PaymentOffice>> => ({
  'pay-funeral': paymentOffice(world, 'pay-funeral', 'keyed', 'payment-service'),
  'pay-merit-lump': paymentOffice(world, 'pay-merit-lump', 'keyed', 'payment-service'),
  'pay-survivor': paymentOffice(world, 'pay-survivor', 'queryable', 'social-insurance'),
});
