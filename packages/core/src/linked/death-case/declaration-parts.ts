/**
 * A form 02 taken apart: the facts that rules look at, one sealed block a person, and what two declarations of one death have
 * in common.
 */
import type { JsonObject } from '../../evidence/canonical.js';
import type { ClassFacts } from '../../funeral-benefit/index.js';
import type { Personal } from '../../kernel/index.js';
import type { DeathDeclarant, DeathLeg, FeeExemption, FuneralClass } from '../../law/index.js';
import type { Channel } from '../../law/parameters/group.js';
import type { MonthlyAllowance, PaymentChannel } from '../../payment/index.js';
import type { Relative } from '../../survivor-benefit/index.js';
import { nameKey, type PersonName } from '../../values/person-name.js';
import type { Address } from '../../values/place.js';
import type { PlainDate } from '../../values/plain-date.js';
import type { ApplyForDeath } from './commands.js';
import type { DeathDeclaration, Evidence, SurvivorClaim } from './events.js';

type Named = Readonly<{ name: PersonName; personalNumber?: string }>;

/** The form as it was read: every value by its own rule. */
export type Form02 = Readonly<{
  applicant: Named & Readonly<{ relation: DeathDeclarant }>;
  choices: Readonly<{
    legs: readonly DeathLeg[];
    authorities: DeathDeclaration['authorities'];
    channel: Channel;
    delivery: 'electronic' | 'desk' | 'post';
    copies: number;
    feeExempt: FeeExemption | null;
  }>;
  deceased: Named &
    Readonly<{ bornOn?: PlainDate; birthYear?: number; lastResidence: Address | null; foreignElement: boolean }>;
  death: Readonly<{
    diedOn: Readonly<{ on: PlainDate; precision: 'day' | 'month' | 'year' }>;
    kind: 'facility' | 'home' | 'elsewhere';
    place: Address;
    registration: 'ordinary' | 'long-past';
  }>;
  evidence: Evidence;
  benefit?: Readonly<{ classes: readonly FuneralClass[]; meritAllowance?: number }> & ClassFacts;
  allowances: readonly MonthlyAllowance[];
  survivors?: Readonly<{
    prefer: 'monthly' | 'lump-sum';
    relatives: readonly (Named & Readonly<{ facts: Relative }>)[];
    consents: readonly Readonly<{ of: string; mode: 'vneid' | 'e-statement' }>[];
  }> &
    Pick<SurvivorClaim, 'contributions' | 'pension'>;
  payee?: Named & Readonly<{ channel: PaymentChannel }>;
  commitment: Readonly<{ truthful: true; at: string }>;
}>;

export type ReceivedDeathDeclaration = Readonly<{
  declaration: Omit<DeathDeclaration, 'claim'>;
  personal: Personal;
  /** Consents given on the form: each is recorded by a command of its own. */
  consents: readonly Readonly<{ of: string; mode: 'vneid' | 'e-statement' }>[];
  /** What names this death and no other (R6). Personal: only its keyed digest may be kept. */
  claimPreimage: string;
}>;

const funeralOf = ({ choices, benefit }: Form02): DeathDeclaration['funeral'] => {
  if (benefit === undefined || !choices.legs.includes('funeral')) return null;
  const { classes, insured, disaster, province, meritAllowance = null } = benefit;
  return {
    classes,
    classFacts: {
      ...(insured === undefined ? {} : { insured }),
      ...(disaster === undefined ? {} : { disaster }),
      ...(province === undefined ? {} : { province }),
    },
    meritAllowance,
  };
};

const survivorsOf = ({ choices, benefit, survivors }: Form02): DeathDeclaration['survivors'] => {
  if (survivors === undefined || !choices.legs.includes('survivor')) return null;
  const { relatives, prefer, contributions, pension } = survivors;
  const { status, ...insured } = benefit?.insured ?? {};
  return {
    deceased: { ...insured, ...(status === undefined ? {} : { insured: status }) },
    relatives: relatives.map(({ facts }) => facts),
    prefer,
    ...(contributions === undefined ? {} : { contributions }),
    ...(pension === undefined ? {} : { pension }),
  };
};

const factsOf = (form: Form02): ReceivedDeathDeclaration['declaration'] => {
  const { applicant, choices, deceased, death, evidence, allowances, payee } = form;
  const { legs, authorities, channel, delivery, copies, feeExempt } = choices;
  return {
    legs,
    diedOn: death.diedOn.on,
    precision: death.diedOn.precision,
    diedAt: death.kind,
    evidence,
    longPast: death.registration === 'long-past',
    foreignElement: deceased.foreignElement,
    ...(deceased.lastResidence === null ? {} : { lastResidence: deceased.lastResidence.commune }),
    placeOfDeath: death.place.commune,
    declarant: applicant.relation,
    feeExempt,
    copies,
    authorities,
    funeral: funeralOf(form),
    survivors: survivorsOf(form),
    allowances,
    payee: payee?.channel ?? null,
    channel,
    delivery,
  };
};

const personalOf = (form: Form02): Personal => {
  const { applicant, deceased, death, benefit, survivors, payee, commitment } = form;
  const { foreignElement: _, ...named } = deceased;
  const { diedOn: __, registration: ___, ...circumstances } = death;
  const {
    classes: ____,
    insured: _____,
    disaster: ______,
    meritAllowance: _______,
    ...files
  } = benefit ?? {
    classes: [],
  };
  const people: Record<string, object> = {
    applicant: { ...applicant, declaredTrueAt: commitment.at },
    deceased: { ...named, death: circumstances, ...files },
  };
  if (payee !== undefined) people['payee'] = payee;
  for (const [at, { facts, ...person }] of (survivors?.relatives ?? []).entries()) {
    people[`relative-${at + 1}`] = { ...person, of: facts.of };
  }
  // Every block was read field by field from JSON, so each is JSON.
  return people as Readonly<Record<string, JsonObject>>;
};

/** One person, one text: their number; else the notice's; else the name, the year of birth and the day of death. */
const preimageOf = ({ deceased, death, evidence }: Form02): string => {
  const { personalNumber, name, bornOn, birthYear } = deceased;
  if (personalNumber !== undefined) return `person|${personalNumber}`;
  if (evidence.kind === 'notice') return `notice|${evidence.code.toUpperCase()}`;
  return `person|${nameKey(name)}|${bornOn?.slice(0, 4) ?? birthYear ?? ''}|${death.diedOn.on}`;
};

export const partsOf = (form: Form02): ReceivedDeathDeclaration => ({
  declaration: factsOf(form),
  personal: personalOf(form),
  consents: (form.survivors?.consents ?? []).map(({ of, mode }) => ({ of, mode })),
  claimPreimage: preimageOf(form),
});

/** What `Apply` orders; `claimOf` makes the keyed digest, with a key that only the edge has. */
export const deathApplyData = (
  { declaration, personal, claimPreimage }: ReceivedDeathDeclaration,
  claimOf: (preimage: string) => string,
): ApplyForDeath['data'] => ({ declaration: { ...declaration, claim: claimOf(claimPreimage) }, personal });
