/** What an office asks of the view of all cases (câu hỏi của cơ quan). Whatever depends on the day takes it in the question. */
import type { Role } from '../authority/index.js';
import type { JsonObject, JsonValue } from '../evidence/canonical.js';
import { E, type Either, pipe, TE } from '../fp.js';
import { stateKey } from '../kernel/project.js';
import type { Row, ViewFault, ViewStore } from '../kernel/view-store.js';
import type { PlainDate } from '../values/plain-date.js';
import { ALIASES, aliasPrefix, type CodedCase, type Conflict, conflictsIn } from './aliases.js';
import { type FallenKind, type Missing, missingPrefix } from './between-registers.js';
import type { CaseRow } from './case-row.js';
import { CASES, SUMMARIES } from './cases-view.js';
import { type Due, duePrefix } from './due.js';
import { countsOf, MATTERS, type OpenMatter, type QueueAsked, type QueueCounts, queueOf } from './escalations.js';
import { type CaseSummary, type Statistics, statisticsOf } from './statistics.js';
import { type AskedRequest, REQUESTS, type Silence, type Stuck, stuckBecause } from './stuck-requests.js';
import { type WorkItem, workPrefix } from './work-list.js';

type Asking<T> = TE.TaskEither<ViewFault, T>;

/** Times a question is put anew because the view was swapped while it was answered. */
const AGAIN = 5;

/** Every row with a prefix, all of one generation: a swap on the way begins the question anew. */
const rowsOf =
  (views: ViewStore, prefix: string, wanted: (row: Row) => 'take' | 'skip' | 'enough'): Asking<readonly JsonValue[]> =>
  async () => {
    for (let again = 0; ; again += 1) {
      const read = await onePass(views, prefix, wanted);
      if (E.isRight(read) || read.left.kind !== 'NoSuchGeneration' || read.left.generation === 'live') return read;
      if (again === AGAIN) return read;
    }
  };

const onePass = async (
  views: ViewStore,
  prefix: string,
  wanted: (row: Row) => 'take' | 'skip' | 'enough',
): Promise<Either<ViewFault, readonly JsonValue[]>> => {
  const found: JsonValue[] = [];
  let generation: number | 'live' = 'live';
  let after = '';
  for (;;) {
    const page = await views.rows({ view: CASES, generation }, { prefix, after })();
    if (E.isLeft(page)) return page;
    for (const row of page.right.rows) {
      const verdict = wanted(row);
      if (verdict === 'enough') return E.right(found);
      if (verdict === 'take') found.push(row.value);
    }
    if (page.right.end) return E.right(found);
    generation = page.right.generation;
    after = page.right.rows.at(-1)?.key ?? after;
  }
};

const all = (): 'take' => 'take';
const as = <T>(asked: Asking<readonly JsonValue[]>): Asking<readonly T[]> =>
  TE.map((rows: readonly JsonValue[]) => rows as unknown as readonly T[])(asked);

export type CaseQuestions = Readonly<{
  /** What awaits a unit, or one role of it; everybody's where none is named. */
  workList: (unit?: string, role?: Role) => Asking<readonly WorkItem[]>;
  /** What falls due from a day to another, both included, soonest first within a unit. */
  due: (asked: Readonly<{ unit?: string; from?: PlainDate; to?: PlainDate }>) => Asking<readonly Due[]>;
  /** What should have been done before a day, and was not. */
  overdue: (on: PlainDate, unit?: string) => Asking<readonly Due[]>;
  /** Requests without an answer, of every case. */
  requests: () => Asking<readonly AskedRequest[]>;
  stuckRequests: (silence: Silence) => Asking<readonly Stuck[]>;
  /** The support team's queue, the oldest first. */
  queue: (asked?: QueueAsked) => Asking<readonly OpenMatter[]>;
  queueCounts: (asked?: QueueAsked) => Asking<QueueCounts>;
  /** The cases that any system knows by this code. */
  casesByCode: (code: string) => Asking<readonly CodedCase[]>;
  /** Codes that lead to more than one case. */
  codeConflicts: () => Asking<readonly Conflict[]>;
  summaries: () => Asking<readonly CaseSummary[]>;
  statistics: () => Asking<Statistics>;
  betweenRegisters: (asked?: Readonly<{ commune?: string; kind?: FallenKind }>) => Asking<readonly Missing[]>;
  /** A case as the view keeps it; `undefined` for one it has not seen. */
  caseRow: (stream: string) => Asking<CaseRow | undefined>;
}>;

export const caseQuestions = (views: ViewStore): CaseQuestions => {
  /** Within a unit rows come by their day; over all units they do not. */
  const dueWithin = (unit: string | undefined, from: string, to: string): Asking<readonly Due[]> =>
    as<Due>(
      rowsOf(views, duePrefix(unit), ({ value }) => {
        const { dueOn } = value as unknown as Due;
        if (dueOn > to) return unit === undefined ? 'skip' : 'enough';
        return dueOn < from ? 'skip' : 'take';
      }),
    );
  const requests = (): Asking<readonly AskedRequest[]> => as<AskedRequest>(rowsOf(views, REQUESTS, all));
  const summaries = (): Asking<readonly CaseSummary[]> => as<CaseSummary>(rowsOf(views, SUMMARIES, all));
  const queue = (asked: QueueAsked = {}): Asking<readonly OpenMatter[]> =>
    pipe(
      as<OpenMatter>(rowsOf(views, MATTERS, all)),
      TE.map((matters) => queueOf(matters, asked)),
    );
  return {
    queue,
    queueCounts: (asked) => pipe(queue(asked), TE.map(countsOf)),
    casesByCode: (code) => as<CodedCase>(rowsOf(views, aliasPrefix(code), all)),
    codeConflicts: () => pipe(as<CodedCase>(rowsOf(views, ALIASES, all)), TE.map(conflictsIn)),
    workList: (unit, role) => as<WorkItem>(rowsOf(views, workPrefix(unit, role), all)),
    due: ({ unit, from = '' as PlainDate, to = '9999' as PlainDate }) => dueWithin(unit, from, to),
    overdue: (on, unit) =>
      pipe(
        dueWithin(unit, '', on),
        TE.map((due) => due.filter(({ dueOn }) => dueOn < on)),
      ),
    requests,
    stuckRequests: (silence) =>
      pipe(
        requests(),
        TE.map((asked) =>
          asked.flatMap((request) => {
            const because = stuckBecause(request, silence);
            return because === undefined ? [] : [{ ...request, because }];
          }),
        ),
      ),
    summaries,
    statistics: () =>
      pipe(
        views.status(CASES),
        TE.flatMap(({ live }) =>
          pipe(
            summaries(),
            TE.map((cases) => statisticsOf(cases, live?.events ?? 0)),
          ),
        ),
      ),
    betweenRegisters: ({ commune, kind } = {}) =>
      as<Missing>(
        rowsOf(views, missingPrefix(commune), ({ value }) =>
          kind === undefined || (value as unknown as Missing).kind === kind ? 'take' : 'skip',
        ),
      ),
    caseRow: (stream) =>
      pipe(
        views.get({ view: CASES, generation: 'live' }, [stateKey(stream)]),
        TE.map(([value]) => (value as { state?: JsonObject } | undefined)?.state as unknown as CaseRow | undefined),
      ),
  };
};
