/**
 * The courier (bộ chuyển yêu cầu): follows the journal, sends what is intended, and records what came of it through `handle`
 * like anybody. Loops over ports, with no clock, and no memory that a new start would miss. Exactly one effect at an agency
 * that honours keys or can be looked up; at one that does neither, never a second effect by machine (R9).
 */
import type { Keys } from '../evidence/sealing.js';
import { E, type Either, type TE } from '../fp.js';
import {
  type CaseKind,
  type Command,
  type DomainEvent,
  type Fault,
  handle,
  type Journal,
  type OutcomeUnknown,
  unsealedFacts,
} from '../kernel/index.js';
import { type Instant, later } from '../values/plain-date.js';
import type { RequestCommand } from './commands.js';
import type { Door, OpenFile, Said, SaidDelivery } from './door.js';
import { type Purpose, REQUEST_EVENTS, type RequestEvent } from './events.js';
import { type CourierNews, newsOf, tryNews } from './news.js';
import { openFile } from './opening.js';
import { createOutbox, type Posted } from './outbox.js';
import { recordGivenUp, recordSaid, recordSent, recordTrouble, type Scribe, troubleOf } from './recording.js';
import { waves } from './waves.js';

export type CourierLimits = Readonly<{
  /** Requests of one agency under way at once. */
  atOnce: number;
  /** From the first sending until a request that never got through is given up. */
  giveUpAfterMs: number;
  /** How long an acknowledged request may be silent before it is asked after. */
  silenceMs: number;
  /** From the acknowledgement until an unanswered request is given up. */
  silentAtMostMs: number;
}>;

export type CourierEnv<C extends Command, Ev extends DomainEvent, S, R extends string> = Readonly<{
  journal: Journal;
  keys: Keys;
  kind: CaseKind<C | RequestCommand, Ev, S, R>;
  doors: Readonly<Partial<Record<Purpose, Door<Ev>>>>;
  limits: CourierLimits;
  /** Milliseconds until the next try: grows with the tries, spread by chance that the embedder brings. */
  backoff: (tries: number, key: string) => number;
  /** Who the courier is in the envelope. */
  id?: string;
  /** Hears of every try and of everything recorded, in codes: for traces, metrics and logs. What it throws is dropped. */
  onNews?: (news: CourierNews) => void;
}>;

/** A command of the courier that the case's law did not take. */
export type NotTaken = Readonly<{ stream: string; request: string; command: string; reasons: readonly string[] }>;

/** What one round recorded. */
export type Round = Readonly<{
  sent: number;
  answered: number;
  givenUp: number;
  /** Replies to no request of this journal. */
  strangers: number;
  notTaken: readonly NotTaken[];
  /** When something will be due again, if no reply comes before. */
  nextWakeAt?: Instant;
}>;

export type Courier = Readonly<{ step: (now: Instant) => TE.TaskEither<Fault, Round> }>;

type Reached = Either<Fault | OutcomeUnknown, Said>;
/** A request that is about to leave: recorded as sent, its file open. `fresh` when it surely never left before. */
type Leaving<Ev extends DomainEvent> = Readonly<{ posted: Posted; door: Door<Ev>; file: OpenFile<Ev>; fresh: boolean }>;

const nameOf = ({ stream, request }: Posted): string => `${stream} ${request}`;
const inOrder = (a: Posted, b: Posted): number => (nameOf(a) < nameOf(b) ? -1 : 1);
/** How long an agency asked to be left alone. */
const waitAsked = (problem: Fault | OutcomeUnknown): number | undefined =>
  problem.kind === 'Unavailable' ? problem.waitMs : undefined;
const latest = (a: Instant, b: Instant | undefined): Instant => (b === undefined || a > b ? a : b);

