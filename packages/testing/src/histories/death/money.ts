/** The money of a death, added up from its events alone: decided, topped up and paid of each benefit, in đồng. */
import type { DeathEvent } from '@lienthong/core/death-case';

type Benefit = 'funeral' | 'merit-lump' | 'survivor';
type Sums = Readonly<Partial<Record<Benefit, number>>>;

export type Money = Readonly<{ decided: Sums; toppedUp: Sums; paid: Sums }>;

export const noMoney: Money = { decided: {}, toppedUp: {}, paid: {} };

const more = (sums: Sums, { benefit, amount }: Readonly<{ benefit: Benefit; amount: number }>): Sums => ({
  ...sums,
  [benefit]: (sums[benefit] ?? 0) + amount,
});

export const addMoney = (money: Money, event: DeathEvent): Money => {
  if (event.type === 'BenefitDecided') return { ...money, decided: more(money.decided, event) };
  if (event.type === 'BenefitToppedUp') return { ...money, toppedUp: more(money.toppedUp, event) };
  return event.type === 'BenefitPaid' ? { ...money, paid: more(money.paid, event) } : money;
};

/** What is still to be paid, by benefit; nothing is named that is paid in full. */
export const unpaidOf = ({ decided, toppedUp, paid }: Money): Sums =>
  Object.fromEntries(
    (Object.keys({ ...decided, ...toppedUp, ...paid }) as Benefit[])
      .map((of) => [of, (decided[of] ?? 0) + (toppedUp[of] ?? 0) - (paid[of] ?? 0)] as const)
      .filter(([, due]) => due !== 0),
  );
