/**
 * An invented agency (cơ quan giả lập): a line that fails as told, files on desks, officers who take their time, and its own
 * record of what it did. What it does about repeats is real: asked twice, it acts twice, unless it honours keys.
 */
import {
  type Fault,
  type Instant,
  later,
  type OutcomeUnknown,
  type UnavailableCode,
  unavailable,
} from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { type Answered, type Ask, BIRTH_PURPOSES, type Delivery, type Reply } from '@lienthong/core/requests';
import type { Random } from '../random.js';
import { type Faults, spellAt } from './faults.js';
import type { Effect, Office, OfficeFile, OfficeWorld, Practice } from './practice.js';
import { fairWeather } from './weather.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The faults of deaths alone that a reply may suffer on its way back: none, for an agency that is asked about births too. */
const onTheWayBack = ({ D4, D6 }: Faults, purpose: string, first: Instant, at: Instant) => {
  if ((BIRTH_PURPOSES as readonly string[]).includes(purpose)) return { untraceable: 0, repeated: 0 };
  const day = (Date.parse(at) - Date.parse(first)) / DAY;
  const handsOver = day >= D6.day && day < D6.day + D6.days;
  return { untraceable: D4.ownReferenceOnly, repeated: handsOver ? D6.repeated : 0 };
};

