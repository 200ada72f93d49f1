/**
 * An invented agency (cơ quan giả lập): a line that fails as told, files on desks, officers who take their time, and its own
 * record of what it did. What it does about repeats is real: asked twice, it acts twice, unless it honours keys.
 */
import { type Fault, type Instant, later, type OutcomeUnknown, type Party, unavailable } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Answered, Ask, Delivery, Desk, Progress, Purpose, Repeats, Reply } from '@lienthong/core/requests';
import type { Random } from '../random.js';
import { type Faults, type System, spellAt } from './faults.js';
import type { OfficeHours } from './office-hours.js';
import type { VirtualClock } from './virtual-clock.js';

const HOUR = 3_600_000;

/** The world all offices share. `first` is the midnight that spells of bad weather are counted from. */
export type OfficeWorld = Readonly<{
  clock: VirtualClock;
  hours: OfficeHours;
  faults: Faults;
  random: Random;
  first: Instant;
}>;

/** One thing an agency did for good: an entry, a number, a card. */
export type Effect = Readonly<{
  agency: string;
  purpose: Purpose;
  caseId: string;
  key: string;
  request: string;
  at: Instant;
  what: string;
}>;

/** A file as the agency keeps it. */
export type OfficeFile<Content, Answer> = Readonly<{
  key: string;
  caseId: string;
  request: string;
  content: Content;
  reference: string;
  receivedAt: Instant;
  /** `put-away`: nobody works on it, and nobody says so (F14). */
  status: 'open' | 'put-away' | 'answered';
  dueAt: Instant;
  reply?: Answered<Answer>;
}>;

/** What the officer has before them, at that moment. `earlier` are the same case's other files here. */
export type OnTheDesk<Content, Answer> = Readonly<{
  file: OfficeFile<Content, Answer>;
  at: Instant;
  random: Random;
  earlier: readonly OfficeFile<Content, Answer>[];
}>;

/** How one agency works. */
export type Practice<Content, Answer> = Readonly<{
  system: System;
  agency: string;
  purpose: Purpose;
  repeats: Repeats;
  /** Who signs. */
  by: (file: Content) => Party;
  /** How long a file takes; 0 is answered on the spot, `working` counts office hours only. */
  takes: (file: Ask<Content>, random: Random) => Readonly<{ ms: number; working: boolean }>;
  judge: (seen: OnTheDesk<Content, Answer>) => Answer;
  /** What stands in the agency's record after this answer; `undefined` when nothing was done. */
  effect: (answer: Answer) => string | undefined;
  /** Told on the way, before the answer. */
  onTheWay?: (file: Ask<Content>, random: Random) => Pick<Progress, 'step' | 'reason'> | undefined;
  putsAway?: (random: Random) => boolean;
}>;

export type Office<Content, Answer> = Readonly<{
  desk: Desk<Content, Answer>;
  purpose: Purpose;
  /** The agency's own record, in the order it acted. */
  effects: () => readonly Effect[];
  /** What somebody finds who asks in person, by key. */
  lookUp: (key: string) => readonly OfficeFile<Content, Answer>[];
  /** Somebody asked for a file in person: what was put away is taken up, what was answered is sent again. */
  remind: (key: string) => void;
  /** When something will happen here next. */
  nextAt: () => Instant | undefined;
}>;

