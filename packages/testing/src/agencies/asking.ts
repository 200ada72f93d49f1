/** Asking invented agencies about a death in tests (hỏi cơ quan giả lập): what they are told, and what their replies say. */
import { addDays, atInVietnam, day, type Instant, later, type PlainDate } from '@lienthong/core';
import type { Award, BenefitToDecide } from '@lienthong/core/benefit';
import { E } from '@lienthong/core/fp';
import { lawBook, type Payer, workingCalendar } from '@lienthong/core/law';
import type { BenefitToPay } from '@lienthong/core/payment';
import type { Ask, Delivery, Purpose, Reply } from '@lienthong/core/requests';
import { random } from '../random.js';
import { agencies, type FaultId, type Faults, faultProfiles, officeHours, virtualClock } from './index.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const law = lawBook();
export const { none } = faultProfiles;
const shifts = [
  [450, 690],
  [810, 1_020],
] as const;

/** All agencies, on the morning of that day. */
export const open = (faults: Faults = none, from: PlainDate = day('2023-07-10')) => {
  const first = atInVietnam(from);
  const clock = virtualClock(later(first, 8 * HOUR));
  const hours = officeHours(workingCalendar(law, addDays(from, 120)), shifts);
  const all = agencies({ clock, hours, faults, random: random('deaths'), first, law });
  const effects = (purpose: Purpose) => all.effects().filter((effect) => effect.purpose === purpose);
  return {
    ...all,
    desks: all.deathDesks,
    pass: (ms: number): Instant => {
      clock.moveTo(later(clock.now(), ms));
      return clock.now();
    },
    effectsOf: effects,
    times: (purpose: Purpose): number => effects(purpose).length,
  };
};

/** Every share of a fault raised to certainty. */
export const surely = (id: FaultId, change: object): Faults => ({ ...none, [id]: { ...none[id], ...change } });

export const askOf = <C>(key: string, content: C, caseId = key): Ask<C> => ({ key, caseId, request: 'ask#1', content });
export const old = { name: { surname: 'Nguyễn', given: 'Bá' }, personalNumber: '040040000001' };
export const widow = { name: { surname: 'Trần', given: 'Lan' }, personalNumber: '040145000002' };
export const diedOn = day('2023-07-07');
export const file = { diedOn, commune: '16681', people: { deceased: old, applicant: widow } };

export const funeral = (payer: Payer, amount = 18_000_000): Award => ({
  benefit: 'funeral',
  payer,
  way: 'once',
  amount,
});
export const toDecide = (payer: Payer): BenefitToDecide => ({ ...file, payer, awards: [funeral(payer)] });
export const toPay = (payer: Payer, change: Partial<BenefitToPay> = {}): BenefitToPay => ({
  benefit: 'funeral',
  payer,
  amount: 18_000_000,
  channel: 'bank',
  commune: '16681',
  people: { payee: widow },
  ...change,
});

type Said = Readonly<{ outcome: string } & Record<string, unknown>>;
export const answersIn = (deliveries: unknown): readonly Said[] =>
  (E.isRight(deliveries as never) ? (deliveries as Readonly<{ right: readonly Delivery<Said>[] }>).right : []).flatMap(
    ({ reply }) => (reply.kind === 'answered' ? [reply.answer] : []),
  );
export const stepsIn = (deliveries: unknown): readonly string[] =>
  (E.isRight(deliveries as never) ? (deliveries as Readonly<{ right: readonly Delivery<Said>[] }>).right : []).flatMap(
    ({ reply }) => (reply.kind === 'progress' ? [reply.step] : []),
  );
export const answerOf = (reply: unknown): Said | undefined => {
  const { right } = reply as Readonly<{ right?: Reply<Said> }>;
  return right?.kind === 'answered' ? right.answer : undefined;
};
