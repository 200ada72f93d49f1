/**
 * Comparing the journal with the agencies' own records (đối soát): who was lost between two registers, who is in one twice, whose
 * number differs. It finds and proposes; it changes nothing. Every day that matters is handed in.
 */
import type { PlainDate } from '../values/plain-date.js';
import { afterDeath } from './after-death.js';
import type { OpenBooks } from './books.js';
import { duplicatesIn } from './duplicates.js';
import { FINDING_KINDS, type Finding, nameOfRef, refOf } from './finding.js';
import type { KnownCase } from './known-case.js';
import { linksOf, partyOf, type RecordParty } from './links.js';
import type { MergedPlaces } from './match-people.js';
import { missingFrom } from './missing.js';
import { holdersIn, numbersOf } from './numbers.js';
import { isUnnamed } from './person.js';
import type { RegisterName, RegisterRecord } from './register-record.js';

/** Days after registration in which what is under way counts as nothing. Ours; no limit of the law. */
export const PATIENCE_DAYS = 30;

export type Question = Readonly<{
  cases: readonly KnownCase[];
  records: readonly RegisterRecord[];
  asOf: PlainDate;
  /** Registers that were handed in whole; those that records came from unless said. */
  covered?: readonly RegisterName[];
  merged?: MergedPlaces;
  patienceDays?: number;
}>;

export type Reconciliation = Readonly<{
  /** Cases that were compared, and registered cases of whose people nothing is left to compare. */
  compared: number;
  unnamed: readonly string[];
  records: number;
  findings: readonly Finding[];
}>;

const unknownRecord = (books: OpenBooks, record: RecordParty): readonly Finding[] => {
  const { caseId, origin, standing, on } = record.of;
  const expected = caseId !== undefined || origin === 'linked';
  if (!expected || standing === 'ended' || books.links.ofRecord(record).length > 0) return [];
  return [
    {
      kind: 'unknown-record',
      cause: caseId === undefined ? 'nobody-known' : 'no-such-case',
      cases: [],
      records: [refOf(record.of)],
      since: on ?? null,
      confidence: books.incomplete ? 'doubtful' : caseId === undefined ? 'likely' : 'certain',
      evidence: [],
      proposals: [],
    },
  ];
};

const orderOf = ({ kind, cases, records }: Finding): string =>
  `${String(FINDING_KINDS.indexOf(kind)).padStart(2, '0')} ${cases.join(' ')} ${records.map(nameOfRef).join(' ')}`;

export const reconcile = (question: Question): Reconciliation => {
  const { cases, records, asOf, merged, patienceDays = PATIENCE_DAYS } = question;
  const registered = cases.filter(({ registeredOn }) => registeredOn !== null);
  const unnamed = registered.filter(({ person }) => isUnnamed(person)).map(({ caseId }) => caseId);
  const told = cases.filter(({ person }) => !isUnnamed(person)).map(partyOf);
  const parties = records.map(partyOf);
  const compared = told.filter(({ of }) => of.registeredOn !== null);
  const books: OpenBooks = {
    cases: compared,
    records: parties,
    links: linksOf(told, parties, merged),
    merged,
    covered: new Set(question.covered ?? records.map(({ register }) => register)),
    asOf,
    patienceDays,
    incomplete: unnamed.length > 0,
  };
  const holders = holdersIn(compared);
  const findings = [
    ...compared.flatMap((known) => [
      ...missingFrom(books, known),
      ...afterDeath(books, known),
      ...numbersOf(books, holders, known),
    ]),
    ...duplicatesIn(books),
    ...parties.flatMap((record) => unknownRecord(books, record)),
  ];
  return {
    compared: compared.length,
    unnamed,
    records: records.length,
    findings: findings
      .map((finding) => [orderOf(finding), finding] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, finding]) => finding),
  };
};
