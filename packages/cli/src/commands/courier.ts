/** `courier`: carries the requests of a store to the agencies and back by the real clock, until somebody ends it. */

import { type Instant, later } from '@lienthong/core';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import type { Round } from '@lienthong/core/requests';
import { agenciesOver, below } from '../agencies/agencies-over.js';
import { type Couriers, couriersOver } from '../agencies/couriers.js';
import { backoffBy, PATIENCE } from '../agencies/patience.js';
import type { Answer, Context, Join, Work } from '../frame.js';
import type { Text } from '../language.js';
import { addressAt } from '../options.js';
import { faulty, outOfReach, type Problem } from '../problem.js';
import { keysAtHand } from '../stores/keys.js';
import { type DecidingStore, openToDecide } from '../stores/open-cases.js';
import { within } from '../stores/open-store.js';

type Options = Readonly<{ store: string; agencies: string; once?: true }>;

const texts = {
  about: {
    vi: 'chuyển yêu cầu đến các cơ quan và ghi trả lời',
    en: 'carry requests to the agencies and record their answers',
  },
  store: { vi: 'kho hồ sơ', en: 'the store' },
  agencies: {
    vi: 'địa chỉ chung của các cơ quan (mỗi cơ quan một đường dẫn)',
    en: 'the address below which each agency has its path',
  },
  once: { vi: 'chỉ một lượt rồi dừng', en: 'one round, then end' },
} as const satisfies Readonly<Record<string, Text>>;

const keysAway: Problem = outOfReach({
  vi: 'không thấy khóa của kho này (LIENTHONG_KEYS, hoặc tệp .keys cạnh kho); chưa gửi gì.',
  en: 'the keys of this store are not here (LIENTHONG_KEYS, or the .keys file beside it); nothing was sent.',
});

/** How long nothing due is waited for before the journal is looked at again. */
const LOOK_MS = 2_000;

const counted = ['sent', 'answered', 'givenUp', 'strangers'] as const;
type Sum = Record<(typeof counted)[number] | 'notTaken', number>;
const NOTHING: Sum = { sent: 0, answered: 0, givenUp: 0, strangers: 0, notTaken: 0 };

const plus = (sum: Sum, round: Round): Sum => ({
  sent: sum.sent + round.sent,
  answered: sum.answered + round.answered,
  givenUp: sum.givenUp + round.givenUp,
  strangers: sum.strangers + round.strangers,
  notTaken: sum.notTaken + round.notTaken.length,
});

const inWords = ({ sent, answered, givenUp, strangers, notTaken }: Sum): Text => ({
  vi: `đã gửi ${sent}, có trả lời ${answered}, chuyển tổ hỗ trợ ${givenUp}, không rõ của ai ${strangers}, không ghi được ${notTaken}`,
  en: `sent ${sent}, answered ${answered}, given up ${givenUp}, of nobody here ${strangers}, not taken ${notTaken}`,
});

/** Until so long has passed, or somebody ends the command. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) return done();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });

const waitFrom = (now: Instant, wakes: readonly (Instant | undefined)[]): number => {
  const [next] = [...wakes.flatMap((at) => at ?? []), later(now, LOOK_MS)].toSorted();
  return next === undefined ? LOOK_MS : Math.max(50, Date.parse(next) - Date.parse(now));
};

type Carried = Readonly<{ sum: Sum; rounds: number }>;

const carry = async ({ io, say }: Context, couriers: Couriers, once: boolean): Promise<Either<Problem, Carried>> => {
  let [sum, rounds] = [NOTHING, 0];
  while (!io.interrupted.aborted) {
    const now = io.now();
    let here = NOTHING;
    const wakes: (Instant | undefined)[] = [];
    for (const courier of [couriers.births, couriers.deaths]) {
      const round = await courier.step(now)();
      if (E.isLeft(round)) return E.left(faulty(round.left));
      here = plus(here, round.right);
      wakes.push(round.right.nextWakeAt);
    }
    rounds += 1;
    if (Object.values(here).some((count) => count > 0)) io.err(`${now} ${say(inWords(here))}\n`);
    sum = {
      ...sum,
      ...Object.fromEntries(Object.entries(here).map(([name, n]) => [name, n + sum[name as keyof Sum]])),
    };
    if (once) break;
    await pause(waitFrom(now, wakes), io.interrupted);
  }
  return E.right({ sum, rounds });
};

const carried = (context: Context, options: Options): Work => {
  const { io, say } = context;
  const address = addressAt('--agencies', options.agencies);
  if (E.isLeft(address)) return TE.left(address.left);
  context.endsByItself?.();
  const client = {
    id: io.env['LIENTHONG_CLIENT_ID'] ?? 'sandbox',
    secret: io.env['LIENTHONG_CLIENT_SECRET'] ?? 'sandbox',
  };
  return pipe(
    openToDecide(options.store, context),
    within(
      ({ url, journal, keys }: DecidingStore): TE.TaskEither<Problem, Answer> =>
        async () => {
          const ring = keysAtHand(url, io);
          if (E.isLeft(ring)) return ring;
          if (ring.right === undefined) return E.left(keysAway);
          const over = agenciesOver({ addressOf: below(address.right), client });
          const couriers = couriersOver(over, {
            journal,
            keys,
            secret: ring.right.secret,
            law: lawBook(),
            clock: io,
            limits: PATIENCE,
            backoff: backoffBy(io.random),
          });
          try {
            const done = await carry(context, couriers, options.once === true);
            if (E.isLeft(done)) return done;
            const { sum, rounds } = done.right;
            return E.right({ exit: 0, json: { rounds, ...sum }, lines: [say(inWords(sum))] });
          } finally {
            await over.close();
          }
        },
    ),
  );
};

export const courier: Join = (program, { say, does }) => {
  program
    .command('courier')
    .description(say(texts.about))
    .requiredOption('--store <URL>', say(texts.store))
    .requiredOption('--agencies <URL>', say(texts.agencies))
    .option('--once', say(texts.once))
    .action(does(carried));
};
