/** What a group brings along, so that its cases can be looked at from outside (nhóm thủ tục dưới góc nhìn theo dõi). */
import type { Application, DueDate, LegName } from '../application/index.js';
import type { Role } from '../authority/index.js';
import type { Actor, Command } from '../kernel/index.js';
import type { Row } from '../kernel/view-store.js';
import type { Instant } from '../values/plain-date.js';
import type { Fallen } from './between-registers.js';
import type { CaseRow } from './case-row.js';
import type { GroupName, LegStanding } from './standing.js';

/** What an office has to do, among all that it might: commands that bring a case on, at the unit competent for a leg. */
export type Task = Readonly<{ role: Role; at: LegName; commands: readonly string[] }>;

export type GroupViews<S> = Readonly<{
  group: GroupName;
  standing: (state: S, leg: LegName) => LegStanding;
  dueDates: (state: S) => readonly DueDate[];
  /** Supplements that were asked for and have not come: the citizen's own duty. */
  supplements: (state: S) => readonly Readonly<{ leg: LegName; until: DueDate['dueOn'] }>[];
  tasks: readonly Task[];
  /** Of some commands, those that the rules would take from an office as the case stands; each with the leg it is about. */
  open: (
    state: S,
    at: Instant,
  ) => (office: Readonly<{ role: Role; unit: string }>, commands: readonly string[]) => readonly Command[];
  /** What of the case fell between the registers. */
  fallen: (row: CaseRow<S>) => readonly Fallen[];
}>;

/** A result may be handed over again, but nobody waits for that. */
export const isWanted = ({ type, data }: Command, { delivered }: Application): boolean =>
  type !== 'DeliverResult' || !delivered.includes((data as Readonly<{ leg: LegName }>).leg);

/** In whose place an office is put, to ask the rules. */
export const NOBODY: Actor = { id: 'nobody', role: 'nobody' };

/** A row of a view as JSON. */
export const viewRow = (key: string, value: object): Row => ({ key, value: value as Row['value'] });

/** The unit competent for a leg, the registering one where none is named. */
export const unitOf = (
  { state, group }: Pick<CaseRow, 'state' | 'group'>,
  leg: LegName | 'whole' = 'whole',
): string => {
  const units: Readonly<Partial<Record<LegName, string>>> = state.application.declaration?.authorities ?? {};
  return (leg === 'whole' ? undefined : units[leg]) ?? units[group] ?? '';
};
