/** What families and hospitals do (người dân, bệnh viện): consent or keep silent, bring what is missing, think again. */
import { type Actor, later } from '@lienthong/core';
import type { BirthCommand } from '@lienthong/core/birth-case';
import type { Act, OrderOf, Part } from './act.js';
import { type CaseView, times } from './case-view.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Consenter = 'owner' | 'household-head' | 'parent';

const applicantOf = ({ filing }: CaseView): Actor => ({
  id: filing.applicant,
  role: 'applicant',
  ...(filing.helpedAt !== undefined && { helpedAt: filing.helpedAt }),
});

/** Whom the lodging belongs to, and the parent the child will not live with. */
const consentersOf = ({ filing }: CaseView): readonly Consenter[] => {
  const { legs, lodging, mother, father } = filing.received.declaration;
  if (!legs.includes('residence') || lodging === null) return [];
  const apart = new Set([mother.residesIn, father.residesIn].filter((place) => place !== undefined)).size > 1;
  const oneParent = (lodging.with === 'mother' || lodging.with === 'father') && apart;
  return [
    ...(lodging.owned === 'own' ? [] : (['owner', 'household-head'] as const)),
    ...(oneParent || lodging.with === 'other' ? (['parent'] as const) : []),
  ];
};

const consents: Part = (view, _, { scenario, faults, luck }) => {
  const { residence, application } = view.state;
  if (application.phase !== 'open' || application.withdrawn.includes('residence')) return [];
  return consentersOf(view)
    .filter((from) => residence.consents[from] === undefined)
    .map((from): Act<CaseView, OrderOf<BirthCommand>> => {
      const person = luck(view, `consent/${from}`);
      const { consentDaysAtMost, consentGivenUpDays } = scenario.waits;
      const onForm = person.chance(scenario.shares.consentOnForm);
      const never = person.chance(faults.F16.never);
      const late = person.chance(faults.F16.late);
      const days = late ? person.int(1, consentDaysAtMost) : person.next();
      const wanted = ({ state }: CaseView): boolean =>
        state.application.phase === 'open' &&
        state.residence.consents[from] === undefined &&
        !state.application.withdrawn.includes('residence');
      if (!onForm && never) {
        const at = later(view.appliedAt, consentGivenUpDays * DAY);
        const order = { type: 'ExpireConsent', data: { from } } as const;
        return { name: `expire/${from}`, at, actor: { id: 'timekeeper', role: 'timekeeper' }, order, wanted };
      }
      const at = later(view.appliedAt, onForm ? 0 : Math.round(days * DAY));
      const order = { type: 'RecordConsent', data: { from, mode: onForm ? 'form' : 'online' } } as const;
      return {
        name: `consent/${from}`,
        at,
        actor: { id: `${from}-${view.filing.index}`, role: 'relative' },
        order,
        wanted,
      };
    });
};

/** Without the consent the family lets the leg go, or the police refuse it in writing. */
const afterSilence: Part = (view, now, { luck, hours }) => {
  const { residence, application, extract } = view.state;
  const expired = Object.values(residence.consents).includes('expired');
  if (!expired || application.phase !== 'open' || application.withdrawn.includes('residence')) return [];
  if (luck(view, 'after silence').chance(0.5)) {
    const order = { type: 'WithdrawLeg', data: { leg: 'residence' } } as const;
    return [{ name: 'withdraw', at: later(now, DAY), actor: applicantOf(view), order }];
  }
  const unit = view.filing.received.declaration.authorities.residence ?? '';
  const actor: Actor = { id: `police-${unit}`, role: 'residence-officer', unit };
  if (!extract.published) return [];
  if (residence.dossier.status === 'awaited') {
    const order = { type: 'ReceiveDossier', data: { leg: 'residence', agency: unit } } as const;
    return [{ name: 'police receive', at: hours.opensFrom(now), actor, order }];
  }
  const order = { type: 'DecideResidence', data: { decision: 'refuse', cause: 'ConsentMissing' } } as const;
  return [{ name: 'police refuse', at: hours.after(now, 4 * HOUR), actor, order }];
};

const supplies: Part = (view, _, { scenario, luck }) => {
  const { registration, residence } = view.state;
  const round = times(view, 'SupplementRequested');
  return (['birth', 'residence'] as const).flatMap((leg) => {
    const { dossier } = leg === 'birth' ? registration : residence;
    if (dossier.status !== 'supplementing' || dossier.supplement === undefined) return [];
    const hours = luck(view, `supplement/${round}`).int(3, scenario.waits.supplementDaysAtMost * 24);
    const at = later(view.last.SupplementRequested ?? view.appliedAt, hours * HOUR);
    const order = { type: 'ProvideSupplement', data: { leg, items: dossier.supplement.items } } as const;
    const wanted = ({ state }: CaseView): boolean =>
      (leg === 'birth' ? state.registration : state.residence).dossier.status === 'supplementing';
    return [{ name: `supplement/${leg}/${round}`, at, actor: applicantOf(view), order, wanted }];
  });
};

const withdraws: Part = (view, _, { scenario, luck }) => {
  const { legs } = view.filing.received.declaration;
  const changesTheirMind = luck(view, 'withdraw').chance(scenario.shares.withdrawsLeg);
  if (!changesTheirMind || legs.length < 3 || view.state.application.phase !== 'open') return [];
  const order = { type: 'WithdrawLeg', data: { leg: 'residence' } } as const;
  const wanted = ({ state }: CaseView): boolean =>
    state.application.phase === 'open' &&
    !state.application.withdrawn.includes('residence') &&
    !['registered', 'refused'].includes(state.residence.decision);
  return [{ name: 'withdraw early', at: later(view.appliedAt, 2 * HOUR), actor: applicantOf(view), order, wanted }];
};

/** The hospital's notice is joined to the case when both are there, and again when it is signed later. */
const joinsNotice: Part = (view, now, { noticeOf }) => {
  const { notice } = view.filing;
  const come = notice === undefined ? undefined : noticeOf(notice.code);
  const joined = view.state.application.notice;
  if (notice === undefined || come === undefined || joined?.signed === true || joined?.signed === come.signed)
    return [];
  const actor: Actor = { id: `hospital-${notice.facility}`, role: 'health-facility', unit: notice.facility };
  const data = { code: notice.code, signed: come.signed };
  return [{ name: `join/${come.signed}`, at: now, actor, order: { type: 'AttachBirthNotice', data } }];
};

export const families: readonly Part[] = [consents, afterSilence, supplies, withdraws, joinsNotice];
