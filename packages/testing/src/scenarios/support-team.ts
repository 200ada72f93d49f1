/**
 * The support team (tổ hỗ trợ): police, insurance and justice officers who take what machines gave up. They look into the
 * agency's own record: what stands there is asked for again, what is not there is asked anew.
 */
import type { Actor } from '@lienthong/core';
import type { DeathCommand } from '@lienthong/core/death-case';
import type { Ledger } from '@lienthong/core/requests';
import type { Act, Desk, OrderOf, PartOf, Surroundings } from './act.js';
import { times, type View } from './case-view.js';

const HOUR = 3_600_000;
export const team: Actor = { id: 'support-team-1', role: 'support-team' };

/** As much of a case of either group as the team looks at. */
export type Helped = View<
  unknown,
  Readonly<{ application: Readonly<{ escalated: readonly string[] }>; requests: Ledger }>
>;
export type HelpOrder = OrderOf<Extract<DeathCommand, { type: 'GiveGuidance' | 'ResolveEscalation' | 'ResyncStatus' }>>;

const looksFor = (view: Helped, about: string, { agencies }: Surroundings): HelpOrder | undefined => {
  const purpose = view.state.requests[about]?.purpose;
  const key = view.keys[about];
  if (purpose === undefined || key === undefined) return undefined;
  if (agencies.lookUp(purpose, key).length === 0) return { type: 'ResyncStatus', data: { request: about } };
  agencies.remind(purpose, key);
  return undefined;
};

/** `desk` is where a matter waits its turn; where there is none, nothing waits. */
export const helps =
  (desk: (around: Surroundings) => Desk | undefined): PartOf<Helped, HelpOrder> =>
  (view, now, around) => {
    const { hours, scenario } = around;
    const at = hours.after(now, scenario.waits.supportHours * HOUR);
    const turn = desk(around);
    const queued = turn === undefined ? {} : { desk: turn };
    return view.state.application.escalated.flatMap((about): readonly Act<Helped, HelpOrder>[] => {
      const request = view.state.requests[about];
      const round = times(view, 'EscalationResolved');
      const wanted = ({ state }: Helped): boolean => state.application.escalated.includes(about);
      if (request === undefined) {
        const guidance = { type: 'GiveGuidance', data: { about, guidance: 'shown-at-the-desk' } } as const;
        const resolved = { type: 'ResolveEscalation', data: { about, resolution: 'guided' } } as const;
        return [
          { name: `guide/${about}/${round}`, at, ...queued, actor: team, order: guidance, wanted },
          { name: `resolve/${about}/${round}`, at: hours.after(at, HOUR), actor: team, order: resolved, wanted },
        ];
      }
      if (request.status === 'given-up') {
        const look = view.looks[about] ?? 0;
        const order = (then: Helped): HelpOrder | undefined => looksFor(then, about, around);
        const still = ({ state }: Helped): boolean => state.requests[about]?.status === 'given-up';
        return [{ name: `look/${about}/${look}`, at, ...queued, actor: team, order, wanted: still }];
      }
      if (request.status !== 'answered') return [];
      const order = {
        type: 'ResolveEscalation',
        data: { about, resolution: request.answer?.outcome ?? 'settled' },
      } as const;
      return [{ name: `resolve/${about}/${round}`, at, ...queued, actor: team, order, wanted }];
    });
  };

/** The team around births: nothing waits for a turn. */
export const supportTeam: readonly PartOf<Helped, HelpOrder>[] = [helps(() => undefined)];
