/** The application after a death: what opens it, the notice joined to it, and what an agency stops in writing. */
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
import { caseId, emits, examine, type Leg, type Rule, refuseUnless, when } from '../../kernel/index.js';
import { currentLawOf, type DeathLeg, documentLawOf, type LawBook, provision } from '../../law/index.js';
import { isPending } from '../../requests/index.js';
import type { ApplyForDeath, AttachDeathNotice, StopLeg } from './commands.js';
import { type DeathDeclarationReason, mayApply } from './declaration-rules.js';
import type { DeathNoticeAttached, OwnDeathApplicationEvent } from './events.js';
import type { DeathApplication } from './state.js';

export type DeathApplicationReason =
  | DeathDeclarationReason
  | ApplicationReason
  | 'DeathAlreadyRegistered'
  | 'StopNotKnown'
  | 'DeletedExOfficio';

type Command = ApplyForDeath | AttachDeathNotice | StopLeg | ApplicationCommand<DeathLeg>;
type Facts = ApplicationFacts<DeathLeg>;
type StopRule = Rule<StopLeg, Facts, DeathApplicationReason>;

/** Before the one-stop circular had a form for it, a file was refused or withdrawn, and never stopped. */
const stopKnown: StopRule = (_, __, law) => {
  const [first] = provision.stopNotice.rows;
  return first === undefined || law.row(provision.stopNotice) !== undefined
    ? []
    : [{ reason: 'StopNotKnown', citations: [first.citation], facts: { since: first.from }, remedy: null }];
};

const mayStop = examine<StopLeg, Facts, DeathApplicationReason>(
  stopKnown,
  refuseUnless('LegHasEnded', provision.closedApplication, ({ data }, { ended }) => !ended.includes(data.leg)),
  when(
    ({ data }) => data.leg === 'death',
    refuseUnless('DeathAlreadyRegistered', provision.oneRegistration, (_, { registered }) => !registered),
    refuseUnless(
      'RegistrationUnderWay',
      provision.oneRegistration,
      (_, { requests }) => !isPending(requests, 'enter-death'),
    ),
  ),
);

/** Since the police delete by themselves, nobody can take that back. */
const mayWithdraw = examine<Command, Facts, DeathApplicationReason>(
  when(
    (command) => command.type === 'WithdrawLeg' && command.data.leg === 'residence',
    refuseUnless(
      'DeletedExOfficio',
      provision.deletionBegins,
      (_, { registered }, who) => who !== 'agency' || !registered,
    ),
  ),
);

/** Which form a notice had to be on goes by its own day of issue. */
export const noticeAttached = (
  book: LawBook,
  { code, signed, form, issuedOn, personal }: AttachDeathNotice['data'],
): DeathNoticeAttached => {
  const asked = documentLawOf(book, issuedOn).row(provision.deathNoticeForm)?.value.form;
  return {
    type: 'DeathNoticeAttached',
    code,
    signed,
    form,
    issuedOn,
    outdated: asked !== undefined && asked !== form,
    ...(personal === undefined ? {} : { personal }),
  };
};

export const application = (
  book: LawBook,
  jurisdictions: Jurisdictions,
): Leg<Command, OwnDeathApplicationEvent, DeathApplication, Facts, DeathApplicationReason> => {
  const opens = mayApply(book, jurisdictions);
  const judge = judgeApplication<DeathLeg, 'DeathAlreadyRegistered'>(book, {
    leg: 'death',
    purpose: 'enter-death',
    registered: 'DeathAlreadyRegistered',
  });
  return {
    initial: { ...noApplication, stopped: [] },
    decide: (command, own, facts) => {
      const law = currentLawOf(book, command.at);
      if (command.type === 'Apply') {
        const { declaration, personal } = command.data;
        const judged = opens(command, { opened: own.phase !== 'none' }, law);
        return emits(judged, { type: 'Applied', case: caseId(command.id), declaration, personal });
      }
      if (command.type === 'AttachDeathNotice') return E.right([noticeAttached(book, command.data)]);
      if (command.type === 'StopLeg')
        return emits(mayStop(command, facts, law), { type: 'LegStopped', ...command.data });
      const free = mayWithdraw(command, facts, law);
      return E.isLeft(free) ? free : judge(command, own, facts);
    },
    evolve: (own, event) => {
      if (event.type === 'DeathNoticeAttached') return { ...own, notice: { code: event.code, signed: event.signed } };
      if (event.type === 'LegStopped') return { ...own, stopped: [...own.stopped, event.leg] };
      return { ...evolveApplication(own, event), stopped: own.stopped };
    },
  };
};
