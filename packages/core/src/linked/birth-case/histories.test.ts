import { birthEventTypes } from '@lienthong/testing';
import { anyPlan, finish, type History, type Plan, playOut, retired, type Step } from '@lienthong/testing/histories';
import { citesLaw, deepFreeze, legLaws } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Authority, asClaimed } from '../../authority/index.js';
import { canonical, type JsonObject, type JsonValue } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import { type Actor, fold, type Refusal } from '../../kernel/index.js';
import { lawBook } from '../../law/index.js';
import { dayOf } from '../../values/plain-date.js';
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
const authority: Authority = { ...asClaimed, holds: ({ id }) => id !== retired };
const decider = birthCase(book, authority);

/** Each property looks at every history of its own plans; a counterexample is a plan, and what it ordered. */
const inEveryHistory = (look: (history: History, plan: Plan) => void, longest?: number): void =>
  fc.assert(
    fc.property(anyPlan(longest), (plan) => {
      look(playOut(book, plan, decider), plan);
    }),
  );

const accepted = ({ steps }: History): readonly (Step & Readonly<{ events: readonly BirthEvent[] }>)[] =>
  steps.flatMap((step) => (E.isRight(step.decided) ? [{ ...step, events: step.decided.right }] : []));

const refused = ({ steps }: History): readonly (Step & Readonly<{ refusals: readonly Refusal<BirthReason>[] }>)[] =>
  steps.flatMap((step) => (E.isLeft(step.decided) ? [{ ...step, refusals: step.decided.left }] : []));

describe('whatever happens in a birth case', () => {
  it('no residence and no card is granted before the certificate is published', () =>
    inEveryHistory(({ events }) => {
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
    }));

  it('a birth is registered at most once, and never both registered and refused', () =>
    inEveryHistory(({ events }) => {
      expect(events.filter(({ type }) => type === 'BirthRegistered' || type === 'BirthRefused').length).toBeLessThan(2);
    }));

  it('each leg comes to at most one result', () =>
    inEveryHistory(({ events }) => {
      for (const ends of [
        ['ResidenceRegistered', 'ResidenceRefused'],
        ['CardIssued', 'CardRejected'],
        ['IdentityCardIssued', 'IdentityCardRefused'],
        ['CaseClosed'],
      ])
        expect(events.filter(({ type }) => ends.includes(type)).length).toBeLessThan(2);
    }));

  it('a case can still reach its end', () =>
    inEveryHistory((history) => expect(finish(book, history, decider).stuck).toBeUndefined()));

  it('a refused leg undoes no other, and the entry of the birth stands', () =>
    inEveryHistory((history) => {
      for (const { before, after, events } of accepted(history)) {
        if (before.registration.registration.status === 'registered')
          expect(after.registration.registration).toEqual(before.registration.registration);
        if (!events.some(({ type }) => type.endsWith('Refused') || type === 'CardRejected')) continue;
        for (const leg of ['birth', 'residence', 'card', 'identity-card'] as const)
          if (outcomeOf(before, leg) !== undefined) expect(outcomeOf(after, leg)).toBe(outcomeOf(before, leg));
      }
    }));

  it('a closed case stays closed, and its legs keep their results', () =>
    inEveryHistory((history) => {
      for (const { before, after } of accepted(history)) {
        if (before.application.phase !== 'closed') continue;
        expect(after.application.phase).toBe('closed');
        for (const leg of ['residence', 'card', 'identity-card'] as const)
          expect(outcomeOf(after, leg)).toBe(outcomeOf(before, leg));
      }
    }));

  it('the events alone give the state back', () =>
    inEveryHistory(({ events, state }) => expect(fold(decider, events)).toEqual(state)));

  it('an event is kept and recalled as it was', () =>
    inEveryHistory(({ events }) => {
      // Who decided and who confirmed stand in the envelope, with the actor.
      for (const { attribution: _, ...event } of events) {
        const kept = birthEventCodec.keep(event as BirthEvent);
        const written = JSON.parse(canonical(kept as unknown as JsonValue)) as typeof kept;
        expect(birthEventCodec.recall(written)).toEqual(E.right(event));
      }
    }));

  it('a refusal cites a law', () =>
    inEveryHistory((history) => {
      for (const { refusals } of refused(history)) expect(citesLaw(refusals as never)).toBe(true);
    }));

  it('deciding is repeatable and changes nothing in place', () =>
    inEveryHistory((history) => {
      for (const { command, before, decided } of history.steps)
        expect(decider.decide(deepFreeze(command), deepFreeze(before))).toEqual(decided);
    }, 30));

  it('a command comes to no event that its line in the table does not name', () =>
    inEveryHistory((history) => {
      for (const { command, events } of accepted(history))
        expect(
          events
            .filter(({ type }) => !commandTable[command.type].emits.includes(type))
            .map(({ type }) => `${command.type} → ${type}`),
        ).toEqual([]);
    }));

  it('what is accepted is open to whoever gave it, and what is closed is refused for the reasons told', () =>
    inEveryHistory((history) => {
      const { command, before, decided } = history.steps[history.steps.length - 1] as Step;
      if (
        !sampleCommands(before, command.actor, command.at, dayOf(command.at)).some(({ type }) => type === command.type)
      )
        return;
      const { open, closed } = allowed(book, before, command.actor, command.at, authority);
      expect(open.includes(command.type)).toBe(!closed.some((each) => each.command === command.type));
      if (E.isRight(decided)) expect(open).toContain(command.type);
    }));

  legLaws(
    decider,
    partOfEvent,
    anyPlan().map((plan) => playOut(book, plan, decider).events),
  );
});

