/** Which record speaks of which case (ghép bản ghi với hồ sơ): by the case it names, else by the person. */
import { type Blocks, blocksOf } from './blocking.js';
import type { KnownCase } from './known-case.js';
import { type MergedPlaces, matchPrepared, type PersonMatch } from './match-people.js';
import { type PreparedPerson, prepared } from './person.js';
import type { RegisterRecord } from './register-record.js';

type Party<T> = Readonly<{ of: T; person: PreparedPerson }>;
export type KnownParty = Party<KnownCase>;
export type RecordParty = Party<RegisterRecord>;

export type Link = Readonly<{
  known: KnownParty;
  record: RecordParty;
  match: PersonMatch;
  /** The record names the case. */
  named: boolean;
}>;

export type Links = Readonly<{
  /** Accepted links by case and by record. */
  ofCase: (caseId: string, group: KnownCase['group']) => readonly Link[];
  ofRecord: (record: RecordParty) => readonly Link[];
  /** The record that came nearest to a case without being accepted for it. */
  nearest: (known: KnownParty, register: string) => Link | undefined;
}>;

export const partyOf = <T extends Readonly<{ person: KnownCase['person'] }>>(of: T): Party<T> => ({
  of,
  person: prepared(of.person),
});

const nameOf = ({ group, caseId }: Pick<KnownCase, 'group' | 'caseId'>): string => `${group}-${caseId}`;

/** A death's register speaks of the dead, a child's card of the child: a record of either is not of the other group. */
const GROUP_OF: Readonly<Record<string, KnownCase['group']>> = {
  'civil-status-birth': 'birth',
  'civil-status-death': 'death',
  'health-card': 'birth',
  payment: 'death',
  allowance: 'death',
};
const mayConcern = ({ register }: RegisterRecord, { group }: KnownCase): boolean =>
  (GROUP_OF[register] ?? group) === group;

const FULL = 1_000;

const isAccepted = ({ named, match: { verdict } }: Link): boolean =>
  named || verdict === 'same' || verdict === 'likely';

/** Of the cases a record may speak of, those it names; else those that fit best. */
const best = (links: readonly Link[]): readonly Link[] => {
  const accepted = links.filter(isAccepted);
  const named = accepted.filter((link) => link.named);
  if (named.length > 0) return named;
  const most = Math.max(...accepted.map(({ match }) => match.score));
  return accepted.filter(({ match }) => match.score === most);
};

export const linksOf = (
  cases: readonly KnownParty[],
  records: readonly RecordParty[],
  merged: MergedPlaces | undefined,
): Links => {
  const blocks: Blocks = blocksOf(cases.map(({ person }) => person));
  const byName = new Map<string, KnownParty[]>();
  for (const known of cases)
    for (const name of [known.of.caseId, nameOf(known.of)]) byName.set(name, [...(byName.get(name) ?? []), known]);
  const ofCase = new Map<string, Link[]>();
  const ofRecord = new Map<RecordParty, readonly Link[]>();
  const nearest = new Map<string, Link>();

  const candidatesOf = (record: RecordParty): readonly KnownParty[] => {
    const { caseId } = record.of;
    const named = caseId === undefined ? [] : (byName.get(caseId) ?? []);
    const near = blocks.near(record.person).map((at) => cases[at] as KnownParty);
    return [...new Set([...named, ...near])].filter((known) => mayConcern(record.of, known.of));
  };

  const comparedWith = (record: RecordParty, candidates: readonly KnownParty[]): readonly Link[] => {
    const { caseId } = record.of;
    const { number } = record.person.facts;
    const linkTo = (known: KnownParty): Link => {
      const named = caseId !== undefined && (caseId === known.of.caseId || caseId === nameOf(known.of));
      return { known, record, match: matchPrepared(known.person, record.person, merged), named };
    };
    const [own, ...rivals] = candidates.filter((known) => number !== undefined && known.person.facts.number === number);
    if (caseId !== undefined || own === undefined || rivals.length > 0) return candidates.map(linkTo);
    // Nobody with another number comes up to a full score.
    const first = linkTo(own);
    return first.match.score === FULL ? [first] : candidates.map((known) => (known === own ? first : linkTo(known)));
  };

  for (const record of records) {
    const candidates = candidatesOf(record);
    if (candidates.length === 0) continue;
    const links = comparedWith(record, candidates);
    const accepted = best(links);
    if (accepted.length > 0) ofRecord.set(record, accepted);
    for (const link of accepted) {
      const name = nameOf(link.known.of);
      const own = ofCase.get(name);
      if (own === undefined) ofCase.set(name, [link]);
      else own.push(link);
    }
    for (const link of accepted.length > 0 ? [] : links) {
      const key = `${nameOf(link.known.of)} ${record.of.register}`;
      const before = nearest.get(key);
      if (before === undefined || before.match.score < link.match.score) nearest.set(key, link);
    }
  }
  return {
    ofCase: (caseId, group) => ofCase.get(nameOf({ group, caseId })) ?? [],
    ofRecord: (record) => ofRecord.get(record) ?? [],
    nearest: (known, register) => nearest.get(`${nameOf(known.of)} ${register}`),
  };
};

export const isCertain = ({ named, match }: Link): boolean =>
  named || match.reasons.some(({ rule }) => rule === 'number-equal');