export const office = <Content, Answer>(
  practice: Practice<Content, Answer>,
  { clock, hours, faults, random: seeded, first }: OfficeWorld,
): Office<Content, Answer> => {
  type File = OfficeFile<Content, Answer>;
  const { system, agency, purpose, repeats } = practice;
  const chance = seeded.split(`${agency}/${purpose}`);
  const files: File[] = [];
  /** Places of the files that still wait for an officer. */
  const waiting = new Set<number>();
  const done: Effect[] = [];
  const asked = new Map<string, number>();
  let outbound: readonly Readonly<{ at: Instant; delivery: Delivery<Answer> }>[] = [];

  /** Chance that belongs to one thing alone, whatever the order of events around it. */
  const chanceOf = (key: string, about: string): Random => chance.split(`${key}/${about}`);
  const withKey = (key: string): readonly File[] => files.filter((file) => file.key === key);
  const replyOf = (file: File): Reply<Answer> =>
    file.reply ?? { kind: 'acknowledged', receivedAt: file.receivedAt, reference: file.reference };

  const answer = (index: number, at: Instant): Answered<Answer> => {
    const file = files[index] as File;
    const earlier = files.filter((other, place) => other.caseId === file.caseId && place !== index);
    const random = chanceOf(file.key, `judge ${index}`);
    const found = practice.judge({ file, at, random, earlier });
    const { receivedAt, content, key, caseId, request } = file;
    const reply: Answered<Answer> = { kind: 'answered', answer: found, at, receivedAt, by: practice.by(content) };
    files[index] = { ...file, status: 'answered', reply };
    waiting.delete(index);
    const what = practice.effect(found);
    if (what !== undefined) done.push({ agency, purpose, caseId, key, request, at, what });
    return reply;
  };

  /** Sends a reply on its way back: late, twice, or never (F6, F7). */
  const post = (key: string, reply: Reply<Answer>, at: Instant, about: string): void => {
    const luck = chanceOf(key, `post ${about}`);
    const slow = (): number => (luck.chance(faults.F6.share) ? luck.int(0, faults.F6.hoursAtMost * HOUR) : 0);
    const delivery = { key, reply };
    const copies = luck.chance(faults.line.repeated) ? 2 : 1;
    if (reply.kind === 'answered' && luck.chance(faults.F7.replyNeverEchoed)) return;
    for (let copy = 0; copy < copies; copy += 1) {
      outbound = [...outbound, { at: later(at, slow() + copy * HOUR), delivery }];
    }
  };

  /** Officers do what has fallen due, oldest first. */
  const work = (): void => {
    const now = clock.now();
    const due = [...waiting]
      .map((index) => ({ index, file: files[index] as File }))
      .filter(({ file }) => file.dueAt <= now)
      .sort((a, b) => (`${a.file.dueAt} ${a.file.key}` < `${b.file.dueAt} ${b.file.key}` ? -1 : 1));
    for (const { file, index } of due) post(file.key, answer(index, file.dueAt), file.dueAt, `answer ${index}`);
  };

  const arrive = ({ key, caseId, request, content }: Ask<Content>): Reply<Answer> => {
    const [known] = withKey(key);
    if (repeats === 'keyed' && known !== undefined) return replyOf(known);
    const now = clock.now();
    const index = files.length;
    const luck = chanceOf(key, `arrive ${withKey(key).length}`);
    const ask = { key, caseId, request, content };
    const { ms, working } = practice.takes(ask, luck);
    const begins =
      faults.F6.share > 0 && ms > 0 && luck.chance(faults.F6.share) ? luck.int(0, faults.F6.hoursAtMost * HOUR) : 0;
    const dueAt = working ? hours.after(later(now, begins), ms) : later(now, begins + ms);
    const status = practice.putsAway?.(luck) === true ? 'put-away' : 'open';
    files.push({ ...ask, reference: `${purpose}-${index + 1}`, receivedAt: now, status, dueAt });
    if (ms === 0 && status === 'open') return answer(index, now);
    if (status === 'open') waiting.add(index);
    const told = practice.onTheWay?.(ask, luck);
    if (told !== undefined) post(key, { kind: 'progress', ...told, at: now }, now, `progress ${index}`);
    return replyOf(files[index] as File);
  };

  const atTheDoor = (key: string): Either<Fault, Random> => {
    const nth = asked.get(key) ?? 0;
    asked.set(key, nth + 1);
    const luck = chanceOf(key, `ask ${nth}`);
    const { unreachable, loginRefused, busy } = faults.line;
    const code =
      spellAt(faults, system, first, clock.now()) ??
      luck.weighted([
        ['unreachable' as const, unreachable],
        ['login-refused' as const, loginRefused],
        ['busy' as const, busy],
        [undefined, 1 - unreachable - loginRefused - busy],
      ]);
    return code === undefined ? E.right(luck) : E.left(unavailable(agency, code, true));
  };

  const ask = (file: Ask<Content>): Either<Fault | OutcomeUnknown, Reply<Answer>> => {
    work();
    const open = atTheDoor(file.key);
    if (E.isLeft(open)) return open;
    const unknown: Either<OutcomeUnknown, never> = E.left({ kind: 'OutcomeUnknown', system: agency });
    if (open.right.chance(faults.line.askLost)) return unknown;
    const reply = arrive(file);
    return open.right.chance(faults.line.replyLost) ? unknown : E.right(reply);
  };

  const find = ({ key }: Ask<Content>): Either<Fault, Reply<Answer> | undefined> => {
    work();
    const open = atTheDoor(key);
    if (E.isLeft(open)) return open;
    const known = withKey(key);
    const file = known.find(({ status }) => status === 'answered') ?? known[0];
    return E.right(file === undefined ? undefined : replyOf(file));
  };

  const collect = (): Either<Fault, readonly Delivery<Answer>[]> => {
    work();
    const now = clock.now();
    const code = spellAt(faults, system, first, now);
    if (code !== undefined) return E.left(unavailable(agency, code, true));
    const arrived = outbound.filter(({ at }) => at <= now);
    outbound = outbound.filter(({ at }) => at > now);
    return E.right(arrived.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ delivery }) => delivery));
  };

  return {
    purpose,
    desk: {
      agency,
      repeats,
      ask: (file) => async () => ask(file),
      ...(repeats === 'queryable' && { find: (file: Ask<Content>) => async () => find(file) }),
      collect: () => async () => collect(),
    },
    effects: () => {
      work();
      return done;
    },
    lookUp: (key) => {
      work();
      return withKey(key);
    },
    remind: (key) => {
      work();
      const now = clock.now();
      for (const [index, file] of files.entries()) {
        if (file.key !== key) continue;
        if (file.reply !== undefined) outbound = [...outbound, { at: now, delivery: { key, reply: file.reply } }];
        if (file.status !== 'put-away') continue;
        files[index] = { ...file, status: 'open', dueAt: hours.after(now, HOUR) };
        waiting.add(index);
      }
    },
    nextAt: () => {
      const times = [...[...waiting].map((index) => (files[index] as File).dueAt), ...outbound.map(({ at }) => at)];
      return times.sort()[0];
    },
  };
};
