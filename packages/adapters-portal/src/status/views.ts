/**
 * What each kind of target may know: the province most, for it must find what is stuck; the portal what its pages show; the
 * citizen least. Each view is the `data` of an event, with a schema of its own.
 */
import type { Instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { canonical } from '@lienthong/core/evidence';
import type { PublicStanding, StatusChange } from './standing.js';
import type { PublicStatus } from './vocabulary.js';

export const AUDIENCES = ['portal', 'province', 'citizen'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** To the citizen the support team's work is a delay, and a delay is nobody's in particular. */
const forCitizens = (status: PublicStatus): PublicStatus => (status === 'escalated' ? 'delayed' : status);

const toDo = ({ toDo }: PublicStanding): JsonObject[] => toDo.map((each) => ({ ...each, papers: [...each.papers] }));

const views: Readonly<Record<Audience, (standing: PublicStanding) => JsonObject>> = {
  portal: (standing) => ({
    status: standing.status,
    dueOn: standing.dueOn,
    next: { ...standing.next },
    toDo: toDo(standing),
  }),
  province: (standing) => ({
    status: standing.status,
    dueOn: standing.dueOn,
    next: { ...standing.next },
    toDo: toDo(standing),
    late: standing.late,
    stuck: standing.status === 'escalated',
  }),
  citizen: (standing) => ({
    status: forCitizens(standing.status),
    dueOn: standing.dueOn,
    next: { by: standing.next.by, agency: standing.next.agency },
    toDo: toDo(standing),
  }),
};

/** One thing to be told a target. */
export type StatusMessage = Readonly<{
  /** The same for every target: of the event, and what of the case it is about. */
  id: string;
  audience: Audience;
  group: 'birth' | 'death';
  caseId: string;
  stream: string;
  revision: number;
  at: Instant;
  event: string;
  span: PublicStanding['span'];
  status: PublicStatus;
  data: JsonObject;
}>;

type Seen = Readonly<{ status: PublicStatus; since: Instant; text: string }>;

/** Changes as one audience sees them: what looks the same as before is not told again. `from` is exclusive. */
export const messagesFor =
  (audience: Audience) =>
  (changes: readonly StatusChange[], from = -1): readonly StatusMessage[] => {
    const seen = new Map<string, Seen>();
    const messages: StatusMessage[] = [];
    for (const { event, revision, at, group, caseId, stream, standing } of changes) {
      const view = views[audience](standing);
      const status = view['status'] as PublicStatus;
      const text = canonical(view);
      const before = seen.get(standing.span);
      if (before?.text === text) continue;
      const since = before?.status === status ? before.since : at;
      seen.set(standing.span, { status, since, text });
      if (revision <= from) continue;
      const { span } = standing;
      const data = { case: caseId, group, span, since, ...view };
      const id = `${event}/${span}`;
      messages.push({ id, audience, group, caseId, stream, revision, at, event, span, status, data });
    }
    return messages;
  };

/** Of all messages the last about each span: what a target should have. */
export const latestOf = (messages: readonly StatusMessage[]): readonly StatusMessage[] => {
  const last = new Map(messages.map((message) => [message.span, message]));
  return messages.filter((message) => last.get(message.span) === message);
};
