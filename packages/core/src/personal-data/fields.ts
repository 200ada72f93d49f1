/**
 * The register of personal data (sổ theo dõi dữ liệu cá nhân), as data: every field that is sealed, of whom, what for, on which
 * ground, how long, and whether it needs extra care. What is sealed and does not stand here fails a test.
 */
import { type KeptFor, type Parameter, provision, type Sensitivity } from '../law/index.js';

/** The groups of procedures, and the facilities' notices, which come in streams of their own. */
export type Group = 'birth' | 'death' | 'birth-notice' | 'death-notice';

export type Purpose =
  | 'enter-birth'
  | 'enter-death'
  | 'prove-birth'
  | 'prove-death'
  | 'identify'
  | 'reach'
  | 'deliver'
  | 'register-residence'
  | 'delete-residence'
  | 'issue-card'
  | 'decide-benefit'
  | 'pay-benefit';

/** One field of a block; what is nested in it goes with it. */
export type FieldUse = Readonly<{
  field: string;
  purpose: Purpose;
  /** The provision that lets it be kept. */
  ground: Parameter<unknown>;
  sensitivity: Sensitivity;
}>;

/** A person's place in cases of a group. A trailing `*` stands for a number: `member-*`. */
export type SubjectUse = Readonly<{
  group: Group;
  subject: string;
  keptFor: KeptFor;
  fields: readonly FieldUse[];
}>;

const use =
  (purpose: Purpose, ground: Parameter<unknown>, sensitivity: Sensitivity = 'ordinary') =>
  (...fields: readonly string[]): readonly FieldUse[] =>
    fields.map((field) => ({ field, purpose, ground, sensitivity }));

const { birthEntryContent, deathEntry, declarationForm, deathDeclarationForm } = provision;

const birthEntry = use('enter-birth', birthEntryContent);
const childEntry = use('enter-birth', birthEntryContent, 'child');
const deathInBook = use('enter-death', deathEntry);
const residence = use('register-residence', provision.lawfulPlace);
const childResidence = use('register-residence', provision.lawfulPlace, 'child');

const parent = (subject: 'mother' | 'father'): SubjectUse => ({
  group: 'birth',
  subject,
  keptFor: 'entry',
  fields: birthEntry(
    'name',
    'bornOn',
    'birthYear',
    'ethnicity',
    'nationality',
    'nativePlace',
    'residence',
    'personalNumber',
    'passport',
    'paper',
    'marriage',
  ),
});

const household = (subject: string): SubjectUse => ({
  group: 'birth',
  subject,
  keptFor: 'dossier',
  fields: residence('name', 'personalNumber', 'relation', 'relationToHead'),
});

const applicantOf = (group: 'birth' | 'death', form: Parameter<unknown>): SubjectUse => ({
  group,
  subject: 'applicant',
  keptFor: 'contact',
  fields: [
    ...use('identify', form)('name', 'personalNumber', 'relation', 'paper', 'authorisation', 'declaredTrueAt'),
    ...use('reach', form)('phone', 'email', 'residence'),
    ...use('deliver', form)('copies'),
  ],
});

const benefitFile = use('decide-benefit', provision.benefitPapers);

export const personalFields: readonly SubjectUse[] = [
  {
    group: 'birth',
    subject: 'child',
    keptFor: 'entry',
    fields: [
      ...childEntry('name', 'bornOnInWords', 'ethnicity', 'nationality', 'birthplace', 'nativePlace'),
      ...use('enter-birth', provision.personalNumberFields, 'child')('personalNumber'),
      ...use('prove-birth', provision.proofOfBirth, 'child')('proofFile'),
      ...childResidence('lodging'),
      ...use('issue-card', provision.cardComplete, 'child')('card', 'cardNumber'),
    ],
  },
  parent('mother'),
  parent('father'),
  applicantOf('birth', declarationForm),
  household('householdHead'),
  household('owner'),
  household('member-*'),
  {
    group: 'birth-notice',
    subject: 'child',
    keptFor: 'entry',
    fields: use('prove-birth', provision.birthNotice, 'child')('name'),
  },
  {
    group: 'birth-notice',
    subject: 'mother',
    keptFor: 'entry',
    fields: use('prove-birth', provision.birthNotice)('name'),
  },
  {
    group: 'death',
    subject: 'deceased',
    keptFor: 'entry',
    fields: [
      ...deathInBook('name', 'personalNumber', 'bornOn', 'birthYear', 'sex', 'ethnicity', 'nationality', 'paper'),
      ...use('delete-residence', provision.deletionGround)('lastResidence'),
      ...use('enter-death', deathEntry, 'health')('death'),
      ...benefitFile('province', 'insuranceNumber', 'managementNumber'),
    ],
  },
  applicantOf('death', deathDeclarationForm),
  {
    group: 'death',
    subject: 'payee',
    keptFor: 'payment',
    fields: [
      ...use('pay-benefit', provision.funeralOrganiser)('name', 'personalNumber', 'relation', 'channel'),
      ...use('pay-benefit', provision.benefitPaid, 'finance')('bank', 'account'),
    ],
  },
  {
    group: 'death',
    subject: 'relative-*',
    keptFor: 'payment',
    fields: use('decide-benefit', provision.survivorRelatives)('name', 'personalNumber', 'relation', 'of'),
  },
  {
    group: 'death-notice',
    subject: 'deceased',
    keptFor: 'entry',
    fields: use('prove-death', provision.deathNotice, 'health')('name'),
  },
];

const asLabel = (subject: string): string => subject.replace(/-\d+$/, '-*');

/** What is known of a person's place in a group; `undefined` for a place that officers named themselves. */
export const subjectUse = (group: Group, subject: string): SubjectUse | undefined =>
  personalFields.find((known) => known.group === group && known.subject === asLabel(subject));

export const fieldUse = (group: Group, subject: string, field: string): FieldUse | undefined =>
  subjectUse(group, subject)?.fields.find((known) => known.field === field);

/** What a person's block is kept for. An unknown place is part of the dossier: it ends with the case. */
export const keptFor = (group: Group, subject: string): KeptFor => subjectUse(group, subject)?.keptFor ?? 'dossier';
