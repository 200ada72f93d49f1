/**
 * The public status of a case (trạng thái hồ sơ): of each leg and of the whole, who acts next, by when, and what the citizen
 * is asked to do (R59). A pure function of the case; whatever the agencies say among themselves stays out.
 */
import { daysBetween, type Instant, type PlainDate } from '@lienthong/core';
import type { Purpose } from '@lienthong/core/requests';
import type { CaseFacts, LegFacts, LegSpan } from './facts.js';
import { asLegs } from './groups.js';
import type { Next, PublicStanding, ToDo } from './standing.js';
import { AGENCY_OF, type Duty, type PublicStatus } from './vocabulary.js';

/** The leg that a request serves; `null` for what no leg waits for. */
const LEG_OF: Readonly<Record<Purpose, LegSpan | null>> = {
  'assign-personal-number': 'birth',
  'enter-birth': 'birth',
  'register-residence': 'residence',
  'issue-card': 'card',
  'issue-identity-card': 'identity-card',
  'enter-death': 'death',
  'delete-residence': 'residence',
  'decide-insurance-funeral': 'funeral',
  'decide-social-funeral': 'funeral',
  'decide-merit-funeral': 'funeral',
  'decide-survivor': 'survivor',
  'pay-funeral': 'funeral',
  'pay-merit-lump': 'funeral',
  'pay-survivor': 'survivor',
  'stop-merit-allowance': null,
  'stop-social-allowance': null,
  'stop-pension': null,
  'tell-residence': null,
  'tell-insurance': null,
  'tell-population': null,
};

/** The leg that the support team has in hand, by what was escalated: a request, a deadline, a leg, or the case. */
const legOfMatter = (about: string, { group, requests }: CaseFacts): LegSpan | 'case' | null => {
  const request = requests[about];
  if (request !== undefined) return LEG_OF[request.purpose];
  return asLegs(group).find((leg) => about === leg || about.startsWith(`${leg}/`)) ?? 'case';
};

const escalatedIn = (facts: CaseFacts, span: LegSpan | 'case'): boolean =>
  facts.application.escalated.some((about) => legOfMatter(about, facts) === span);

/** What was promised, or what the law gives, whichever is later. */
const dueOf = ({ dueDates, application }: CaseFacts, span: LegSpan | 'whole'): PlainDate | null => {
  const lawful = dueDates.find((due) => due.span === span)?.dueOn ?? null;
  const promised = application.appointments[span] ?? null;
  if (lawful === null || promised === null) return promised ?? lawful;
  return daysBetween(lawful, promised) > 0 ? promised : lawful;
};

/** Whether the day that the law gives was let pass. A limit that begins anew takes the lateness away. */
const lateIn = ({ dueDates, application }: CaseFacts, span: LegSpan | 'whole'): boolean => {
  const due = dueDates.find((each) => each.span === span);
  return due !== undefined && due.dueOn !== null && application.missed.includes(`${span}/${due.dueOn}`);
};

const NOT_DONE = ['not-reached', 'stopped', 'outside'];

const ended = (facts: CaseFacts, { leg, outcome, byExtract, decided }: LegFacts): PublicStatus | undefined => {
  if (outcome === 'withdrawn' || outcome === 'refused') return outcome;
  if (outcome !== undefined && NOT_DONE.includes(outcome)) return 'not-done';
  if (facts.application.delivered.includes(leg)) return 'handed-over';
  if (outcome === 'done') return byExtract ? 'extract-ready' : 'result-ready';
  return decided ? 'result-ready' : undefined;
};

const underWay = (facts: CaseFacts, leg: LegFacts): PublicStatus => {
  if (leg.file === 'supplementing') return 'supplement-asked';
  if (escalatedIn(facts, leg.leg)) return 'escalated';
  if (lateIn(facts, leg.leg)) return 'delayed';
  if (leg.registered) return 'registered';
  if (leg.leg === facts.group) return leg.file === 'awaited' ? 'filed' : 'received';
  const asked = Object.values(facts.requests).some(({ purpose }) => LEG_OF[purpose] === leg.leg);
  return asked || leg.file === 'received' ? 'with-agency' : 'filed';
};

