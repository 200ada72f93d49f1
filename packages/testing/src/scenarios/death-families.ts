/**
 * What those do whom the dead leave behind (thân nhân, người lo mai táng): pay the fee, confirm one representative or sign on paper
 * afterwards, say who takes the money, bring what is missing, think again.
 */
import { type Actor, later } from '@lienthong/core';
import type { DeathCommand } from '@lienthong/core/death-case';
import type { JsonObject } from '@lienthong/core/evidence';
import { ALL_RELATIVES, relativesMissing } from '@lienthong/core/survivor-benefit';
import type { Act, DeathPart, OrderOf } from './act.js';
import { type DeathView, times } from './case-view.js';
import { owesFee } from './death-office.js';
import { payeeBlock } from './mourners.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type DeathAct = Act<DeathView, OrderOf<DeathCommand>>;

const mourner = ({ filing }: DeathView): Actor => ({ id: filing.applicant, role: 'applicant' });

const paysFee: DeathPart = (view, now, { scenario, law, luck }) => {
  if (view.state.application.phase !== 'open' || !owesFee(law, view)) return [];
  const order = { type: 'RecordFee', data: { amount: scenario.dying.lateFee, purpose: 'late' } } as const;
  return [{ name: 'fee', at: later(now, luck(view, 'fee').int(0, 90) * 60_000), actor: mourner(view), order }];
};

/** Everybody whose consent the one sum needs, by the family's own names for them. */
const consentersOf = ({ filing }: DeathView): readonly string[] => {
  const { survivors } = filing.received.declaration;
  return survivors?.prefer === 'lump-sum' ? survivors.relatives.map(({ of }) => of) : [];
};

const missing = (view: DeathView): readonly string[] => relativesMissing(view.state.consents, consentersOf(view));
const survivorRuns = ({ state }: DeathView): boolean =>
  state.application.phase === 'open' && !state.application.withdrawn.includes('survivor');

/** Some never confirm (D12): the law's days run out, and all sign one statement on paper. */
const consents: DeathPart = (view, now, { scenario, faults, luck }) => {
  const open = missing(view);
  if (!survivorRuns(view) || open.length === 0) return [];
  if (view.state.consents.expired) {
    const days = luck(view, 'statement').int(1, scenario.waits.statementDaysAtMost);
    const order = { type: 'RecordRelativesConsent', data: { of: ALL_RELATIVES, mode: 'paper' } } as const;
    const wanted = (then: DeathView): boolean => survivorRuns(then) && missing(then).length > 0;
    return [{ name: 'statement', at: later(now, days * DAY), actor: mourner(view), order, wanted }];
  }
  return open.flatMap((of): readonly DeathAct[] => {
    const person = luck(view, `consent/${of}`);
    if (person.chance(faults.D12.silent)) return [];
    const at = later(view.appliedAt, Math.round(person.next() * 2 * DAY));
    const order = { type: 'RecordRelativesConsent', data: { of, mode: 'vneid' } } as const;
    const wanted = (then: DeathView): boolean =>
      survivorRuns(then) && !then.state.consents.expired && missing(then).includes(of);
    return [
      { name: `consent/${of}`, at, actor: { id: `${of}-${view.filing.index}`, role: 'relative' }, order, wanted },
    ];
  });
};

/** Nobody was named, or the account was wrong (D15): somebody says who takes the money, and how. */
const statesPayee: DeathPart = (view, _, { scenario, luck }) => {
  const { payments, funeral, survivor } = view.state;
  const decided = Object.keys({ ...funeral.decided, ...survivor.decided }).length > 0;
  const unnamed = payments.payee === 'none' && decided;
  if (!unnamed && payments.failing.length === 0) return [];
  const round = times(view, 'PayeeStated');
  const luckOf = luck(view, `payee/${round}`);
  const since = (unnamed ? view.last.BenefitDecided : view.last.PaymentFailed) ?? view.appliedAt;
  const at = later(since, luckOf.int(5, scenario.waits.payeeDaysAtMost * 24) * HOUR);
  const channel = luckOf.chance(scenario.dying.shares.cash) ? 'cash' : 'bank';
  const [relative] = view.filing.death.relatives;
  const payee = payeeBlock(relative, channel, luckOf) as JsonObject;
  const order = { type: 'StatePayee', data: { channel, personal: { payee } } } as const;
  return [{ name: `payee/${round}`, at, actor: mourner(view), order }];
};

const FILES = { death: 'registration', residence: 'deletion', funeral: 'funeral', survivor: 'survivor' } as const;

const supplies: DeathPart = (view, _, { scenario, luck }) => {
  return (['death', 'residence', 'funeral', 'survivor'] as const).flatMap((leg): readonly DeathAct[] => {
    const { dossier } = view.state[FILES[leg]];
    if (dossier.status !== 'supplementing' || dossier.supplement === undefined) return [];
    const nth = dossier.supplement.round;
    const hours = luck(view, `supplement/${leg}/${nth}`).int(3, scenario.waits.supplementDaysAtMost * 24);
    const at = later(view.last.SupplementRequested ?? view.appliedAt, hours * HOUR);
    const order = { type: 'ProvideSupplement', data: { leg, items: dossier.supplement.items } } as const;
    const wanted = ({ state }: DeathView): boolean =>
      state.application.phase === 'open' && state[FILES[leg]].dossier.status === 'supplementing';
    return [{ name: `supplement/${leg}/${nth}`, at, actor: mourner(view), order, wanted }];
  });
};

const withdraws: DeathPart = (view, _, { scenario, luck }) => {
  const { legs } = view.filing.received.declaration;
  const changesTheirMind = luck(view, 'withdraw').chance(scenario.dying.shares.withdrawsFuneral);
  if (!changesTheirMind || !legs.includes('funeral') || view.state.application.phase !== 'open') return [];
  const order = { type: 'WithdrawLeg', data: { leg: 'funeral' } } as const;
  const wanted = ({ state }: DeathView): boolean =>
    state.application.phase === 'open' &&
    !state.application.withdrawn.includes('funeral') &&
    state.funeral.settled.length === 0;
  return [{ name: 'withdraw early', at: later(view.appliedAt, 2 * HOUR), actor: mourner(view), order, wanted }];
};

/** The facility's notice is joined to the case when both are there, and again when it is signed later. */
const joinsNotice: DeathPart = (view, now, { noticeOf }) => {
  const { notice } = view.filing;
  const come = notice === undefined ? undefined : noticeOf(notice.code);
  const joined = view.state.application.notice;
  if (notice === undefined || come === undefined || joined?.signed === true || joined?.signed === come.signed)
    return [];
  const actor: Actor = { id: `hospital-${notice.facility}`, role: 'health-facility', unit: notice.facility };
  const { code, form, issuedOn } = notice;
  const order = { type: 'AttachDeathNotice', data: { code, form, issuedOn, signed: come.signed } } as const;
  return [{ name: `join/${come.signed}`, at: now, actor, order }];
};

export const deathFamilies: readonly DeathPart[] = [paysFee, consents, statesPayee, supplies, withdraws, joinsNotice];
