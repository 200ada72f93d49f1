/**
 * Who fell between the registers (người bị sót giữa các sổ): a child who is registered and yet lives nowhere or has no card; a
 * person who is dead in one register and still resident in another, or whose family was not paid.
 */
import type { LegName } from '../application/index.js';
import type { Row } from '../kernel/view-store.js';
import type { PlainDate } from '../values/plain-date.js';
import type { AnyCase, CaseRow } from './case-row.js';
import { unitOf, viewRow } from './group-views.js';
import type { GroupName, Outcome } from './standing.js';

export const KINDS = ['without-residence', 'without-card', 'still-resident', 'unpaid'] as const;
export type FallenKind = (typeof KINDS)[number];

/** `cause`: how the leg that should have seen to it ended; `under-way`, or nobody asked for it. */
export type Fallen = Readonly<{
  kind: FallenKind;
  leg: LegName;
  cause: Exclude<Outcome, 'done'> | 'under-way' | 'returned' | 'not-asked' | 'outstanding';
  /** Still to be paid, where that is known. */
  dong?: number;
}>;

export type Missing = Fallen &
  Readonly<{
    commune: string;
    registeredOn: PlainDate;
    group: GroupName;
    caseId: string;
    stream: string;
    closed: boolean;
    /** In the hands of the support team. */
    stuck: boolean;
  }>;

export const missingPrefix = (commune?: string): string => (commune === undefined ? 'between/' : `between/${commune}/`);

export const missingRows = <S extends AnyCase>(
  row: CaseRow<S>,
  fallen: readonly Fallen[],
  stuck: boolean,
): readonly Row[] => {
  const { registeredOn, group, caseId, stream, state } = row;
  if (registeredOn === null) return [];
  const commune = unitOf(row);
  const closed = state.application.phase === 'closed';
  return fallen.map((each) => {
    const missing: Missing = { ...each, commune, registeredOn, group, caseId, stream, closed, stuck };
    return viewRow(`${missingPrefix(commune)}${each.kind}/${stream}/${each.leg}`, missing);
  });
};
