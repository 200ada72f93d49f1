/** Declarations for histories: ordinary and special births, and now and then one that the rules must turn down. */
import { addDays, type Personal, type PlainDate } from '@lienthong/core';
import type { Declaration, Lodging, Parent, Speciality } from '@lienthong/core/birth-case';
import { type LawBook, provision } from '@lienthong/core/law';
import { commune, elsewhere, insuranceOffice } from '../../spec/actors.js';
import type { Dice } from '../dice.js';

export type Filing = Readonly<{ declaration: Declaration; personal: Personal }>;

const family = (surname: string): Personal => ({
  child: { name: { surname, middle: 'Gia', given: 'An' }, ethnicity: 'Kinh', nativePlace: 'Nghệ An' },
  mother: { name: { surname: 'Trần', given: 'Hoa' }, ethnicity: 'Kinh', nativePlace: 'Nghệ An' },
  father: { name: { surname: 'Nguyễn', given: 'Bình' }, ethnicity: 'Thái', nativePlace: 'Thanh Hóa' },
});

const parents = (dice: Dice): Readonly<{ mother: Parent; father: Parent; married: boolean }> => {
  const at = (residesIn: string, residence: Parent['residence']): Parent => ({
    known: true,
    residesIn,
    residence,
    foreign: false,
  });
  return dice.weighted([
    [6, { mother: at(commune, 'permanent'), father: at(commune, 'permanent'), married: true }],
    [2, { mother: at(commune, 'permanent'), father: at(elsewhere, 'permanent'), married: true }],
    [1, { mother: at(commune, 'temporary'), father: at(commune, 'temporary'), married: true }],
    [
      1,
      { mother: at(commune, 'permanent'), father: { known: false, residence: 'none', foreign: false }, married: false },
    ],
  ] as const);
};

const lodging = (dice: Dice): Lodging => ({
  with: dice.weighted([
    [5, 'parents'],
    [2, 'mother'],
    [1, 'father'],
    [2, 'other'],
  ] as const),
  owned: dice.weighted([
    [3, 'own'],
    [2, 'not-own'],
  ] as const),
  place: 'ordinary',
});

/** What the rules of the day let anybody ask for. */
const lawful = (book: LawBook, on: PlainDate, dice: Dice): Filing => {
  const law = book.at({ on, knownOn: on });
  const legs = law.row(provision.legsOnOffer)?.value ?? [['birth']];
  const channels = law.row(provision.filingChannels)?.value ?? ['desk'];
  const multiple = dice.weighted([
    [9, 1],
    [1, 2],
  ] as const);
  const home = dice.chance(20);
  const fullest = Math.max(...legs.map((set) => set.length));
  return {
    declaration: {
      legs: dice.chance(60) ? dice.pick(legs.filter((set) => set.length === fullest)) : dice.pick(legs),
      bornOn: addDays(on, -dice.pick([9, 0, 1, 59, 60, 61, 400])),
      sex: dice.pick(['female', 'male']),
      birthOrder: 1 + dice.below(multiple),
      multiple,
      bornAt: home ? 'home' : 'facility',
      proof: home ? { kind: dice.pick(['witness', 'pledge']) } : { kind: 'notice', code: '00012.GCS.40001' },
      ...parents(dice),
      speciality: null,
      authorities: {
        birth: commune,
        residence: dice.pick([commune, elsewhere]),
        card: insuranceOffice,
        'identity-card': commune,
      },
      lodging: lodging(dice),
      firstCard: true,
      firstFacility: dice.pick(['40001', null]),
      channel: dice.pick(channels),
      delivery: dice.pick(['electronic', 'desk', 'post']),
      claim: 'f0f1f2f3f4f5f6f7',
    },
    personal: family(dice.pick(['Nguyễn', 'Trần'])),
  };
};

const specialities: readonly Speciality[] = [
  'foundling',
  'surrogacy',
  'father-acknowledged',
  'foreign-parent',
  'border-area',
  'stillbirth',
  'collective-household',
];

const nobody: Parent = { known: true, residence: 'none', foreign: false };
const named = (given: string): Personal => ({ ...family('Nguyễn'), child: { name: { surname: 'Nguyễn', given } } });

/** What may be wrong with a declaration, one thing at a time. */
const spoiled = ({ declaration, personal }: Filing, on: PlainDate, dice: Dice): Filing => {
  const stated = (other: Partial<Declaration>): Filing => ({ personal, declaration: { ...declaration, ...other } });
  return dice.pick<() => Filing>([
    () => stated({ bornOn: addDays(on, 1) }),
    () => stated({ bornOn: addDays(on, -6 * 366) }),
    () => stated({ channel: dice.pick(['desk', 'vneid']) }),
    () => stated({ legs: dice.pick([['card'], ['birth', 'identity-card'], ['residence', 'card']]) }),
    () => stated({ speciality: dice.pick(specialities) }),
    () => stated({ firstCard: false }),
    () => stated({ proof: { kind: 'none' } }),
    () => stated({ authorities: { ...declaration.authorities, birth: '00001' } }),
    () => stated({ mother: nobody, father: nobody, lodging: { with: 'parents', owned: 'own', place: 'ordinary' } }),
    () => stated({ lodging: { with: 'parents', owned: 'own', place: 'disputed' } }),
    () => ({ declaration, personal: named('An 2') }),
    () => ({ declaration, personal: family('Lê') }),
  ])();
};

export const filing = (book: LawBook, on: PlainDate, dice: Dice, disobedient: boolean): Filing => {
  const right = lawful(book, on, dice);
  return disobedient ? spoiled(right, on, dice) : right;
};
