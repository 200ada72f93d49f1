/** Numbers that differ between registers (số định danh không khớp), and records that fit two people. */
import { confidenceIn, evidenceOf, type OpenBooks } from './books.js';
import { type Finding, type FindingCause, nameOfRef, refOf } from './finding.js';
import type { KnownParty, Link } from './links.js';
import { matchPrepared } from './match-people.js';
import { escalate, forNumber } from './proposals.js';

/** Holders of each number among the cases. */
type Holders = (number: string) => readonly KnownParty[];

export const holdersIn = (cases: readonly KnownParty[]): Holders => {
  const byNumber = new Map<string, KnownParty[]>();
  for (const known of cases) {
    const { number } = known.person.facts;
    if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), known]);
  }
  return (number) => byNumber.get(number) ?? [];
};

const areOne = ({ merged }: OpenBooks, one: KnownParty, other: KnownParty): boolean => {
  if (one.of.caseId === other.of.caseId && one.of.group === other.of.group) return true;
  const { verdict } = matchPrepared(one.person, other.person, merged);
  return verdict === 'same' || verdict === 'likely';
};

const twoPeople = (books: OpenBooks, link: Link, other: KnownParty, cause: FindingCause): Finding => {
  const { known, record } = link;
  const match = matchPrepared(other.person, record.person, books.merged);
  const between = [other.of.caseId, nameOfRef(refOf(record.of))] as const;
  return {
    kind: 'one-record-two-people',
    cause,
    cases: [known.of.caseId, other.of.caseId],
    records: [refOf(record.of)],
    since: record.of.on ?? known.of.registeredOn,
    confidence: 'likely',
    evidence: [evidenceOf(link), { between, match }],
    proposals: [known, other].map(({ of }) => escalate(of.caseId, 'OneRecordTwoPeople')),
  };
};

const causeOf = (own: string | undefined, former: readonly string[], link: Link): FindingCause | undefined => {
  const { number } = link.record.person.facts;
  if (number === undefined || own === undefined || number === own) return undefined;
  if (former.includes(number)) return 'former-number';
  return link.match.reasons.some(({ rule }) => rule === 'number-one-slip') ? 'one-slip' : 'other-number';
};

/** A case without a number of its own still shows when its records do not agree on one (F2). */
const expectedNumber = ({ person: { facts } }: KnownParty, links: readonly Link[]): string | undefined =>
  facts.number ?? links.map(({ record }) => record.person.facts.number).find((number) => number !== undefined);

export const numbersOf = (books: OpenBooks, holders: Holders, known: KnownParty): readonly Finding[] => {
  const links = books.links
    .ofCase(known.of.caseId, known.of.group)
    .filter(({ record }) => record.of.standing !== 'ended');
  const own = expectedNumber(known, links);
  const former = known.person.facts.formerNumbers ?? [];
  return links.flatMap((link): readonly Finding[] => {
    const { record } = link;
    const { number } = record.person.facts;
    const rival = books.links.ofRecord(record).find((each) => !areOne(books, each.known, known));
    // Told once, by whichever of the two cases comes first.
    if (rival !== undefined)
      return known.of.caseId < rival.known.of.caseId ? [twoPeople(books, link, rival.known, 'fits-both')] : [];
    const holder = number === undefined ? undefined : holders(number).find((each) => !areOne(books, each, known));
    if (holder !== undefined) return [twoPeople(books, link, holder, 'other-persons-number')];
    const cause = causeOf(own, former, link);
    if (cause === undefined) return [];
    return [
      {
        kind: 'numbers-differ',
        cause,
        cases: [known.of.caseId],
        records: [refOf(record.of)],
        since: record.of.on ?? known.of.registeredOn,
        confidence: confidenceIn([link]),
        evidence: [evidenceOf(link)],
        proposals: [forNumber(known.of, record.of.register, cause === 'former-number')],
      },
    ];
  });
};
