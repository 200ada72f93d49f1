/** How a birth case is kept: the application's own events, and those of its legs. */
import { applicationEvents, keptOutcome } from '../../application/events.codec.js';
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
import { dossierEvents, keptDate, keptLegs } from '../../dossier/events.codec.js';
import { extractEvents } from '../../extract/events.codec.js';
import type { EventCodec } from '../../kernel/index.js';
import { birthGroup } from '../../law/group-law.js';
import { residenceEvents } from '../../permanent-residence/events.codec.js';
import { birthRequestEvents } from '../../requests/events.codec.js';
import { supportEvents } from '../../support/events.codec.js';
import type { BirthEvent, Declaration, Lodging, Parent, Proof } from './events.js';

/** The legs of the group as they are kept. */
export const birthLegs = keptLegs(birthGroup);

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
  legs: listOf(birthLegs.leg),
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

/** Every event of a birth case; the compiler names one without a form. */
export const birthEventForms: EventForms<BirthEvent> = {
  ...applicationEvents(birthGroup, birthLegs, keptDeclaration, keptOutcome),
  BirthNoticeAttached: event({ code: text, signed: flag }),
  ...dossierEvents(birthLegs),
  ...supportEvents,
  ...registrationEvents,
  ...extractEvents,
  ...residenceEvents,
  ...cardEvents,
  ...identityCardEvents,
  ...birthRequestEvents,
};

export const birthEventCodec: EventCodec<BirthEvent> = eventCodec(birthEventForms);
