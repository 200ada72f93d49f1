/**
 * What each agency is told, and how its answer is kept (nội dung gửi các cơ quan). The courier opens the case's sealed blocks;
 * of these each agency is given the people it has to do with, and no others.
 */
import { lastChange, plain } from '../../application/contents.js';
import type { BirthToEnter, CivilStatusRegister, PopulationDatabase } from '../../birth-registration/index.js';
import type { CardToIssue, InsuranceAgency } from '../../child-health-card/index.js';
import type { IdentityAuthority, IdentityCardToIssue } from '../../child-identity-card/index.js';
import type { JsonObject } from '../../evidence/canonical.js';
import type { ResidenceRegister, ResidenceToRegister } from '../../permanent-residence/index.js';
import { type Door, door, type OpenFile, type SaidAnswer } from '../../requests/door.js';
import type { BirthPurpose, Change, Told } from '../../requests/index.js';
import type { BirthEvent, BirthLeg, Declaration } from './events.js';

/** The desks of all agencies a birth case may ask. */
export type BirthDesks = Readonly<{
  'enter-birth': CivilStatusRegister;
  'assign-personal-number': PopulationDatabase;
  'register-residence': ResidenceRegister;
  'issue-card': InsuranceAgency;
  'issue-identity-card': IdentityAuthority;
  'tell-residence': Told;
  'tell-insurance': Told;
  'tell-population': Told;
}>;

type File = OpenFile<BirthEvent>;

/** Nothing is asked in a case before it is opened, so its declaration always stands there. */
const declarationIn = ({ events }: File): Declaration =>
  (events.find(({ type }) => type === 'Applied') as Extract<BirthEvent, { type: 'Applied' }>).declaration;

const communeOf = ({ authorities }: Declaration, leg: BirthLeg): string => authorities[leg] ?? authorities.birth;

const CHILD_AND_PARENTS = ['child', 'mother', 'father'] as const;
const HOUSEHOLD = [...CHILD_AND_PARENTS, 'householdHead', 'owner'] as const;

const birthToEnter = (file: File): BirthToEnter => {
  const declaration = declarationIn(file);
  const { bornOn, sex, birthOrder } = declaration;
  return { bornOn, sex, birthOrder, commune: communeOf(declaration, 'birth'), people: file.people };
};

const residenceToRegister = (file: File): ResidenceToRegister => {
  const declaration = declarationIn(file);
  return {
    bornOn: declaration.bornOn,
    commune: communeOf(declaration, 'residence'),
    lodging: declaration.lodging?.place ?? '',
    consents: file.events.flatMap((event) => (event.type === 'ConsentRecorded' ? [event.from] : [])),
    people: file.people,
  };
};

const cardToIssue = (file: File): CardToIssue => {
  const declaration = declarationIn(file);
  const { bornOn, firstFacility } = declaration;
  return {
    bornOn,
    commune: communeOf(declaration, 'card'),
    ...(firstFacility !== null && { firstFacility }),
    people: file.people,
  };
};

const identityCardToIssue = (file: File): IdentityCardToIssue => {
  const declaration = declarationIn(file);
  return { bornOn: declaration.bornOn, commune: communeOf(declaration, 'identity-card'), people: file.people };
};

const change = (file: File): Change => {
  const { people } = file;
  const cause = lastChange(file, ({ type }) => type === 'CorrectionRegistered' || type.startsWith('PersonalNumber'));
  return cause?.type === 'CorrectionRegistered'
    ? { what: 'correction', fields: cause.fields, people }
    : { what: 'personal-number', fields: ['child.personalNumber'], people };
};

/** Takes a number out of the facts of an answer and into the child's sealed block. */
const sealing = (answer: JsonObject & Readonly<{ outcome: string }>, field: string): SaidAnswer => {
  const { [field]: number, ...facts } = answer;
  if (number === undefined) return { answer };
  return { answer: { ...facts, outcome: answer.outcome }, personal: { child: { [field]: number } } };
};

/**
 * The doors of a birth case. `indexOf` makes the keyed digest by which a personal number is found again, with a key that only
 * the edge has.
 */
export const birthDoors = (
  desks: BirthDesks,
  indexOf: (personalNumber: string) => string,
): Readonly<Record<BirthPurpose, Door<BirthEvent>>> => ({
  'enter-birth': door(desks['enter-birth'], [...CHILD_AND_PARENTS, 'applicant'], birthToEnter, plain),
  'assign-personal-number': door(desks['assign-personal-number'], CHILD_AND_PARENTS, birthToEnter, (answer) => {
    const { answer: facts, personal } = sealing(answer, 'personalNumber');
    if (answer.outcome !== 'assigned' || personal === undefined) return { answer: facts };
    return { answer: { ...facts, index: indexOf(answer.personalNumber) }, personal };
  }),
  'register-residence': door(desks['register-residence'], HOUSEHOLD, residenceToRegister, plain),
  'issue-card': door(desks['issue-card'], CHILD_AND_PARENTS, cardToIssue, (answer) => sealing(answer, 'cardNumber')),
  'issue-identity-card': door(desks['issue-identity-card'], CHILD_AND_PARENTS, identityCardToIssue, plain),
  'tell-residence': door(desks['tell-residence'], CHILD_AND_PARENTS, change, plain),
  'tell-insurance': door(desks['tell-insurance'], CHILD_AND_PARENTS, change, plain),
  'tell-population': door(desks['tell-population'], CHILD_AND_PARENTS, change, plain),
});
