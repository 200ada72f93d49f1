/**
 * The support team (tổ hỗ trợ): police, insurance and justice officers who take what machines gave up. They look into the
 * agency's own record: what stands there is asked for again, what is not there is asked anew.
 */
import type { Actor } from '@lienthong/core';
import type { Act, Order, Part, Surroundings } from './act.js';
import { type CaseView, times } from './case-view.js';

const HOUR = 3_600_000;
const team: Actor = { id: 'support-team-1', role: 'support-team' };

const looksFor = (view: CaseView, about: string, { agencies }: Surroundings): Order | undefined => {
  const purpose = view.state.requests[about]?.purpose;
  const key = view.keys[about];
  if (purpose === undefined || key === undefined) return undefined;
  if (agencies.lookUp(purpose, key).length === 0) return { type: 'ResyncStatus', data: { request: about } };
  agencies.remind(purpose, key);
  return undefined;
};

const helps: Part = (view, now, around) => {
  const { hours, scenario } = around;
  const at = hours.after(now, scenario.waits.supportHours * HOUR);
  return view.state.application.escalated.flatMap((about): readonly Act[] => {
    const request = view.state.requests[about];
    const round = times(view, 'EscalationResolved');
    const wanted = ({ state }: CaseView): boolean => state.application.escalated.includes(about);
    if (request === undefined) {
      const guidance = { type: 'GiveGuidance', data: { about, guidance: 'shown-at-the-desk' } } as const;
      const resolved = { type: 'ResolveEscalation', data: { about, resolution: 'guided' } } as const;
      return [
        { name: `guide/${about}/${round}`, at, actor: team, order: guidance, wanted },
        { name: `resolve/${about}/${round}`, at: hours.after(at, HOUR), actor: team, order: resolved, wanted },
      ];
    }
    if (request.status === 'given-up') {
      const look = view.looks[about] ?? 0;
      const order = (seen: CaseView): Order | undefined => looksFor(seen, about, around);
      const still = ({ state }: CaseView): boolean => state.requests[about]?.status === 'given-up';
      return [{ name: `look/${about}/${look}`, at, actor: team, order, wanted: still }];
    }
    if (request.status !== 'answered') return [];
    const order = {
      type: 'ResolveEscalation',
      data: { about, resolution: request.answer?.outcome ?? 'settled' },
    } as const;
    return [{ name: `resolve/${about}/${round}`, at, actor: team, order, wanted }];
  });
};

export const supportTeam: readonly Part[] = [helps];
