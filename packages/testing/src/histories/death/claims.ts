/** What may be claimed after a death: every class of funeral benefit, alone or several at once, and survivors of every kind. */
import { addDays, type PlainDate } from '@lienthong/core';
import type { DeathDeclaration } from '@lienthong/core/death-case';
import { funeralBenefit } from '@lienthong/core/funeral-benefit';
import { type FuneralClass, funeralClasses, insuredStates, type LawBook } from '@lienthong/core/law';
import { survivorBenefit } from '@lienthong/core/survivor-benefit';
import type { Dice } from '../dice.js';

export type Funeral = NonNullable<DeathDeclaration['funeral']>;
export type Survivors = NonNullable<DeathDeclaration['survivors']>;
type Insured = NonNullable<Funeral['classFacts']['insured']>;
type Dong = NonNullable<Survivors['pension']>['monthly'];
type Days = Readonly<{ diedOn: PlainDate; today: PlainDate }>;

const dong = (amount: number): Dong => amount as Dong;

const insured = (dice: Dice): Insured => {
  const status = dice.pick(insuredStates);
  return dice.weighted<Insured>([
    [5, { status, months: dice.pick([240, 60, 12]) }],
    [2, { status }],
    [1, { status, months: 6 }],
    [1, { status, months: 6, diedOfWork: true }],
    [1, { status, months: 6, injuryLoss: 31 }],
  ]);
};

const classesOf = (dice: Dice): readonly FuneralClass[] =>
  dice.weighted<readonly FuneralClass[]>([
    [4, ['social-insurance']],
    [2, ['merit']],
    [2, ['veteran']],
    [2, ['social-pension']],
    [3, ['social-protection']],
    [2, ['disaster']],
    [2, ['social-facility']],
    [2, funeralClasses.filter(() => dice.chance(40))],
    [1, [dice.pick(['social-insurance', 'merit', 'veteran']), dice.pick(['disaster', 'social-facility'])]],
  ]);

const claimed = (dice: Dice): Funeral => {
  const classes = classesOf(dice);
  const drawn = classes.includes('merit') || dice.chance(10);
  return {
    classes: classes.length === 0 ? ['social-protection'] : classes,
    classFacts: {
      ...(classes.includes('social-insurance') || dice.chance(10) ? { insured: insured(dice) } : {}),
      ...(classes.includes('disaster') && dice.chance(40)
        ? { disaster: { unclaimedBody: true, actualCost: dong(dice.pick([9_000_000, 31_000_000])) } }
        : {}),
      ...(dice.chance(20) ? { province: '40' } : {}),
    },
    meritAllowance: drawn && dice.chance(60) ? 2_055_000 + dice.below(3) * 1_000 : null,
  };
};

const insuredOnly = (funeral: Funeral): Funeral['classFacts'] => {
  const { insured: own } = funeral.classFacts;
  return own === undefined ? {} : { insured: own };
};

/** Whether the law gives anything, or tells the family to ask elsewhere. */
const gives = (book: LawBook, { diedOn, today }: Days, { classes, classFacts, meritAllowance }: Funeral): boolean =>
  funeralBenefit(book, { diedOn, classes, decidedOn: today, ...classFacts }).payable !== null ||
  (meritAllowance !== null && diedOn >= '2021-07-01');

/** A claim that the law gives something for on this day; `null` where it gives nothing for the plainest. */
export const funeralClaim = (book: LawBook, days: Days, dice: Dice): Funeral | null => {
  const claim = claimed(dice);
  if (gives(book, days, claim)) return claim;
  const plainest: Funeral = { classes: ['social-protection'], classFacts: insuredOnly(claim), meritAllowance: null };
  return gives(book, days, plainest) ? plainest : null;
};

/** Years before a day. */
const years = (day: PlainDate, n: number): PlainDate => addDays(day, -Math.floor(n * 365.25));

const relatives = (diedOn: PlainDate, dice: Dice): Survivors['relatives'] => {
  const all: Survivors['relatives'] = [
    { of: 'S1', kind: 'spouse', bornOn: years(diedOn, dice.pick([68, 40])), sex: dice.pick(['female', 'male']) },
    { of: 'C1', kind: 'child', bornOn: dice.pick([null, years(diedOn, 4), years(diedOn, 12), years(diedOn, 30)]) },
    { of: 'C2', kind: 'child', bornOn: years(diedOn, 20), capacityLoss: dice.pick([85, 10]) },
    {
      of: 'P1',
      kind: 'parent',
      bornOn: years(diedOn, 85),
      sex: 'female',
      monthlyIncome: dong(dice.pick([0, 9_000_000])),
    },
    { of: 'P2', kind: 'parent-in-law', bornOn: years(diedOn, 80), sex: 'male', withoutCarer: true, supported: true },
    { of: 'O1', kind: 'other', bornOn: years(diedOn, 70), sex: 'female', supported: dice.chance(50) },
  ];
  return all.filter(() => dice.chance(45));
};

/** Survivors of whoever the funeral benefit is claimed for; `null` where the law gives them nothing on this day. */
export const survivorClaim = (
  book: LawBook,
  { diedOn, today }: Days,
  funeral: Funeral,
  dice: Dice,
): Survivors | null => {
  const { status = 'pensioner', ...facts } = funeral.classFacts.insured ?? {};
  const claim: Survivors = {
    deceased: { insured: status, ...facts },
    relatives: relatives(diedOn, dice),
    prefer: dice.pick(['monthly', 'lump-sum', 'lump-sum']),
    contributions: {
      averageSalary: dong(7_200_000),
      yearsBefore: dice.below(8) / 2,
      yearsSince: 5 + dice.below(20) / 2,
    },
    pension: { monthly: dong(5_100_000), monthsDrawn: dice.pick([1, 30, 200]) },
  };
  const found = survivorBenefit(book, { diedOn, decidedOn: today, ...claim });
  return 'none' in found ? null : claim;
};
