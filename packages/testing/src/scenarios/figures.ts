/** What a month comes to (số liệu), counted from the state of the cases: each case once, of either group. */
import { type BirthCase, outcomeOf as outcomeOfBirth } from '@lienthong/core/birth-case';
import { type DeathCase, outcomeOf as outcomeOfDeath, unpaidIn } from '@lienthong/core/death-case';

/**
 * `done`: every chosen procedure has its result; `partly`: some were refused, withdrawn or asked for elsewhere after the
 * registration; `refused`, `withdrawn`: the registration itself was, or an agency stopped it; `stuck`: open, and in the hands of
 * the support team; `open`: under way.
 */
export const STATUSES = ['open', 'stuck', 'done', 'partly', 'refused', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export type Figures = Readonly<{
  byStatus: Readonly<Record<Status, number>>;
  /** Closed, and no agency missed a day. */
  onTime: number;
  /** An agency missed a day, whether the case is closed or not. */
  late: number;
  stuck: number;
  /** Cases in which something was refused in writing. */
  refused: number;
}>;

/** How many, and in đồng. */
export type Sum = Readonly<{ count: number; dong: number }>;
/** Decided and paid are two facts; what is outstanding is decided and topped up, and not paid. */
export type BenefitFigures = Readonly<Record<'decided' | 'toppedUp' | 'paid' | 'outstanding', Sum>>;

/** A case of either group, as far as figures look. */
type Counted = Readonly<{
  application: BirthCase['application'] | DeathCase['application'];
  requests: BirthCase['requests'] | DeathCase['requests'];
  /** How each chosen procedure ended, the registration first. */
  outcomes: readonly (string | undefined)[];
}>;

const ofBirth = (birth: BirthCase): Counted => ({
  application: birth.application,
  requests: birth.requests,
  outcomes: (birth.application.declaration?.legs ?? []).map((leg) => outcomeOfBirth(birth, leg)),
});

const ofDeath = (death: DeathCase): Counted => ({
  application: death.application,
  requests: death.requests,
  outcomes: (death.application.declaration?.legs ?? []).map((leg) => outcomeOfDeath(death, leg)),
});

const statusOf = ({ application, requests, outcomes }: Counted): Status => {
  const { phase, escalated } = application;
  if (phase !== 'closed') {
    const givenUp = Object.values(requests).some(({ status }) => status === 'given-up');
    return escalated.length > 0 || givenUp ? 'stuck' : 'open';
  }
  const [registration] = outcomes;
  if (registration === 'refused' || registration === 'withdrawn') return registration;
  if (registration === 'stopped') return 'refused';
  return outcomes.every((outcome) => outcome === 'done') ? 'done' : 'partly';
};

/** Days that citizens missed are no agency's lateness. */
const OF_CITIZENS = ['supplement/', 'declaring-birth/', 'declaring-death/'];

const isLate = ({ application }: Counted): boolean =>
  application.missed.some((deadline) => !OF_CITIZENS.some((own) => deadline.startsWith(own)));

export const figuresOf = ({
  births,
  deaths,
}: Readonly<{ births: readonly BirthCase[]; deaths: readonly DeathCase[] }>): Figures => {
  const cases = [...births.map(ofBirth), ...deaths.map(ofDeath)];
  const byStatus: Record<Status, number> = { open: 0, stuck: 0, done: 0, partly: 0, refused: 0, withdrawn: 0 };
  for (const each of cases) byStatus[statusOf(each)] += 1;
  return {
    byStatus,
    onTime: cases.filter((each) => each.application.phase === 'closed' && !isLate(each)).length,
    late: cases.filter(isLate).length,
    stuck: byStatus.stuck,
    refused: cases.filter(({ outcomes }) => outcomes.includes('refused')).length,
  };
};

const sumOf = (amounts: readonly number[]): Sum => {
  const some = amounts.filter((amount) => amount > 0);
  return { count: some.length, dong: some.reduce((sum, amount) => sum + amount, 0) };
};

/** Money after so many deaths. */
export const benefitsOf = (deaths: readonly DeathCase[]): BenefitFigures => {
  const decided = deaths.flatMap(({ funeral, survivor }) => Object.values({ ...funeral.decided, ...survivor.decided }));
  return {
    decided: sumOf(decided.map(({ amount }) => amount)),
    toppedUp: sumOf(decided.map(({ toppedUp }) => toppedUp)),
    paid: sumOf(deaths.flatMap(({ payments }) => Object.values(payments.paid))),
    outstanding: sumOf(deaths.flatMap((death) => Object.values(unpaidIn(death)))),
  };
};
