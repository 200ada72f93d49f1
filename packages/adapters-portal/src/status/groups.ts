/** The two groups of procedures, as far as their public status goes (nhóm khai sinh, nhóm khai tử). */
import { COMMAND_ACCEPTED, caseOf, type StoredEvent, unsealedFacts } from '@lienthong/core';
import {
  allowed,
  type BirthCase,
  birthCaseKind,
  dueDates as birthDueDates,
  outcomeOf as birthOutcome,
} from '@lienthong/core/birth-case';
import {
  allowedInDeath,
  type DeathCase,
  deathCaseKind,
  dueDates as deathDueDates,
  outcomeOf as deathOutcome,
} from '@lienthong/core/death-case';
import { E, type Either } from '@lienthong/core/fp';
import type { LawBook } from '@lienthong/core/law';
import type { CaseFacts, LegFacts, LegSpan } from './facts.js';

const CITIZEN = { id: 'citizen', role: 'applicant' } as const;

type Dossier = BirthCase['registration']['dossier'];

const fileOf = (dossier: Dossier): Pick<LegFacts, 'file' | 'supplement'> => ({
  file: dossier.status,
  supplement: dossier.status === 'supplementing' ? (dossier.supplement ?? null) : null,
});

/** Asked once for all legs. */
const once = (open: CaseFacts['open']): CaseFacts['open'] => {
  let known: readonly string[] | undefined;
  return (at) => {
    known ??= open(at);
    return known;
  };
};

const birthFacts = (book: LawBook, birth: BirthCase): CaseFacts | undefined => {
  const { application, registration, extract, residence, card, identityCard, requests } = birth;
  const { declaration, caseId } = application;
  if (declaration === null) return undefined;
  const dossiers = { birth: registration, residence, card, 'identity-card': identityCard };
  return {
    group: 'birth',
    caseId: caseId ?? '',
    application,
    requests,
    units: declaration.authorities,
    delivery: declaration.delivery,
    legs: declaration.legs.map((leg) => ({
      leg,
      outcome: birthOutcome(birth, leg),
      ...fileOf(dossiers[leg].dossier),
      registered: leg === 'birth' && registration.registration.status === 'registered',
      byExtract: leg === 'birth' && extract.issued > 0,
      decided: false,
    })),
    dueDates: birthDueDates(book, birth),
    open: once((at) => allowed(book, birth, CITIZEN, at).open),
  };
};

const deathFacts = (book: LawBook, death: DeathCase): CaseFacts | undefined => {
  const { application, registration, extract, deletion, funeral, survivor, requests } = death;
  const { declaration, caseId } = application;
  if (declaration === null) return undefined;
  const dossiers = { death: registration, residence: deletion, funeral, survivor };
  return {
    group: 'death',
    caseId: caseId ?? '',
    application,
    requests,
    units: declaration.authorities,
    delivery: declaration.delivery,
    legs: declaration.legs.map((leg) => ({
      leg,
      outcome: deathOutcome(death, leg),
      ...fileOf(dossiers[leg].dossier),
      registered: leg === 'death' && registration.registration.status === 'registered',
      byExtract: leg === 'death' && extract.issued > 0,
      decided: (leg === 'funeral' || leg === 'survivor') && Object.keys(death[leg].decided).length > 0,
    })),
    dueDates: deathDueDates(book, death),
    // A payee is asked for only while nobody is named, or what was paid came back.
    open: once((at) =>
      allowedInDeath(book, death, CITIZEN, at).open.filter(
        (command) => command !== 'StatePayee' || death.payments.payee === 'none' || death.payments.failing.length > 0,
      ),
    ),
  };
};

/** Folds one group's events: the facts after each, or `undefined` before anything was applied for. */
export type Folding = Readonly<{
  after: (stored: StoredEvent) => Either<string, void>;
  facts: () => CaseFacts | undefined;
}>;

const folding = <S, Ev>(
  initial: S,
  recall: (stored: StoredEvent) => Either<unknown, Ev>,
  evolve: (state: S, event: Ev) => S,
  facts: (state: S) => CaseFacts | undefined,
): Folding => {
  let state = initial;
  return {
    after: (stored) => {
      if (stored.type === COMMAND_ACCEPTED) return E.right(undefined);
      const event = recall(stored);
      if (E.isLeft(event)) return E.left('Unreadable');
      state = evolve(state, event.right);
      return E.right(undefined);
    },
    facts: () => facts(state),
  };
};

const CASE = /^(birth|death)-[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The group of a case's stream; `undefined` for notices, claims and whatever else a journal keeps. */
export const groupOf = (stream: string): 'birth' | 'death' | undefined =>
  CASE.test(stream) ? (stream.startsWith('birth') ? 'birth' : 'death') : undefined;

export const caseIdOf = (stream: string): string => caseOf({ name: groupOf(stream) ?? '' }, stream);

/** The span a leg's name is, where it is one of a group. */
export const asLegs = (group: 'birth' | 'death'): readonly LegSpan[] =>
  group === 'birth' ? ['birth', 'residence', 'card', 'identity-card'] : ['death', 'residence', 'funeral', 'survivor'];

export type Groups = Readonly<Record<'birth' | 'death', () => Folding>>;

export const groupsUnder = (book: LawBook): Groups => {
  const [births, deaths] = [birthCaseKind(book), deathCaseKind(book)];
  return {
    birth: () =>
      folding(
        births.decider.initial,
        (stored) => births.events.recall(unsealedFacts(stored)),
        births.decider.evolve,
        (state) => birthFacts(book, state),
      ),
    death: () =>
      folding(
        deaths.decider.initial,
        (stored) => deaths.events.recall(unsealedFacts(stored)),
        deaths.decider.evolve,
        (state) => deathFacts(book, state),
      ),
  };
};
