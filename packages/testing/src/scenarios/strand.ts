/**
 * One strand of a run (nhánh mô phỏng): the cases of one group, with those who file, the courier that carries for them, the
 * timekeeper that keeps their days, and the people who look at each case and do what is next.
 */
import {
  type Actor,
  addDays,
  atInVietnam,
  type CaseKind,
  type Command,
  caseId as caseIdOf,
  consequentId,
  dayOf,
  type Fault,
  type Handled,
  type Instant,
  later,
  type OutcomeUnknown,
} from '@lienthong/core';
import type { BirthEvent } from '@lienthong/core/birth-case';
import type { DeathEvent } from '@lienthong/core/death-case';
import { E } from '@lienthong/core/fp';
import type { Courier, Timekeeper } from '@lienthong/core/requests';
import { spellAt } from '../agencies/index.js';
import type { Act, PartOf } from './act.js';
import { type Board, createBoard } from './board.js';
import type { View } from './case-view.js';
import { earliest, MINUTE, nextTick, upToTick } from './ticks.js';
import type { World } from './world.js';

/** How long after a filing that hangs it is sent again (F13). */
const filedAgainAt = (at: Instant): Instant => later(at, 10 * MINUTE);

/** One filing on its way: `again` is sent twice, `awaitNotice` sets the hospital's notice in motion. */
export type Application<F, A extends Command> = Readonly<{
  filing: F;
  command: A;
  again: boolean;
  awaitNotice?: (heard: () => void) => void;
}>;

/** What tells one group from the other. `O` is an order: a command but for its id, moment and actor. */
export type Group<
  F,
  C extends Command,
  A extends Command,
  O,
  Ev extends BirthEvent | DeathEvent,
  S,
  R extends string,
> = Readonly<{
  kind: CaseKind<C, Ev, S, R>;
  about: 'births' | 'deaths';
  applications: readonly Application<F, A>[];
  parts: readonly PartOf<View<F, S>, O>[];
  courier: Courier;
  timekeeper: Timekeeper;
  apply: (command: A) => Handled<Ev, S, R>;
  submit: (id: string, given: Readonly<{ id: string; at: Instant; actor: Actor }>, order: O) => Handled<Ev, S, R>;
}>;

export type Broken = Fault | OutcomeUnknown;

export type Strand<F, S> = Readonly<{
  about: 'births' | 'deaths';
  board: Board<F, S>;
  /** Cases whose filing was confirmed to a family. */
  filed: readonly string[];
  /** Puts on the agenda who files when. */
  begin: () => void;
  keepTime: (now: Instant) => Promise<Broken | undefined>;
  /** Has the courier make its round if anything is due; `heard` when replies have come that no agency's clock tells of. */
  carry: (now: Instant, heard: boolean) => Promise<Broken | undefined>;
  /** Looks at every touched case, and puts down who does what next in it. */
  plan: (now: Instant) => void;
  nextAt: () => Instant | undefined;
  /** What broke since it was last asked. */
  broken: () => Broken | undefined;
}>;

export const createStrand = <
  F,
  C extends Command,
  A extends Command,
  O,
  Ev extends BirthEvent | DeathEvent,
  S,
  R extends string,
