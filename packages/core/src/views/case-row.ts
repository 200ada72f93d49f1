/**
 * A case as a view keeps it (dòng hồ sơ): its state, folded event by event, and the few moments that the state itself does
 * not name. JSON, and made of facts alone, so no key is needed to build it and nothing in it is sealed.
 */
import type { Application } from '../application/index.js';
import type { JsonObject } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import {
  type CaseKind,
  COMMAND_ACCEPTED,
  type Command,
  type DomainEvent,
  type StoredEvent,
  unsealedFacts,
} from '../kernel/index.js';
import type { Ledger } from '../requests/index.js';
import { dayOf, type Instant, type PlainDate } from '../values/plain-date.js';
import { type CaseCode, codesAfter } from './aliases.js';
import { type Matters, mattersAfter } from './matters.js';
import type { GroupName } from './standing.js';

/** As much of a case as every group has. */
export type AnyCase = Readonly<{ application: Application; requests: Ledger }>;

/** When a request was intended, when it first left, and when its status last changed. */
export type Asked = Readonly<{ intendedAt: Instant; firstSentAt?: Instant; since: Instant }>;

export type CaseRow<S = AnyCase> = Readonly<{
  group: GroupName;
  stream: string;
  caseId: string;
  state: S;
  filedAt: Instant;
  /** Of the last event, and its revision. */
  lastAt: Instant;
  revision: number;
  registeredOn: PlainDate | null;
  /** An agency let a day pass; the citizen's own duties do not count. */
  late: boolean;
  asked: Readonly<Record<string, Asked>>;
  /** What it has open before the support team. */
  matters: Matters;
  /** The codes other systems give it. */
  codes: readonly CaseCode[];
}>;

const REGISTERED = ['BirthRegistered', 'DeathRegistered'];

/** Days that citizens missed are no agency's lateness. */
const isLate = (event: DomainEvent): boolean =>
  event.type === 'DeadlineMissed' && 'duty' in event && event.duty !== 'citizen';

const registeredBy = (event: DomainEvent, { occurredAt }: StoredEvent): PlainDate | null =>
  REGISTERED.includes(event.type)
    ? 'registeredOn' in event
      ? (event.registeredOn as PlainDate)
      : dayOf(occurredAt)
    : null;

/** A request that is resumed is over: another goes on in its place. */
const askedAfter = (row: CaseRow, event: DomainEvent, at: Instant, requests: Ledger): CaseRow['asked'] => {
  if (!('request' in event) || typeof event.request !== 'string') return row.asked;
  const name = event.request;
  const known: Asked = row.asked[name] ?? { intendedAt: at, since: at };
  const changed = requests[name]?.status !== row.state.requests[name]?.status;
  const sent = event.type === 'RequestSent' && known.firstSentAt === undefined ? { firstSentAt: at } : {};
  return { ...row.asked, [name]: { ...known, ...sent, since: changed ? at : known.since } };
};

const firstRow = <S>(group: GroupName, initial: S, { stream, correlation, occurredAt }: StoredEvent): CaseRow<S> => ({
  group,
  stream,
  caseId: correlation,
  state: initial,
  filedAt: occurredAt,
  lastAt: occurredAt,
  revision: -1,
  registeredOn: null,
  late: false,
  asked: {},
  matters: {},
  codes: [],
});

/** The row after one more event of its case. The left is a code. */
export const rowAfter =
  <C extends Command, Ev extends DomainEvent, S extends AnyCase, R extends string>(
    group: GroupName,
    { decider, events }: Pick<CaseKind<C, Ev, S, R>, 'decider' | 'events'>,
  ) =>
  (before: JsonObject | undefined, stored: StoredEvent): Either<string, JsonObject> => {
    const row = (before as unknown as CaseRow<S> | undefined) ?? firstRow(group, decider.initial, stored);
    const { occurredAt, revision } = stored;
    // A feed keeps each stream's order; a row that skipped an event would be wrong without saying so.
    if (revision !== row.revision + 1) return E.left('RevisionMissing');
    const moved = { ...row, lastAt: occurredAt, revision };
    if (stored.type === COMMAND_ACCEPTED) return E.right(moved as unknown as JsonObject);
    const recalled = events.recall(unsealedFacts(stored));
    if (E.isLeft(recalled)) return E.left('Unreadable');
    const event = recalled.right;
    const state = decider.evolve(row.state, event);
    const after: CaseRow<S> = {
      ...moved,
      state,
      registeredOn: registeredBy(event, stored) ?? row.registeredOn,
      late: row.late || isLate(event),
      asked: askedAfter(row, event, occurredAt, state.requests),
      matters: mattersAfter(row.matters, event, occurredAt),
      codes: codesAfter(row.codes, event, state.requests),
    };
    return E.right(after as unknown as JsonObject);
  };
