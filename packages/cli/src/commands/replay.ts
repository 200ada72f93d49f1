/** `replay`: folds everything in a store and judges every recorded decision again. */
import type { Journal } from '@lienthong/core';
import type { Keys } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type CaseId, caseIdAt, caseIn, groupOfStream } from '../cases/groups.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { oneOf } from '../options.js';
import { faulty, type Problem } from '../problem.js';
import type { Finding, NotJudged } from '../readings/replay.js';
import { streamsOf } from '../readings/streams.js';
import { withKeysToRead } from '../stores/open-cases.js';
import { openToRead, within } from '../stores/open-store.js';
import { findingText } from '../words/findings.js';

type Options = Readonly<{ law: string; case?: string; keys?: string }>;

type Report = Readonly<{
  law: 'as-recorded';
  cases: number;
  commits: number;
  events: number;
  judged: number;
  notJudged: readonly NotJudged[];
  findings: readonly Finding[];
  elapsedMs: number;
  eventsPerSecond: number;
}>;

const texts = {
  about: { vi: 'dựng lại và kiểm tra mọi quyết định', en: 'fold everything and judge every decision again' },
  store: { vi: 'kho hoặc tệp lưu trữ', en: 'the store, or an archive' },
  law: { vi: 'theo luật: as-recorded', en: 'under which law: as-recorded' },
  case: { vi: 'chỉ một hồ sơ', en: 'one case only' },
  keys: {
    vi: 'tệp khóa (mặc định: LIENTHONG_KEYS hoặc cạnh kho)',
    en: 'file of keys (default: LIENTHONG_KEYS, or beside the store)',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** One case in memory at a time. */
const replayAll = async (
  journal: Journal,
  streams: readonly string[],
  keys: Keys | undefined,
): Promise<Either<Problem, Report>> => {
  const began = performance.now();
  const findings: Finding[] = [];
  const notJudged: NotJudged[] = [];
  let [commits, events, judged] = [0, 0, 0];
  let cases = 0;
  for (const stream of streams) {
    const group = groupOfStream(stream);
    if (group === undefined) continue;
    const page = await journal.read(stream)();
    if (E.isLeft(page)) return E.left(faulty(page.left));
    const replayed = await group.replay(page.right.events, keys);
    cases += 1;
    commits += replayed.commits;
    events += page.right.events.length;
    judged += replayed.judged;
    findings.push(...replayed.findings);
    notJudged.push(...replayed.notJudged);
  }
  const elapsedMs = Math.max(1, Math.round(performance.now() - began));
  const eventsPerSecond = Math.round((events * 1000) / elapsedMs);
  return E.right({
    law: 'as-recorded',
    cases,
    commits,
    events,
    judged,
    notJudged,
    findings,
    elapsedMs,
    eventsPerSecond,
  });
};

const answer = ({ say }: Context, report: Report): Answer => {
  const { cases, commits, events, judged, notJudged, findings, eventsPerSecond } = report;
  const erased = notJudged.filter(({ because }) => because === 'erased').length;
  return {
    exit: findings.length === 0 ? 0 : 1,
    json: report,
    lines: [
      ...findings.map((finding) => say(findingText(finding))),
      say({
        vi: `${cases} hồ sơ, ${commits} lần ghi, ${events} sự kiện (${eventsPerSecond} sự kiện/giây)`,
        en: `${cases} cases, ${commits} commits, ${events} events (${eventsPerSecond} events/s)`,
      }),
      say({
        vi: `Kiểm tra lại ${judged} quyết định; ${notJudged.length} không kiểm tra được (${erased} đã xóa dữ liệu, ${notJudged.length - erased} còn niêm phong); ${findings.length} điểm khác`,
        en: `Judged ${judged} decisions again; ${notJudged.length} could not be (${erased} erased, ${notJudged.length - erased} sealed); ${findings.length} differ`,
      }),
    ],
  };
};

const streamsAsked = async (journal: Journal, id: CaseId | undefined): Promise<Either<Problem, readonly string[]>> => {
  if (id !== undefined) {
    const found = await caseIn(journal, id)();
    return E.isLeft(found) ? found : E.right([found.right.stream]);
  }
  const all = await streamsOf(journal);
  return E.isLeft(all) ? E.left(faulty(all.left)) : E.right(all.right.streams);
};

const replayed = (context: Context, written: string, options: Options): Work => {
  const law = oneOf('--law', options.law, ['as-recorded']);
  if (E.isLeft(law)) return TE.left(law.left);
  const id = options.case === undefined ? E.right(undefined) : caseIdAt('--case', options.case);
  if (E.isLeft(id)) return TE.left(id.left);
  return pipe(
    openToRead(written, context.io),
    within((store) =>
      withKeysToRead(store, context, options.keys, (ring) => async (): Promise<Either<Problem, Answer>> => {
        const streams = await streamsAsked(store.journal, id.right);
        if (E.isLeft(streams)) return streams;
        const report = await replayAll(store.journal, streams.right, ring?.keys);
        return E.isLeft(report) ? report : E.right(answer(context, report.right));
      }),
    ),
  );
};

export const replay: Join = (program, { say, does }) => {
  program
    .command('replay')
    .description(say(texts.about))
    .argument('<STORE>', say(texts.store))
    .option('--law <LAW>', say(texts.law), 'as-recorded')
    .option('--case <ID>', say(texts.case))
    .option('--keys <FILE>', say(texts.keys))
    .action(does(replayed));
};
