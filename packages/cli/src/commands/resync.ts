/**
 * `resync`: asks again about requests that were given up or fell silent, of one case or of the whole store. Each is a command of
 * the support team in its case's own stream, so what was asked again, by whom and when is on record there.
 */
import { type Actor, COMMAND_ACCEPTED, type Instant, type Journal, msBetween, type StoredEvent } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import type { OpenRequest } from '@lienthong/core/requests';
import type { Done, Group } from '../cases/group.js';
import type { AnyCase } from '../cases/group-of.js';
import { type CaseId, caseIdAt, caseIn, type Found, groupOfStream } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import { freshId } from '../io.js';
import type { Text } from '../language.js';
import { countAt } from '../options.js';
import { badUsage, faulty, type Problem } from '../problem.js';
import { streamsOf } from '../readings/streams.js';
import { actorAt } from '../stores/looking.js';
import { type DecidingStore, openToDecide } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';
import { resyncText } from '../words/resync.js';

type Options = Readonly<{ store: string; case?: string; stuck?: true; silent: string; arrived?: true; as: string }>;

const texts = {
  about: {
    vi: 'hỏi lại các yêu cầu liên thông đã dừng hoặc im lặng',
    en: 'ask again about requests that were given up or fell silent',
  },
  store: { vi: 'kho, ví dụ sqlite:cases.db', en: 'the store, such as sqlite:cases.db' },
  case: { vi: 'chỉ một hồ sơ', en: 'of one case' },
  stuck: { vi: 'mọi hồ sơ trong kho', en: 'of every case in the store' },
  silent: {
    vi: 'số giờ im lặng thì hỏi lại (mặc định 24)',
    en: 'hours of silence after which to ask again (default 24)',
  },
  arrived: {
    vi: 'kể cả yêu cầu có thể đã đến nơi: chỉ khi cơ quan nhận biết yêu cầu trùng',
    en: 'also what perhaps arrived: only where agencies know a repeat',
  },
  as: { vi: 'ai hỏi lại, dạng vai-trò:mã', en: 'who asks again, as role:id' },
} as const satisfies Readonly<Record<string, Text>>;

const oneOfBoth: Problem = badUsage({
  vi: 'cần đúng một trong --case và --stuck',
  en: 'give one of --case and --stuck',
});

type Asked = Readonly<{ only: CaseId | undefined; silentMs: number; arrived: boolean; by: Actor }>;

/** What to ask again about: never answered, and either given up or known to have arrived and silent since. */
type Stuck = Readonly<{
  found: Found;
  request: OpenRequest;
  because: 'given-up' | 'silent';
  /** The agency may have it: one that keeps no keys might act a second time, so that a person must look first (R9). */
  perhapsArrived: boolean;
}>;

type Outcome = Stuck & Readonly<{ came: Either<Problem, Done> | 'left' }>;

const HOUR = 3_600_000;

const askedIn = ({ case: typed, stuck, silent, arrived, as }: Options): Either<Problem, Asked> => {
  if ((typed === undefined) === (stuck === undefined)) return E.left(oneOfBoth);
  const only = typed === undefined ? E.right(undefined) : caseIdAt('--case', typed);
  if (E.isLeft(only)) return only;
  const hours = countAt('--silent', silent);
  if (E.isLeft(hours)) return hours;
  return pipe(
    actorAt('--as', as.replace('/', ':')),
    // Whoever names a case has looked at it.
    E.map((by) => ({
      only: only.right,
      silentMs: hours.right * HOUR,
      arrived: arrived === true || typed !== undefined,
      by,
    })),
  );
};

/** The last event about a request: when it was last heard of, and why it was given up. */
const lastOf = (stored: readonly StoredEvent[], request: string): StoredEvent | undefined =>
  stored.findLast(({ type, data }) => type !== COMMAND_ACCEPTED && factsOf(data)['request'] === request);

const factsOf = (data: StoredEvent['data']): StoredEvent['data'] => (data['facts'] ?? data) as StoredEvent['data'];

const PERHAPS_ARRIVED: readonly unknown[] = ['outcome-unknown', 'timed-out'];

const stuckRequest = (found: Found, request: OpenRequest, now: Instant, silentMs: number): readonly Stuck[] => {
  const last = lastOf(found.stored, request.request);
  if (request.status === 'given-up') {
    const perhapsArrived = last === undefined || PERHAPS_ARRIVED.includes(factsOf(last.data)['why']);
    return [{ found, request, because: 'given-up', perhapsArrived }];
  }
  const silent = last === undefined || msBetween(last.occurredAt, now) >= silentMs;
  return request.status === 'acknowledged' && silent
    ? [{ found, request, because: 'silent', perhapsArrived: true }]
    : [];
};

const stuckIn = (found: Found, now: Instant, silentMs: number): Either<Problem, readonly Stuck[]> =>
  pipe(
    found.group.fold(found.stored),
    E.map(({ state }) =>
      Object.values((state as AnyCase).requests).flatMap((request) => stuckRequest(found, request, now, silentMs)),
    ),
  );

