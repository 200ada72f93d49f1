/** One event or one person on record twice (nghi trùng): two cases, or two records of one register. */
import { blocksOf } from './blocking.js';
import type { OpenBooks } from './books.js';
import { type Evidence, type Finding, nameOfRef, refOf } from './finding.js';
import type { KnownParty, RecordParty } from './links.js';
import { matchPrepared, type PersonMatch } from './match-people.js';
import { escalate } from './proposals.js';
import { REGISTERS, type RegisterName } from './register-record.js';

const areOne = ({ verdict }: PersonMatch): boolean => verdict === 'same' || verdict === 'likely';

const confidence = ({ reasons }: PersonMatch): Finding['confidence'] =>
  reasons.some(({ rule }) => rule === 'number-equal') ? 'certain' : 'likely';

const laterOf = (a: Finding['since'], b: Finding['since']): Finding['since'] =>
  a === null || b === null ? (a ?? b) : a > b ? a : b;

const duplicateCases = ({ merged }: OpenBooks, cases: readonly KnownParty[]): readonly Finding[] => {
  const found: Finding[] = [];
  for (const [at, other] of blocksOf(cases.map(({ person }) => person)).pairs()) {
    const [one, two] = [cases[at] as KnownParty, cases[other] as KnownParty];
    const match = matchPrepared(one.person, two.person, merged);
    if (!areOne(match)) continue;
    const ids = [one.of.caseId, two.of.caseId] as const;
    found.push({
      kind: 'duplicate-cases',
      cause: 'same-person',
      cases: ids,
      records: [],
      since: laterOf(one.of.registeredOn, two.of.registeredOn),
      confidence: confidence(match),
      evidence: [{ between: ids, match }],
      proposals: ids.map((caseId) => escalate(caseId, 'SuspectedDuplicate')),
    });
  }
  return found;
};

/** Somebody may be paid, or draw, more than once for good reasons; sums are compared elsewhere. */
const ONCE_A_PERSON: readonly RegisterName[] = REGISTERS.filter(
  (register) => register !== 'payment' && register !== 'allowance',
);

const duplicateRecords = ({ merged, links }: OpenBooks, records: readonly RecordParty[]): readonly Finding[] => {
  const found: Finding[] = [];
  for (const [at, other] of blocksOf(records.map(({ person }) => person)).pairs()) {
    const [one, two] = [records[at] as RecordParty, records[other] as RecordParty];
    const match = matchPrepared(one.person, two.person, merged);
    if (!areOne(match)) continue;
    const refs = [refOf(one.of), refOf(two.of)] as const;
    const cases = [...new Set([one, two].flatMap((each) => links.ofRecord(each).map(({ known }) => known.of.caseId)))];
    const evidence: Evidence = { between: [nameOfRef(refs[0]), nameOfRef(refs[1])], match };
    found.push({
      kind: 'duplicate-records',
      cause: 'same-person',
      cases,
      records: refs,
      since: laterOf(one.of.on ?? null, two.of.on ?? null),
      confidence: confidence(match),
      evidence: [evidence],
      proposals: cases.map((caseId) => escalate(caseId, 'SuspectedDuplicate')),
    });
  }
  return found;
};

export const duplicatesIn = (books: OpenBooks): readonly Finding[] => [
  ...(['birth', 'death'] as const).flatMap((group) =>
    duplicateCases(
      books,
      books.cases.filter(({ of }) => of.group === group),
    ),
  ),
  ...ONCE_A_PERSON.flatMap((register) =>
    duplicateRecords(
      books,
      books.records.filter(({ of }) => of.register === register && of.standing === 'standing'),
    ),
  ),
];
