/** What closes a whole case to a command: not opened, closed, the wrong role, the wrong place, a leg nobody asked for. */
import type { Authority, Jurisdictions } from '../authority/index.js';
import type { LegName } from '../dossier/events.js';
import { E, type Either } from '../fp.js';
import { type Command, examine, type Refused, type Rule, refuseUnless, when } from '../kernel/index.js';
import {
  type Competences,
  currentLawOf,
  type GroupLaw,
  type LawBook,
  type LawInForce,
  type Parameter,
  provision,
} from '../law/index.js';
import { dayOf } from '../values/plain-date.js';
import type { Declared } from './events.js';
import { legsOf } from './state.js';
import type { CommandLine } from './table.js';

export type GuardReason =
  | 'ServiceNotYetOpen'
  | 'CaseNotOpened'
  | 'CaseIsClosed'
  | 'RoleNotEntitled'
  | 'OfficeNotHeld'
  | 'OutsideJurisdiction'
  | 'MandateMissing'
  | 'LegNotChosen';

/** As much of a case as its guard looks at. */
export type Guarded<L extends LegName> = Readonly<{
  application: Readonly<{
    phase: 'none' | 'open' | 'closed';
    declaration: Declared<L> | null;
    withdrawn: readonly L[];
  }>;
}>;

/** What tells the guard of one group from that of the other. */
export type Gate<L extends LegName> = Readonly<{
  group: GroupLaw<L>;
  table: Readonly<Record<string, CommandLine<string, L>>>;
  /** Offices bound to a place: whoever holds one acts for a unit competent for one of these legs, or for its successor. */
  bound: Readonly<Record<string, readonly [L, ...L[]]>>;
  declarants: Parameter<unknown>;
  bundles: Parameter<unknown>;
}>;

type GuardRule<L extends LegName> = Rule<Command, Guarded<L>, GuardReason>;

const lineOf = <L extends LegName>({ table }: Gate<L>, { type }: Command): CommandLine<string, L> =>
  table[type] as CommandLine<string, L>;

/** The leg a command is about; `undefined` when it is about the case. */
export const legOfCommand = <L extends LegName>(
  table: Readonly<Record<string, CommandLine<string, L>>>,
  { type, data }: Command,
): L | undefined => {
  const line = table[type];
  return line?.part === 'of-leg' || line?.namesLeg === true ? (data as Readonly<{ leg: L }>).leg : line?.leg;
};

/** Before the first text that let a certificate go from agency to agency no linked case could be; that text is cited. */
const serviceOpen = (_: Command, __: unknown, law: LawInForce): ReturnType<GuardRule<LegName>> => {
  const [first] = provision.extractValue.rows;
  return first === undefined || law.row(provision.extractValue) !== undefined
    ? []
    : [{ reason: 'ServiceNotYetOpen', citations: [first.citation], facts: { since: first.from }, remedy: null }];
};

const opened = <L extends LegName>({ declarants }: Gate<L>): GuardRule<L> =>
  refuseUnless(
    'CaseNotOpened',
    declarants,
    ({ type }, { application }) => type === 'Apply' || application.phase !== 'none',
    { remedy: { kind: 'command', command: 'Apply', by: 'applicant' } },
  );

const notClosed = <L extends LegName>(gate: Gate<L>): GuardRule<L> =>
  refuseUnless(
    'CaseIsClosed',
    provision.closedApplication,
    (command, { application }) =>
      application.phase !== 'closed' || lineOf(gate, command).afterClose || command.type === 'Apply',
    { elsewhere: { procedure: 'new-application', desk: 'onestop' } },
  );

/** Acts that each agency does for its own leg's files only. */
const OWN_LEG_ONLY: readonly string[] = ['receive', 'ask-supplement', 'stop'];

/** Offices entitled to this very command: an agency takes in and completes its own legs' files, the one-stop desk takes in all. */
const entitledTo = <L extends LegName>(
  gate: Gate<L>,
  command: Command,
  competences: Competences,
): readonly string[] => {
  const { act } = lineOf(gate, command);
  const leg = legOfCommand(gate.table, command);
  return (competences[act] ?? []).filter((office) => {
    const own = gate.bound[office];
    return !OWN_LEG_ONLY.includes(act) || own === undefined || (leg !== undefined && own.includes(leg));
  });
};

