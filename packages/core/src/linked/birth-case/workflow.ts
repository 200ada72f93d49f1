/** Commands to a birth case, decided and recorded; nobody outside has heard of it yet. The courier tells the agencies. */
import { pipe, TE } from '../../fp.js';
import { takeClaim } from '../../kernel/claim.js';
import type { Fault, OutcomeUnknown } from '../../kernel/index.js';
import { caseId, type Handled, type HandleEnv, handle, load, streamOf } from '../../kernel/index.js';
import type { Apply, BirthCommand } from './commands.js';
import type { BirthEvent } from './events.js';
import type { BirthCaseKind } from './kind.js';
import type { BirthReason } from './reasons.js';
import { type BirthCase, outcomeOf } from './state.js';

type Answer = Handled<BirthEvent, BirthCase, BirthReason>;

/** Files an application. The case's id follows from the command's, so that a repeated filing opens no second case. */
export const apply =
  (env: HandleEnv, kind: BirthCaseKind) =>
  (command: Apply): Answer =>
    handle(env)(kind)(streamOf(kind, caseId(command.id)), command);

/**
 * Puts a command to a case. `RegisterBirth` first takes the claim on this birth (R6) and carries its holder to the rules; a
 * claim whose case ended without a registration has lapsed.
 */
export const submit =
  (env: HandleEnv, kind: BirthCaseKind) =>
  (id: string, command: BirthCommand): Answer => {
    const put = (told: BirthCommand): Answer => handle(env)(kind)(streamOf(kind, id), told);
    return command.type === 'RegisterBirth'
      ? pipe(
          holderFor(env, kind, id, command),
          TE.flatMap((holder) => put({ ...command, data: { holder } })),
        )
      : put(command);
  };

const holderFor = (
  { journal }: HandleEnv,
  kind: BirthCaseKind,
  id: string,
  { at, actor }: BirthCommand,
): TE.TaskEither<Fault | OutcomeUnknown, string> => {
  const lapsed = (holder: string): TE.TaskEither<Fault, boolean> =>
    pipe(
      load(journal, kind, streamOf(kind, holder)),
      TE.map(({ state }) => ['withdrawn', 'refused'].includes(outcomeOf(state, 'birth') ?? '')),
    );
  return pipe(
    load(journal, kind, streamOf(kind, id)),
    TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
    TE.flatMap(({ state }) => {
      const claim = state.application.declaration?.claim;
      return claim === undefined
        ? TE.right(id)
        : takeClaim(journal, { stream: `claim-birth-${claim}`, caseId: id, at, actor }, lapsed);
    }),
  );
};
