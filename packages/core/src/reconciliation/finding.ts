/** What comparing journal and registers finds (kết quả đối soát). Ids, codes and scores: nobody is named in it. */
import type { RegisterCorrection } from '../dossier/corrections.js';
import type { BirthCommand } from '../linked/birth-case/index.js';
import type { DeathCommand } from '../linked/death-case/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { PersonMatch } from './match-people.js';
import type { RegisterName, RegisterRecord } from './register-record.js';

export const FINDING_KINDS = [
  'entry-missing', // registered, and not in the civil status register
  'number-missing', // numbered, and not in the population database
  'child-without-residence',
  'child-without-card',
  'dead-still-resident',
  'dead-unpaid',
  'paid-too-much',
  'dead-still-drawing',
  'numbers-differ',
  'duplicate-cases',
  'duplicate-records',
  'one-record-two-people',
  'unknown-record',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * Why, in a code: `record-missing` and `record-standing` contradict an answer in the journal, `under-way` and `outstanding` have
 * waited too long, `not-asked` was never asked for.
 */
export type FindingCause =
  | 'record-missing'
  | 'record-standing'
  | 'under-way'
  | 'not-asked'
  | 'outstanding'
  | 'sums-differ'
  | 'one-slip'
  | 'former-number'
  | 'other-number'
  | 'same-person'
  | 'other-persons-number'
  | 'fits-both'
  | 'no-such-case'
  | 'nobody-known';

/** `certain`: by a number, or by the case that the register names. `doubtful`: what else is on record may explain it. */
export type Confidence = 'certain' | 'likely' | 'doubtful';

/** A record without whoever it is about; a number in its id that names a person is masked. */
export type RecordRef = Readonly<{ register: RegisterName; id: string }>;

/** Two things compared, each a case id or `register/id`, and how they match. */
export type Evidence = Readonly<{ between: readonly [string, string]; match: PersonMatch }>;

type Any = BirthCommand | DeathCommand;
type OrderOf<T extends Any['type']> =
  Extract<Any, { type: T }> extends infer C
    ? C extends Any
      ? Readonly<{ type: C['type']; data: Partial<C['data']> }>
      : never
    : never;

export type ProposedCommand =
  | OrderOf<'ResyncStatus'>
  | OrderOf<'Escalate'>
  | OrderOf<'ReplacePersonalNumber'>
  | OrderOf<'ForwardResidence'>
  | OrderOf<'ForwardCard'>
  | OrderOf<'ForwardDeletion'>
  | Readonly<{ type: RegisterCorrection['type']; data: Partial<RegisterCorrection['data']> }>;

/** What somebody might order, and why; `needs` are fields that only they can fill in. Nothing is applied. */
export type Proposal = Readonly<{
  caseId: string;
  command: ProposedCommand;
  needs: readonly string[];
  reason: string;
}>;

export type Finding = Readonly<{
  kind: FindingKind;
  cause: FindingCause;
  cases: readonly string[];
  records: readonly RecordRef[];
  /** The day since when it has been so, as far as is known. */
  since: PlainDate | null;
  confidence: Confidence;
  evidence: readonly Evidence[];
  /** In đồng, where money is the matter. */
  dong?: number;
  proposals: readonly Proposal[];
}>;

/** Personal numbers, card and insurance numbers have ten digits and more; the last three are enough to find a record again. */
const masked = (id: string): string => id.replace(/\d{10,}/g, (number) => `*${number.slice(-3)}`);

export const refOf = ({ register, id }: Pick<RegisterRecord, 'register' | 'id'>): RecordRef => ({
  register,
  id: masked(id),
});
export const nameOfRef = ({ register, id }: RecordRef): string => `${register}/${id}`;
