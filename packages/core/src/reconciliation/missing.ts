/** Who fell between the registers (người bị sót): done by the journal's word, and in the register not to be found. */
import { evidenceOf, isOverdue, type OpenBooks, standingLinks } from './books.js';
import type { Confidence, Finding, FindingKind } from './finding.js';
import type { Step } from './known-case.js';
import type { KnownParty, Link } from './links.js';
import { forStep } from './proposals.js';
import type { RegisterName } from './register-record.js';

const EXPECTED: Readonly<Record<'birth' | 'death', readonly (readonly [RegisterName, FindingKind, string])[]>> = {
  birth: [
    ['civil-status-birth', 'entry-missing', 'EntryMissing'],
    ['population', 'number-missing', 'NumberMissing'],
    ['residence', 'child-without-residence', 'ResidenceMissing'],
    ['health-card', 'child-without-card', 'CardMissing'],
  ],
  death: [['civil-status-death', 'entry-missing', 'EntryMissing']],
};

const NOT_FOUND_BY_NUMBER: Confidence = 'likely';

/** A record that came near may be the one, written too differently. */
const confidence = ({ person: { facts } }: KnownParty, near: Link | undefined): Confidence =>
  near?.match.verdict === 'unlikely' ? 'doubtful' : facts.number === undefined ? NOT_FOUND_BY_NUMBER : 'certain';

const causeOf = (
  books: OpenBooks,
  { standing }: Step,
  known: KnownParty,
): 'record-missing' | 'under-way' | undefined => {
  if (standing === 'done') return 'record-missing';
  return standing === 'open' && isOverdue(books, known.of.registeredOn) ? 'under-way' : undefined;
};

export const missingFrom = (books: OpenBooks, known: KnownParty): readonly Finding[] =>
  EXPECTED[known.of.group].flatMap(([register, kind, reason]): readonly Finding[] => {
    const step = known.of.steps[register];
    if (step === undefined || !books.covered.has(register)) return [];
    const cause = causeOf(books, step, known);
    if (cause === undefined || standingLinks(books, known, register).length > 0) return [];
    const near = books.links.nearest(known, register);
    return [
      {
        kind,
        cause,
        cases: [known.of.caseId],
        records: [],
        since: known.of.registeredOn,
        confidence: confidence(known, near),
        evidence: near?.match.verdict === 'unlikely' ? [evidenceOf(near)] : [],
        proposals: [forStep(known.of, register, step, reason)],
      },
    ];
  });
