/**
 * Due dates of a death case (các mốc hạn của hồ sơ khai tử): one entry a leg and one for the whole. A later leg is reckoned
 * as if registration ended on its last day; it is received on that day, and frozen under the law of that day (R10).
 */
import { chains } from '../../benefit/index.js';
import { countsFrom, note, type Step } from '../../law/calendar/counting.js';
import { type WorkingCalendar, workingCalendar } from '../../law/calendar/working-calendar.js';
import type { LawBook, LawInForce, LawSetId, Row } from '../../law/dated.js';
import { type Deadline, deadline, limitEnds, type Start, undated } from '../../law/deadline.js';
import {
  type Chain,
  type DecidingBody,
  deathRulebooksInForce,
  type Limit,
  type Payer,
  provision,
  weakest,
} from '../../law/index.js';
import { atInVietnam, dayOf, type Instant, type PlainDate } from '../../values/plain-date.js';

/** One link of the chain that decides on money. */
export type ChainStep = Omit<Deadline, 'dueAt'> & Readonly<{ by: DecidingBody }>;

/** `lawSet` is the law frozen at this leg's own receipt; a leg without a day has none. */
export type DeathLegDeadline = Omit<Deadline, 'dueAt'> &
  Readonly<{
    leg: 'death' | 'residence' | 'funeral' | 'whole';
    lawSet: LawSetId | null;
    steps?: readonly ChainStep[];
  }>;

/** The shape of `lienthong deadlines death --json` (cli.md B). */
export type DeathDeadlines = Readonly<{
  procedure: 'death';
  receivedAt: Instant;
  countsFrom: PlainDate | null;
  rulebook: readonly string[];
  lawSet: LawSetId;
  deadlines: readonly DeathLegDeadline[];
}>;

export type DeathDeadlinesAsked = Readonly<{
  receivedAt: Instant;
  /** Without a payer no benefit is asked for, and there is no funeral leg. */
  payer?: Payer;
  /** Each leg's own day of receipt, unless named. */
  knownOn?: PlainDate;
}>;

const withoutMoment = <D extends Deadline>({ dueAt: _, ...due }: D): Omit<D, 'dueAt'> => due;

/** Where nothing can be counted, the reason stands in the last step. */
type Reckoning = Readonly<{ calendar: WorkingCalendar; start: Start | null; steps: readonly Step[] }>;

/** The group's receipt, and registration's: at once, or on the next working day (R20). */
const received = (law: LawInForce, calendar: WorkingCalendar, at: Instant): Reckoning => {
  const cutOff = law.row(provision.deathCutOff);
  if (!cutOff) return { calendar, start: null, steps: [{ ...note(dayOf(at), 'no-row'), confidence: 'inferred' }] };
  const { on, at: moment, steps } = countsFrom(calendar, cutOff, at);
  return { calendar, start: on === null ? null : { on, ...(moment ? { at: moment } : {}), steps }, steps };
};

const reckon = (law: LawInForce, { calendar, start, steps }: Reckoning, limit: Row<Limit> | undefined): Deadline =>
  start ? deadline(law, calendar, limit, start) : undated(steps, limit);

/** The day a later leg's data arrive: when what it waits for ends. */
const afterwards = (calendar: WorkingCalendar, waitedFor: Deadline, named: string, since: PlainDate): Reckoning => {
  if (waitedFor.dueOn === null) {
    const step: Step = { ...note(since, 'waits-for-undated-leg'), leg: named, confidence: 'inferred' };
    return { calendar, start: null, steps: [step] };
  }
  const step: Step = { ...note(waitedFor.dueOn, 'starts-after-leg'), leg: named, confidence: waitedFor.confidence };
  return { calendar, start: { on: waitedFor.dueOn, steps: [step] }, steps: [step] };
};

const stepsOf = (law: LawInForce, first: Reckoning, chain: Row<Chain>): readonly ChainStep[] => {
  const steps: ChainStep[] = [];
  let here = first;
  for (const { by, limit } of chain.value) {
    const due = reckon(law, here, { ...chain, value: limit });
    steps.push({ by, ...withoutMoment(due) });
    here = afterwards(first.calendar, due, by, first.start?.on ?? law.date.on);
  }
  return steps;
};

/** The links of a chain that begins on a day, each from the end of the one before. */
export const reckonChain = (
  law: LawInForce,
  calendar: WorkingCalendar,
  start: Start,
  chain: Row<Chain>,
): readonly ChainStep[] => stepsOf(law, { calendar, start, steps: start.steps }, chain);

/** The end of a chain is the end of its last link. A chain of one link says how long that link takes. */
export const endOfChain = (steps: readonly ChainStep[], chain: Row<Chain>): Omit<Deadline, 'dueAt'> => {
  const [only, second] = steps;
  if (only && !second) {
    const { by: _, ...due } = only;
    return due;
  }
  return {
    dueOn: steps.at(-1)?.dueOn ?? null,
    confidence: weakest(steps.map(({ confidence }) => confidence)),
    citation: chain.citation,
    derivation: steps.flatMap(({ derivation }) => derivation),
  };
};

/** Every due date of an application after a death, received at a moment. */
export const deathDeadlines = (book: LawBook, { receivedAt, payer, ...asked }: DeathDeadlinesAsked): DeathDeadlines => {
  const receivedOn = dayOf(receivedAt);
  const knownOn = asked.knownOn ?? receivedOn;
  const calendar = workingCalendar(book, knownOn);
  const law = book.at({ on: receivedOn, knownOn });
  const receipt = received(law, calendar, receivedAt);
  const death = reckon(law, receipt, law.row(provision.limitDeath));

  const on = death.dueOn ?? receivedOn;
  const knownThen = asked.knownOn ?? on;
  const later = afterwards(workingCalendar(book, knownThen), death, 'death', receivedOn);
  const lawThen = book.at({ on, knownOn: knownThen });
  const lawSet = later.start ? lawThen.id : null;
  const residence = reckon(lawThen, later, lawThen.row(provision.limitResidenceDeletion));

  const funeral = (from: Payer): DeathLegDeadline => {
    const chain = lawThen.row(chains[from]);
    if (!chain) return { leg: 'funeral', ...withoutMoment(reckon(lawThen, later, undefined)), lawSet };
    const steps = stepsOf(lawThen, later, chain);
    return { leg: 'funeral', ...endOfChain(steps, chain), lawSet, steps };
  };

  return {
    procedure: 'death',
    receivedAt,
    countsFrom: receipt.start?.on ?? null,
    rulebook: deathRulebooksInForce(law),
    lawSet: law.id,
    deadlines: [
      { leg: 'death', ...withoutMoment(death), lawSet: law.id },
      { leg: 'residence', ...withoutMoment(residence), lawSet },
      ...(payer ? [funeral(payer)] : []),
      { leg: 'whole', ...withoutMoment(reckon(law, receipt, law.row(provision.limitDeathWhole))), lawSet: law.id },
    ],
  };
};

/** The last day to declare a death in time (T1); whoever declares later is registered too. */
export const declaringDeathBy = (book: LawBook, diedOn: PlainDate, knownOn: PlainDate = diedOn): Deadline =>
  limitEnds(book, book.at({ on: diedOn, knownOn }).row(provision.limitDeclaringDeath), atInVietnam(diedOn), knownOn);
