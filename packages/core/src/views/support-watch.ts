/**
 * The watch over silent agencies (theo dõi cơ quan chưa trả lời): requests that nobody answered for as many working days as the row
 * of the law says are brought before the support team, once for each silence. It gives a command as the timekeeper does and decides
 * nothing; the view tells since when, which the state of a case does not know.
 */
import { E, pipe, TE } from '../fp.js';
import { consequentId, type Fault, type HandleEnv, handle, type OutcomeUnknown } from '../kernel/index.js';
import type { ViewFault, ViewStore } from '../kernel/view-store.js';
import type { LawBook } from '../law/index.js';
import { type BirthCaseKind, birthCaseKind } from '../linked/birth-case/index.js';
import { type DeathCaseKind, deathCaseKind } from '../linked/death-case/index.js';
import type { Purpose } from '../requests/index.js';
import { isTheTeams } from '../support/index.js';
import type { Instant } from '../values/plain-date.js';
import { caseQuestions } from './questions.js';
import type { AskedRequest } from './stuck-requests.js';

/** Once the agency has the file, the limit of its leg runs, or the month of the payment list: that is not silence. */
const HAS_ITS_OWN_LIMIT: readonly Purpose[] = [
  'enter-birth',
  'register-residence',
  'issue-card',
  'issue-identity-card',
  'enter-death',
  'delete-residence',
  'decide-insurance-funeral',
  'decide-social-funeral',
  'decide-merit-funeral',
  'decide-survivor',
  'pay-funeral',
  'pay-merit-lump',
  'pay-survivor',
];

export type Unheard = Readonly<{ asked: AskedRequest; cause: 'silent' | 'failing' }>;

const unheardAs = ({ status, purpose }: AskedRequest): Unheard['cause'] | undefined => {
  switch (status) {
    case 'failed':
    case 'deferred':
      return 'failing';
    case 'intended':
    case 'sent':
      return 'silent';
    case 'acknowledged':
      return HAS_ITS_OWN_LIMIT.includes(purpose) ? undefined : 'silent';
    case 'given-up':
    case 'answered':
      return undefined;
  }
};

/** Requests that are the team's by now and not before it yet. An agency that asked to wait is not silent until then. */
export const unheardOf = (book: LawBook, asked: readonly AskedRequest[], at: Instant): readonly Unheard[] =>
  asked.flatMap((request): readonly Unheard[] => {
    const cause = request.escalated ? undefined : unheardAs(request);
    if (cause === undefined) return [];
    const since = request.until !== undefined && request.until > request.since ? request.until : request.since;
    return isTheTeams(book, cause, since, at) ? [{ asked: request, cause }] : [];
  });

/** One silence of one request brings one matter, however often the watch looks. */
const orderOf = ({ asked: { caseId, request, since }, cause }: Unheard, at: Instant) => ({
  id: consequentId(`watch/${caseId}/${request}/${since}/${cause}`),
  type: 'Escalate' as const,
  at,
  actor: { id: 'timekeeper', role: 'timekeeper' },
  data: { about: request, cause },
});

export type Watched = Readonly<{
  /** Matters brought before the team by this step. */
  brought: number;
  /** Requests that the rules had nothing to bring for: answered or brought meanwhile. */
  idle: number;
}>;
export type SupportWatch = Readonly<{
  step: (now: Instant) => TE.TaskEither<Fault | OutcomeUnknown | ViewFault, Watched>;
}>;

export const createSupportWatch = ({
  views,
  law,
  births = birthCaseKind(law),
  deaths = deathCaseKind(law),
  ...env
}: HandleEnv &
  Readonly<{ views: ViewStore; law: LawBook; births?: BirthCaseKind; deaths?: DeathCaseKind }>): SupportWatch => {
  const bring = (unheard: Unheard, now: Instant) => {
    const { group, stream } = unheard.asked;
    const order = orderOf(unheard, now);
    return group === 'birth'
      ? pipe(
          handle(env)(births)(stream, order),
          TE.map((done) => E.isRight(done) && !done.right.repeated),
        )
      : pipe(
          handle(env)(deaths)(stream, order),
          TE.map((done) => E.isRight(done) && !done.right.repeated),
        );
  };
  return {
    step: (now) => async () => {
      const asked = await caseQuestions(views).requests()();
      if (E.isLeft(asked)) return asked;
      const came = { brought: 0, idle: 0 };
      for (const unheard of unheardOf(law, asked.right, now)) {
        const done = await bring(unheard, now)();
        if (E.isLeft(done)) return done;
        if (done.right) came.brought += 1;
        else came.idle += 1;
      }
      return E.right(came);
    },
  };
};
