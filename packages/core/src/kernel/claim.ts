/**
 * Claims (R6): one birth, one registration, though two applications may stand in two streams. Before the decision the case
 * takes the claim stream, named by a keyed digest, at `none`; whoever comes second learns which case holds it.
 */
import { pipe, TE } from '../fp.js';
import type { Instant } from '../values/plain-date.js';
import type { Actor, NewEvent, StoredEvent } from './envelope.js';
import type { Fault, OutcomeUnknown } from './fault.js';
import { consequentId } from './ids.js';
import type { Journal } from './journal.js';

export const CLAIMED = 'Claimed';

export type Claim = Readonly<{ stream: string; caseId: string; at: Instant; actor: Actor }>;

const claimEvent = ({ stream, caseId, at, actor }: Claim, place: number): NewEvent => ({
  id: consequentId(`claim/${stream}/${caseId}/${place}`),
  type: CLAIMED,
  schema: 1,
  occurredAt: at,
  actor,
  causation: consequentId(`claim/${stream}/${caseId}`),
  correlation: caseId,
  data: { holder: caseId },
});

const holderOf = (events: readonly StoredEvent[]): string | undefined => {
  const last = events[events.length - 1]?.data['holder'];
  return typeof last === 'string' ? last : undefined;
};

/**
 * The case that holds the claim: this one, or the other. `lapsed` tells whether a holder let its claim go by ending without
 * a registration; then this case takes it over, at the exact revision it read.
 */
export const takeClaim = (
  journal: Journal,
  claim: Claim,
  lapsed: (holder: string) => TE.TaskEither<Fault, boolean>,
): TE.TaskEither<Fault | OutcomeUnknown, string> =>
  pipe(
    journal.read(claim.stream),
    TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
    TE.flatMap(({ events }): TE.TaskEither<Fault | OutcomeUnknown, string> => {
      const holder = holderOf(events);
      if (holder === undefined) return write(journal, claim, 'none', 0, lapsed);
      if (holder === claim.caseId) return TE.right(holder);
      const head = events.length - 1;
      return pipe(
        lapsed(holder),
        TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
        TE.flatMap((free) => (free ? write(journal, claim, { exact: head }, head + 1, lapsed) : TE.right(holder))),
      );
    }),
  );

const write = (
  journal: Journal,
  claim: Claim,
  expected: Parameters<Journal['append']>[1],
  place: number,
  lapsed: (holder: string) => TE.TaskEither<Fault, boolean>,
): TE.TaskEither<Fault | OutcomeUnknown, string> =>
  pipe(
    journal.append(claim.stream, expected, [claimEvent(claim, place)]),
    TE.map(() => claim.caseId),
    // A conflict: somebody was faster. An id in use: this very case was, by another officer at another moment.
    TE.orElse((problem) =>
      problem.kind === 'Conflict' || problem.kind === 'IdReused' ? takeClaim(journal, claim, lapsed) : TE.left(problem),
    ),
  );
