/**
 * The commune's people around a death (cán bộ cấp xã): receive, ask for the notice, settle who it is, register once the fee is
 * paid, refuse what is registered already. Each looks at the case and does what is next, in office hours, one file after another.
 */
import { type Instant, later } from '@lienthong/core';
import { type DeathCommand, readyLegs } from '@lienthong/core/death-case';
import { declaredLate } from '@lienthong/core/death-registration';
import type { LawBook } from '@lienthong/core/law';
import { isPending, ofPurpose } from '@lienthong/core/requests';
import type { Act, DeathPart, OrderOf, Surroundings } from './act.js';
import { type DeathView, times } from './case-view.js';
import { handsOver, issues, mends, official } from './extract-desk.js';

type DeathAct = Act<DeathView, OrderOf<DeathCommand>>;

const isOpen = ({ state }: DeathView): boolean => state.application.phase === 'open';

/** Files take hours from the portal to the software of the commune (D1 of the deaths, which is F6), and more where not connected. */
const receives: DeathPart = (view, now, { scenario, faults, luck }) => {
  if (!isOpen(view) || view.state.registration.dossier.status !== 'awaited') return [];
  const unit = view.filing.commune;
  const delay = luck(view, 'relay');
  const relayed = delay.chance(faults.F6.share) ? delay.int(0, faults.F6.hoursAtMost * 60) : 0;
  const connected = delay.int(0, faults.F18.hoursAtMost * 60);
  return [
    {
      name: 'receive',
      at: later(now, (relayed + connected) * 60_000),
      desk: { name: `onestop ${unit}`, minutes: scenario.minutes.receive },
      actor: official('onestop-receptionist', unit),
      order: { type: 'ReceiveDossier', data: { leg: 'death', agency: unit } },
    },
  ];
};

/** A notice that has not come, or came unsigned, is asked for once; then the paper itself is taken. */
const lacksNotice = (view: DeathView, noticeOf: Surroundings['noticeOf']): boolean => {
  const { notice } = view.filing;
  return notice !== undefined && times(view, 'Supplemented') === 0 && noticeOf(notice.code)?.signed !== true;
};

/** Declared after the time for it, by somebody who is not exempt: registered once the fee is paid. */
export const owesFee = (law: LawBook, { filing, state }: DeathView): boolean => {
  const { dossier } = state.registration;
  const { diedOn, feeExempt } = filing.received.declaration;
  return (
    feeExempt === null &&
    !state.application.fees.includes('late') &&
    dossier.status !== 'awaited' &&
    declaredLate(law, diedOn, dossier.receivedOn)
  );
};

const examines: DeathPart = (view, now, { scenario, noticeOf, law }) => {
  const { registration, requests } = view.state;
  const { dossier, identity } = registration;
  if (!isOpen(view) || dossier.status !== 'received' || registration.registration.status !== 'open') return [];
  const unit = view.filing.commune;
  const actor = official('civil-status-officer', unit);
  const { examine, register } = scenario.minutes;
  const act = (name: string, minutes: number, order: OrderOf<DeathCommand>): DeathAct => ({
    name,
    at: now,
    desk: { name: `civil status ${unit}`, minutes },
    actor,
    order,
  });

  if (lacksNotice(view, noticeOf)) {
    const data = { leg: 'death' as const, items: ['death-notice'], cause: 'NoticeMissingOrUnsigned' };
    const wanted = (then: DeathView): boolean => isOpen(then) && lacksNotice(then, noticeOf);
    return [{ ...act('ask-notice', examine, { type: 'RequestSupplement', data }), wanted }];
  }
  const entries = ofPurpose(requests, 'enter-death');
  const entered = entries.some(({ answer }) => answer?.outcome === 'already-entered');
  if (view.refusals.includes('AlreadyClaimed') || entered) {
    return [act('refuse', register, { type: 'RefuseDeath', data: { cause: 'DeathAlreadyRegistered' } })];
  }
  if (identity === 'doubted') {
    return [act('confirm-identity', examine, { type: 'ConfirmIdentity', data: { by: 'book' } })];
  }
  if (isPending(requests, 'enter-death') || owesFee(law, view)) return [];
  const order = { type: 'RegisterDeath', data: { holder: view.caseId } } as const;
  const wanted = ({ state }: DeathView): boolean =>
    state.application.phase === 'open' &&
    state.registration.registration.status === 'open' &&
    !isPending(state.requests, 'enter-death');
  return [{ ...act(`register/${entries.length}`, register, order), wanted }];
};

/** Completed while no extract stood published, so that nothing sent the file on: somebody forwards it by hand. */
const waitsForForwarding = ({ state: { deletion, extract, requests, application } }: DeathView): boolean => {
  const asked = ofPurpose(requests, 'delete-residence');
  const idle = asked.length > 0 && asked.every(({ status }) => status === 'answered');
  const wanted = application.phase === 'open' && !application.withdrawn.includes('residence');
  const full = deletion.dossier.status === 'received';
  return wanted && idle && full && ['open', 'returned'].includes(deletion.outcome) && extract.published;
};

const forwards: DeathPart = (view, now, { hours }) => {
  if (view.toMend !== null || !waitsForForwarding(view)) return [];
  const name = `forward/${times(view, 'Supplemented')}/${times(view, 'ExtractPublished')}`;
  const order = { type: 'ForwardDeletion', data: {} } as const;
  const at: Instant = hours.after(now, 4 * 3_600_000);
  return [{ name, at, actor: official('clerk', view.filing.commune), order, wanted: waitsForForwarding }];
};

export const deathOffice: readonly DeathPart[] = [
  receives,
  examines,
  issues,
  mends('deceased'),
  forwards,
  handsOver(readyLegs),
];