const entitledBy = <L extends LegName>(gate: Gate<L>, competence: Parameter<Competences>): GuardRule<L> =>
  refuseUnless(
    'RoleNotEntitled',
    competence,
    (command, _, competences) => entitledTo(gate, command, competences).includes(command.actor.role),
    {
      facts: (command) => ({ role: command.actor.role, act: lineOf(gate, command).act }),
      remedy: (command, _, row) => {
        const [office] = entitledTo(gate, command, row.value as Competences);
        return office === undefined ? null : { kind: 'command', command: command.type, by: office };
      },
    },
  );

/** Acts of the support team rest on no group's law, but on a parameter of their own. */
const SUPPORT_ACTS: readonly string[] = ['look-after', 'alias'];

const entitled = <L extends LegName>(gate: Gate<L>): readonly GuardRule<L>[] => {
  const ofSupport = (command: Command): boolean => SUPPORT_ACTS.includes(lineOf(gate, command).act);
  return [
    when((command) => !ofSupport(command), entitledBy(gate, gate.group.competence)),
    when(ofSupport, entitledBy(gate, provision.supportCompetence)),
  ];
};

/** Held on the day of the act, in one's own right or by a delegation that still runs. */
const appointed = <L extends LegName>({ group }: Gate<L>, { holds }: Authority): GuardRule<L> =>
  refuseUnless('OfficeNotHeld', group.competence, ({ actor, at }) => holds(actor, dayOf(at)), {
    facts: ({ actor }) => ({ role: actor.role, unit: actor.unit ?? null }),
  });

/** In another's name, by a mandate that runs on the day of the act; where nobody keeps mandates, as they say. */
const mandated = <L extends LegName>({ declarants }: Gate<L>, { mandated: asked }: Authority): GuardRule<L> =>
  refuseUnless(
    'MandateMissing',
    declarants,
    ({ actor, onBehalfOf, at }) =>
      onBehalfOf === undefined || asked === undefined || asked(actor, onBehalfOf, dayOf(at)),
    { facts: ({ actor }) => ({ role: actor.role, unit: actor.unit ?? null }) },
  );

/** Where an officer may act: at the unit competent for the command's leg, if it is one of the office's own, else for its first. */
const competentFor = <L extends LegName>(gate: Gate<L>, command: Command, { application }: Guarded<L>) => {
  const own = gate.bound[command.actor.role];
  if (own === undefined) return undefined;
  const leg = legOfCommand(gate.table, command);
  const authorities = application.declaration?.authorities;
  return authorities?.[leg !== undefined && own.includes(leg) ? leg : own[0]];
};

const inItsPlace = <L extends LegName>(gate: Gate<L>, jurisdictions: Jurisdictions): GuardRule<L> =>
  refuseUnless(
    'OutsideJurisdiction',
    gate.group.competence,
    (command, guarded) => {
      const competent = competentFor(gate, command, guarded);
      return competent === undefined || jurisdictions.covers(command.actor.unit ?? '', competent, dayOf(command.at));
    },
    {
      facts: (command, guarded) => ({
        unit: command.actor.unit ?? null,
        competent: competentFor(gate, command, guarded) ?? null,
      }),
    },
  );

const chosen = <L extends LegName>(gate: Gate<L>): GuardRule<L> =>
  refuseUnless(
    'LegNotChosen',
    gate.bundles,
    (command, { application }) => {
      const leg = legOfCommand(gate.table, command);
      return leg === undefined || application.phase !== 'open' || legsOf(application).includes(leg);
    },
    { facts: (command) => ({ leg: legOfCommand(gate.table, command) ?? null }) },
  );

export const guard = <L extends LegName>(
  book: LawBook,
  authority: Authority,
  gate: Gate<L>,
): (<C extends Command>(command: C, guarded: Guarded<L>) => Either<Refused<GuardReason>, C>) => {
  const first = examine<Command, Guarded<L>, GuardReason>(serviceOpen, opened(gate), notClosed(gate));
  const then = examine<Command, Guarded<L>, GuardReason>(
    ...entitled(gate),
    appointed(gate, authority),
    mandated(gate, authority),
    inItsPlace(gate, authority),
    chosen(gate),
  );
  return (command, guarded) => {
    const law = currentLawOf(book, command.at);
    const open = first(command, guarded, law);
    if (E.isLeft(open)) return open;
    const judged = then(command, guarded, law);
    return E.isLeft(judged) ? judged : E.right(command);
  };
};