export const office = <Content, Answer>(
  practice: Practice<Content, Answer>,
  { clock, hours, faults, random: seeded, first, weather = fairWeather }: OfficeWorld,
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

  /** What a key stands for, whoever made it and in which run: the case, and how many other keys it had come under before. */
  const matterOf = new Map<string, string>();
  const keysOfCase = new Map<string, number>();
  const meet = ({ key, caseId }: Pick<Ask<Content>, 'key' | 'caseId'>): void => {
    if (matterOf.has(key)) return;
    const before = keysOfCase.get(caseId) ?? 0;
    keysOfCase.set(caseId, before + 1);
    matterOf.set(key, `${caseId}/${before}`);
  };
  /** Chance that belongs to one matter alone, whatever the order of events around it. */
  const chanceOf = (key: string, about: string): Random => chance.split(`${matterOf.get(key) ?? key}/${about}`);
  /** Whose turn it is: never by the order of arrival, which files asked for at one moment leave to chance. */
  const turn = ({ dueAt, key, nth }: File): string => `${dueAt} ${matterOf.get(key) ?? key} ${nth}`;
  const withKey = (key: string): readonly File[] => files.filter((file) => file.key === key);
  const replyOf = (file: File): Reply<Answer> =>
    file.reply ?? { kind: 'acknowledged', receivedAt: file.receivedAt, reference: file.reference };

  const answer = (index: number, at: Instant): Answered<Answer> => {
    const file = files[index] as File;
    const earlier = files.filter((other, place) => other.caseId === file.caseId && place !== index);
    const random = chanceOf(file.key, `judge ${file.nth}`);
    const found = practice.judge({ file, at, random, earlier });
    const { receivedAt, content, key, caseId, request } = file;
    const reply: Answered<Answer> = { kind: 'answered', answer: found, at, receivedAt, by: practice.by(content) };
    files[index] = { ...file, status: 'answered', reply };
    waiting.delete(index);
    const what = practice.effect(found, content);
    if (what !== undefined) done.push({ agency, purpose, caseId, key, request, at, what });
    return reply;
  };

  /** Sends a reply on its way back: late, twice, under another name, or never (F6, F7, D4, D6). */
  const post = ({ key, reference }: File, reply: Reply<Answer>, at: Instant, about: string): void => {
    const luck = chanceOf(key, `post ${about}`);
    const { repeats: twice = false, delayMs = 0 } = weather(system);
    const slow = (): number => delayMs + (luck.chance(faults.F6.share) ? luck.int(0, faults.F6.hoursAtMost * HOUR) : 0);
    const { untraceable, repeated } = onTheWayBack(faults, purpose, first, at);
    const ofDeaths = chanceOf(key, `post ${about} of deaths`);
    const delivery = { key: ofDeaths.chance(untraceable) ? reference : key, reply };
    const copies = luck.chance(faults.line.repeated) || ofDeaths.chance(repeated) || twice ? 2 : 1;
    if (reply.kind === 'answered' && luck.chance(faults.F7.replyNeverEchoed)) return;
    for (let copy = 0; copy < copies; copy += 1) {
      outbound = [...outbound, { at: later(at, slow() + copy * HOUR), delivery }];
    }
  };

  const dueFrom = (taken: ReturnType<typeof practice.takes>, now: Instant, begins: number): Instant => {
    if ('until' in taken) return later(taken.until, begins);
    const { ms, working } = taken;
    return working ? hours.after(later(now, begins), ms) : later(now, begins + ms);
  };

  /** Officers do what has fallen due, oldest first. */
  const work = (): void => {
    const now = clock.now();
    const due = [...waiting]
      .map((index) => ({ index, file: files[index] as File }))
      .filter(({ file }) => file.dueAt <= now)
      .sort((a, b) => (turn(a.file) < turn(b.file) ? -1 : 1));
    for (const { file, index } of due) post(file, answer(index, file.dueAt), file.dueAt, `answer ${file.nth}`);
  };

  const arrive = ({ key, caseId, request, content }: Ask<Content>): Reply<Answer> => {
    const [known] = withKey(key);
    if (repeats === 'keyed' && known !== undefined) return replyOf(known);
    const now = clock.now();
    const [index, nth] = [files.length, withKey(key).length];
    const luck = chanceOf(key, `arrive ${nth}`);
    const ask = { key, caseId, request, content };
    const taken = practice.takes(ask, luck, now);
    const atOnce = 'ms' in taken && taken.ms === 0;
    const begins =
      faults.F6.share > 0 && !atOnce && luck.chance(faults.F6.share) ? luck.int(0, faults.F6.hoursAtMost * HOUR) : 0;
    const dueAt = dueFrom(taken, now, begins);
    const status = practice.putsAway?.(luck) === true ? 'put-away' : 'open';
    const reference = `${purpose}-${chanceOf(key, `reference ${nth}`).int(100_000_000, 999_999_999)}`;
    const file: File = { ...ask, nth, reference, receivedAt: now, status, dueAt };
    files.push(file);
    if (atOnce && status === 'open') return answer(index, now);
    if (status === 'open') waiting.add(index);
    for (const [step, { at = now, ...told }] of (practice.onTheWay?.(ask, luck, { at: now, dueAt }) ?? []).entries()) {
      post(file, { kind: 'progress', ...told, at }, at, `progress ${nth}/${step}`);
    }
    return replyOf(file);
  };

  /** What bars the door at this moment, for everybody. */
  const barred = (): UnavailableCode | undefined => weather(system).door ?? spellAt(faults, system, first, clock.now());

  const atTheDoor = (key: string): Either<Fault, Random> => {
    const nth = asked.get(key) ?? 0;
    asked.set(key, nth + 1);
    const luck = chanceOf(key, `ask ${nth}`);
    const { unreachable, loginRefused, busy } = faults.line;
    const code =
      barred() ??
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
    meet(file);
    const open = atTheDoor(file.key);
    if (E.isLeft(open)) return open;
    const unknown: Either<OutcomeUnknown, never> = E.left({ kind: 'OutcomeUnknown', system: agency });
    if (open.right.chance(faults.line.askLost)) return unknown;
    const reply = arrive(file);
    return open.right.chance(faults.line.replyLost) || weather(system).losesAnswers === true ? unknown : E.right(reply);
  };

  const find = ({ key }: Ask<Content>): Either<Fault, Reply<Answer> | undefined> => {
    work();
    const open = atTheDoor(key);
    if (E.isLeft(open)) return open;
    const known = withKey(key);
    const file = known.find(({ status }) => status === 'answered') ?? known[0];
    return E.right(file === undefined ? undefined : replyOf(file));
  };

  const inOrder = ({ at, delivery: { key } }: (typeof outbound)[number]): string => `${at} ${matterOf.get(key) ?? key}`;

  const collect = (): Either<Fault, readonly Delivery<Answer>[]> => {
    work();
    const now = clock.now();
    const code = barred();
    if (code !== undefined) return E.left(unavailable(agency, code, true));
    const arrived = outbound.filter(({ at }) => at <= now);
    outbound = outbound.filter(({ at }) => at > now);
    return E.right(arrived.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)).map(({ delivery }) => delivery));
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
    queue: () => {
      work();
      const putAway = files.filter(({ status }) => status === 'put-away').length;
      return { agency, system, purpose, open: waiting.size, putAway, replies: outbound.length };
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
