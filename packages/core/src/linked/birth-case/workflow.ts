/** Commands to a birth case, decided and recorded. */
import { claimHolder, fileInto } from '../../application/index.js';
import { pipe, TE } from '../../fp.js';
import { type Handled, type HandleEnv, handle, streamOf } from '../../kernel/index.js';
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
    fileInto(env)(kind)(command);

const claiming = {
  claimOf: ({ application }: BirthCase): string | undefined => application.declaration?.claim,
  lapsed: (birth: BirthCase): boolean => ['withdrawn', 'refused'].includes(outcomeOf(birth, 'birth') ?? ''),
};

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
          claimHolder(env, kind, id, command, claiming),
          TE.flatMap((holder) => put({ ...command, data: { holder } })),
        )
      : put(command);
  };
