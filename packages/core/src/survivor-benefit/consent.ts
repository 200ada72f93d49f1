/**
 * The relatives' consent (thân nhân thống nhất cử người đại diện): for one sum they all confirm one representative, within the
 * time the law gives; after it, and before it too, by their statement (form 09-HSB).
 */
import { type Command, type DomainEvent, emits, examine, type Leg, refuseUnless, when } from '../kernel/index.js';
import { currentLawOf, type LawBook, provision, type SurvivorConsent } from '../law/index.js';
import { dayOf, type PlainDate } from '../values/plain-date.js';

/** Whoever signs the statement speaks for all relatives. */
export const ALL_RELATIVES = 'all';

export type ConsentMode = SurvivorConsent['modes'][number] | SurvivorConsent['afterExpiry'][number];

type Of<T extends string, F> = DomainEvent<T> & Readonly<F>;
/** `of` is the family's own name for the relative, or `all` for the statement of all. */
export type RelativesConsented = Of<'RelativesConsented', { of: string; mode: ConsentMode }>;
/** `missing` are those who had not confirmed. */
export type RelativesConsentExpired = Of<'ConsentExpired', { missing: readonly string[] }>;
export type ConsentEvent = RelativesConsented | RelativesConsentExpired;

export type RecordRelativesConsent = Command<'RecordRelativesConsent', Readonly<{ of: string; mode: ConsentMode }>>;
export type ExpireConsent = Command<'ExpireConsent', Readonly<Record<never, never>>>;
export type ConsentCommand = RecordRelativesConsent | ExpireConsent;

export type Consents = Readonly<{ given: readonly string[]; expired: boolean }>;
export const noConsents: Consents = { given: [], expired: false };

export type ConsentReason =
  | 'LegHasEnded'
  | 'ConsentNotNeeded'
  | 'ConsentGivenAlready'
  | 'ConsentModeUnknown'
  | 'ConsentStillOpen'
  | 'ConsentExpiredAlready';

/** What the consent needs to know of the case around it. */
export type ConsentFacts = Readonly<{
  /** Everybody whose consent one sum needs; nobody where an allowance is drawn monthly. */
  relatives: readonly string[];
  survivorEnded: boolean;
  /** The last day to confirm; `null` while it does not run. */
  consentDue: PlainDate | null;
}>;

/** Those who have not consented; nobody once a statement of all is there. */
export const relativesMissing = ({ given }: Consents, relatives: readonly string[]): readonly string[] =>
  given.includes(ALL_RELATIVES) ? [] : relatives.filter((of) => !given.includes(of));

type View = Readonly<{ own: Consents; facts: ConsentFacts; today: PlainDate }>;

const running = refuseUnless<ConsentCommand, View, ConsentReason, unknown>(
  'LegHasEnded',
  provision.survivorConsent,
  (_, { facts }) => !facts.survivorEnded,
);

/** Once the time is over, only a statement is left. */
const modesOpen = ({ modes, afterExpiry }: SurvivorConsent, { expired }: Consents): readonly ConsentMode[] =>
  expired ? afterExpiry : modes;

const mayConsent = examine<RecordRelativesConsent, View, ConsentReason>(
  running,
  refuseUnless(
    'ConsentNotNeeded',
    provision.survivorConsent,
    ({ data }, { facts }) =>
      facts.relatives.length > 0 && (data.of === ALL_RELATIVES || facts.relatives.includes(data.of)),
  ),
  refuseUnless(
    'ConsentGivenAlready',
    provision.survivorConsent,
    ({ data }, { own }) => !own.given.includes(data.of) && !own.given.includes(ALL_RELATIVES),
  ),
  refuseUnless(
    'ConsentModeUnknown',
    provision.survivorConsent,
    ({ data }, { own }, ways) => modesOpen(ways, own).includes(data.mode),
    {
      facts: (_, { own }, row) => ({ modes: modesOpen(row.value as SurvivorConsent, own) }),
      remedy: (_, { own }, row) => ({
        kind: 'change',
        at: 'mode',
        to: modesOpen(row.value as SurvivorConsent, own)[0] ?? '',
      }),
    },
  ),
);

const mayExpire = examine<ConsentCommand, View, ConsentReason>(
  running,
  refuseUnless(
    'ConsentNotNeeded',
    provision.survivorConsent,
    (_, { own, facts }) => relativesMissing(own, facts.relatives).length > 0,
  ),
  refuseUnless('ConsentExpiredAlready', provision.limitRelativesConsent, (_, { own }) => !own.expired),
  when(
    (_, { own }) => !own.expired,
    refuseUnless(
      'ConsentStillOpen',
      provision.limitRelativesConsent,
      (_, { facts, today }) => facts.consentDue !== null && today > facts.consentDue,
      { facts: (_, { facts }) => ({ until: facts.consentDue }) },
    ),
  ),
);

/** Judged under the law of the day it is given. */
export const relativesConsent = (
  book: LawBook,
): Leg<ConsentCommand, ConsentEvent, Consents, ConsentFacts, ConsentReason> => ({
  initial: noConsents,
  decide: (command, own, facts) => {
    const today = dayOf(command.at);
    const law = currentLawOf(book, command.at);
    const view: View = { own, facts, today };
    return command.type === 'RecordRelativesConsent'
      ? emits(mayConsent(command, view, law), { type: 'RelativesConsented', ...command.data })
      : emits(mayExpire(command, view, law), {
          type: 'ConsentExpired',
          missing: relativesMissing(own, facts.relatives),
        });
  },
  evolve: (own, event) =>
    event.type === 'RelativesConsented' ? { ...own, given: [...own.given, event.of] } : { ...own, expired: true },
});
