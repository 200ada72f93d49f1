/** Declarations for histories: deaths on time, late and long past, of all bundles; and now and then one the rules must turn down. */
import { addDays, type Personal, type PlainDate } from '@lienthong/core';
import type { DeathDeclaration, DeathLeg, Evidence } from '@lienthong/core/death-case';
import { type LawBook, provision } from '@lienthong/core/law';
import { commune, elsewhere, insuranceOffice } from '../../spec/actors.js';
import { meritOffice } from '../../spec/death/actors.js';
import type { Dice } from '../dice.js';
import { type Funeral, funeralClaim, type Survivors, survivorClaim } from './claims.js';
import { household } from './residents.js';

export type Filing = Readonly<{ declaration: DeathDeclaration; personal: Personal }>;

const substitutes = [
  'commune-confirmation',
  'police-record',
  'court-decision',
  'forensic-result',
  'execution-record',
] as const;

const evidenceOf = (book: LawBook, diedOn: PlainDate, longPast: boolean, dice: Dice): Evidence => {
  if (longPast && dice.chance(60)) return { kind: 'old-papers' };
  if (dice.chance(30)) return { kind: dice.pick(substitutes) };
  const form = book.at({ on: diedOn, knownOn: diedOn }).row(provision.deathNoticeForm)?.value.form ?? 'annex-I';
  return { kind: 'notice', code: '00031.GBT.40001', form, issuedOn: diedOn };
};

const allowancesOf = (funeral: Funeral | null, dice: Dice): DeathDeclaration['allowances'] => [
  ...(funeral?.meritAllowance == null ? [] : (['merit'] as const)),
  ...(funeral?.classFacts.insured?.status === 'pensioner' ? (['pension'] as const) : []),
  ...(dice.chance(15) ? (['social'] as const) : []),
];

/** The office the funeral leg is filed with. */
const payingOffice = ({ classes }: Funeral): string =>
  classes.includes('social-insurance') ? insuranceOffice : classes.includes('merit') ? meritOffice : commune;

/** The fullest bundle on offer, or another, as far as the law gives what is claimed. */
const legsFor = (
  offered: readonly (readonly DeathLeg[])[],
  funeral: Funeral | null,
  survivors: Survivors | null,
  dice: Dice,
): readonly DeathLeg[] => {
  const possible = offered.filter(
    (set) => (funeral !== null || !set.includes('funeral')) && (survivors !== null || !set.includes('survivor')),
  );
  const fullest = Math.max(...possible.map((set) => set.length));
  return dice.chance(75) ? dice.pick(possible.filter((set) => set.length === fullest)) : dice.pick(possible);
};

/** What the rules of the day let anybody ask for. */
const lawful = (book: LawBook, today: PlainDate, dice: Dice): Filing => {
  const law = book.at({ on: today, knownOn: today });
  const diedOn = addDays(today, -dice.pick([2, 0, 1, 3, 8, 14, 15, 16, 40, 400, 9_000]));
  const longPast = diedOn < addDays(today, -365);
  const claim = funeralClaim(book, { diedOn, today }, dice);
  const relatives = claim === null ? null : survivorClaim(book, { diedOn, today }, claim, dice);
  const legs = legsFor(law.row(provision.deathBundles)?.value ?? [['death', 'residence']], claim, relatives, dice);
  const funeral = legs.includes('funeral') ? claim : null;
  const survivors = legs.includes('survivor') ? relatives : null;
  const evidence = evidenceOf(book, diedOn, longPast, dice);
  return {
    declaration: {
      legs,
      diedOn,
      precision: longPast ? dice.pick(['year', 'month', 'day']) : 'day',
      diedAt: evidence.kind === 'notice' ? 'facility' : dice.pick(['home', 'elsewhere']),
      evidence,
      longPast,
      foreignElement: false,
      ...(dice.chance(10) ? {} : { lastResidence: commune }),
      placeOfDeath: commune,
      declarant: dice.pick(['spouse', 'child', 'parent', 'relative', 'agency', 'authorised', 'officer']),
      feeExempt: dice.weighted<DeathDeclaration['feeExempt']>([
        [6, null],
        [1, 'poor'],
        [1, 'merit-family'],
      ]),
      copies: dice.below(4),
      authorities: {
        death: commune,
        residence: dice.pick([commune, elsewhere]),
        ...(funeral === null ? {} : { funeral: payingOffice(funeral) }),
        ...(survivors === null ? {} : { survivor: insuranceOffice }),
      },
      funeral,
      survivors,
      allowances: allowancesOf(claim, dice),
      payee: dice.pick(['bank', 'cash', null]),
      channel: dice.pick(law.row(provision.deathFilingChannels)?.value ?? ['desk']),
      delivery: dice.pick(['electronic', 'desk', 'post']),
      claim: 'd0d1d2d3d4d5d6d7',
    },
    personal: household,
  };
};

const oddBundles: readonly (readonly DeathLeg[])[] = [
  ['death'],
  ['death', 'funeral'],
  ['residence'],
  ['death', 'survivor'],
];

/** What may be wrong with a declaration, one thing at a time. */
const spoiled = ({ declaration, personal }: Filing, today: PlainDate, dice: Dice): Filing => {
  const stated = (other: Partial<DeathDeclaration>): Filing => ({
    personal,
    declaration: { ...declaration, ...other },
  });
  const all: readonly DeathLeg[] = ['death', 'residence', 'funeral'];
  return dice.pick<() => Filing>([
    () => stated({ diedOn: addDays(today, 1) }),
    () => stated({ channel: dice.pick(['desk', 'vneid']) }),
    () => stated({ legs: dice.pick(oddBundles) }),
    () => stated({ foreignElement: true }),
    () => stated({ evidence: { kind: 'none' } }),
    () => stated({ evidence: { kind: 'old-papers' }, longPast: false }),
    () => stated({ authorities: { ...declaration.authorities, death: '00001' } }),
    () => stated({ legs: all, funeral: null }),
    () => stated({ legs: all, funeral: { classes: ['social-pension'], classFacts: {}, meritAllowance: null } }),
    () => stated({ legs: [...all, 'survivor'], survivors: null }),
  ])();
};

export const deathFiling = (book: LawBook, today: PlainDate, dice: Dice, disobedient: boolean): Filing => {
  const right = lawful(book, today, dice);
  return disobedient ? spoiled(right, today, dice) : right;
};
