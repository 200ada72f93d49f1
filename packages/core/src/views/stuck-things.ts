/**
 * Everything that is stuck at a moment (những việc đang vướng): matters before the support team, requests nobody answers, due dates an
 * agency let pass. Each once: what is before the team is told as its matter alone.
 */
import { afterDay } from '../application/index.js';
import { E, type Either } from '../fp.js';
import type { StoredEvent } from '../kernel/index.js';
import type { Projection } from '../kernel/project.js';
import type { LawBook } from '../law/index.js';
import { type Agency, agencyAbout, agencyAsked } from '../support/index.js';
import { dayOf, type Instant } from '../values/plain-date.js';
import { ALIASES, type CodedCase } from './aliases.js';
import { type Due, duePrefix } from './due.js';
import { MATTERS, type OpenMatter } from './escalations.js';
import { type AskedRequest, REQUESTS } from './stuck-requests.js';
import { unheardOf } from './support-watch.js';

/** The rows of one case that these questions look at. */
export type CaseLook = Readonly<{
  matters: readonly OpenMatter[];
  requests: readonly AskedRequest[];
  due: readonly Due[];
  codes: readonly CodedCase[];
}>;

/** Looks at one case from its events, whole and in order, without a store of views. The left is a code. */
export const lookAt = (
  { apply, derive }: Pick<Projection, 'apply' | 'derive'>,
  events: readonly StoredEvent[],
): Either<string, CaseLook> => {
  let row: Parameters<Projection['apply']>[0];
  for (const event of events) {
    const after = apply(row, event);
    if (E.isLeft(after)) return after;
    row = after.right;
  }
  const [first] = events;
  const rows = first === undefined || row === undefined || derive === undefined ? [] : derive(first.stream, row);
  const under = <T>(prefix: string): readonly T[] =>
    rows.filter(({ key }) => key.startsWith(prefix)).map(({ value }) => value as unknown as T);
  return E.right({
    matters: under<OpenMatter>(MATTERS),
    requests: under<AskedRequest>(REQUESTS),
    due: under<Due>(duePrefix()),
    codes: under<CodedCase>(ALIASES),
  });
};

export type StuckThing = Readonly<{
  kind: 'matter' | 'request' | 'deadline';
  about: string;
  reason: string;
  agency: Agency | null;
  since: Instant;
  commune: string;
  group: 'birth' | 'death';
  caseId: string;
  stream: string;
  lookedAfterBy: string | null;
  lookFor: string | null;
}>;

const NOBODY_YET = { lookedAfterBy: null, lookFor: null } as const;

export const stuckIn = (book: LawBook, { matters, requests, due }: CaseLook, at: Instant): readonly StuckThing[] => {
  const before = new Set(matters.map(({ about }) => about));
  const ofMatters = matters.map(
    ({ cause, guidance: _, ...matter }): StuckThing => ({
      ...matter,
      kind: 'matter',
      reason: cause,
    }),
  );
  const ofRequests = unheardOf(book, requests, at).map(
    ({ asked: { request, purpose, since, unit, group, caseId, stream }, cause }): StuckThing => ({
      kind: 'request',
      about: request,
      reason: cause,
      agency: agencyAsked(purpose),
      since,
      commune: unit,
      group,
      caseId,
      stream,
      ...NOBODY_YET,
    }),
  );
  const ofDays = due.flatMap(({ span, dueOn, duty, unit, group, caseId, stream }): readonly StuckThing[] => {
    const about = `${span}/${dueOn}`;
    if (dueOn >= dayOf(at) || span === 'whole' || duty === 'citizen' || before.has(about)) return [];
    return [
      {
        kind: 'deadline',
        about,
        reason: 'deadline-missed',
        agency: agencyAbout(about, undefined),
        since: afterDay(dueOn),
        commune: unit,
        group,
        caseId,
        stream,
        ...NOBODY_YET,
      },
    ];
  });
  return [...ofMatters, ...ofRequests, ...ofDays];
};
