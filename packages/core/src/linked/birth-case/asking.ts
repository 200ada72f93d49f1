/** Whom the case asks, and when. What is intended here is sent by the courier. */
import { procedureLaw } from '../../dossier/governing-law.js';
import type { LawBook } from '../../law/index.js';
import { consentsMissing } from '../../permanent-residence/index.js';
import { type BirthPurpose, intend, isPending, ofPurpose, type RequestIntended } from '../../requests/index.js';
import type { Instant } from '../../values/plain-date.js';
import type { BirthEvent, BirthLeg } from './events.js';
import { factsOf } from './facts.js';
import { type BirthCase, legsOf, outcomeOf } from './state.js';

const FORWARDED: readonly (readonly [BirthLeg, BirthPurpose])[] = [
  ['residence', 'register-residence'],
  ['card', 'issue-card'],
  ['identity-card', 'issue-identity-card'],
];

/** Events after which a later leg may be ready to begin, or to begin again. */
const OPENS_THE_WAY: readonly BirthEvent['type'][] = [
  'ExtractPublished',
  'ConsentRecorded',
  'Supplemented',
  'ResidenceRegistered',
  'ResidenceRefused',
  'LegWithdrawn',
];

const ready = (book: LawBook, birth: BirthCase, leg: BirthLeg, at: Instant): boolean => {
  const facts = factsOf(book, birth, at);
  if (!facts.extractPublished || outcomeOf(birth, leg) !== undefined) return false;
  switch (leg) {
    case 'birth':
      return false;
    case 'residence':
      return (
        birth.residence.dossier.status !== 'supplementing' &&
        consentsMissing(birth.residence, facts, procedureLaw(book, birth.residence.dossier, at)).length === 0
      );
    case 'card':
      return birth.card.dossier.status !== 'supplementing';
    case 'identity-card':
      return facts.waitsFor.length === 0;
  }
};

/**
 * Whether this event is a reason to ask for this leg now: it was never asked for; its file is full again; or a new certificate is
 * out, and what was asked on the old one came back without a result.
 */
const calls = (event: BirthEvent, birth: BirthCase, leg: BirthLeg, purpose: BirthPurpose): boolean =>
  ofPurpose(birth.requests, purpose).length === 0 ||
  event.type === 'ExtractPublished' ||
  (event.type === 'Supplemented' && event.leg === leg);

/** Later legs this event lets begin. */
const forwarded = (
  book: LawBook,
  event: BirthEvent,
  birth: BirthCase,
  at: Instant,
): readonly RequestIntended<BirthPurpose>[] =>
  OPENS_THE_WAY.includes(event.type)
    ? FORWARDED.filter(
        ([leg, purpose]) =>
          legsOf(birth.application).includes(leg) &&
          !isPending(birth.requests, purpose) &&
          calls(event, birth, leg, purpose) &&
          ready(book, birth, leg, at),
      ).map(([, purpose]) => intend(birth.requests, purpose))
    : [];

/** Whether an agency has a result, or is at work on one, that rests on what was declared before. */
const holds = (birth: BirthCase, done: boolean, asked: BirthPurpose): boolean =>
  done || isPending(birth.requests, asked);

/** Agencies that hold something built on what has just changed, and are told. */
const told = (event: BirthEvent, birth: BirthCase): readonly RequestIntended<BirthPurpose>[] => {
  const corrected = event.type === 'CorrectionRegistered';
  const numbered =
    event.type === 'PersonalNumberReplaced' || (event.type === 'PersonalNumberAssigned' && birth.extract.published);
  if (!corrected && !numbered) return [];
  return [
    ...(holds(birth, birth.residence.decision === 'registered', 'register-residence')
      ? [intend(birth.requests, 'tell-residence')]
      : []),
    ...(holds(birth, birth.card.decision === 'issued', 'issue-card') ? [intend(birth.requests, 'tell-insurance')] : []),
    ...(corrected && birth.registration.personalNumber !== 'none' ? [intend(birth.requests, 'tell-population')] : []),
  ];
};

/** Whom to ask because of an event, `birth` having taken it in. The case decider appends these in the event's own batch. */
export const requests = (
  book: LawBook,
  event: BirthEvent,
  birth: BirthCase,
  at: Instant,
): readonly RequestIntended<BirthPurpose>[] => [...forwarded(book, event, birth, at), ...told(event, birth)];
