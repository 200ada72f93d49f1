/** The events of an ordinary death up to a stage. */
import { type Decider, dayOf, fold, type Instant, later } from '@lienthong/core';
import {
  type DeathCase,
  type DeathCommand,
  type DeathDeclaration,
  type DeathEvent,
  deathCase,
  unpaidIn,
} from '@lienthong/core/death-case';
import { lawBook } from '@lienthong/core/law';
import { at } from '../ordering.js';
import { caseOfEvents, continued, type Step, telling } from '../story.js';
import { aDeathDeclaration } from './a-death-declaration.js';
import { deathAnswer, deathApply, deathOrder, deathToday } from './order.js';

export const deathStages = [
  'applied',
  'received',
  'registered',
  'drafted',
  'signed',
  'sealed',
  'published',
  'decided',
  'paid',
  'closed',
] as const;
export type DeathStage = (typeof deathStages)[number];

export type DeathSetting = Readonly<{
  /** The day on which all of it happens; its hour is the morning's. */
  on?: string;
  declaration?: Partial<DeathDeclaration>;
}>;

type AnyDeathDecider = Readonly<
  Pick<Decider<DeathCommand, DeathEvent, DeathCase, string>, 'initial' | 'decide' | 'evolve'>
>;

export const theDeathCase: ReturnType<typeof deathCase> = deathCase(lawBook());

/** The events with those of further commands, each of which must be accepted. */
export const afterDeath = (
  events: readonly DeathEvent[],
  commands: readonly DeathCommand[],
  decider: AnyDeathDecider = theDeathCase,
): readonly DeathEvent[] => continued(decider, events, commands);

/** The requests of this kind that wait for an answer. */
const waiting = (events: readonly DeathEvent[], kind: string): readonly string[] =>
  Object.values(fold(theDeathCase, events).requests)
    .filter(({ purpose, status }) => purpose.startsWith(kind) && status !== 'answered')
    .map(({ request }) => request);

const decided = (now: () => Instant, events: readonly DeathEvent[]): readonly DeathCommand[] =>
  waiting(events, 'decide-').map((request, place) => {
    const moment = now();
    const said = { outcome: 'decided', decisionNo: `QD-${place + 1}`, decidedOn: dayOf(moment) };
    return deathAnswer(request, said, { at: moment });
  });

const paid = (now: () => Instant, events: readonly DeathEvent[]): readonly DeathCommand[] => {
  const owed = unpaidIn(fold(theDeathCase, events));
  return waiting(events, 'pay-').map((request) => {
    const moment = now();
    const benefit = request.slice('pay-'.length).split('#')[0] as keyof typeof owed;
    const said = { outcome: 'paid', amount: owed[benefit] ?? 0, channel: 'bank', paidOn: dayOf(moment) };
    return deathAnswer(request, said, { at: moment });
  });
};

const steps: readonly Step<DeathStage, DeathCommand, DeathEvent, DeathDeclaration>[] = [
  [
    'received',
    (now, _, { authorities }) => [
      deathOrder('ReceiveDossier', { leg: 'death', agency: authorities.death }, { at: now() }),
    ],
  ],
  [
    'registered',
    (now, events) => {
      const moment = now();
      const said = { outcome: 'entered', book: '01/2025', number: 7, registeredOn: dayOf(moment), locked: true };
      return [
        deathOrder('RegisterDeath', { holder: caseOfEvents(events) }, { at: moment }),
        deathAnswer('enter-death#1', said, { at: now() }),
      ];
    },
  ],
  ['drafted', (now) => [deathOrder('DraftExtract', {}, { at: now() })]],
  ['signed', (now) => [deathOrder('SignExtract', {}, { at: now() })]],
  ['sealed', (now) => [deathOrder('SealExtract', {}, { at: now() })]],
  ['published', (now) => [deathOrder('PublishExtract', {}, { at: now() })]],
  ['decided', decided],
  ['paid', paid],
  [
    'closed',
    (now, _, { legs }) => {
      const moment = now();
      const said = { outcome: 'deleted', entry: 'R-1', deletedOn: dayOf(moment) };
      return legs.includes('residence') ? [deathAnswer('delete-residence#1', said, { at: moment })] : [];
    },
  ],
];

const told = telling<DeathStage, DeathCommand, DeathEvent, DeathCase, DeathDeclaration>(
  deathStages,
  steps,
  (declared, moment) => deathApply(declared, { at: moment }),
);

/** All that happened in an ordinary case until it reached this stage. */
export const aDeathCase = (
  stage: DeathStage,
  { on = deathToday, declaration = {} }: DeathSetting = {},
  decider: AnyDeathDecider = theDeathCase,
): readonly DeathEvent[] =>
  told(decider, stage, on, aDeathDeclaration({ diedOn: dayOf(later(at(on), -3 * 86_400_000)), ...declaration }));
