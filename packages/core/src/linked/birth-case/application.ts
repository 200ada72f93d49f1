/** The application for a birth: what opens it, and the notice joined to it; all else is as for any application. */
import {
  type ApplicationCommand,
  type ApplicationFacts,
  type ApplicationReason,
  evolveApplication,
  judgeApplication,
  noApplication,
} from '../../application/index.js';
import type { Jurisdictions } from '../../authority/index.js';
import { E } from '../../fp.js';
import { caseId, emits, type Leg } from '../../kernel/index.js';
import { currentLawOf, type LawBook } from '../../law/index.js';
import type { Apply, AttachBirthNotice } from './commands.js';
import { type DeclarationReason, mayApply } from './declaration-rules.js';
import type { BirthLeg, OwnBirthApplicationEvent } from './events.js';
import type { BirthApplication } from './state.js';

export type BirthApplicationReason = DeclarationReason | ApplicationReason | 'BirthAlreadyRegistered';

export const application = (
  book: LawBook,
  jurisdictions: Jurisdictions,
): Leg<
  Apply | AttachBirthNotice | ApplicationCommand<BirthLeg>,
  OwnBirthApplicationEvent,
  BirthApplication,
  ApplicationFacts<BirthLeg>,
  BirthApplicationReason
> => {
  const opens = mayApply(jurisdictions);
  const judge = judgeApplication<BirthLeg, 'BirthAlreadyRegistered'>(book, {
    leg: 'birth',
    purpose: 'enter-birth',
    registered: 'BirthAlreadyRegistered',
  });
  return {
    initial: noApplication,
    decide: (command, own, facts) => {
      if (command.type === 'Apply') {
        const { declaration, personal } = command.data;
        const judged = opens(command, { opened: own.phase !== 'none' }, currentLawOf(book, command.at));
        return emits(judged, { type: 'Applied', case: caseId(command.id), declaration, personal });
      }
      return command.type === 'AttachBirthNotice'
        ? E.right([{ type: 'BirthNoticeAttached', ...command.data }])
        : judge(command, own, facts);
    },
    evolve: (own, event) =>
      event.type === 'BirthNoticeAttached'
        ? { ...own, notice: { code: event.code, signed: event.signed } }
        : evolveApplication(own, event),
  };
};
