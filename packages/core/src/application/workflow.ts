/** Commands to a case of either group, decided and recorded; nobody outside has heard of it yet. The courier tells the agencies. */
import { pipe, TE } from '../fp.js';
import { takeClaim } from '../kernel/claim.js';
import {
  type CaseKind,
  type Command,
  caseId,
  type DomainEvent,
  type Fault,
  type Handled,
  type HandleEnv,
  handle,
  load,
  type OutcomeUnknown,
  streamOf,
} from '../kernel/index.js';

/** Files an application. The case's id follows from the command's, so that a repeated filing opens no second case. */
export const fileInto =
  (env: HandleEnv) =>
  <C extends Command, Ev extends DomainEvent, S, R extends string>(kind: CaseKind<C, Ev, S, R>) =>
  (command: C): Handled<Ev, S, R> =>
    handle(env)(kind)(streamOf(kind, caseId(command.id)), command);

/** How a registration finds the one case that may make it: the claim a case has on the event, and when it lapses. */
export type Claiming<S> = Readonly<{
  /** The digest in the declaration; `undefined` while there is none. */
  claimOf: (state: S) => string | undefined;
  /** Whether a case ended without a registration, so that another may take its claim over. */
  lapsed: (state: S) => boolean;
}>;

/** The case that holds the claim on this one's event (R6). */
export const claimHolder = <C extends Command, Ev extends DomainEvent, S, R extends string>(
  { journal }: HandleEnv,
  kind: CaseKind<C, Ev, S, R>,
  id: string,
  { at, actor }: Command,
  { claimOf, lapsed }: Claiming<S>,
): TE.TaskEither<Fault | OutcomeUnknown, string> =>
  pipe(
    load(journal, kind, streamOf(kind, id)),
    TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
    TE.flatMap(({ state }) => {
      const claim = claimOf(state);
      if (claim === undefined) return TE.right(id);
      const hasLapsed = (holder: string): TE.TaskEither<Fault, boolean> =>
        pipe(
          load(journal, kind, streamOf(kind, holder)),
          TE.map((other) => lapsed(other.state)),
        );
      return takeClaim(journal, { stream: `claim-${kind.name}-${claim}`, caseId: id, at, actor }, hasLapsed);
    }),
  );
