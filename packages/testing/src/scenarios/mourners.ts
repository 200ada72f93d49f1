/** What the deceased drew and whoever pays for the funeral (đối tượng hưởng): the part of form 02 that decides on money. */
import { dayOf, type Instant } from '@lienthong/core';
import { funeralRules } from '@lienthong/core/funeral-benefit';
import type { FuneralClass, Insured, LawBook } from '@lienthong/core/law';
import type { MonthlyAllowance } from '@lienthong/core/payment';
import type { ReceivedDeathDeclaration } from '@lienthong/core/schema';
import { survivorRules } from '@lienthong/core/survivor-benefit';
import type { InventedDeath, InventedRelative } from '../people/index.js';
import type { Random } from '../random.js';
import type { Dying, Standing } from './scenario.js';

type Basis = Readonly<{
  classes: readonly FuneralClass[];
  insured?: Readonly<{ status: Insured; months?: number }>;
  merit?: true;
  allowances: readonly MonthlyAllowance[];
  /** Which desk the file on money goes to first. */
  desk: 'insurance' | 'commune';
}>;

/** What each standing means on the form. */
const bases: Readonly<Record<Exclude<Standing, 'none'>, Basis>> = {
  pensioner: {
    classes: ['social-insurance'],
    insured: { status: 'pensioner' },
    allowances: ['pension'],
    desk: 'insurance',
  },
  'pensioner-with-merit': {
    classes: ['social-insurance', 'merit'],
    insured: { status: 'pensioner' },
    merit: true,
    allowances: ['pension', 'merit'],
    desk: 'insurance',
  },
  voluntary: {
    classes: ['social-insurance'],
    insured: { status: 'insured-voluntary', months: 96 },
    allowances: [],
    desk: 'insurance',
  },
  'insured-active': {
    classes: ['social-insurance'],
    insured: { status: 'insured-active' },
    allowances: [],
    desk: 'insurance',
  },
  merit: { classes: ['merit'], merit: true, allowances: ['merit'], desk: 'commune' },
  veteran: { classes: ['veteran'], allowances: [], desk: 'commune' },
  'social-protection': { classes: ['social-protection'], allowances: ['social'], desk: 'commune' },
  'social-pension': { classes: ['social-pension'], allowances: ['social'], desk: 'commune' },
};

const INSURANCE_OF_THE_PROVINCE = 'BHXH-40';

/** Whoever takes the money, as the form writes it. */
export const payeeBlock = (
  { name, personalNumber, kinship }: InventedRelative,
  channel: 'bank' | 'cash',
  random: Random,
): Readonly<Record<string, unknown>> => ({
  name,
  ...(personalNumber !== undefined && { personalNumber }),
  relation: kinship,
  channel,
  ...(channel === 'bank' && {
    bank: 'Ngân hàng A',
    account: `40${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
  }),
});

export type Asking = Readonly<{
  random: Random;
  dying: Dying;
  death: InventedDeath;
  standing: Standing;
  commune: string;
  /** Nobody says on the form who takes the money. */
  payeeMissing: boolean;
}>;

const monthly = (asking: Asking, which: 'pensions' | 'meritAllowances'): number =>
  asking.random.split(which).pick(asking.dying[which]);

/** The blocks about a funeral benefit; nothing for whom no class gives anything, or who asks for nothing. */
const funeralBlocks = (asking: Asking, basis: Basis): object => {
  const { random, dying, death, payeeMissing } = asking;
  const { classes, insured, allowances } = basis;
  const [payee] = death.relatives;
  const channel = random.split('channel of money').chance(dying.shares.cash) ? 'cash' : 'bank';
  return {
    benefit: {
      classes,
      ...(insured !== undefined && { insured }),
      ...(basis.merit && { meritAllowance: monthly(asking, 'meritAllowances') }),
    },
    allowances,
    ...(!payeeMissing && { payee: payeeBlock(payee, channel, random.split('account')) }),
  };
};

const survivorBlocks = (asking: Asking): object => {
  const { random, dying, death } = asking;
  const prefer = random.split('prefer').chance(dying.shares.lumpSum) ? 'lump-sum' : 'monthly';
  const relatives = death.relatives.map(({ name, personalNumber, kinship, bornOn, sex }, index) => {
    const of = String(index + 1);
    const kind = kinship === 'relative' ? 'other' : kinship;
    const facts = kind === 'child' ? { of, kind, bornOn } : { of, kind, bornOn, sex, monthlyIncome: 0 };
    return { name, ...(personalNumber !== undefined && { personalNumber }), facts };
  });
  const drawn = random.split('months drawn').int(3, 240);
  return { survivors: { prefer, relatives, pension: { monthly: monthly(asking, 'pensions'), monthsDrawn: drawn } } };
};

/** The form's blocks about money for one bundle, and the units asked. */
export const moneyBlocks = (
  asking: Asking,
  legs: readonly string[],
): Readonly<{ blocks: object; authorities: Readonly<Record<string, string>> }> => {
  const { standing, commune } = asking;
  if (standing === 'none' || !legs.includes('funeral')) return { blocks: {}, authorities: {} };
  const basis = bases[standing];
  const survivors = legs.includes('survivor');
  return {
    blocks: { ...funeralBlocks(asking, basis), ...(survivors && survivorBlocks(asking)) },
    authorities: {
      funeral: basis.desk === 'insurance' ? INSURANCE_OF_THE_PROVINCE : commune,
      ...(survivors && { survivor: INSURANCE_OF_THE_PROVINCE }),
    },
  };
};

/** Whether the law gives something for each procedure of money this form asks for: nobody is talked into a refusal. */
export const givesSomething = (law: LawBook, { declaration }: ReceivedDeathDeclaration, at: Instant): boolean => {
  const { legs, diedOn, funeral, survivors } = declaration;
  const around = { authorities: {}, diedOn, extractPublished: false, requests: {} };
  const today = dayOf(at);
  const funeralGiven = (): boolean => {
    if (funeral === null) return false;
    const { awards, place } = funeralRules.entitlement(law, { ...around, ...funeral }, today);
    return awards.length > 0 || place === 'outside';
  };
  const survivorGiven = (): boolean =>
    survivors !== null &&
    survivorRules.entitlement(law, { ...around, survivors, consentsMissing: [] }, today).awards.length > 0;
  return (!legs.includes('funeral') || funeralGiven()) && (!legs.includes('survivor') || survivorGiven());
};
