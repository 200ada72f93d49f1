/** `simulate`: plays a scenario in virtual time through every agency double, and says how it ended. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { memoryInbox } from '@lienthong/adapters-http/inbox';
import { atInVietnam, inVietnam } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { type VirtualClock, virtualClock } from '@lienthong/testing/agencies';
import { ngheAn2023, ngheAn2026, simulate as play, type Scenario, type Simulated } from '@lienthong/testing/scenarios';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Io } from '../io.js';
import type { Text } from '../language.js';
import { countAt, oneOf } from '../options.js';
import { badUsage, faulty, outOfReach, type Problem } from '../problem.js';
import { progressOn } from '../progress.js';
import { playOverHttp } from '../sandbox/play-over-http.js';
import { type FilingStore, openToFile } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';
import { simulationLines } from '../words/simulation.js';

type Options = Readonly<{
  scenario: string;
  seed: string;
  faults: string;
  births?: string;
  deaths?: string;
  store?: string;
  overHttp?: true;
}>;

type Asked = Readonly<{
  scenario: Scenario;
  seed: number;
  faults: 'none' | 'field' | 'storm';
  births: number;
  deaths: number;
  overHttp: boolean;
}>;

const texts = {
  about: { vi: 'mô phỏng một tháng thật', en: 'play a real month in virtual time' },
  scenario: { vi: 'kịch bản: nghe-an-2023, nghe-an-2026', en: 'the scenario: nghe-an-2023, nghe-an-2026' },
  seed: { vi: 'hạt giống ngẫu nhiên', en: 'seed of chance; the same seed gives the same history' },
  faults: { vi: 'sự cố: none, field hoặc storm', en: 'faults: none, field or storm' },
  births: { vi: 'số hồ sơ khai sinh (mặc định theo kịch bản)', en: 'number of births (default: the scenario’s own)' },
  deaths: { vi: 'số hồ sơ khai tử (mặc định theo kịch bản)', en: 'number of deaths (default: the scenario’s own)' },
  overHttp: {
    vi: 'hỏi các cơ quan qua HTTP trên máy này, trả lời được gửi về có chữ ký',
    en: 'ask the agencies over HTTP on this machine; replies are posted back, signed',
  },
  store: {
    vi: 'kho mới để ghi (mặc định: tệp mới trong ./lienthong-data)',
    en: 'a new store to write to (default: a new file in ./lienthong-data)',
  },
} as const satisfies Readonly<Record<string, Text>>;

const scenarios: Readonly<Record<string, Scenario>> = { [ngheAn2023.name]: ngheAn2023, [ngheAn2026.name]: ngheAn2026 };

const asked = ({ scenario, seed, faults, births, deaths, overHttp }: Options): Either<Problem, Asked> => {
  const name = oneOf('--scenario', scenario, Object.keys(scenarios));
  if (E.isLeft(name)) return name;
  const chosen = scenarios[name.right] as Scenario;
  const drawn = countAt('--seed', seed);
  if (E.isLeft(drawn)) return drawn;
  const profile = oneOf('--faults', faults, ['none', 'field', 'storm'] as const);
  if (E.isLeft(profile)) return profile;
  const born = births === undefined ? E.right(chosen.births) : countAt('--births', births, 1);
  if (E.isLeft(born)) return born;
  const died = deaths === undefined ? E.right(chosen.deaths) : countAt('--deaths', deaths);
  if (E.isLeft(died)) return died;
  const numbers = { births: born.right, deaths: died.right, overHttp: overHttp === true };
  return E.right({ scenario: chosen, seed: drawn.right, faults: profile.right, ...numbers });
};

const DATA = 'lienthong-data';

/** A folder for what simulations leave behind: here, else where temporary things go. */
const dataFolder = (cwd: string): string | undefined => {
  for (const folder of [join(cwd, DATA), join(tmpdir(), DATA)]) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // The next one, then.
    }
  }
  return undefined;
};

