/**
 * Those who issue the extract (cấp bản điện tử), of a birth or of a death: drawn up, signed, sealed, published; corrected where
 * another agency found an error; handed over. Each looks at the case and does what is next, one file after another.
 */
import { type Actor, type Command, dayOf } from '@lienthong/core';
import type { BirthCase } from '@lienthong/core/birth-case';
import type { DeathCommand } from '@lienthong/core/death-case';
import type { JsonObject } from '@lienthong/core/evidence';
import type { Act, OrderOf, PartOf } from './act.js';
import { times, type View } from './case-view.js';

const HOUR = 3_600_000;

export const official = (role: string, unit: string): Actor => ({ id: `${role}-${unit}`, role, unit });

/** What both groups' filings have in common. */
type Filed = Readonly<{
  /** The commune that registers. */
  commune: string;
  received: Readonly<{
    declaration: Readonly<{ delivery: 'electronic' | 'desk' | 'post' }>;
    personal: Readonly<Record<string, JsonObject>>;
  }>;
}>;

type Issuing = View<
  Filed,
  Readonly<{
    extract: BirthCase['extract'];
    registration: Readonly<{ registration: Readonly<{ status: string }>; corrections: number }>;
    application: Readonly<{ escalated: readonly string[] }>;
  }>
>;

type Order = OrderOf<
  Extract<
    DeathCommand,
    {
      type:
        | 'DraftExtract'
        | 'SignExtract'
        | 'SealExtract'
        | 'PublishExtract'
        | 'RecordSigningFailure'
        | 'RecallExtract'
        | 'RegisterCorrection'
        | 'Escalate';
    }
  >
>;

export const issues: PartOf<Issuing, Order> = (view, now, { scenario, faults, hours, luck }) => {
  const { extract, registration, application } = view.state;
  if (registration.registration.status !== 'registered') return [];
  const unit = view.filing.commune;
  const { draft, sign, seal } = scenario.minutes;
  const issued = extract.stage === 'published' || extract.stage === 'on-paper';
  const corrected = issued && registration.corrections > extract.corrections;
  if (extract.stage === 'none' || extract.stage === 'recalled' || corrected) {
    const name = `draft/${times(view, 'ExtractDrafted')}`;
    const desk = { name: `civil status ${unit}`, minutes: draft };
    return [
      { name, at: now, desk, actor: official('civil-status-officer', unit), order: { type: 'DraftExtract', data: {} } },
    ];
  }
  const { version, failures } = extract;
  const clerk = official('clerk', unit);
  if (extract.stage === 'signed') {
    const desk = { name: `clerk ${unit}`, minutes: seal };
    return [{ name: `seal/${version}`, at: now, desk, actor: clerk, order: { type: 'SealExtract', data: {} } }];
  }
  if (extract.stage === 'sealed') {
    return [{ name: `publish/${version}`, at: now, actor: clerk, order: { type: 'PublishExtract', data: {} } }];
  }
  if (extract.stage !== 'drafted') return [];
  const attempt = luck(view, `sign/${version}/${failures}`);
  const fails = failures < 2 && attempt.chance(faults.F10.signingFails);
  const failure = { slot: 'leader', cause: 'token-not-recognised', safe: attempt.chance(0.9) } as const;
  const wait = failures === 0 ? 0 : scenario.waits.signAgainHours * HOUR;
  const leader = official('commune-leader', unit);
  const acts: Act<Issuing, Order>[] = [
    {
      name: `sign/${version}/${failures}`,
      at: wait === 0 ? now : hours.after(now, wait),
      desk: { name: `leader ${unit}`, minutes: sign },
      actor: leader,
      order: fails ? { type: 'RecordSigningFailure', data: failure } : { type: 'SignExtract', data: {} },
    },
  ];
  if (failures >= 2 && !application.escalated.includes('signing')) {
    const data = { about: 'signing', cause: 'ExtractSigningFailed' };
    const actor = official('civil-status-officer', unit);
    acts.push({ name: `escalate-signing/${version}`, at: now, actor, order: { type: 'Escalate', data } });
  }
  return acts;
};

/** Sent back for an earlier agency's error: the entry is corrected, or the unreadable extract recalled and drawn up anew. */
export const mends =
  (who: 'child' | 'deceased'): PartOf<Issuing, Order> =>
  (view, now, { scenario }) => {
    const field = view.toMend;
    const round = times(view, 'CardReturnedUpstream') + times(view, 'ResidenceReturnedUpstream');
    if (field === null || !['published', 'on-paper'].includes(view.state.extract.stage)) return [];
    const unit = view.filing.commune;
    if (field === 'extract.signature') {
      const desk = { name: `leader ${unit}`, minutes: scenario.minutes.sign };
      const order = { type: 'RecallExtract', data: { cause: 'signature-unreadable' } } as const;
      return [{ name: `recall/${round}`, at: now, desk, actor: official('commune-leader', unit), order }];
    }
    const name = view.filing.received.personal[who]?.['name'] ?? null;
    return [
      {
        name: `correct/${round}`,
        at: now,
        desk: { name: `civil status ${unit}`, minutes: scenario.minutes.register },
        actor: official('civil-status-officer', unit),
        order: (_, at) => ({
          type: 'RegisterCorrection',
          data: { fields: [field], registeredOn: dayOf(at), personal: { [who]: { name } } },
        }),
      },
    ];
  };

type Handing<L extends string> = Readonly<{ application: Readonly<{ delivered: readonly L[] }> }>;
type Deliver<L extends string> = Command<
  'DeliverResult',
  Readonly<{ leg: L; channel: 'electronic' | 'desk' | 'post' }>
>;

/** Results that are ready and not handed over yet. */
export const handsOver =
  <L extends string, S extends Handing<L>>(
    readyLegs: (state: S) => readonly L[],
  ): PartOf<View<Filed, S>, Pick<Deliver<L>, 'type' | 'data'>> =>
  (view, now, { scenario }) => {
    const { delivery } = view.filing.received.declaration;
    const unit = view.filing.commune;
    return readyLegs(view.state)
      .filter((leg) => !view.state.application.delivered.includes(leg))
      .map((leg) => ({
        name: `deliver/${leg}`,
        at: now,
        desk: { name: `returns ${unit}`, minutes: delivery === 'electronic' ? 0 : scenario.minutes.deliver },
        actor: official('return-officer', unit),
        order: { type: 'DeliverResult', data: { leg, channel: delivery } },
      }));
  };
