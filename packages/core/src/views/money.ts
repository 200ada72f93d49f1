/** Money that cases come to: decided, topped up since, paid, and still to be paid. */

/** Of how many benefits, and how much together, in đồng. */
export type Sum = Readonly<{ count: number; dong: number }>;
export type Money = Readonly<{ decided: Sum; toppedUp: Sum; paid: Sum; outstanding: Sum }>;

const NOTHING: Sum = { count: 0, dong: 0 };
export const NO_MONEY: Money = { decided: NOTHING, toppedUp: NOTHING, paid: NOTHING, outstanding: NOTHING };

const one = (dong: number): Sum => (dong > 0 ? { count: 1, dong } : NOTHING);

/** One benefit: what was decided and topped up, and how much of it was paid. */
export const money = (decided: number, toppedUp: number, paid: number): Money => ({
  decided: one(decided),
  toppedUp: one(toppedUp),
  paid: one(paid),
  outstanding: one(decided + toppedUp - paid),
});

const and = (some: Sum, more: Sum): Sum => ({ count: some.count + more.count, dong: some.dong + more.dong });

export const sumOf = (amounts: readonly (Money | null)[]): Money =>
  amounts.reduce<Money>(
    (sum, each) =>
      each === null
        ? sum
        : {
            decided: and(sum.decided, each.decided),
            toppedUp: and(sum.toppedUp, each.toppedUp),
            paid: and(sum.paid, each.paid),
            outstanding: and(sum.outstanding, each.outstanding),
          },
    NO_MONEY,
  );
