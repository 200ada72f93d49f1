import { deathEventTypes } from '@lienthong/testing';
import {
  accepted,
  addMoney,
  anyDeathPlan,
  caseLaws,
  type DeathHistory,
  inEveryHistory,
  isFarEnough,
  type Law,
  noMoney,
  playOutDeath,
  reaching,
  refused,
  registerLaws,
  remedying,
  retired,
  unpaidOf,
  unrepresented,
  withOtherNews,
} from '@lienthong/testing/histories';
import { deepFreeze, legLaws } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Authority, asClaimed } from '../../authority/index.js';
import { E } from '../../fp.js';
import { foretell } from '../../funeral-benefit/harness/oracle.js';
import type { Actor } from '../../kernel/index.js';
import { funeralClasses, lawBook } from '../../law/index.js';
import { dayOf, type Instant, type PlainDate } from '../../values/plain-date.js';
import { allowedInDeath } from './allowed.js';
import type { DeathCommand } from './commands.js';
import { deathCase } from './decider.js';
import { deathEventCodec } from './events.codec.js';
import type { DeathEvent } from './events.js';
import { deathGate, legOfCommand } from './guard.js';
import { partOfEvent } from './parts.js';
import type { DeathReason } from './reasons.js';
import { sampleCommands } from './sample-commands.js';
import { type DeathCase, outcomeOf, unpaidIn } from './state.js';
import { deathCommandTable } from './table.js';
import { obstacles } from './words/refusals.js';

const book = lawBook();
/** Everybody holds the office they claim, but for one who has retired. */
const authority: Authority = {
  ...asClaimed,
  holds: ({ id }) => id !== retired,
  mandated: (_, { id }) => id !== unrepresented,
};
const decider = deathCase(book, authority);

type Laws = Readonly<Record<string, Law<DeathHistory>>>;

const samples = (death: DeathCase, actor: Actor, at: Instant): readonly DeathCommand[] =>
  sampleCommands(death, actor, at, dayOf(at));

type Decided = Extract<DeathEvent, { type: 'BenefitDecided' }>;

const typesIn = ({ events }: DeathHistory): readonly DeathEvent['type'][] => events.map(({ type }) => type);

const decidedIn = ({ events }: DeathHistory, benefit: string): readonly Decided[] =>
  events.filter((event): event is Decided => event.type === 'BenefitDecided' && event.benefit === benefit);

const legs = ['death', 'residence', 'funeral', 'survivor'] as const;

const order: Laws = {
  'no residence is deleted and no benefit decided before the death is registered and its extract published': (
    history,
  ) => {
    const types = typesIn(history);
    const registered = types.indexOf('DeathRegistered');
    const published = types.indexOf('ExtractPublished');
    const result = types.findIndex((type) =>
      ['ResidenceDeleted', 'NothingToDelete', 'BenefitDecided', 'BenefitRejected', 'BenefitPaid'].includes(type),
    );
    expect(result === -1 || (registered !== -1 && registered < published && published < result)).toBe(true);
  },

  'a death is registered at most once, and never both registered and refused': (history) => {
    const types = typesIn(history);
    expect(types.filter((type) => type === 'DeathRegistered' || type === 'DeathRefused').length).toBeLessThan(2);
  },

  'each leg comes to at most one result': ({ events }) => {
    const results = events.flatMap((event) => {
      if (event.type === 'ResidenceDeleted' || event.type === 'NothingToDelete') return ['residence'];
      if (event.type === 'BenefitDecided') return [event.benefit];
      if (event.type === 'BenefitRejected') return [`${event.leg}/${event.payer}`];
      return event.type === 'CaseClosed' ? ['case'] : [];
    });
    expect(results).toEqual([...new Set(results)]);
  },

  'a leg refused, stopped or withdrawn undoes no other, and the entry of the death stands': (history) => {
    for (const { before, after, events } of accepted(history)) {
      if (before.registration.registration.status === 'registered')
        expect(after.registration.registration).toEqual(before.registration.registration);
      if (!events.some(({ type }) => ['BenefitRejected', 'LegStopped', 'LegWithdrawn', 'DeathRefused'].includes(type)))
        continue;
      for (const leg of legs)
        if (outcomeOf(before, leg) !== undefined) expect(outcomeOf(after, leg)).toBe(outcomeOf(before, leg));
    }
  },

  'a closed case stays closed, and its legs keep their results': (history) => {
    for (const { before, after } of accepted(history)) {
      if (before.application.phase !== 'closed') continue;
      expect(after.application.phase).toBe('closed');
      for (const leg of ['residence', 'funeral', 'survivor'] as const)
        expect(outcomeOf(after, leg)).toBe(outcomeOf(before, leg));
    }
  },

  ...caseLaws({
    decider,
    codec: deathEventCodec,
    table: deathCommandTable,
    samples,
    allowed: (death, actor, at) => allowedInDeath(book, death, actor, at, authority),
  }),
};