export const createCourier = <C extends Command, Ev extends DomainEvent, S, R extends string>({
  journal,
  keys,
  kind,
  doors,
  limits,
  backoff,
  id = 'courier',
  onNews,
}: CourierEnv<C, Ev, S, R>): Courier => {
  const outbox = createOutbox();
  /** Tries since this start, and when the next one is due; a new start tries at once. */
  const trying = new Map<string, Readonly<{ tries: number; nextAt: Instant }>>();
  let after: string | undefined;
  /** Replies that could not be recorded yet, and that nobody else keeps. */
  let unrecorded: readonly SaidDelivery[] = [];
  const open = openFile({ journal, keys, kind });

  const tell = (news: CourierNews): void => {
    try {
      onNews?.(news);
    } catch {
      // Whoever listens must not stop the courier.
    }
  };

  const follow = async (): Promise<Either<Fault, void>> => {
    for (;;) {
      const at = after === undefined ? {} : { after };
      const page = await journal.feed({ types: REQUEST_EVENTS, streamPrefix: `${kind.name}-`, ...at })();
      if (E.isLeft(page)) return page;
      for (const stored of page.right.events) {
        const event = kind.events.recall(unsealedFacts(stored));
        // One that cannot be recalled shows itself when its case is loaded; others must not wait for it.
        if (E.isRight(event)) outbox.note(stored, event.right as DomainEvent as RequestEvent);
      }
      after = page.right.next;
      if (page.right.end) return E.right(undefined);
    }
  };

  /** When a request that stays as it is falls due; an acknowledged one, when its silence has lasted. */
  const patience = new WeakMap<Posted, Instant>();
  const dueAt = (posted: Posted): Instant => {
    const { status, since, until = since, purpose } = posted;
    const known = patience.get(posted);
    // One that can neither be asked again nor looked up is only waited for.
    const silence = doors[purpose]?.repeats === 'neither' ? limits.silentAtMostMs : limits.silenceMs;
    const own = known ?? (status === 'acknowledged' ? later(since, silence) : until);
    if (known === undefined) patience.set(posted, own);
    return latest(own, trying.get(nameOf(posted))?.nextAt);
  };

  const step = async (now: Instant): Promise<Either<Fault, Round>> => {
    const scribe: Scribe = { id, now };
    const recorded = { sent: 0, answered: 0, givenUp: 0, strangers: 0 };
    const notTaken: NotTaken[] = [];

    const postpone = (posted: Posted, ms?: number): Instant => {
      const tries = (trying.get(nameOf(posted))?.tries ?? 0) + 1;
      const nextAt = later(now, Math.max(1, ms ?? backoff(tries, posted.key)));
      trying.set(nameOf(posted), { tries, nextAt });
      return nextAt;
    };

    let recordedSince = false;

    /** Whether it stands in the journal now. A fault leaves the request for a later try, the law's no drops it. */
    const record = async (posted: Posted, command: RequestCommand): Promise<'recorded' | 'not-taken' | 'later'> => {
      const done = await handle({ journal, keys })(kind)(posted.stream, command)();
      if (E.isLeft(done)) {
        postpone(posted);
        return 'later';
      }
      if (E.isRight(done.right)) {
        recordedSince = true;
        tell(newsOf(posted, doors[posted.purpose]?.agency, command, now));
        return 'recorded';
      }
      const reasons = done.right.left.map(({ reason }) => reason);
      notTaken.push({ stream: posted.stream, request: posted.request, command: command.type, reasons });
      outbox.drop(posted);
      return 'not-taken';
    };

    const giveUp = async (posted: Posted, why: Parameters<typeof recordGivenUp>[2]): Promise<void> => {
      if ((await record(posted, recordGivenUp(scribe, posted, why))) === 'recorded') recorded.givenUp += 1;
    };

    const hear = async (posted: Posted, reply: Said): Promise<'recorded' | 'not-taken' | 'later'> => {
      const command = recordSaid(scribe, posted, reply);
      const done = command === undefined ? 'recorded' : await record(posted, command);
      if (done === 'recorded' && reply.kind === 'answered') recorded.answered += 1;
      if (done === 'recorded' && reply.kind !== 'answered') postpone(posted, limits.silenceMs);
      return done;
    };

    const suffer = async (posted: Posted, problem: Fault | OutcomeUnknown, door: Door<Ev>): Promise<void> => {
      const trouble = troubleOf(problem);
      if (posted.status === 'acknowledged') return void postpone(posted, waitAsked(problem));
      if (trouble.arrivedPerhaps && door.repeats === 'neither') return giveUp(posted, 'outcome-unknown');
      if (later(posted.firstSentAt ?? now, limits.giveUpAfterMs) <= now) return giveUp(posted, trouble.why);
      const until = postpone(posted, waitAsked(problem));
      if (posted.status === 'sent') await record(posted, recordTrouble(scribe, posted, trouble, until));
    };

    /** What must stand in the journal before a request leaves; `undefined` when it does not leave now. */
    const prepare = async (posted: Posted): Promise<Leaving<Ev> | undefined> => {
      const door = doors[posted.purpose];
      if (door === undefined) return void (await giveUp(posted, 'unreachable'));
      const { status, since } = posted;
      if (status === 'acknowledged') {
        if (later(since, limits.silentAtMostMs) <= now) return void (await giveUp(posted, 'timed-out'));
      }
      if (status === 'sent' && door.repeats === 'neither') return void (await giveUp(posted, 'outcome-unknown'));
      const file = await open(posted, door.who)();
      if (E.isLeft(file)) return void postpone(posted);
      if (status !== 'intended' && door.repeats !== 'neither') return { posted, door, file: file.right, fresh: false };
      if ((await record(posted, recordSent(scribe, posted))) !== 'recorded') return undefined;
      recorded.sent += 1;
      const sent: Posted = {
        ...posted,
        status: 'sent',
        attempts: posted.attempts + 1,
        firstSentAt: posted.firstSentAt ?? now,
      };
      return { posted: sent, door, file: file.right, fresh: status === 'intended' && !posted.resumed };
    };

    const reach = async ({ posted: { key, caseId, request }, door, file, fresh }: Leaving<Ev>): Promise<Reached> => {
      const ask = { key, caseId, request, content: file };
      if (door.find === undefined || fresh) return door.ask(ask)();
      const found = await door.find(ask)();
      if (E.isLeft(found)) return found;
      return found.right === undefined ? door.ask(ask)() : E.right(found.right);
    };

    const send = async (due: readonly Posted[]): Promise<void> => {
      const prepared = await Promise.all(due.map(prepare));
      const leaving = prepared.filter((one) => one !== undefined);
      const reached = await Promise.all(leaving.map(reach));
      await Promise.all(
        leaving.map(({ posted, door }, index) => {
          const came = reached[index] as Reached;
          tell(tryNews(posted, door.agency, came, now));
          return E.isLeft(came) ? suffer(posted, came.left, door) : hear(posted, came.right);
        }),
      );
    };

    /** What came by itself. Whoever keeps a reply until it is recorded hears that it is; one of nobody here is let go too. */
    const collect = async (): Promise<void> => {
      const all = Object.values(doors);
      const collected = await Promise.all(all.map((door) => door.collect()()));
      const came = collected.map((one) => (E.isRight(one) ? one.right : []));
      const known = [...unrecorded, ...came.flat()].flatMap((delivery) => {
        const posted = outbox.byKey(delivery.key);
        if (posted === undefined) recorded.strangers += 1;
        return posted === undefined ? [] : [{ delivery, posted }];
      });
      const again = new Set<SaidDelivery>();
      for (const wave of waves(
        known,
        ({ posted }) => posted.stream,
        ({ posted }) => posted.purpose,
        limits.atOnce,
      )) {
        await Promise.all(
          wave.map(async ({ delivery }) => {
            const posted = outbox.byKey(delivery.key) as Posted;
            if ((await hear(posted, delivery.reply)) === 'later') again.add(delivery);
          }),
        );
      }
      unrecorded = [...again].filter(({ receipt }) => receipt === undefined);
      const done = (delivery: SaidDelivery): readonly string[] =>
        delivery.receipt === undefined || again.has(delivery) ? [] : [delivery.receipt];
      // A confirmation that gets lost brings the same replies again, and they write nothing.
      await Promise.all(
        all.map(async (door, index) => {
          const receipts = (came[index] ?? []).flatMap(done);
          if (receipts.length > 0) await door.confirm?.(receipts)();
        }),
      );
    };

    const followed = await follow();
    if (E.isLeft(followed)) return followed;
    await collect();
    const turns = new Set<Posted>();
    for (;;) {
      const caughtUp = recordedSince ? await follow() : followed;
      if (E.isLeft(caughtUp)) return caughtUp;
      recordedSince = false;
      // What an answer has just set in motion leaves in the same round; nothing has two turns in one condition.
      const due = outbox
        .open()
        .filter((posted) => dueAt(posted) <= now && !turns.has(posted))
        .sort(inOrder);
      if (due.length === 0) break;
      for (const posted of due) turns.add(posted);
      for (const wave of waves(
        due,
        ({ stream }) => stream,
        ({ purpose }) => purpose,
        limits.atOnce,
      ))
        await send(wave);
    }
    const [nextWakeAt] = outbox.open().map(dueAt).sort();
    return E.right({ ...recorded, notTaken, ...(nextWakeAt !== undefined && { nextWakeAt }) });
  };

  return { step: (now) => () => step(now) };
};
