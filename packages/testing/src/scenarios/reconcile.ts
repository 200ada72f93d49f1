/**
 * Comparing books (đối soát): what people filed and the journal intended, with what the agencies' own records say was done
 * (R28). Lost and duplicated are counted here and assumed nowhere.
 */
import { legsOf, outcomeOf } from '@lienthong/core/birth-case';
import type { Ledger, Purpose } from '@lienthong/core/requests';
import type { Effect } from '../agencies/index.js';
import type { Books, Finding, Kept, KeptBirth, KeptDeath, Reconciled } from './books.js';
import { deathFindings } from './reconcile-deaths.js';

/** Answers that say the agency did the thing. */
const DONE: Readonly<Record<Purpose, string>> = {
  'enter-birth': 'entered',
  'assign-personal-number': 'assigned',
  'register-residence': 'registered',
  'issue-card': 'issued',
  'issue-identity-card': 'issued',
  'enter-death': 'entered',
  'delete-residence': 'deleted',
  'decide-insurance-funeral': 'decided',
  'decide-social-funeral': 'decided',
  'decide-merit-funeral': 'decided',
  'decide-survivor': 'decided',
  'pay-funeral': 'paid',
  'pay-merit-lump': 'paid',
  'pay-survivor': 'paid',
  'stop-merit-allowance': 'stopped',
  'stop-social-allowance': 'stopped',
  'stop-pension': 'stopped',
  'tell-residence': 'taken',
  'tell-insurance': 'taken',
  'tell-population': 'taken',
};

const LEGS = [
  ['birth', 'enter-birth'],
  ['residence', 'register-residence'],
  ['card', 'issue-card'],
  ['identity-card', 'issue-identity-card'],
] as const;

/** Told and paid again may be rightly, for another change or a rate known later; everything else is done once a case. */
const onceFor = ({ caseId, purpose, key }: Effect): string =>
  purpose.startsWith('tell-') || purpose.startsWith('pay-') ? `${caseId} ${purpose} ${key}` : `${caseId} ${purpose}`;

/** As much of a case of either group as both are compared by. */
type Any = Kept<Readonly<{ requests: Ledger }>>;

export const reconcile = ({ filed, births, deaths, effects, residents }: Books): Reconciled => {
  const cases: ReadonlyMap<string, Any> = new Map<string, Any>([...births, ...deaths]);
  const byWhat = new Map<string, Effect[]>();
  const doneFor = new Set<string>();
  for (const effect of effects) {
    byWhat.set(onceFor(effect), [...(byWhat.get(onceFor(effect)) ?? []), effect]);
    doneFor.add(`${effect.caseId} ${effect.purpose}`);
    doneFor.add(`${effect.key} ${effect.purpose}`);
  }

  const findings: readonly Finding[] = [
    ...filed
      .filter((caseId) => !cases.has(caseId))
      .map((caseId) => ({ kind: 'lost', caseId, what: 'filing' }) as const),
    ...unknownToAgencies(cases, doneFor),
    ...[...births].flatMap(([caseId, birth]) => legsWithoutEffect(caseId, birth, doneFor)),
    ...[...byWhat.values()].flatMap((same): readonly Finding[] => {
      const [first] = same;
      return first === undefined || same.length < 2
        ? []
        : [{ kind: 'duplicated', caseId: first.caseId, what: first.purpose, times: same.length }];
    }),
    ...unheard(cases, effects),
    ...enteredTwice(births, doneFor, 'enter-birth', 'one birth'),
    ...enteredTwice(deaths, doneFor, 'enter-death', 'one death'),
    ...deathFindings(deaths, effects, residents),
  ];

  return {
    lost: findings.filter(({ kind }) => kind === 'lost').length,
    duplicatedEffects: findings.reduce((sum, found) => sum + (found.kind === 'duplicated' ? found.times - 1 : 0), 0),
    findings,
  };
};

/** Answered as done, while the agency's own record has nothing under that request. */
const unknownToAgencies = (cases: ReadonlyMap<string, Any>, doneFor: ReadonlySet<string>): readonly Finding[] =>
  [...cases].flatMap(([caseId, { state, keys }]) =>
    Object.values(state.requests)
      .filter(
        ({ request, purpose, answer, status }) =>
          status === 'answered' &&
          answer?.outcome === DONE[purpose] &&
          !doneFor.has(`${keys[request] ?? ''} ${purpose}`),
      )
      .map(({ request }) => ({ kind: 'lost', caseId, what: request }) as const),
  );

const legsWithoutEffect = (caseId: string, { state }: KeptBirth, doneFor: ReadonlySet<string>): readonly Finding[] =>
  LEGS.filter(
    ([leg, purpose]) =>
      legsOf(state.application).includes(leg) &&
      outcomeOf(state, leg) === 'done' &&
      !doneFor.has(`${caseId} ${purpose}`),
  ).map(([leg]) => ({ kind: 'lost', caseId, what: leg }) as const);

/** Done by an agency, while the journal neither waits for it, nor looks for it, nor knows that it was done. */
const unheard = (cases: ReadonlyMap<string, Any>, effects: readonly Effect[]): readonly Finding[] =>
  effects.flatMap(({ caseId, purpose, key }): readonly Finding[] => {
    const known = cases.get(caseId);
    const requests = Object.entries(known?.keys ?? {}).filter(([, own]) => own === key);
    const accounted = requests.some(([request]) => {
      const { status, answer, contradicted } = known?.state.requests[request] ?? {};
      return status !== 'answered' || answer?.outcome === DONE[purpose] || contradicted === true;
    });
    return accounted ? [] : [{ kind: 'lost', caseId, what: `${purpose} unheard of` }];
  });

/** One event entered under two applications. */
const enteredTwice = (
  cases: ReadonlyMap<string, KeptBirth | KeptDeath>,
  doneFor: ReadonlySet<string>,
  purpose: Purpose,
  what: string,
): readonly Finding[] => {
  const byClaim = new Map<string, string[]>();
  for (const [caseId, { state }] of cases) {
    const claim = state.application.declaration?.claim;
    if (claim === undefined || !doneFor.has(`${caseId} ${purpose}`)) continue;
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), caseId]);
  }
  return [...byClaim.values()].flatMap((holders): readonly Finding[] => {
    const [first] = holders;
    return first === undefined || holders.length < 2
      ? []
      : [{ kind: 'duplicated', caseId: first, what, times: holders.length }];
  });
};
