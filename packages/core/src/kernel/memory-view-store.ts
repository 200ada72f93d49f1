/** The view store in memory, for tests, trials and browsers (kho khung nhìn trong bộ nhớ). It keeps texts, as any other would. */
import type { JsonValue } from '../evidence/canonical.js';
import { E, type Either } from '../fp.js';
import { type BadInput, unavailable } from './fault.js';
import {
  checkCommit,
  checkKeys,
  checkRows,
  checkView,
  judgeCommit,
  judgeLease,
  judgeSwap,
  type KeptChange,
} from './view-rules.js';
import type {
  At,
  Generation,
  LastError,
  Lease,
  LeaseAsked,
  NoSuchGeneration,
  Parked,
  ParkedAsked,
  RowPage,
  RowsAsked,
  ViewCommit,
  ViewFault,
  ViewStatus,
  ViewStore,
} from './view-store.js';

type Kept = {
  readonly generation: number;
  readonly version: string;
  live: boolean;
  checkpoint: string | null;
  events: number;
  error: LastError | undefined;
  readonly rows: Map<string, string>;
  readonly parked: Map<string, Parked>;
  /** Keys in order, sorted again after a change of the set. */
  sorted: readonly string[] | undefined;
};

const told = ({ generation, version, live, checkpoint, events, error, parked }: Kept): Generation => ({
  generation,
  version,
  live,
  checkpoint,
  events,
  parked: parked.size,
  ...(error === undefined ? {} : { error }),
});

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const write = (
  kept: Kept,
  { checkpoint, parked = [], error, events = 0 }: ViewCommit,
  changes: readonly KeptChange[],
): void => {
  for (const { key, text } of changes) {
    if (kept.rows.has(key) === (text === null)) kept.sorted = undefined;
    if (text === null) kept.rows.delete(key);
    else kept.rows.set(key, text);
  }
  for (const event of parked) kept.parked.set(event.position, { ...event });
  kept.checkpoint = checkpoint;
  kept.events += events;
  kept.error = error === undefined ? kept.error : { ...error };
};