/** Cases one by one, so that a store of any size can be gone through. */
const casesIn = async function* (
  journal: Journal,
  only: CaseId | undefined,
): AsyncGenerator<Either<Problem, Found>, void> {
  if (only !== undefined) {
    yield await caseIn(journal, only)();
    return;
  }
  const streams = await streamsOf(journal);
  if (E.isLeft(streams)) {
    yield E.left(faulty(streams.left));
    return;
  }
  for (const stream of streams.right.streams) {
    const group: Group | undefined = groupOfStream(stream);
    if (group === undefined) continue;
    const page = await journal.read(stream)();
    if (E.isLeft(page)) yield E.left(faulty(page.left));
    else yield E.right({ group, id: stream.slice(group.name.length + 1), stream, stored: page.right.events });
  }
};

const askAgain = (context: Context, store: DecidingStore, by: Actor, { found, request }: Stuck) => {
  const { io } = context;
  const raw = { type: 'ResyncStatus', actor: by, data: { request: request.request } };
  return pipe(
    TE.fromEither(found.group.readCommand(raw, { id: freshId(io), at: io.now() }, found.id)),
    TE.flatMap(({ submit }) => submit(store, found.id)),
  );
};

/** A store that is out of reach ends it; what the law refuses, or others changed meanwhile, is told and left. */
const askAll =
  (context: Context, { only, silentMs, arrived, by }: Asked) =>
  (store: DecidingStore): TE.TaskEither<Problem, readonly Outcome[]> =>
  async () => {
    const outcomes: Outcome[] = [];
    for await (const found of casesIn(store.journal, only)) {
      if (E.isLeft(found)) return found;
      const stuck = stuckIn(found.right, context.io.now(), silentMs);
      if (E.isLeft(stuck)) return stuck;
      for (const each of stuck.right) {
        if (each.perhapsArrived && !arrived) {
          outcomes.push({ ...each, came: 'left' });
          continue;
        }
        const came = await askAgain(context, store, by, each)();
        if (E.isLeft(came) && came.left.exit === 3 && came.left.kind !== 'contended') return came;
        outcomes.push({ ...each, came });
      }
    }
    return E.right(outcomes);
  };

const problemJson = (context: Context, problem: Problem) => {
  const { kind, detail, refusals } = problem;
  const reasons = refusals?.map(({ refusal, message }) => ({ ...refusal, message: message[context.language] }));
  return {
    problem: kind,
    detail: detail[context.language],
    ...(reasons === undefined ? {} : { refusals: reasons }),
  };
};

const jsonOf = (context: Context, { found, request, because, came }: Outcome) => ({
  case: found.id,
  group: found.group.name,
  request: request.request,
  purpose: request.purpose,
  because,
  ...(came === 'left'
    ? { lookFor: factsOf(lastOf(found.stored, request.request)?.data ?? {})['lookFor'] ?? null }
    : E.isRight(came)
      ? { revision: came.right.revision }
      : problemJson(context, came.left)),
});

const lineOf = ({ say }: Context, { found, request, because, came }: Outcome): string => {
  const about = `${found.group.name}-${found.id}  ${request.request}  ${say(resyncText[because])}`;
  if (came === 'left') return `${about}: ${say(resyncText.left)}`;
  if (E.isRight(came)) return `${about}: ${say(resyncText.again)}`;
  const reasons = came.left.refusals?.map(({ message }) => say(message)) ?? [say(came.left.detail)];
  return `${about}: ${say(resyncText.notAgain)} ${reasons.join(' ')}`;
};

const told = (context: Context, { by }: Asked, outcomes: readonly Outcome[]): Answer => {
  const left = outcomes.filter(({ came }) => came === 'left');
  const resent = outcomes.filter(({ came }) => came !== 'left' && E.isRight(came));
  const refused = outcomes.filter(({ came }) => came !== 'left' && E.isLeft(came));
  const all = (which: readonly Outcome[]) => which.map((each) => jsonOf(context, each));
  return {
    exit: refused.length > 0 ? 1 : 0,
    json: { by, resent: all(resent), refused: all(refused), left: all(left) },
    lines: [
      ...outcomes.map((each) => lineOf(context, each)),
      context.say(resyncText.sum(resent.length, refused.length, left.length)),
    ],
  };
};

const resynced = (context: Context, options: Options): Work => {
  const asked = askedIn(options);
  if (E.isLeft(asked)) return TE.left(asked.left);
  return pipe(
    openToDecide(options.store, context),
    within(askAll(context, asked.right)),
    TE.map((outcomes) => told(context, asked.right, outcomes)),
  );
};

export const resync: Join = (program, { say, does }) => {
  program
    .command('resync')
    .description(say(texts.about))
    .requiredOption('--store <URL>', say(texts.store))
    .option('--case <ID>', say(texts.case))
    .option('--stuck', say(texts.stuck))
    .option('--silent <HOURS>', say(texts.silent), '24')
    .option('--arrived', say(texts.arrived))
    .option('--as <ROLE:ID>', say(texts.as), 'support-team:local')
    .action(does(resynced));
};