>(
  { seed, faults, clock, agenda, around, turnOf, first, agencies }: World,
  group: Group<F, C, A, O, Ev, S, R>,
  refused: (reasons: readonly string[]) => void,
): Strand<F, S> => {
  const { kind, parts, courier, timekeeper } = group;
  const board = createBoard<F, C, Ev, S, R>(kind);
  const planned = new Set<string>();
  const filed: string[] = [];
  let broken: Broken | undefined;
  let courierAt: Instant | undefined;
  let timekeeperAt: Instant | undefined;

  const perform = async (id: string, act: Act<View<F, S>, O>): Promise<void> => {
    const view = board.views.get(id) as View<F, S>;
    const at = clock.now();
    if (act.wanted !== undefined && !act.wanted(view)) return;
    const told = act.order as O | ((view: View<F, S>, at: Instant) => O | undefined);
    const order = told instanceof Function ? told(view, at) : told;
    if (order === undefined) {
      const about = act.name.split('/')[1] ?? '';
      board.note(id, ({ looks }) => ({ looks: { ...looks, [about]: (looks[about] ?? 0) + 1 } }));
      return;
    }
    const given = { id: consequentId(`${seed}/${id}/${act.name}`), at, actor: act.actor };
    const done = await group.submit(id, given, order)();
    if (E.isLeft(done)) broken = done.left;
    else if (E.isLeft(done.right)) {
      const reasons = done.right.left.map(({ reason }) => reason);
      refused(reasons);
      board.note(id, ({ refusals }) => ({ refusals: [...refusals, ...reasons] }));
    }
  };

  /** An act of one name is put down once. */
  const planCase = (id: string, now: Instant): void => {
    const view = board.views.get(id) as View<F, S>;
    for (const act of parts.flatMap((part) => part(view, now, around))) {
      const name = `${id} ${act.name}`;
      if (planned.has(name)) continue;
      planned.add(name);
      const turn = upToTick(turnOf(act));
      const at = turn > now ? turn : nextTick(now);
      agenda.add({ at, lane: id, name: act.name, run: () => perform(id, act) });
    }
  };

  /** A family files; while the portal is away it tries again within the hour (F8, F13). */
  const file = async (filing: F, command: A, tries: number): Promise<void> => {
    const at = clock.now();
    const id = caseIdOf(command.id);
    if (spellAt(faults, 'portal', first, at) !== undefined) {
      const again = upToTick(later(at, (20 + 10 * (tries % 5)) * MINUTE));
      const run = (): Promise<void> => file(filing, command, tries + 1);
      agenda.add({ at: again, lane: id, name: `file/${tries + 1}`, run });
      return;
    }
    board.expect(id, filing);
    const done = await group.apply({ ...command, at })();
    if (E.isLeft(done)) broken = done.left;
    else if (E.isLeft(done.right)) refused(done.right.left.map(({ reason }) => reason));
    else if (!done.right.right.repeated) filed.push(id);
  };

  return {
    about: group.about,
    board,
    filed,
    begin: () => {
      for (const { filing, command, again, awaitNotice } of group.applications) {
        const lane = caseIdOf(command.id);
        const run = (): Promise<void> => file(filing, command, 0);
        agenda.add({ at: upToTick(command.at), lane, name: 'file/0', run });
        if (again) agenda.add({ at: upToTick(filedAgainAt(command.at)), lane, name: 'file/again', run });
        awaitNotice?.(() => board.note(lane, () => ({})));
      }
    },
    keepTime: async (now) => {
      if (timekeeperAt === undefined || timekeeperAt > now) return undefined;
      const ticked = await timekeeper.step(now)();
      if (E.isLeft(ticked)) return ticked.left;
      timekeeperAt = ticked.right.nextWakeAt;
      return undefined;
    },
    carry: async (now, heard) => {
      const due = earliest([courierAt, agencies.nextAt(group.about)]);
      if (!heard && !board.isTouched() && (due === undefined || due > now)) return undefined;
      const round = await courier.step(now)();
      if (E.isLeft(round)) return round.left;
      for (const { command, reasons } of round.right.notTaken)
        refused(reasons.map((reason) => `${command}: ${reason}`));
      courierAt = round.right.nextWakeAt;
      return undefined;
    },
    plan: (now) => {
      const touched = board.takeTouched();
      for (const id of touched) planCase(id, now);
      if (touched.length > 0) timekeeperAt = earliest([timekeeperAt, atInVietnam(addDays(dayOf(now), 1))]);
    },
    nextAt: () => earliest([courierAt, timekeeperAt]),
    broken: () => {
      const found = broken;
      broken = undefined;
      return found;
    },
  };
};
