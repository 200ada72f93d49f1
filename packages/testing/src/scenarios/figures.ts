/** What a month comes to (số liệu), counted from the state of the cases: each case once. */
import { type BirthCase, outcomeOf } from '@lienthong/core/birth-case';

/**
 * `done`: every chosen procedure has its result; `partly`: some were refused or withdrawn after the birth was registered;
 * `refused`, `withdrawn`: the birth itself was; `stuck`: open, and in the hands of the support team; `open`: under way.
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

export const statusOf = (birth: BirthCase): Status => {
  const { phase, escalated, declaration } = birth.application;
  if (phase !== 'closed') {
    const givenUp = Object.values(birth.requests).some(({ status }) => status === 'given-up');
    return escalated.length > 0 || givenUp ? 'stuck' : 'open';
  }
  const outcomes = (declaration?.legs ?? []).map((leg) => outcomeOf(birth, leg));
  const ofBirth = outcomeOf(birth, 'birth');
  if (ofBirth === 'refused' || ofBirth === 'withdrawn') return ofBirth;
  return outcomes.every((outcome) => outcome === 'done') ? 'done' : 'partly';
};

/** Days that citizens missed are no agency's lateness. */
const OF_CITIZENS = ['supplement/', 'declaring-birth/'];

export const isLate = ({ application }: BirthCase): boolean =>
  application.missed.some((deadline) => !OF_CITIZENS.some((own) => deadline.startsWith(own)));

const isRefused = (birth: BirthCase): boolean =>
  (birth.application.declaration?.legs ?? []).some((leg) => outcomeOf(birth, leg) === 'refused');

export const figuresOf = (cases: readonly BirthCase[]): Figures => {
  const byStatus: Record<Status, number> = { open: 0, stuck: 0, done: 0, partly: 0, refused: 0, withdrawn: 0 };
  for (const birth of cases) byStatus[statusOf(birth)] += 1;
  const late = cases.filter(isLate).length;
  return {
    byStatus,
    onTime: cases.filter((birth) => birth.application.phase === 'closed' && !isLate(birth)).length,
    late,
    stuck: byStatus.stuck,
    refused: cases.filter(isRefused).length,
  };
};
