/**
 * Due dates of a birth case (các mốc hạn của hồ sơ khai sinh): one entry a leg and one for the whole, each with its
 * derivation. A leg that starts when others end is reckoned as if they ended on their own last days (R20–R25).
 */
import { note, type Step, workingDaysAfter, workingDaysBetween } from '../../law/calendar/counting.js';
import { type WorkingCalendar, workingCalendar } from '../../law/calendar/working-calendar.js';
import type { Confidence, LawBook, LawInForce, LawSetId, Parameter, Row } from '../../law/dated.js';
import { type Deadline, deadline, receipt, type Start, type Term, undated } from '../../law/deadline.js';
import { birthGroup, type Leg, type Limit, provision, rulebooksInForce } from '../../law/index.js';
import { dayOf, type Instant, type PlainDate } from '../../values/plain-date.js';

export type LegDeadline = Omit<Deadline, 'dueAt'> & Term & Readonly<{ leg: Leg | 'whole' }>;

/** The shape of `lienthong deadlines birth --json` (cli.md B). */
export type BirthDeadlines = Readonly<{
  procedure: 'birth';
  receivedAt: Instant;
  countsFrom: PlainDate | null;
  rulebook: readonly string[];
  lawSet: LawSetId;
  deadlines: readonly LegDeadline[];
}>;

export type BirthDeadlinesAsked = Readonly<{
  receivedAt: Instant;
  verification: boolean;
  /** All legs on offer on the day of receipt, unless named. */
  legs?: readonly Leg[];
  /** The day of receipt, unless named. */
  knownOn?: PlainDate;
  supplement?: Readonly<{ requestedAt: Instant; completedAt: Instant }>;
}>;

const inOrder: readonly Leg[] = ['birth', 'residence', 'card', 'identity-card'];

const limits: Readonly<Record<Leg | 'whole', Parameter<Limit>>> = {
  birth: provision.limitBirth,
  residence: provision.limitResidence,
  card: provision.limitCard,
  'identity-card': provision.limitIdentityCard,
  whole: provision.limitWhole,
};

type Reckoning = Readonly<{
  law: LawInForce;
  calendar: WorkingCalendar;
  asked: BirthDeadlinesAsked;
  legs: readonly Leg[];
}>;

/** Everything that may be chosen on that day. */
const onOffer = (law: LawInForce): readonly Leg[] => {
  const offered = new Set(law.row(provision.legsOnOffer)?.value.flat() ?? inOrder);
  return inOrder.filter((leg) => offered.has(leg));
};

const reckon = ({ law, calendar, asked, legs }: Reckoning, leg: Leg | 'whole', start: Start): Deadline =>
  deadline(law, calendar, law.row(limits[leg]), start, {
    verification: asked.verification,
    withoutResidence: !legs.includes('residence'),
  });

const received = ({ law, calendar }: Reckoning, leg: Leg | 'whole', at: Instant): Start | readonly Step[] => {
  const { on, at: moment, steps } = receipt(law, calendar, birthGroup, leg, at);
  return on === null ? steps : { on, ...(moment ? { at: moment } : {}), steps };
};

const isStart = (found: Start | readonly Step[]): found is Start => 'on' in found;

/** The limit as it ran before anything was asked for. */
const fromReceipt = (reckoning: Reckoning, leg: 'birth' | 'whole', at: Instant): Deadline => {
  const start = received(reckoning, leg, at);
  return isStart(start) ? reckon(reckoning, leg, start) : undated(start, reckoning.law.row(limits[leg]));
};

/** A held clock goes on with the working days it had left. */
const resumed = (
  { law, calendar, asked }: Reckoning,
  leg: 'birth' | 'whole',
  before: Deadline,
  start: Start,
  requestedOn: PlainDate,
): Deadline => {
  const first = receipt(law, calendar, birthGroup, leg, asked.receivedAt).on;
  const term = 'workingDays' in before ? before.workingDays : 0;
  const used = first === null ? 0 : Math.min(term, workingDaysBetween(calendar, first, requestedOn));
  const rest = workingDaysAfter(calendar, start.on, term - used);
  return { ...before, dueOn: rest.on, derivation: [...start.steps, ...rest.steps] };
};

