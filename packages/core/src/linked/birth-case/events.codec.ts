/** How a birth case is kept: the application's own events, and those of its legs. */
import { keptSex, registrationEvents } from '../../birth-registration/events.codec.js';
import { type EventForms, event, eventCodec } from '../../borders/kept-event.codec.js';
import {
  type Codec,
  count,
  either,
  exact,
  flag,
  listOf,
  oneOf,
  optional,
  orNull,
  text,
} from '../../borders/stored.codec.js';
import { cardEvents } from '../../child-health-card/events.codec.js';
import { identityCardEvents } from '../../child-identity-card/events.codec.js';
import { dossierEvents, keptDate, keptLeg } from '../../dossier/events.codec.js';
import { extractEvents } from '../../extract/events.codec.js';
import type { EventCodec } from '../../kernel/index.js';
import { residenceEvents } from '../../permanent-residence/events.codec.js';
import { requestEvents } from '../../requests/events.codec.js';
import { supportEvents } from '../../support/events.codec.js';
import type { ApplicationEvent, BirthEvent, CaseClosed, Declaration, Lodging, Parent, Proof } from './events.js';

const proof: Codec<Proof> = either(
  exact<Extract<Proof, { kind: 'notice' }>>({ kind: oneOf('notice'), code: text }),
  exact<Exclude<Proof, { kind: 'notice' }>>({ kind: oneOf('witness', 'pledge', 'none') }),
);

const parent: Codec<Parent> = exact<Parent>({
  known: flag,
  residesIn: optional(text),
  residence: oneOf('permanent', 'temporary', 'none'),
  foreign: flag,
});

const lodging: Codec<Lodging> = exact<Lodging>({
  with: oneOf('parents', 'mother', 'father', 'other'),
  owned: oneOf('own', 'not-own'),
  place: text,
});

export const keptDeclaration: Codec<Declaration> = exact<Declaration>({
  legs: listOf(keptLeg),
  bornOn: keptDate,
  sex: keptSex,
  birthOrder: count,
  multiple: count,
  bornAt: oneOf('facility', 'home', 'elsewhere'),
  proof,
  mother: parent,
  father: parent,
  married: flag,
  speciality: orNull(
    oneOf(
      'foundling',
      'surrogacy',
      'father-acknowledged',
      'foreign-parent',
      'border-area',
      'stillbirth',
      'collective-household',
    ),
  ),
  authorities: exact<Declaration['authorities']>({
    birth: text,
    residence: optional(text),
    card: optional(text),
    'identity-card': optional(text),
  }),
  lodging: orNull(lodging),
  firstCard: flag,
  firstFacility: orNull(text),
  channel: oneOf('desk', 'national-portal', 'vneid'),
  delivery: oneOf('electronic', 'desk', 'post'),
  claim: text,
});

const ended = oneOf('done', 'refused', 'withdrawn', 'not-reached');
const outcome: Codec<CaseClosed['outcome']> = exact<CaseClosed['outcome']>({
  birth: optional(ended),
  residence: optional(ended),
  card: optional(ended),
  'identity-card': optional(ended),
});

const applicationEvents: EventForms<ApplicationEvent> = {
  Applied: event({ case: text, declaration: keptDeclaration }),
  BirthNoticeAttached: event({ code: text, signed: flag }),
  FeePaid: event({ amount: count, purpose: text }),
  LegWithdrawn: event({ leg: keptLeg }),
  CaseWithdrawn: event({}),
  CaseClosed: event({ outcome }),
};

/** Every event of a birth case; the compiler names one without a form. */
export const birthEventForms: EventForms<BirthEvent> = {
  ...applicationEvents,
  ...dossierEvents,
  ...supportEvents,
  ...registrationEvents,
  ...extractEvents,
  ...residenceEvents,
  ...cardEvents,
  ...identityCardEvents,
  ...requestEvents,
};

export const birthEventCodec: EventCodec<BirthEvent> = eventCodec(birthEventForms);
