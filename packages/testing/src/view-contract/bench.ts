/** The bench a case of the view contract works on: a fresh place for a view store, and how it is asked. */
import type { Instant } from '@lienthong/core';
import type { JsonValue } from '@lienthong/core/evidence';
import { E, type Either, type TE } from '@lienthong/core/fp';
import type { At, Parked, Row, RowsAsked, ViewCommit, ViewFault, ViewStore } from '@lienthong/core/subscriptions';
import { Broken, claim } from '../store-contract/check.js';

/** Where one view store lies. A store that lasts gives the same views each time it is opened; several may be open at once. */
export type ViewPlace = Readonly<{
  open: () => Promise<ViewStore>;
  remove?: () => Promise<void>;
}>;

export type ViewBench = Pick<ViewPlace, 'open'>;

type AnyFault = ViewFault | Readonly<{ kind: 'OutcomeUnknown'; system: string }>;

export const right = async <T>(asked: TE.TaskEither<AnyFault, T>, what: string): Promise<T> => {
  const answer: Either<AnyFault, T> = await asked();
  if (E.isLeft(answer)) throw new Broken(`${what}: unexpected ${JSON.stringify(answer.left)}`);
  return answer.right;
};

export const refused = async <K extends AnyFault['kind']>(
  asked: TE.TaskEither<AnyFault, unknown>,
  kind: K,
  what: string,
): Promise<Extract<AnyFault, { kind: K }>> => {
  const answer = await asked();
  if (E.isRight(answer)) throw new Broken(`${what}: expected ${kind}, but it succeeded`);
  claim(answer.left.kind === kind, `${what}: expected ${kind}, found ${answer.left.kind}`);
  return answer.left as Extract<AnyFault, { kind: K }>;
};

export const VIEW = 'cases';

/** A position: text that sorts as the count does. */
export const place = (count: number): string => String(count).padStart(16, '0');

export const instantAt = (minute: number): Instant =>
  `2023-07-10T01:${String(minute).padStart(2, '0')}:00.000Z` as Instant;

/** A live generation with nothing in it. */
export const begun = async (views: ViewStore, view = VIEW, version = '1'): Promise<number> => {
  const generation = await right(views.begin(view, version), 'begin');
  await right(views.swap(view, generation), 'swap');
  return generation;
};

/** A commit from one position to another, with rows; `null` takes a row away. */
export const moving = (
  generation: number,
  from: number | null,
  to: number,
  rows: Readonly<Record<string, JsonValue>> = {},
  more: Partial<ViewCommit> = {},
): ViewCommit => ({
  view: VIEW,
  generation,
  expected: from === null ? null : place(from),
  checkpoint: place(to),
  changes: Object.entries(rows).map(([key, value]) => ({ key, value })),
  events: 1,
  ...more,
});

export const aParked = (count: number, more: Partial<Parked> = {}): Parked => ({
  position: place(count),
  stream: 'birth-1',
  revision: count,
  type: 'Applied',
  reason: 'Unreadable',
  attempts: 1,
  at: instantAt(1),
  ...more,
});

/** All rows, page by page. */
export const allRows = async (views: ViewStore, at: At, asked: RowsAsked = {}): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let [generation, after] = [at.generation, asked.after];
  for (;;) {
    const page = await right(
      views.rows({ view: at.view, generation }, { ...asked, ...(after === undefined ? {} : { after }) }),
      'rows',
    );
    rows.push(...page.rows);
    if (page.end) return rows;
    const last = page.rows.at(-1)?.key;
    claim(last !== undefined && last !== after, 'a page of rows that is not the last makes no headway');
    generation = page.generation;
    after = last;
  }
};
