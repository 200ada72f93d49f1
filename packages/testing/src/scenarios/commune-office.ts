/**
 * The commune's people around a birth (cán bộ cấp xã): receive, ask for the number, register, forward, apologise. Each looks at the
 * case and does what is next, in office hours, one file after another.
 */
import { addDays, atInVietnam, type Instant, later } from '@lienthong/core';
import { type BirthCommand, readyLegs } from '@lienthong/core/birth-case';
import { isPending, ofPurpose } from '@lienthong/core/requests';
import type { Act, Desk, OrderOf, Part } from './act.js';
import { type CaseView, times } from './case-view.js';
import { handsOver, issues, mends, official } from './extract-desk.js';

type BirthAct = Act<CaseView, OrderOf<BirthCommand>>;

const HOUR = 3_600_000;
/** Numbers asked for again before an officer goes on without one. */
const ASKS_AT_MOST = 4;

const competentIn = ({ filing }: CaseView): string => filing.received.declaration.authorities.birth;
const isOpen = ({ state }: CaseView): boolean => state.application.phase === 'open';

const receives: Part = (view, now, { scenario, faults, luck }) => {
  if (!isOpen(view) || view.state.registration.dossier.status !== 'awaited') return [];
  const unit = competentIn(view);
  const delay = luck(view, 'relay');
  const relayed = delay.chance(faults.F6.share) ? delay.int(0, faults.F6.hoursAtMost * 60) : 0;
  const connected = delay.int(0, faults.F18.hoursAtMost * 60);
  return [
    {
      name: 'receive',
      at: later(now, (relayed + connected) * 60_000),
      desk: { name: `onestop ${unit}`, minutes: scenario.minutes.receive },
      actor: official('onestop-receptionist', unit),
      order: { type: 'ReceiveDossier', data: { leg: 'birth', agency: unit } },
    },
  ];
};

/** Notices that have not come, or came unsigned, are asked for once; then the paper itself is taken. */
const lacksNotice = (
  view: CaseView,
  noticeOf: (code: string) => Readonly<{ signed: boolean }> | undefined,
): boolean => {
  const { notice } = view.filing;
  return notice !== undefined && times(view, 'Supplemented') === 0 && noticeOf(notice.code)?.signed !== true;
};

const examines: Part = (view, now, { scenario, faults, hours, noticeOf, agencies }) => {
  const { registration, requests } = view.state;
  if (!isOpen(view) || registration.dossier.status !== 'received' || registration.registration.status === 'refused')
    return [];
  const unit = competentIn(view);
  const actor = official('civil-status-officer', unit);
  const desk = (minutes: number): Desk => ({ name: `civil status ${unit}`, minutes });
  const { examine, register } = scenario.minutes;

  const registered = registration.registration.status === 'registered';
  if (!registered && lacksNotice(view, noticeOf)) {
    const data = { leg: 'birth' as const, items: ['birth-notice'], cause: 'NoticeMissingOrUnsigned' };
    const wanted = (later_: CaseView): boolean => lacksNotice(later_, noticeOf);
    return [
      { name: 'ask-notice', at: now, desk: desk(examine), actor, order: { type: 'RequestSupplement', data }, wanted },
    ];
  }

  const asked = times(view, 'PersonalNumberRequested');
  const ask = (at: Instant): BirthAct => ({
    name: `number/${asked + 1}`,
    at,
    desk: desk(examine),
    actor,
    order: (seen) => {
      if (seen.heldFor === 'SuspectedDuplicate') agencies.confirmTwin(seen.caseId);
      return { type: 'RequestPersonalNumber', data: {} };
    },
    wanted: (seen) =>
      isOpen(seen) &&
      seen.state.registration.personalNumber !== 'assigned' &&
      !isPending(seen.state.requests, 'assign-personal-number'),
  });
  if (asked === 0) return [ask(now)];

  const pending = isPending(requests, 'assign-personal-number');
  const acts: BirthAct[] = [];
  if (registration.personalNumber === 'requested' && pending && faults.F2.patienceHours !== null) {
    acts.push({
      name: `obstacle/${asked}`,
      at: hours.after(now, faults.F2.patienceHours * HOUR),
      actor,
      order: { type: 'RecordPersonalNumberObstacle', data: { cause: 'NoAnswer' } },
      wanted: ({ state }) => state.registration.personalNumber === 'requested',
    });
  }
  const held = registration.personalNumber === 'delayed' && !pending && view.heldFor !== 'NoAnswer';
  const asksAgain = held && asked < (registered ? 2 * ASKS_AT_MOST : ASKS_AT_MOST);
  if (asksAgain) {
    const wait = scenario.waits.askAgainHours * (view.heldFor === 'DataMismatch' ? asked * 3 : 1);
    acts.push(ask(hours.after(now, wait * HOUR)));
  }
  const settled =
    registration.personalNumber === 'assigned' || (registration.personalNumber === 'delayed' && !asksAgain);
  const entries = ofPurpose(requests, 'enter-birth');
  if (!registered && settled && entries.length === 0 && !view.refusals.includes('AlreadyClaimed')) {
    const order = { type: 'RegisterBirth', data: { holder: view.caseId } } as const;
    acts.push({ name: 'register', at: now, desk: desk(register), actor, order });
  }
  const entered = entries.find(({ status }) => status === 'answered')?.answer?.outcome;
  if (!registered && (view.refusals.includes('AlreadyClaimed') || entered === 'already-entered')) {
    const data = { cause: 'BirthAlreadyRegistered' } as const;
    acts.push({ name: 'refuse', at: now, desk: desk(register), actor, order: { type: 'RefuseBirth', data } });
  }
  return acts;
};

/** Completed while the extract was recalled, so that nothing sent it on: somebody forwards it by hand. */
const waitsForForwarding = ({ state: { residence, extract, requests, application } }: CaseView): boolean => {
  const asked = ofPurpose(requests, 'register-residence');
  const idle = asked.length > 0 && asked.every(({ status }) => status === 'answered');
  const full = residence.dossier.status === 'received' && residence.dossier.rounds > 0;
  const wanted = application.phase === 'open' && !application.withdrawn.includes('residence');
  return wanted && idle && full && residence.decision === 'open' && extract.published;
};

const forwards: Part = (view, now, { hours }) => {
  if (!waitsForForwarding(view)) return [];
  const name = `forward/${times(view, 'Supplemented')}`;
  const actor = official('clerk', competentIn(view));
  const order = { type: 'ForwardResidence', data: {} } as const;
  return [{ name, at: hours.after(now, HOUR), actor, order, wanted: waitsForForwarding }];
};

/** Told the day before at the latest, with a new date, and once only. */
const apologises: Part = (view, now) => {
  const promised = view.state.application.appointments.whole;
  if (promised === undefined || !isOpen(view)) return [];
  const at = atInVietnam(addDays(promised, -1), 8 * HOUR);
  const data = { span: 'whole', cause: 'still-under-way', newDate: addDays(promised, 3) } as const;
  const actor = official('onestop-receptionist', competentIn(view));
  return at <= now ? [] : [{ name: 'apology', at, actor, order: { type: 'SendApology', data }, wanted: isOpen }];
};

export const communeOffice: readonly Part[] = [
  receives,
  examines,
  issues,
  mends('child'),
  forwards,
  handsOver(readyLegs),
  apologises,
];
