/**
 * Comparing books (đối soát): what the families filed and the journal intended, with what the agencies' own records say was
 * done (R28). Lost and duplicated are counted here and assumed nowhere.
 */
import { type BirthCase, legsOf, outcomeOf } from '@lienthong/core/birth-case';
import type { Purpose } from '@lienthong/core/requests';
import type { Effect } from '../agencies/index.js';

export type Books = Readonly<{
  /** Cases whose filing was confirmed to a family. */
  filed: readonly string[];
  /** The cases as the journal has them. */
  cases: ReadonlyMap<string, Readonly<{ state: BirthCase; keys: Readonly<Record<string, string>> }>>;
  /** What the agencies did, by their own records. */
  effects: readonly Effect[];
}>;

export type Finding =
  | Readonly<{ kind: 'lost'; caseId: string; what: string }>
  | Readonly<{ kind: 'duplicated'; caseId: string; what: string; times: number }>;

export type Reconciled = Readonly<{ lost: number; duplicatedEffects: number; findings: readonly Finding[] }>;

/** Answers that say the agency did the thing. */
const DONE: Readonly<Partial<Record<Purpose, string>>> = {
  'enter-birth': 'entered',
  'assign-personal-number': 'assigned',
  'register-residence': 'registered',
  'issue-card': 'issued',
  'issue-identity-card': 'issued',
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

/** A notice of change may rightly be given again for another change; everything else is done once a case. */
const onceFor = ({ caseId, purpose, key }: Effect): string =>
  purpose.startsWith('tell-') ? `${caseId} ${purpose} ${key}` : `${caseId} ${purpose}`;

export const reconcile = ({ filed, cases, effects }: Books): Reconciled => {
  const findings: Finding[] = [];
  const byWhat = new Map<string, Effect[]>();
  const doneFor = new Set<string>();
  for (const effect of effects) {
    byWhat.set(onceFor(effect), [...(byWhat.get(onceFor(effect)) ?? []), effect]);
    doneFor.add(`${effect.caseId} ${effect.purpose}`);
    doneFor.add(`${effect.key} ${effect.purpose}`);
  }

  for (const caseId of filed) {
    if (!cases.has(caseId)) findings.push({ kind: 'lost', caseId, what: 'filing' });
  }
  for (const [caseId, { state, keys }] of cases) {
    for (const { request, purpose, answer, status } of Object.values(state.requests)) {
      const saysDone = status === 'answered' && answer?.outcome === DONE[purpose];
      if (saysDone && !doneFor.has(`${keys[request] ?? ''} ${purpose}`))
        findings.push({ kind: 'lost', caseId, what: request });
    }
    for (const [leg, purpose] of LEGS) {
      const ended = legsOf(state.application).includes(leg) && outcomeOf(state, leg) === 'done';
      if (ended && !doneFor.has(`${caseId} ${purpose}`)) findings.push({ kind: 'lost', caseId, what: leg });
    }
  }
  for (const same of byWhat.values()) {
    const [first] = same;
    if (first === undefined || same.length < 2) continue;
    findings.push({ kind: 'duplicated', caseId: first.caseId, what: first.purpose, times: same.length });
  }
  for (const finding of unheard(cases, effects)) findings.push(finding);
  for (const finding of enteredTwice(cases, doneFor)) findings.push(finding);

  return {
    lost: findings.filter(({ kind }) => kind === 'lost').length,
    duplicatedEffects: findings.reduce((sum, found) => sum + (found.kind === 'duplicated' ? found.times - 1 : 0), 0),
    findings,
  };
};

/** Done by an agency, while the journal neither waits for it, nor looks for it, nor knows that it was done. */
const unheard = (cases: Books['cases'], effects: readonly Effect[]): readonly Finding[] =>
  effects.flatMap(({ caseId, purpose, key }): readonly Finding[] => {
    const known = cases.get(caseId);
    const requests = Object.entries(known?.keys ?? {}).filter(([, own]) => own === key);
    const accounted = requests.some(([request]) => {
      const { status, answer, contradicted } = known?.state.requests[request] ?? {};
      return status !== 'answered' || answer?.outcome === DONE[purpose] || contradicted === true;
    });
    return accounted ? [] : [{ kind: 'lost', caseId, what: `${purpose} unheard of` }];
  });

/** One birth entered under two applications. */
const enteredTwice = (cases: Books['cases'], doneFor: ReadonlySet<string>): readonly Finding[] => {
  const byClaim = new Map<string, string[]>();
  for (const [caseId, { state }] of cases) {
    const claim = state.application.declaration?.claim;
    if (claim === undefined || !doneFor.has(`${caseId} enter-birth`)) continue;
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), caseId]);
  }
  return [...byClaim.values()].flatMap((holders): readonly Finding[] => {
    const [first] = holders;
    return first === undefined || holders.length < 2
      ? []
      : [{ kind: 'duplicated', caseId: first, what: 'one birth', times: holders.length }];
  });
};
