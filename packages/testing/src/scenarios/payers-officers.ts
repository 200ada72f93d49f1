/** The payers' officers (cán bộ chi trả): decide on a rate that became known after they had decided (truy lĩnh). */
import { addDays, atInVietnam, dayOf, type PlainDate } from '@lienthong/core';
import { funeralRules } from '@lienthong/core/funeral-benefit';
import { type LawBook, type Payer, provision } from '@lienthong/core/law';
import type { DeathPart } from './act.js';
import type { DeathView } from './case-view.js';

const HOUR = 3_600_000;

const ROLES: Readonly<Record<Payer, string>> = {
  'social-insurance': 'insurance-officer',
  'social-protection': 'social-officer',
  merit: 'merit-officer',
};

/** Days on which a rate that reaches back became known. */
const newsAfter = (decidedOn: PlainDate): readonly PlainDate[] =>
  provision.benefitTopUp.rows.map(({ knownFrom }) => knownFrom).filter((known) => known > decidedOn);

const owesMore = (law: LawBook, { state }: DeathView, knownOn: PlainDate): boolean => {
  const decided = state.funeral.decided.funeral;
  const { declaration } = state.application;
  if (decided === undefined || declaration?.funeral == null) return false;
  const facts = { authorities: {}, diedOn: declaration.diedOn, extractPublished: true, requests: {} };
  const { decidedOn, toppedUp } = decided;
  const more = funeralRules.more(law, { ...facts, ...declaration.funeral }, 'funeral', { decidedOn, knownOn });
  return (more?.amount ?? 0) > toppedUp;
};

const topsUp: DeathPart = (view, now, { hours, law, scenario, luck }) => {
  const decided = view.state.funeral.decided.funeral;
  if (decided === undefined) return [];
  const unit = view.filing.received.declaration.authorities.funeral ?? view.filing.commune;
  return newsAfter(decided.decidedOn)
    .filter((known) => owesMore(law, view, known))
    .map((known) => {
      const days = luck(view, `top-up/${known}`).int(0, scenario.waits.topUpDaysAtMost);
      const read = hours.opensFrom(atInVietnam(addDays(known, days), 9 * HOUR));
      return {
        name: `top-up/${known}`,
        at: read > now ? read : hours.opensFrom(now),
        actor: { id: `${decided.payer}-${unit}`, role: ROLES[decided.payer], unit },
        order: { type: 'TopUpBenefit', data: { leg: 'funeral' } } as const,
        wanted: (then: DeathView) => owesMore(law, then, dayOf(read)),
      };
    });
};

export const payersOfficers: readonly DeathPart[] = [topsUp];