/** A value with another put at a path of it. */
const patched = (data: JsonValue, at: readonly string[], to: JsonValue): JsonValue => {
  const [key, ...rest] = at;
  if (key === undefined) return to;
  const inner = (data ?? {}) as JsonObject;
  return { ...inner, [key]: patched(inner[key] ?? null, rest, to) };
};

const reasonsOf = (command: BirthCommand, birth: BirthCase): readonly BirthReason[] => {
  const decided = decider.decide(command, birth);
  return E.isLeft(decided) ? decided.left.map(({ reason }) => reason) : [];
};

describe('the remedy of a refusal', () => {
  it('that changes the command removes the refusal', () =>
    inEveryHistory((history) => {
      for (const { command, before, refusals } of refused(history))
        for (const { reason, remedy } of refusals) {
          if (remedy?.kind !== 'change') continue;
          const data = patched(command.data as JsonValue, remedy.at.split('.'), remedy.to);
          expect(reasonsOf({ ...command, data } as BirthCommand, before), JSON.stringify(remedy)).not.toContain(reason);
        }
    }));

  it('that names somebody’s command removes the refusal once it is done, or waits for an agency', () =>
    inEveryHistory((history) => {
      for (const { command, before, refusals } of refused(history))
        for (const { reason } of refusals)
          expect(whereRemediesLead(command, before, reason), reason).not.toBe('nowhere');
    }));
});

/** Does what the remedies of one refusal ask for, one after another, as far as those asked are free to do it. */
const whereRemediesLead = (
  command: BirthCommand,
  birth: BirthCase,
  reason: BirthReason,
  patience = 6,
): 'gone' | 'waits' | 'nowhere' => {
  const decided = decider.decide(command, birth);
  const refusal = E.isLeft(decided) ? decided.left.find((each) => each.reason === reason) : undefined;
  if (refusal === undefined) return 'gone';
  const { remedy } = refusal;
  if (remedy?.kind !== 'command') return 'waits';
  if (patience === 0) return 'nowhere';
  const actor = somebody(remedy.by, birth);
  if (remedy.command === command.type)
    return reasonsOf({ ...command, actor }, birth).includes(reason) ? 'nowhere' : 'gone';
  for (const told of sampleCommands(birth, actor, command.at, dayOf(command.at))) {
    const done = told.type === remedy.command && concerns(told, command) ? decider.decide(told, birth) : undefined;
    if (done !== undefined && E.isRight(done))
      return whereRemediesLead(command, fold(decider, done.right, birth), reason, patience - 1);
  }
  return 'waits';
};

const legOfOffice: Readonly<Record<string, BirthLeg>> = {
  'residence-officer': 'residence',
  'insurance-officer': 'card',
  'identity-officer': 'identity-card',
};

const somebody = (role: string, { application }: BirthCase): Actor => {
  const unit = application.declaration?.authorities[legOfOffice[role] ?? 'birth'];
  return { id: 'somebody-else', role, ...(unit === undefined ? {} : { unit }) };
};

/** Whether two commands speak of the same leg, person or escalation. */
const concerns = (one: BirthCommand, other: BirthCommand): boolean => {
  const [first, second] = [one.data, other.data] as readonly Readonly<Record<string, unknown>>[];
  return ['leg', 'about'].every(
    (key) => first?.[key] === undefined || second?.[key] === undefined || first[key] === second[key],
  );
};

/** Beyond these histories: a refused birth closes its case, and the close is named first; all begin after the service did. */
const beyond: readonly BirthReason[] = ['BirthAlreadyRefused', 'ServiceNotYetOpen'];

describe('the reach of these histories', () => {
  it('goes to the end of cases, and to every event and every reason', () => {
    const runs = fc.readConfigureGlobal().numRuns ?? 0;
    const seen = new Map<string, number>();
    let closed = 0;
    let commands = 0;
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
    inEveryHistory((history) => {
      if (history.state.application.phase === 'closed') closed += 1;
      commands += history.steps.length;
      for (const { type } of history.events) count(type);
      for (const { refusals } of refused(history)) for (const { reason } of refusals) count(reason);
    });
    const told = Object.entries(Object.fromEntries([...seen].sort(([, a], [, b]) => a - b)));
    console.log(
      `${runs} histories, ${commands} commands, ${closed} closed; least often: ${told
        .slice(0, 12)
        .map(([what, n]) => `${what} ${n}`)
        .join(', ')}`,
    );
    expect(closed / runs).toBeGreaterThan(0.2);
    if (runs < 5_000) return;
    for (const what of [...birthEventTypes, ...Object.keys(obstacles)].filter(
      (each) => !beyond.some((reason) => reason === each),
    ))
      expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(20);
  });
});
