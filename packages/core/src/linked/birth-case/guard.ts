/** What closes the whole case to a command: not opened, closed, the wrong role, the wrong place, a leg nobody asked for. */
import type { Authority, Jurisdictions } from '../../authority/index.js';
import type { LegName } from '../../dossier/events.js';
import { E, type Either } from '../../fp.js';
import { examine, type Refused, type Rule, refuseUnless } from '../../kernel/index.js';
import { type Competences, type LawBook, provision } from '../../law/index.js';
import { dayOf } from '../../values/plain-date.js';
import type { BirthCommand } from './commands.js';
import type { GuardReason } from './reasons.js';
import { type BirthCase, legsOf } from './state.js';
import { commandTable } from './table.js';

type GuardRule = Rule<BirthCommand, BirthCase, GuardReason>;

/** Offices bound to a place: whoever holds one acts for the unit competent for that leg, or for its successor. */
const BOUND: Readonly<Record<string, LegName>> = {
  'civil-status-officer': 'birth',
  'commune-leader': 'birth',
  clerk: 'birth',
  'residence-officer': 'residence',
  'insurance-officer': 'card',
  'identity-officer': 'identity-card',
};

/** The leg a command is about; `undefined` when it is about the case. */
export const legOfCommand = (command: BirthCommand): LegName | undefined =>
  commandTable[command.type].part === 'of-leg'
    ? (command.data as Readonly<{ leg: LegName }>).leg
    : commandTable[command.type].leg;

/** Before the first text that let a certificate go from agency to agency no linked case could be; that text is cited. */
const serviceOpen: GuardRule = (_, __, law) => {
  const [first] = provision.extractValue.rows;
  return first === undefined || law.row(provision.extractValue) !== undefined
    ? []
    : [{ reason: 'ServiceNotYetOpen', citations: [first.citation], facts: { since: first.from }, remedy: null }];
};

const opened: GuardRule = refuseUnless(
  'CaseNotOpened',
  provision.declarants,
  ({ type }, { application }) => type === 'Apply' || application.phase !== 'none',
  { remedy: { kind: 'command', command: 'Apply', by: 'applicant' } },
);

const notClosed: GuardRule = refuseUnless(
  'CaseIsClosed',
  provision.closedApplication,
  ({ type }, { application }) => application.phase !== 'closed' || commandTable[type].afterClose || type === 'Apply',
  { elsewhere: { procedure: 'new-application', desk: 'onestop' } },
);

/** Offices entitled to this very command: an agency takes in and completes its own leg's files, the one-stop desk takes in all. */
const entitledTo = (command: BirthCommand, competences: Competences): readonly string[] => {
  const { act } = commandTable[command.type];
  const ownLegOnly = act === 'receive' || act === 'ask-supplement';
  return (competences[act] ?? []).filter(
    (office) => !ownLegOnly || BOUND[office] === undefined || BOUND[office] === legOfCommand(command),
  );
};

const entitled: GuardRule = refuseUnless(
  'RoleNotEntitled',
  provision.competence,
  (command, _, competences) => entitledTo(command, competences).includes(command.actor.role),
  {
    facts: ({ type, actor }) => ({ role: actor.role, act: commandTable[type].act }),
    remedy: (command, _, row) => {
      const [office] = entitledTo(command, row.value as Competences);
      return office === undefined ? null : { kind: 'command', command: command.type, by: office };
    },
  },
);

/** Held on the day of the act, in one's own right or by a delegation that still runs. */
const appointed =
  ({ holds }: Authority): GuardRule =>
  (command, birth, law) =>
    refuseUnless<BirthCommand, BirthCase, GuardReason, unknown>(
      'OfficeNotHeld',
      provision.competence,
      ({ actor, at }) => holds(actor, dayOf(at)),
      { facts: ({ actor }) => ({ role: actor.role, unit: actor.unit ?? null }) },
    )(command, birth, law);

const inItsPlace =
  (jurisdictions: Jurisdictions): GuardRule =>
  (command, birth, law) => {
    const leg = BOUND[command.actor.role];
    const competent = leg === undefined ? undefined : birth.application.declaration?.authorities[leg];
    return refuseUnless<BirthCommand, BirthCase, GuardReason, unknown>(
      'OutsideJurisdiction',
      provision.competence,
      () => competent === undefined || jurisdictions.covers(command.actor.unit ?? '', competent, dayOf(command.at)),
      { facts: { unit: command.actor.unit ?? null, competent: competent ?? null } },
    )(command, birth, law);
  };

const chosen: GuardRule = (command, birth, law) => {
  const leg = legOfCommand(command);
  const closed = birth.application.phase !== 'open';
  return refuseUnless<BirthCommand, BirthCase, GuardReason, unknown>(
    'LegNotChosen',
    provision.legsOnOffer,
    () => leg === undefined || closed || legsOf(birth.application).includes(leg),
    { facts: { leg: leg ?? null } },
  )(command, birth, law);
};

export const guard = (
  book: LawBook,
  authority: Authority,
): ((command: BirthCommand, birth: BirthCase) => Either<Refused<GuardReason>, BirthCommand>) => {
  const first = examine<BirthCommand, BirthCase, GuardReason>(serviceOpen, opened, notClosed);
  const then = examine<BirthCommand, BirthCase, GuardReason>(
    entitled,
    appointed(authority),
    inItsPlace(authority),
    chosen,
  );
  return (command, birth) => {
    const today = dayOf(command.at);
    const law = book.at({ on: today, knownOn: today });
    const open = first(command, birth, law);
    return E.isLeft(open) ? open : then(command, birth, law);
  };
};