/** A name that no earlier run has taken: scenario, faults, seed, and the moment. */
const freshStore = ({ cwd, now }: Io, { scenario, seed, faults }: Asked): Either<Problem, string> => {
  const folder = dataFolder(cwd);
  if (folder === undefined) {
    return E.left(
      outOfReach({ vi: 'không có thư mục nào ghi được.', en: 'there is no folder that can be written to.' }),
    );
  }
  const { date, msOfDay } = inVietnam(now());
  const time = new Date(msOfDay).toISOString().slice(11, 19).replaceAll(':', '');
  const name = `${scenario.name}-${faults}-${seed}-${date}-${time}`;
  for (let run = 0; ; run += 1) {
    const path = join(folder, `${name}${run === 0 ? '' : `-${run}`}.db`);
    if (existsSync(path)) continue;
    const near = relative(cwd, path);
    return E.right(`sqlite:${near.startsWith('..') || isAbsolute(near) ? path : near}`);
  }
};

const needsNew: Problem = badUsage({
  vi: 'mô phỏng cần một kho mới; tệp ấy đã có',
  en: 'a simulation needs a new store; that file is there already',
});

type Played = Readonly<{ simulated: Simulated; firstCase?: string; elapsedMs: number }>;

const playIn =
  (context: Context, { scenario, seed, faults, births, deaths, overHttp }: Asked, clock: VirtualClock) =>
  ({ journal, keys, secret }: FilingStore): TE.TaskEither<Problem, Played> =>
  async () => {
    const began = performance.now();
    const progress = progressOn(context.io);
    const over = overHttp ? await playOverHttp(memoryInbox()) : undefined;
    const played = await play({
      scenario,
      seed,
      faults,
      births,
      deaths,
      journal,
      keys,
      secret,
      clock,
      law: lawBook(),
      ...(over && { agenciesOf: over.replace, onMoment: over.onMoment }),
      onProgress: ({ now, filed, closed, total }) =>
        progress.show(
          closed,
          total,
          context.say({ vi: `${inVietnam(now).date}, đã nộp ${filed}`, en: `${inVietnam(now).date}, ${filed} filed` }),
        ),
    })();
    progress.end();
    await over?.close();
    if (E.isLeft(played)) return E.left(faulty(played.left));
    const elapsedMs = Math.round(performance.now() - began);
    const first = await journal.feed({ types: ['Applied'], limit: 1 })();
    const firstCase = E.isRight(first) ? first.right.events[0]?.correlation : undefined;
    return E.right({ simulated: played.right, elapsedMs, ...(firstCase === undefined ? {} : { firstCase }) });
  };

const told = ({ language }: Context, store: string, { simulated, firstCase, elapsedMs }: Played): Answer => {
  const { findings, refusedCommands, at, final, ...figures } = simulated;
  return {
    exit: simulated.lost > 0 || simulated.duplicatedEffects > 0 ? 1 : 0,
    json: { ...figures, elapsedMs, at, final, findings, refusedCommands, store },
    lines: simulationLines(
      simulated,
      { store, elapsedMs, ...(firstCase === undefined ? {} : { firstCase }) },
      language,
    ),
  };
};

const simulated = (context: Context, options: Options): Work => {
  const { io } = context;
  const question = asked(options);
  if (E.isLeft(question)) return TE.left(question.left);
  if (options.store?.startsWith('sqlite:') && existsSync(join(io.cwd, options.store.slice('sqlite:'.length))))
    return TE.left(needsNew);
  const store = options.store === undefined ? freshStore(io, question.right) : E.right(options.store);
  if (E.isLeft(store)) return TE.left(store.left);
  const clock = virtualClock(atInVietnam(question.right.scenario.from));
  return pipe(
    openToFile(store.right, context, { clock, durability: 'normal' }),
    within(playIn(context, question.right, clock)),
    TE.map((played) => told(context, store.right, played)),
  );
};

export const simulate: Join = (program, { say, does }) => {
  program
    .command('simulate')
    .description(say(texts.about))
    .option('--scenario <NAME>', say(texts.scenario), ngheAn2023.name)
    .option('--seed <N>', say(texts.seed), '1')
    .option('--faults <PROFILE>', say(texts.faults), 'field')
    .option('--births <N>', say(texts.births))
    .option('--deaths <N>', say(texts.deaths))
    .option('--store <URL>', say(texts.store))
    .option('--over-http', say(texts.overHttp))
    .action(does(simulated));
};
