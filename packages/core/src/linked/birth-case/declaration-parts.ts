/**
 * A form 01 taken apart: the facts that rules look at, one sealed block a person, and what two declarations of one birth have
 * in common.
 */
import type { JsonObject } from '../../evidence/canonical.js';
import type { Personal } from '../../kernel/index.js';
import type { Consenter } from '../../permanent-residence/index.js';
import { nameKey, type PersonName } from '../../values/person-name.js';
import type { Apply } from './commands.js';
import type { Form01 } from './declaration.schema.js';
import type { Declaration, Parent } from './events.js';

export type ReceivedDeclaration = Readonly<{
  declaration: Omit<Declaration, 'claim'>;
  personal: Personal;
  /** Consents given on the form: each is recorded by a command of its own. */
  consents: readonly Readonly<{ from: Consenter; mode: string }>[];
  /** What names this birth and no other (R6). Personal: only its keyed digest may be kept. */
  claimPreimage: string;
}>;

type FormParent = NonNullable<Form01['mother']>;

const isVietnamese = (nationality: string): boolean => ['việt nam', 'vn', 'vnm'].includes(nationality.toLowerCase());

const parentFacts = (parent: FormParent | null): Parent => {
  if (parent === null) return { known: false, residence: 'none', foreign: false };
  const { residence, nationality } = parent;
  return {
    known: true,
    ...(residence.address === undefined ? {} : { residesIn: residence.address.commune }),
    residence: residence.kind,
    foreign: !isVietnamese(nationality),
  };
};

const factsOf = ({
  choices,
  birthProof,
  child,
  mother,
  father,
  marriage,
  residence,
  card,
}: Form01): ReceivedDeclaration['declaration'] => ({
  legs: choices.legs,
  bornOn: child.bornOn,
  sex: child.sex,
  birthOrder: child.birthOrder,
  multiple: child.multiple,
  bornAt: child.birthplace.kind,
  proof: birthProof.kind === 'notice' ? { kind: 'notice', code: birthProof.code } : { kind: birthProof.kind },
  mother: parentFacts(mother),
  father: parentFacts(father),
  married: marriage.married,
  speciality: choices.birthCase === 'ordinary' ? null : choices.birthCase,
  authorities: choices.authorities,
  lodging:
    residence === undefined ? null : { with: residence.with, owned: residence.owned, place: residence.placeKind },
  firstCard: card?.first ?? true,
  firstFacility: card?.firstFacility ?? null,
  channel: choices.channel,
  delivery: choices.delivery,
});

const personalOf = ({
  applicant,
  choices,
  birthProof,
  child,
  mother,
  father,
  marriage,
  residence,
  card,
  commitment,
}: Form01): Personal => {
  const { bornOn: _, sex: __, birthOrder: ___, multiple: ____, ...named } = child;
  const { married, ...certificate } = marriage;
  const couple = married ? { marriage: certificate } : {};
  const file = 'file' in birthProof && birthProof.file !== undefined ? { proofFile: birthProof.file } : {};
  const lodging = residence === undefined ? {} : { lodging: residence.address };
  const cardParts = card === undefined ? {} : { card: cardBlock(card) };
  const people: Record<string, object> = {
    applicant: { ...applicant, copies: choices.copies, declaredTrueAt: commitment.at },
    child: { ...named, ...file, ...lodging, ...cardParts },
  };
  if (mother !== null) people['mother'] = { ...mother, ...couple };
  if (father !== null) people['father'] = { ...father, ...couple };
  if (residence?.householdHead !== undefined) {
    const { relationToHead } = residence;
    people['householdHead'] = {
      ...residence.householdHead,
      ...(relationToHead === undefined ? {} : { relationToHead }),
    };
  }
  if (residence?.owner !== undefined) people['owner'] = residence.owner;
  for (const [at, member] of (residence?.members ?? []).entries()) people[`member-${at + 1}`] = member;
  // Every block was read field by field from JSON, so each is JSON.
  return people as Readonly<Record<string, JsonObject>>;
};

const cardBlock = ({ first: _, firstFacility: __, ...block }: NonNullable<Form01['card']>): object => block;

/** One child, one text: the notice's number; else the mother as surely as she is named, the day, and the order of birth. */
const preimageOf = ({ birthProof, child, mother }: Form01): string => {
  if (birthProof.kind === 'notice') return `notice|${birthProof.code.toUpperCase()}`;
  const day = `${child.bornOn}|${child.birthOrder}`;
  if (mother === null) return `child|${nameKey(child.name as PersonName)}|${day}`;
  const { personalNumber, passport, name, bornOn, birthYear } = mother;
  return `mother|${personalNumber ?? passport?.toUpperCase() ?? `${nameKey(name)}|${bornOn?.slice(0, 4) ?? birthYear ?? ''}`}|${day}`;
};

export const partsOf = (form: Form01): ReceivedDeclaration => ({
  declaration: factsOf(form),
  personal: personalOf(form),
  consents: (form.residence?.consents ?? []).map(({ from, mode }) => ({ from, mode })),
  claimPreimage: preimageOf(form),
});

/** What `Apply` orders; `claimOf` makes the keyed digest, with a key that only the edge has. */
export const applyData = (
  { declaration, personal, claimPreimage }: ReceivedDeclaration,
  claimOf: (preimage: string) => string,
): Apply['data'] => ({ declaration: { ...declaration, claim: claimOf(claimPreimage) }, personal });
