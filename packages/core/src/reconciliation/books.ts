/** The books laid open side by side (các sổ đem đối soát): cases, records, which speaks of which, and what is asked of them. */
import type { PlainDate } from '../values/plain-date.js';
import { daysBetween } from '../values/plain-date.js';
import { type Confidence, type Evidence, nameOfRef, refOf } from './finding.js';
import { isCertain, type KnownParty, type Link, type Links, type RecordParty } from './links.js';
import type { MergedPlaces } from './match-people.js';
import type { RegisterName } from './register-record.js';

export type OpenBooks = Readonly<{
  /** Registered cases whose people can be told. */
  cases: readonly KnownParty[];
  records: readonly RecordParty[];
  links: Links;
  merged: MergedPlaces | undefined;
  /** Registers that were handed in whole: only what should stand there can be missing. */
  covered: ReadonlySet<RegisterName>;
  asOf: PlainDate;
  /** Days that agencies are given before something under way counts. */
  patienceDays: number;
  /** Some cases could not be compared, so a record nobody knows may be theirs. */
  incomplete: boolean;
}>;

export const isOverdue = ({ asOf, patienceDays }: OpenBooks, since: PlainDate | null): boolean =>
  since !== null && daysBetween(since, asOf) > patienceDays;

export const standingLinks = ({ links }: OpenBooks, known: KnownParty, register: RegisterName): readonly Link[] =>
  links
    .ofCase(known.of.caseId, known.of.group)
    .filter(({ record }) => record.of.register === register && record.of.standing === 'standing');

export const evidenceOf = ({ known, record, match }: Link): Evidence => ({
  between: [known.of.caseId, nameOfRef(refOf(record.of))],
  match,
});

export const confidenceIn = (links: readonly Link[]): Confidence => (links.some(isCertain) ? 'certain' : 'likely');
