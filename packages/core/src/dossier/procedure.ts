/**
 * A procedure of the bundle as a leg of the case (R15). Orders about its file (hồ sơ) are the same for all; its own orders are
 * judged under the law frozen when the file was received, known as of now.
 */
import type { Either, NonEmpty } from '../fp.js';
import type { Attribution, Command, Leg, Refused } from '../kernel/index.js';
import type { GroupLaw, LawBook, LawInForce } from '../law/index.js';
import type { LegDossierCommand } from './commands.js';
import type { Dossier } from './dossier.js';
import type { FileEvent, LegName } from './events.js';
import { decideFile, type FileReason } from './file-rules.js';
import { procedureLaw } from './governing-law.js';

export type Procedure<L extends LegName, C, Ev, S, F, R extends string, Own> = Readonly<{
  leg: L;
  initial: S;
  evolve: (own: S, event: Own) => S;
  ended: (own: S) => boolean;
  /** Whether what this leg begins on is there: the application, or the electronic certificate. */
  mayBegin: (facts: F) => boolean;
  decide: (
    command: C,
    view: Readonly<{ own: S; facts: F }>,
    under: Readonly<{ law: LawInForce; attribution: Attribution }>,
  ) => Either<Refused<R>, NonEmpty<Ev>>;
}>;

/** The leg that a procedure makes: its own orders and those about its file. */
export type LegOfCase<L extends LegName, C, Ev, S, F, R extends string, Own> = Leg<
  C | LegDossierCommand<L>,
  Ev | FileEvent<L>,
  S,
  F,
  R | FileReason,
  Own
>;

const FILE_ORDERS: readonly string[] = [
  'ReceiveDossier',
  'RequestSupplement',
  'ProvideSupplement',
] satisfies LegDossierCommand['type'][];

const isAboutFile = <L extends LegName>(command: Command): command is LegDossierCommand<L> =>
  FILE_ORDERS.includes(command.type);

export const procedure = <
  L extends LegName,
  C extends Command,
  Ev,
  S extends Readonly<{ dossier: Dossier }>,
  F extends Readonly<{ authorities: Readonly<Partial<Record<string, string>>> }>,
  R extends string,
  Own,
>(
  book: LawBook,
  group: GroupLaw<L>,
  { leg, initial, evolve, ended, mayBegin, decide }: Procedure<NoInfer<L>, C, Ev, S, F, R, Own>,
): LegOfCase<L, C, Ev, S, F, R, Own> => {
  const file = decideFile(book, group);
  return {
    initial,
    evolve,
    decide: (command, own, facts) => {
      const { dossier } = own;
      if (isAboutFile<L>(command)) {
        const authority = facts.authorities[leg] ?? null;
        return file(command, { leg, dossier, ended: ended(own), authority, mayBegin: mayBegin(facts) });
      }
      const law = procedureLaw(book, dossier, command.at);
      return decide(command as C, { own, facts }, { law, attribution: { decidedBy: command.actor } });
    },
  };
};
