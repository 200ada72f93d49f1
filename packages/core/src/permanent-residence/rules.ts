/** The rules of the residence leg, each on its provision. */
import { examine, type Rule, refuseUnless, when } from '../kernel/index.js';
import { provision } from '../law/index.js';
import { isPending } from '../requests/ledger.js';
import { consentersNeeded, consentsMissing } from './consent.js';
import type {
  DecideResidence,
  ExpireConsent,
  ForwardResidence,
  OpenVerification,
  RecordConsent,
  ResidenceCommand,
} from './events.js';
import { type PermanentResidence, type ResidenceFacts, residenceEnded } from './state.js';

export type ResidenceReason =
  | 'LegHasEnded'
  | 'ExtractNotPublished'
  | 'DossierNotReceived'
  | 'ConsentMissing'
  | 'ConsentNotNeeded'
  | 'ConsentGivenAlready'
  | 'ConsentModeUnknown'
  | 'RequestUnderWay'
  | 'VerificationForbidden'
  | 'PlaceBanned';

export type ResidenceView = Readonly<{ own: PermanentResidence; facts: ResidenceFacts }>;

type ResidenceRule = Rule<ResidenceCommand, ResidenceView, ResidenceReason>;

const open: ResidenceRule = refuseUnless(
  'LegHasEnded',
  provision.residenceDecision,
  (_, { own }) => !residenceEnded(own),
);

/** Residence and card both start on the published electronic certificate. */
const published: ResidenceRule = refuseUnless(
  'ExtractNotPublished',
  provision.extractValue,
  (_, { facts }) => facts.extractPublished,
  {
    remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' },
  },
);

const received: ResidenceRule = refuseUnless(
  'DossierNotReceived',
  provision.dossierReceipt,
  (_, { own }) => own.dossier.status !== 'awaited',
  { remedy: { kind: 'command', command: 'ReceiveDossier', by: 'residence-officer' } },
);

const consented: ResidenceRule = (command, view, law) => {
  const missing = consentsMissing(view.own, view.facts, law);
  return refuseUnless<ResidenceCommand, ResidenceView, ResidenceReason, unknown>(
    'ConsentMissing',
    missing[0] === 'parent' ? provision.parentsConsent : provision.consentToResidence,
    () => missing.length === 0,
    { facts: { missing }, remedy: { kind: 'command', command: 'RecordConsent', by: 'relative' } },
  )(command, view, law);
};

export const mayForward = examine<ForwardResidence, ResidenceView, ResidenceReason>(
  open,
  published,
  consented,
  refuseUnless(
    'RequestUnderWay',
    provision.requestToAgency,
    (_, { facts }) => !isPending(facts.requests, 'register-residence'),
  ),
);

const needed = refuseUnless<RecordConsent | ExpireConsent, ResidenceView, ResidenceReason, unknown>(
  'ConsentNotNeeded',
  provision.consentToResidence,
  ({ data }, { facts }, _, law) => consentersNeeded(facts, law).includes(data.from),
  { facts: ({ data }) => ({ from: data.from }) },
);

const notGiven = refuseUnless<RecordConsent | ExpireConsent, ResidenceView, ResidenceReason, unknown>(
  'ConsentGivenAlready',
  provision.consentToResidence,
  ({ data }, { own }) => own.consents[data.from] !== 'given',
);

export const mayConsent = examine<RecordConsent, ResidenceView, ResidenceReason>(
  open,
  needed,
  notGiven,
  refuseUnless(
    'ConsentModeUnknown',
    provision.consentModes,
    ({ data }, _, modes) => modes.some((mode) => mode === data.mode),
    {
      facts: (_, __, row) => ({ modes: row.value as readonly string[] }),
      remedy: (_, __, row) => ({ kind: 'change', at: 'mode', to: (row.value as readonly string[])[0] ?? '' }),
    },
  ),
);

export const mayExpire = examine<ExpireConsent, ResidenceView, ResidenceReason>(open, needed, notGiven);

/** For a child under six at its parents' place nothing is left to verify once the law says so (from 1 July 2026). */
export const mayVerify = examine<OpenVerification, ResidenceView, ResidenceReason>(
  open,
  received,
  refuseUnless(
    'VerificationForbidden',
    provision.verification,
    (_, { facts }, rule) => rule.underSixAtParentsPlace === 'allowed' || facts.lodging?.with === 'other',
  ),
);

export const mayDecide = examine<DecideResidence, ResidenceView, ResidenceReason>(
  open,
  published,
  received,
  when(
    ({ data }) => 'decision' in data && data.decision === 'register',
    consented,
    refuseUnless(
      'PlaceBanned',
      provision.bannedPlaces,
      (_, { facts }, places) => !places.includes(facts.lodging?.place ?? ''),
      {
        facts: (_, { facts }) => ({ place: facts.lodging?.place ?? null }),
      },
    ),
  ),
);
