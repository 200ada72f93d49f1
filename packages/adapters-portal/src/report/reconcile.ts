/**
 * What a target should have and what it has (đối soát với nơi nhận): the fold of each case against what the target took, and
 * against what it says itself where it can be asked. It changes nothing.
 */
import type { Fault, Journal } from '@lienthong/core';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { CaseRow } from '../outbox/case-row.js';
import type { Trouble } from '../outbox/delivery.js';
import { messagesIn } from '../outbox/loading.js';
import type { Outbox } from '../outbox/outbox.js';
import type { OutboxFault } from '../outbox/place.js';
import { caseIdOf, groupOf } from '../status/groups.js';
import { latestOf, type StatusMessage } from '../status/views.js';
import type { PublicStatus, StatusSpan } from '../status/vocabulary.js';

/** What a target says it holds: the last event of each span, by its sequence. */
export type Held = Readonly<{ caseId: string; span: StatusSpan; status: PublicStatus; revision: number }>;

/** Asks a target for the latest it has of some cases. */
export type LookUp = (caseIds: readonly string[]) => TE.TaskEither<Trouble, readonly Held[]>;

/** `taken` is what our outbox says, `held` what the target itself says. */
export type Difference = Readonly<{
  caseId: string;
  span: StatusSpan;
  should: Readonly<{ status: PublicStatus; revision: number }> | null;
  has: Readonly<{ status: PublicStatus | null; revision: number }> | null;
  by: 'taken' | 'held';
}>;

export type ParkedCase = Readonly<{ caseId: string; reason: string; failures: number; since: string | null }>;

export type Reconciliation = Readonly<{
  target: string;
  cases: number;
  /** Cases in which nothing differs. */
  same: number;
  missing: readonly Difference[];
  behind: readonly Difference[];
  ahead: readonly Difference[];
  different: readonly Difference[];
  parked: readonly ParkedCase[];
  /** Cases that this release cannot read. */
  unreadable: readonly string[];
  /** Whether the target itself was asked. */
  asked: boolean;
}>;

type Kind = 'missing' | 'behind' | 'ahead' | 'different';
type Found = readonly [Kind, Difference];

const shouldOf = ({ status, revision }: StatusMessage) => ({ status, revision });

/** By our own record: what was not taken; and a target that took more than there is, such as before a backup was put back. */
const byTaken = (caseId: string, row: CaseRow, latest: readonly StatusMessage[], head: number): readonly Found[] => {
  const late = latest
    .filter(({ revision }) => revision > row.taken)
    .map((message): Found => {
      const has = row.taken < 0 ? null : { status: null, revision: row.taken };
      const kind = has === null ? 'missing' : 'behind';
      return [kind, { caseId, span: message.span, should: shouldOf(message), has, by: 'taken' }];
    });
  if (row.taken <= head) return late;
  return [['ahead', { caseId, span: 'case', should: null, has: { status: null, revision: row.taken }, by: 'taken' }]];
};

const compared = (caseId: string, message: StatusMessage | undefined, held: Held | undefined): readonly Found[] => {
  const span = message?.span ?? held?.span ?? 'case';
  const should = message === undefined ? null : shouldOf(message);
  const has = held === undefined ? null : { status: held.status, revision: held.revision };
  const told = (kind: Kind): readonly Found[] => [[kind, { caseId, span, should, has, by: 'held' }]];
  if (should === null) return told('ahead');
  if (has === null) return told('missing');
  if (has.revision !== should.revision) return told(has.revision < should.revision ? 'behind' : 'ahead');
  return has.status === should.status ? [] : told('different');
};

const byHeld = (caseId: string, latest: readonly StatusMessage[], held: readonly Held[]): readonly Found[] => {
  const own = held.filter((each) => each.caseId === caseId);
  const spans = new Set([...latest.map(({ span }) => span), ...own.map(({ span }) => span)]);
  return [...spans].flatMap((span) =>
    compared(
      caseId,
      latest.find((message) => message.span === span),
      own.find((each) => each.span === span),
    ),
  );
};

/** Streams of cases, page by page: those in which something was applied for. */
const pageOf = async (journal: Journal, after: string | undefined, limit: number) =>
  journal.feed({ types: ['Applied'], limit, ...(after === undefined ? {} : { after }) })();

const PAGE = 200;

export type ReconcileEnv = Readonly<{ journal: Journal; target: string; outbox: Outbox; lookUp?: LookUp }>;

type Sums = Readonly<{
  found: Found[];
  parked: ParkedCase[];
  unreadable: string[];
  cases: { all: number; same: number };
}>;

const pageInto = async (
  { outbox, lookUp }: ReconcileEnv,
  streams: readonly string[],
  { found, parked, unreadable, cases }: Sums,
): Promise<Either<OutboxFault | Fault | Trouble, void>> => {
  const rows = await outbox.place.rows(streams)();
  if (E.isLeft(rows)) return rows;
  const held = lookUp === undefined ? undefined : await lookUp(streams.map(caseIdOf))();
  if (held !== undefined && E.isLeft(held)) return held;
  for (const [stream, row] of rows.right) {
    cases.all += 1;
    const caseId = caseIdOf(stream);
    if (row.parked) parked.push({ caseId, reason: row.reason ?? 'unknown', failures: row.failures, since: row.since });
    const messages = await messagesIn(outbox.telling, stream);
    if (E.isLeft(messages) && messages.left !== 'Unreadable') return E.left(messages.left);
    if (E.isLeft(messages)) {
      unreadable.push(caseId);
      continue;
    }
    const latest = latestOf(messages.right.messages);
    const own = [
      ...byTaken(caseId, row, latest, messages.right.head),
      ...(held === undefined ? [] : byHeld(caseId, latest, held.right)),
    ];
    if (own.length === 0 && !row.parked) cases.same += 1;
    found.push(...own);
  }
  return E.right(undefined);
};

export const reconcile =
  (env: ReconcileEnv): TE.TaskEither<OutboxFault | Fault | Trouble, Reconciliation> =>
  async () => {
    const sums: Sums = { found: [], parked: [], unreadable: [], cases: { all: 0, same: 0 } };
    let after: string | undefined;
    for (;;) {
      const page = await pageOf(env.journal, after, PAGE);
      if (E.isLeft(page)) return page;
      const streams = page.right.events.map(({ stream }) => stream).filter((stream) => groupOf(stream) !== undefined);
      const read = await pageInto(env, streams, sums);
      if (E.isLeft(read)) return read;
      if (page.right.end) break;
      after = page.right.next;
    }
    const of = (kind: Kind): readonly Difference[] => sums.found.flatMap(([each, one]) => (each === kind ? [one] : []));
    return E.right({
      target: env.target,
      cases: sums.cases.all,
      same: sums.cases.same,
      missing: of('missing'),
      behind: of('behind'),
      ahead: of('ahead'),
      different: of('different'),
      parked: sums.parked,
      unreadable: sums.unreadable,
      asked: env.lookUp !== undefined,
    });
  };
