/**
 * The support team around deaths (tổ hỗ trợ): takes one matter after another (D11), asks in person after an agency that let its day
 * pass in silence, and sends requests again by hand where a repeat does no harm (D8).
 */
import type { DeathPurpose } from '@lienthong/core/requests';
import type { DeathPart, PartOf, Surroundings } from './act.js';
import type { DeathView } from './case-view.js';
import { type HelpOrder, helps, team } from './support-team.js';

const HOUR = 3_600_000;
/** Times somebody asks after one silent agency. */
const ASKS_AT_MOST = 4;

const queue = ({ faults }: Surroundings) =>
  faults.D11.minutes === 0 ? undefined : { name: 'support team', minutes: faults.D11.minutes };

/** Whose missed day tells that a request was not answered. */
const LEG_OF: Readonly<Partial<Record<DeathPurpose, string>>> = {
  'enter-death': 'death',
  'delete-residence': 'residence',
  'decide-insurance-funeral': 'funeral',
  'decide-social-funeral': 'funeral',
  'decide-merit-funeral': 'funeral',
  'decide-survivor': 'survivor',
};

const asksAfter: PartOf<DeathView, HelpOrder> = (view, now, { hours, scenario, agencies }) =>
  Object.values(view.state.requests).flatMap(({ request, purpose, status }) => {
    const look = view.looks[request] ?? 0;
    const leg = LEG_OF[purpose];
    const late = view.state.application.missed.some((deadline) => deadline.startsWith(`${leg}/`));
    if (status !== 'acknowledged' || leg === undefined || !late || look >= ASKS_AT_MOST) return [];
    const wanted = ({ state }: DeathView): boolean => state.requests[request]?.status === 'acknowledged';
    const order = ({ keys }: DeathView): undefined => {
      agencies.remind(purpose, keys[request] ?? '');
    };
    const at = hours.after(now, scenario.waits.supportHours * (1 + 3 * look) * HOUR);
    return [{ name: `ask-after/${request}/${look}`, at, actor: team, order, wanted }];
  });

const sendsAgain: DeathPart = (view, _, { hours, faults, agencies, luck }) =>
  Object.values(view.state.requests).flatMap(({ request, purpose, status, resumes }) => {
    const harmless = agencies.repeats(purpose) !== 'neither' && resumes === undefined;
    const person = luck(view, `again/${request}`);
    if (status !== 'acknowledged' || !harmless || !person.chance(faults.D8.sentAgain)) return [];
    const at = hours.after(view.last.RequestAcknowledged ?? view.appliedAt, person.int(2, 16) * HOUR);
    const order = { type: 'ResyncStatus', data: { request } } as const;
    const wanted = ({ state }: DeathView): boolean => state.requests[request]?.status === 'acknowledged';
    return [{ name: `again/${request}`, at, actor: team, order, wanted }];
  });

export const deathSupport: readonly DeathPart[] = [helps(queue), asksAfter, sendsAgain];