const DUTY_OF: Readonly<Record<string, readonly [Duty, LegSpan | null]>> = {
  ConfirmExtract: ['confirm-extract', null],
  RecordConsent: ['give-consent', 'residence'],
  RecordRelativesConsent: ['relatives-consent', 'survivor'],
  StatePayee: ['state-payee', 'funeral'],
};

/** Coded words only: whatever a hand may have typed there stays here. */
const isPaper = (item: string): boolean => /^[a-z][a-z0-9.-]{0,59}$/i.test(item) && !/\d{5}/.test(item);

const toDoOf = (facts: CaseFacts, leg: LegFacts, status: PublicStatus, at: Instant): readonly ToDo[] => {
  const one = (duty: Duty): ToDo => ({ duty, papers: [], until: null });
  if (status === 'extract-ready' || status === 'result-ready')
    return facts.delivery === 'electronic' ? [] : [one('collect-result')];
  if (leg.outcome !== undefined) return [];
  if (leg.file === 'supplementing') {
    const { items = [], until = null } = leg.supplement ?? {};
    return [{ duty: 'bring-supplement', papers: items.filter(isPaper), until }];
  }
  return facts.open(at).flatMap((command) => {
    const [duty, of] = DUTY_OF[command] ?? [];
    return duty !== undefined && (of ?? facts.group) === leg.leg ? [one(duty)] : [];
  });
};

const OVER: readonly PublicStatus[] = ['handed-over', 'refused', 'withdrawn', 'not-done', 'closed'];

/** Nothing is due any more, though a result may still lie at the desk. */
const DONE: readonly PublicStatus[] = [...OVER, 'extract-ready', 'result-ready'];

const nextOf = (facts: CaseFacts, span: LegSpan | 'case', status: PublicStatus, waits: boolean): Next => {
  if (OVER.includes(status)) return { by: 'nobody', agency: null, unit: null };
  if (waits) return { by: 'citizen', agency: null, unit: null };
  const { units, group } = facts;
  const unit = units[span === 'case' ? group : span] ?? units[group] ?? null;
  return { by: 'agency', agency: AGENCY_OF[span], unit };
};

/** An extract may be issued though nobody looked its draft over: that alone keeps no agency waiting. */
const waitsFor = ({ duty }: ToDo): boolean => duty !== 'confirm-extract';

const legStanding = (facts: CaseFacts, leg: LegFacts, at: Instant): PublicStanding => {
  const status = ended(facts, leg) ?? underWay(facts, leg);
  const toDo = toDoOf(facts, leg, status, at);
  const until = toDo.find((each) => each.until !== null)?.until;
  return {
    span: leg.leg,
    status,
    dueOn: DONE.includes(status) ? null : (until ?? dueOf(facts, leg.leg)),
    next: nextOf(facts, leg.leg, status, toDo.some(waitsFor)),
    toDo,
    late: lateIn(facts, leg.leg),
  };
};

const caseStatus = (facts: CaseFacts): PublicStatus => {
  const { phase } = facts.application;
  if (phase === 'closed') return facts.legs.every(({ outcome }) => outcome === 'withdrawn') ? 'withdrawn' : 'closed';
  if (facts.legs.some(({ file, outcome }) => file === 'supplementing' && outcome === undefined))
    return 'supplement-asked';
  if (escalatedIn(facts, 'case')) return 'escalated';
  if (lateIn(facts, 'whole')) return 'delayed';
  return facts.legs.some(({ file }) => file !== 'awaited') ? 'received' : 'filed';
};

/** The case and every leg, as they stand at a moment. */
export const statusOf = (facts: CaseFacts, at: Instant): readonly PublicStanding[] => {
  const legs = facts.legs.map((leg) => legStanding(facts, leg, at));
  const status = caseStatus(facts);
  const waits = legs.some(({ next }) => next.by === 'citizen');
  const whole: PublicStanding = {
    span: 'case',
    status,
    dueOn: OVER.includes(status) ? null : dueOf(facts, 'whole'),
    next: nextOf(facts, 'case', status, waits),
    toDo: [],
    late: lateIn(facts, 'whole'),
  };
  return [whole, ...legs];
};
