import { birthEventTypes } from '@lienthong/testing';
import {
  accepted,
  anyPlan,
  caseLaws,
  finish,
  type History,
  inEveryHistory,
  isFarEnough,
  type Law,
  playOut,
  reaching,
  refused,
  remedying,
  retired,
  unrepresented,
} from '@lienthong/testing/histories';
import { deepFreeze, legLaws } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Authority, asClaimed } from '../../authority/index.js';
import type { Actor } from '../../kernel/index.js';
import { lawBook } from '../../law/index.js';
import { dayOf, type Instant } from '../../values/plain-date.js';
import { allowed } from './allowed.js';
import type { BirthCommand } from './commands.js';
import { birthCase } from './decider.js';
import { birthEventCodec } from './events.codec.js';
import type { BirthEvent, BirthLeg } from './events.js';
import { partOfEvent } from './parts.js';
import type { BirthReason } from './reasons.js';
import { sampleCommands } from './sample-commands.js';
import { type BirthCase, outcomeOf } from './state.js';
import { commandTable } from './table.js';
import { obstacles } from './words/refusals.js';

const book = lawBook();
/** Everybody holds the office they claim, but for one who has retired. */
const authority: Authority = {
  ...asClaimed,
  holds: ({ id }) => id !== retired,
  mandated: (_, { id }) => id !== unrepresented,
};
const decider = birthCase(book, authority);

type Laws = Readonly<Record<string, Law<History>>>;

const samples = (birth: BirthCase, actor: Actor, at: Instant): readonly BirthCommand[] =>
  sampleCommands(birth, actor, at, dayOf(at));

const times = ({ events }: History, types: readonly BirthEvent['type'][]): number =>
  events.filter(({ type }) => types.includes(type)).length;

const order: Laws = {
  'no residence and no card is granted before the certificate is published': ({ events }) => {
    const results = [
      'ResidenceRegistered',
      'ResidenceRefused',
      'CardIssued',
      'IdentityCardIssued',
      'IdentityCardRefused',
    ];
    const published = events.findIndex(({ type }) => type === 'ExtractPublished');
    const result = events.findIndex(({ type }) => results.includes(type));
    expect(result === -1 || (published !== -1 && published < result)).toBe(true);
  },

  'a birth is registered at most once, and never both registered and refused': (history) =>
    expect(times(history, ['BirthRegistered', 'BirthRefused'])).toBeLessThan(2),

  'each leg comes to at most one result': (history) => {
    for (const ends of [
      ['ResidenceRegistered', 'ResidenceRefused'],
      ['CardIssued', 'CardRejected'],
      ['IdentityCardIssued', 'IdentityCardRefused'],
      ['CaseClosed'],
    ] as const)
      expect(times(history, ends)).toBeLessThan(2);
  },

  'a case can still reach its end': (history) => expect(finish(book, history, decider).stuck).toBeUndefined(),

  'a refused leg undoes no other, and the entry of the birth stands': (history) => {
    for (const { before, after, events } of accepted(history)) {
      if (before.registration.registration.status === 'registered')
        expect(after.registration.registration).toEqual(before.registration.registration);
      if (!events.some(({ type }) => type.endsWith('Refused') || type === 'CardRejected')) continue;
      for (const leg of ['birth', 'residence', 'card', 'identity-card'] as const)
        if (outcomeOf(before, leg) !== undefined) expect(outcomeOf(after, leg)).toBe(outcomeOf(before, leg));
    }
  },

  'a closed case stays closed, and its legs keep their results': (history) => {
    for (const { before, after } of accepted(history)) {
      if (before.application.phase !== 'closed') continue;
      expect(after.application.phase).toBe('closed');
      for (const leg of ['residence', 'card', 'identity-card'] as const)
        expect(outcomeOf(after, leg)).toBe(outcomeOf(before, leg));
    }
  },

  ...caseLaws({
    decider,
    codec: birthEventCodec,
    table: commandTable,
    samples,
    allowed: (birth, actor, at) => allowed(book, birth, actor, at, authority),
  }),
};

const legOfOffice: Readonly<Record<string, BirthLeg>> = {
  'residence-officer': 'residence',
  'insurance-officer': 'card',
  'identity-officer': 'identity-card',
};

const leads = remedying(decider, {
  somebody: (role, { application }) => {
    const unit = application.declaration?.authorities[legOfOffice[role] ?? 'birth'];
    return { id: 'somebody-else', role, ...(unit === undefined ? {} : { unit }) };
  },
  samples,
});

const remedies: Laws = {
  'removes it once it is applied, or waits for an agency': (history) => {
    for (const { command, before, refusals } of refused(history))
      for (const { reason, remedy } of refusals)
        if (remedy !== null) expect(leads(command, before, reason), `${command.type}: ${reason}`).not.toBe('nowhere');
  },
};

describe('whatever is decided in a birth case', () => {
  const anyHistory = anyPlan(30).map((plan) => playOut(book, plan, decider));

  it('is decided the same twice, and changes nothing in place', () =>
    fc.assert(
      fc.property(anyHistory, ({ steps }) => {
        for (const { command, before, decided } of steps)
          expect(decider.decide(deepFreeze(command), deepFreeze(before))).toEqual(decided);
      }),
    ));

  legLaws(
    decider,
    partOfEvent,
    anyHistory.map(({ events }) => events),
  );
});

/** Beyond these histories: a refused birth closes its case, and the close is named first; all begin after the service did. */
const beyond: readonly BirthReason[] = ['BirthAlreadyRefused', 'ServiceNotYetOpen'];

const { look, reached } = reaching([...birthEventTypes, ...Object.keys(obstacles)]);

inEveryHistory(anyPlan(), (plan) => playOut(book, plan, decider), {
  'whatever happens in a birth case': order,
  'the remedy of a refusal': remedies,
  'each history': { 'is counted by what it reaches': look },
});

describe('the reach of these histories', () => {
  it('goes to the end of cases, and to every event and every reason', () =>
    isFarEnough(reached(), fc.readConfigureGlobal().numRuns ?? 0, beyond));
});
