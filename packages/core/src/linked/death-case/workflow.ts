/** Commands to a death case, decided and recorded. */
import { claimHolder, fileInto } from '../../application/index.js';
import { pipe, TE } from '../../fp.js';
import { type Handled, type HandleEnv, handle, streamOf } from '../../kernel/index.js';
import type { ApplyForDeath, DeathCommand } from './commands.js';
import type { DeathEvent } from './events.js';
import type { DeathCaseKind } from './kind.js';
import type { DeathReason } from './reasons.js';
import { type DeathCase, outcomeOf } from './state.js';

type Answer = Handled<DeathEvent, DeathCase, DeathReason>;

/** Files an application. The case's id follows from the command's, so that a repeated filing opens no second case. */
export const applyForDeath =
  (env: HandleEnv, kind: DeathCaseKind) =>
  (command: ApplyForDeath): Answer =>
    fileInto(env)(kind)(command);

const claiming = {
  claimOf: ({ application }: DeathCase): string | undefined => application.declaration?.claim,
  lapsed: (death: DeathCase): boolean => ['withdrawn', 'refused', 'stopped'].includes(outcomeOf(death, 'death') ?? ''),
};

/**
 * Puts a command to a case. `RegisterDeath` first takes the claim on this death (R6) and carries its holder to the rules; a
 * claim whose case ended without a registration has lapsed.
 */
export const submitToDeath =
  (env: HandleEnv, kind: DeathCaseKind) =>
  (id: string, command: DeathCommand): Answer => {
    const put = (told: DeathCommand): Answer => handle(env)(kind)(streamOf(kind, id), told);
    return command.type === 'RegisterDeath'
      ? pipe(
          claimHolder(env, kind, id, command, claiming),
          TE.flatMap((holder) => put({ ...command, data: { holder } })),
        )
      : put(command);
  };
