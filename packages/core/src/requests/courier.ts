/**
 * The courier (bộ chuyển yêu cầu): follows the journal, sends what is intended, and records what came of it through `handle`
 * like anybody. Loops over ports, with no clock, and no memory that a new start would miss. Exactly one effect at an agency
 * that honours keys or can be looked up; at one that does neither, never a second effect by machine (R9).
 */
import type { JsonObject } from '../evidence/canonical.js';
import type { Keys } from '../evidence/sealing.js';
import { E, type Either, pipe, TE } from '../fp.js';
import {
  type CaseKind,
  type Command,
  type DomainEvent,
  type Fault,
  foldStored,
  handle,
  type Journal,
  type OutcomeUnknown,
  openPersonal,
  type Personal,
  type StoredEvent,
  unavailable,
  unsealedFacts,
} from '../kernel/index.js';
import { type Instant, later } from '../values/plain-date.js';
import type { RequestCommand } from './commands.js';
import { concerns, type Door, type OpenFile, type Said } from './door.js';
import { type Purpose, REQUEST_EVENTS, type RequestEvent } from './events.js';
import { createOutbox, type Posted } from './outbox.js';
import { recordGivenUp, recordSaid, recordSent, recordTrouble, type Scribe, troubleOf } from './recording.js';

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

type Heard = Readonly<{ key: string; reply: Said }>;
type Reached = Either<Fault | OutcomeUnknown, Said>;
/** A request that is about to leave: recorded as sent, its file open. `fresh` when it surely never left before. */
type Leaving<Ev extends DomainEvent> = Readonly<{ posted: Posted; door: Door<Ev>; file: OpenFile<Ev>; fresh: boolean }>;

const nameOf = ({ stream, request }: Posted): string => `${stream} ${request}`;
const inOrder = (a: Posted, b: Posted): number => (nameOf(a) < nameOf(b) ? -1 : 1);
const latest = (a: Instant, b: Instant | undefined): Instant => (b === undefined || a > b ? a : b);

/** Cuts work into waves: each case once a wave, each agency at most so often; so one case never races itself. */
const waves = <T>(
  items: readonly T[],
  caseOf: (item: T) => string,
  laneOf: (item: T) => string,
  atOnce: number,
): T[][] => {
  const cut: T[][] = [];
  let left = items;
  while (left.length > 0) {
    const wave: T[] = [];
    const cases = new Set<string>();
    const lanes = new Map<string, number>();
    left = left.filter((item) => {
      const lane = lanes.get(laneOf(item)) ?? 0;
      if (cases.has(caseOf(item)) || lane >= atOnce) return true;
      cases.add(caseOf(item));
      lanes.set(laneOf(item), lane + 1);
      wave.push(item);
      return false;
    });
    cut.push(wave);
  }
  return cut;
};

export const createCourier = <C extends Command, Ev extends DomainEvent, S, R extends string>({
  journal,
  keys,
  kind,
  doors,
  limits,
  backoff,
  id = 'courier',
}: CourierEnv<C, Ev, S, R>): Courier => {
  const outbox = createOutbox();
  /** Tries since this start, and when the next one is due; a new start tries at once. */
  const trying = new Map<string, Readonly<{ tries: number; nextAt: Instant }>>();
  let after: string | undefined;
  /** Replies that could not be recorded yet. */
  let unrecorded: readonly Heard[] = [];

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

  /** Opens the blocks of these people alone, whatever else stands in the case. */
  const openPeople = async (events: readonly StoredEvent[], who: readonly string[]): Promise<Personal> => {
    const opened = await Promise.all(
      events.flatMap((event) => {
        const sealed = Object.entries((event.data['sealed'] ?? {}) as JsonObject).filter(([block]) =>
          concerns(who, block),
        );
        return sealed.length === 0
          ? []
          : [openPersonal(keys, { ...event, data: { ...event.data, sealed: Object.fromEntries(sealed) } })];
      }),
    );
    const people: Record<string, JsonObject> = {};
    for (const { personal } of opened) {
      for (const [one, block] of Object.entries(personal)) people[one] = { ...people[one], ...block };
    }
    return people;
  };

  const openFile = ({ stream, caseId, request }: Posted, who: readonly string[]): TE.TaskEither<Fault, OpenFile<Ev>> =>
    pipe(
      journal.read(stream),
      TE.flatMapEither(({ events }) => foldStored(kind, events)),
      TE.flatMap(({ stored, eventAt }) =>
        pipe(
          TE.tryCatch(
            () =>
              openPeople(
                stored.filter(({ revision }) => eventAt.has(revision)),
                who,
              ),
            (): Fault => unavailable('keys', 'unreachable', true),
          ),
          TE.map((people) => ({ caseId, request, events: [...eventAt.values()], people })),
        ),
      ),
    );

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
      if (posted.status === 'acknowledged') return void postpone(posted);
      if (trouble.arrivedPerhaps && door.repeats === 'neither') return giveUp(posted, 'outcome-unknown');
      if (later(posted.firstSentAt ?? now, limits.giveUpAfterMs) <= now) return giveUp(posted, trouble.why);
      const until = postpone(posted);
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
      const file = await openFile(posted, door.who)();
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
          return E.isLeft(came) ? suffer(posted, came.left, door) : hear(posted, came.right);
        }),
      );
    };

    const collect = async (): Promise<void> => {
      const collected = await Promise.all(Object.values(doors).map((door) => door.collect()()));
      const heard = [...unrecorded, ...collected.flatMap((one) => (E.isRight(one) ? one.right : []))];
      const known = heard.flatMap(({ key, reply }) => {
        const posted = outbox.byKey(key);
        if (posted === undefined) recorded.strangers += 1;
        return posted === undefined ? [] : [{ key, reply, posted }];
      });
      const again: Heard[] = [];
      for (const wave of waves(
        known,
        ({ posted }) => posted.stream,
        ({ posted }) => posted.purpose,
        limits.atOnce,
      )) {
        await Promise.all(
          wave.map(async ({ key, reply }) => {
            const posted = outbox.byKey(key) as Posted;
            if ((await hear(posted, reply)) === 'later') again.push({ key, reply });
          }),
        );
      }
      unrecorded = again;
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