/** What the articles give for a death, by an oracle that walks another way (R48). */
const foretold = ({ state }: DeathHistory, decidedOn: PlainDate, knownOn = decidedOn) => {
  const { diedOn, funeral } = state.application.declaration ?? {};
  if (diedOn === undefined || funeral == null) return { amount: 0, topUp: 0, of: '' };
  const { insured, disaster } = funeral.classFacts;
  const { paid, topUp } = foretell({
    diedOn,
    classes: funeral.classes,
    decidedOn,
    knownOn,
    ...(insured && { insured }),
    ...(disaster && { disaster }),
  });
  const [of = '', amount = '0'] = paid?.split(' ') ?? [];
  // For those still paying in, the employer files, apart from the bundle.
  const outside = of === 'social-insurance' && insured?.status === 'insured-active';
  return { of, amount: outside ? 0 : Number(amount), topUp: topUp ?? 0 };
};

const withOtherNewsAfter = withOtherNews(book, (other) => deathCase(other, authority));

const money: Laws = {
  'is never paid beyond what was decided and topped up, and what is outstanding is listed': (history) => {
    let sums = noMoney;
    for (const { after, events } of accepted(history)) {
      sums = events.reduce(addMoney, sums);
      expect(unpaidIn(after)).toEqual(unpaidOf(sums));
      expect(Object.values(unpaidOf(sums)).every((due) => due > 0)).toBe(true);
    }
  },

  'is never paid of a benefit that was not decided': ({ events }) => {
    const decided = new Set<string>();
    for (const event of events) {
      if (event.type === 'BenefitDecided') decided.add(event.benefit);
      if (event.type === 'BenefitPaid' || event.type === 'BenefitToppedUp') expect(decided).toContain(event.benefit);
    }
  },

  'is all paid when the case closes': (history) => {
    for (const { after, events } of accepted(history))
      if (events.some(({ type }) => type === 'CaseClosed')) expect(unpaidIn(after)).toEqual({});
  },

  'is one funeral benefit and no more, of the sum the articles give': (history) => {
    const decided = decidedIn(history, 'funeral');
    expect(decided.length).toBeLessThan(2);
    for (const { amount, decidedOn } of decided) expect(amount).toBe(foretold(history, decidedOn).amount);
  },

  'is topped up by what the articles give more, once more is known': (history) => {
    for (const { decidedOn } of decidedIn(history, 'funeral')) {
      const topUps = history.events.flatMap((event) =>
        event.type === 'BenefitToppedUp' && event.benefit === 'funeral' ? [event] : [],
      );
      const sum = topUps.reduce((all, { amount }) => all + amount, 0);
      expect(sum).toBe(foretold(history, decidedOn, topUps.at(-1)?.knownOn).topUp);
    }
  },

  'is decided the same whatever figures become known later': (history) => {
    for (const { command, before, events } of accepted(history))
      if (events.some(({ type }) => type === 'BenefitDecided'))
        expect(withOtherNewsAfter(dayOf(command.at)).decide(command, before)).toEqual(E.right(events));
  },
};

/** Somebody in an office, of the unit that is competent for what the command is about. */
const leads = remedying(decider, {
  somebody: (role, { application }, command) => {
    const [first, ...others] = deathGate.bound[role] ?? (['death'] as const);
    const leg = others.find((own) => own === legOfCommand(command)) ?? first;
    const unit = application.declaration?.authorities[leg];
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

describe('whatever is decided in a death case', () => {
  const anyHistory = anyDeathPlan(30).map((plan) => playOutDeath(book, plan, decider));

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

/**
 * Beyond these histories: a refused death closes its case, and the close is named first; all begin after the service did; the
 * law names every declarant that a declaration can; and of a supplement after a death no text says until when.
 */
const beyond: readonly DeathReason[] = [
  'DeathAlreadyRefused',
  'ServiceNotYetOpen',
  'NotResponsiblePerson',
  'SupplementOverdue',
];

/** Beside events and reasons: whom the money comes from and how, and whether the register did what it was told. */
const ways = [...funeralClasses, 'merit-lump', 'survivor monthly', 'survivor once', 'deleted by the register'];

const waysOf = ({ events, residents }: DeathHistory): readonly string[] => [
  ...events.flatMap((event) => {
    if (event.type !== 'BenefitDecided') return [];
    if (event.benefit !== 'funeral') return [event.benefit === 'survivor' ? `survivor ${event.way}` : event.benefit];
    return event.weighed.flatMap(({ of, outcome }) => (outcome === 'paid' ? [of] : []));
  }),
  ...(residents?.had && !residents.entries.has(residents.deceased) ? ['deleted by the register'] : []),
];

const { look, reached } = reaching([...deathEventTypes, ...Object.keys(obstacles), ...ways], waysOf);

inEveryHistory(anyDeathPlan(), (plan) => playOutDeath(book, plan, decider), {
  'whatever happens in a death case': order,
  'the money of a death': money,
  'the register of residents, where the police keep one': registerLaws(book, decider),
  'the remedy of a refusal': remedies,
  'each history': { 'is counted by what it reaches': look },
});

describe('the reach of these histories', () => {
  it('goes to the end of cases, and to every event, every reason and every way of money', () =>
    isFarEnough(reached(), fc.readConfigureGlobal().numRuns ?? 0, beyond));
});