/** With a supplement the limit starts anew, or goes on, when the dossier is full; the earlier due date stays told (R21). */
const fromFullDossier = (reckoning: Reckoning, leg: 'birth' | 'whole'): Deadline => {
  const { law, asked } = reckoning;
  const before = fromReceipt(reckoning, leg, asked.receivedAt);
  const after = law.row(provision.afterSupplement);
  if (!asked.supplement || !after) return before;
  const { requestedAt, completedAt } = asked.supplement;
  const completedOn = dayOf(completedAt);
  const told: readonly Step[] = [
    ...(before.dueOn ? [note(before.dueOn, 'earlier-due')] : []),
    note(completedOn, after.value === 'restart' ? 'restarted' : 'resumed', after),
  ];
  const start = received(reckoning, leg, completedAt);
  if (!isStart(start)) return undated([...told, ...start], law.row(limits[leg]));
  const informed: Start = { ...start, steps: [...told, ...start.steps] };
  return after.value === 'restart'
    ? reckon(reckoning, leg, informed)
    : resumed(reckoning, leg, before, informed, dayOf(requestedAt));
};

/** A later leg begins on the day the last of those it waits for ends. */
const fromEarlierLegs = (
  reckoning: Reckoning,
  leg: Exclude<Leg, 'birth'>,
  ended: ReadonlyMap<Leg, Deadline>,
): Deadline => {
  const { law, asked } = reckoning;
  const waitsFor = (law.row(provision.legOrder)?.value[leg] ?? ['birth']).flatMap((earlier) => {
    const due = ended.get(earlier);
    return due ? [{ earlier, due }] : [];
  });
  const open = waitsFor.find(({ due }) => due.dueOn === null);
  const row: Row<unknown> | undefined = law.row(limits[leg]);
  if (open)
    return undated(
      [{ ...note(dayOf(asked.receivedAt), 'waits-for-undated-leg'), leg: open.earlier, confidence: 'inferred' }],
      row,
    );
  const starts = waitsFor.map(({ earlier, due }) => ({
    leg: earlier,
    on: due.dueOn as PlainDate,
    sure: due.confidence,
  }));
  const last = starts.reduce((a, b) => (b.on > a.on ? b : a), starts[0] ?? birthday(asked));
  const step: Step = { ...note(last.on, 'starts-after-leg'), leg: last.leg, confidence: last.sure };
  return reckon(reckoning, leg, { on: last.on, steps: [step] });
};

/** Where nothing earlier was chosen, the leg starts on the day of receipt. */
const birthday = ({ receivedAt }: BirthDeadlinesAsked): Readonly<{ leg: Leg; on: PlainDate; sure: Confidence }> => ({
  leg: 'birth',
  on: dayOf(receivedAt),
  sure: 'inferred',
});

const entry = (leg: Leg | 'whole', { dueAt: _, ...due }: Deadline): LegDeadline => ({ leg, ...due });

/** Every due date of a birth application received at a moment, under the law frozen on that day (R10). */
export const birthDeadlines = (book: LawBook, asked: BirthDeadlinesAsked): BirthDeadlines => {
  const { receivedAt } = asked;
  const on = dayOf(receivedAt);
  const knownOn = asked.knownOn ?? on;
  const law = book.at({ on, knownOn });
  const chosen = asked.legs ?? onOffer(law);
  const legs = inOrder.filter((leg) => chosen.includes(leg));
  const reckoning: Reckoning = { law, calendar: workingCalendar(book, knownOn), asked, legs };

  const ends = new Map<Leg, Deadline>();
  for (const leg of legs)
    ends.set(leg, leg === 'birth' ? fromFullDossier(reckoning, leg) : fromEarlierLegs(reckoning, leg, ends));
  const whole = fromFullDossier(reckoning, 'whole');
  const counted = receipt(law, reckoning.calendar, birthGroup, 'whole', asked.supplement?.completedAt ?? receivedAt);

  return {
    procedure: 'birth',
    receivedAt,
    countsFrom: counted.on,
    rulebook: rulebooksInForce(law),
    lawSet: law.id,
    deadlines: [...[...ends].map(([leg, due]) => entry(leg, due)), entry('whole', whole)],
  };
};