/** The first place in a sorted list whose key is greater. */
const placeAfter = (sorted: readonly string[], key: string, inclusive: boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] as string;
    if (at < key || (!inclusive && at === key)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const pageOf = (kept: Kept, { prefix, after, limit }: Readonly<Required<RowsAsked>>): RowPage => {
  kept.sorted ??= [...kept.rows.keys()].sort(inOrder);
  const { sorted, rows } = kept;
  const from = after >= prefix ? placeAfter(sorted, after, after === '') : placeAfter(sorted, prefix, true);
  const page: { key: string; value: JsonValue }[] = [];
  for (let at = from; at < sorted.length; at += 1) {
    const key = sorted[at] as string;
    if (!key.startsWith(prefix)) break;
    if (page.length === limit) return { generation: kept.generation, rows: page, end: false };
    page.push({ key, value: JSON.parse(rows.get(key) as string) as JsonValue });
  }
  return { generation: kept.generation, rows: page, end: true };
};

type Answer<T> = Either<ViewFault, T>;

export const memoryViewStore = (): ViewStore => {
  const views = new Map<string, Kept[]>();
  /** Numbers are never used again, or whoever pages through an old generation would be given another. */
  const lastOf = new Map<string, number>();
  const leases = new Map<string, Lease>();
  let open = true;

  const of = (view: string): Kept[] => views.get(view) ?? [];
  const find = ({ view, generation }: At): Either<NoSuchGeneration | BadInput, Kept> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    const kept = of(view).find((one) => (generation === 'live' ? one.live : one.generation === generation));
    return kept === undefined ? E.left({ kind: 'NoSuchGeneration', view, generation }) : E.right(kept);
  };

  const begin = (view: string, version: string): Answer<number> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    const generation = (lastOf.get(view) ?? 0) + 1;
    lastOf.set(view, generation);
    const fresh: Kept = {
      generation,
      version,
      live: false,
      checkpoint: null,
      events: 0,
      error: undefined,
      rows: new Map(),
      parked: new Map(),
      sorted: undefined,
    };
    views.set(view, [...of(view), fresh]);
    return E.right(generation);
  };

  const commit = (asked: ViewCommit): Answer<void> => {
    const checked = checkCommit(asked);
    if (E.isLeft(checked)) return checked;
    const kept = of(asked.view).find(({ generation }) => generation === asked.generation);
    const problem = judgeCommit(asked, kept);
    if (problem !== undefined || kept === undefined) return E.left(problem as ViewFault);
    return E.right(write(kept, asked, checked.right));
  };

  const swap = (view: string, generation: number): Answer<void> => {
    const next = of(view).find((one) => one.generation === generation);
    const live = of(view).find((one) => one.live);
    const problem = judgeSwap(view, generation, next, live);
    if (problem !== undefined || next === undefined) return E.left(problem as ViewFault);
    next.live = true;
    if (live !== next)
      views.set(
        view,
        of(view).filter((one) => one !== live),
      );
    return E.right(undefined);
  };

  const status = (view: string): Answer<ViewStatus> => {
    const named = checkView(view);
    if (E.isLeft(named)) return named;
    const generations = of(view).map(told);
    return E.right({ view, live: generations.find(({ live }) => live), generations });
  };

  const get = (at: At, keys: readonly string[]): Answer<readonly (JsonValue | undefined)[]> => {
    const checked = checkKeys(keys);
    if (E.isLeft(checked)) return checked;
    const kept = find(at);
    if (E.isLeft(kept)) return kept;
    const texts = keys.map((key) => kept.right.rows.get(key));
    return E.right(texts.map((text) => (text === undefined ? undefined : (JSON.parse(text) as JsonValue))));
  };

  const rows = (at: At, asked?: RowsAsked): Answer<RowPage> => {
    const plan = checkRows(asked);
    if (E.isLeft(plan)) return plan;
    const kept = find(at);
    return E.isLeft(kept) ? kept : E.right(pageOf(kept.right, plan.right));
  };

  const parked = (
    at: At,
    { after = '', limit = Number.MAX_SAFE_INTEGER }: ParkedAsked = {},
  ): Answer<readonly Parked[]> => {
    const kept = find(at);
    if (E.isLeft(kept)) return kept;
    const all = [...kept.right.parked.values()].filter(({ position }) => position > after);
    return E.right(all.sort((a, b) => inOrder(a.position, b.position)).slice(0, limit));
  };

  const lease = (asked: LeaseAsked): Answer<Lease> => {
    const judged = judgeLease(leases.get(asked.name), asked);
    if (E.isRight(judged)) leases.set(asked.name, judged.right);
    return judged;
  };

  const whileOpen =
    <T>(work: () => Answer<T>) =>
    async (): Promise<Answer<T>> =>
      open ? work() : E.left(unavailable('memory', 'closed', false));

  return {
    begin: (view, version) => whileOpen(() => begin(view, version)),
    commit: (asked) => whileOpen(() => commit(asked)),
    swap: (view, generation) => whileOpen(() => swap(view, generation)),
    drop: (view, generation) =>
      whileOpen(() => {
        views.set(
          view,
          of(view).filter((one) => one.generation !== generation),
        );
        return E.right(undefined);
      }),
    status: (view) => whileOpen(() => status(view)),
    get: (at, keys) => whileOpen(() => get(at, keys)),
    rows: (at, asked) => whileOpen(() => rows(at, asked)),
    parked: (at, asked) => whileOpen(() => parked(at, asked)),
    lease: (asked) => whileOpen(() => lease(asked)),
    leaseOf: (name) => whileOpen(() => E.right(leases.get(name))),
    release: (name, holder) =>
      whileOpen(() => {
        if (leases.get(name)?.holder === holder) leases.delete(name);
        return E.right(undefined);
      }),
    close: () => async () => {
      open = false;
      return E.right(undefined);
    },
  };
};
