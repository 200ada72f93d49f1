/** A case brought as far as a specification needs it: the events of an ordinary birth up to a stage. */
import { type Decider, dayOf, fold, type Instant, later } from '@lienthong/core';
import {
  type BirthCase,
  type BirthCommand,
  type BirthEvent,
  birthCase,
  type Declaration,
} from '@lienthong/core/birth-case';
import { E } from '@lienthong/core/fp';
import { type LawBook, lawBook } from '@lienthong/core/law';
import { Mismatch } from '../mismatch.js';
import { aDeclaration } from './a-declaration.js';
import { answer, apply, at, order, today } from './order.js';

export const stages = [
  'applied',
  'received',
  'numbered',
  'registered',
  'drafted',
  'signed',
  'sealed',
  'published',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

export type Setting = Readonly<{
  /** The day on which all of it happens; its hour is the morning's. */
  on?: string;
  declaration?: Partial<Declaration>;
}>;

type AnyBirthDecider = Readonly<
  Pick<Decider<BirthCommand, BirthEvent, BirthCase, string>, 'initial' | 'decide' | 'evolve'>
>;

const law: LawBook = lawBook();
export const theBirthCase: ReturnType<typeof birthCase> = birthCase(law);

/** The events with those of further commands, each of which must be accepted. */
export const after = (
  events: readonly BirthEvent[],
  commands: readonly BirthCommand[],
  decider: AnyBirthDecider = theBirthCase,
): readonly BirthEvent[] => {
  const all = [...events];
  let state = fold(decider, events);
  for (const command of commands) {
    const decided = decider.decide(command, state);
    if (E.isLeft(decided)) throw new Mismatch(`${command.type} was to be accepted`, 'events', decided.left);
    all.push(...decided.right);
    state = fold(decider, decided.right, state);
  }
  return all;
};

/** The id of the case these events tell of. */
export const caseOfEvents = (events: readonly BirthEvent[]): string =>
  events.flatMap((event) => (event.type === 'Applied' ? [event.case] : []))[0] ?? '';

type Step = readonly [
  Stage,
  (moment: () => Instant, events: readonly BirthEvent[], declaration: Declaration) => readonly BirthCommand[],
];

const steps: readonly Step[] = [
  [
    'received',
    (now, _, { authorities }) => [order('ReceiveDossier', { leg: 'birth', agency: authorities.birth }, { at: now() })],
  ],
  [
    'numbered',
    (now) => [
      order('RequestPersonalNumber', {}, { at: now() }),
      answer('assign-personal-number#1', { outcome: 'assigned', index: 'number-1' }, { at: now() }),
    ],
  ],
  [
    'registered',
    (now, events) => {
      const registered = now();
      return [
        order('RegisterBirth', { holder: caseOfEvents(events) }, { at: registered }),
        answer(
          'enter-birth#1',
          { outcome: 'entered', book: '01/2023', number: 7, registeredOn: dayOf(registered) },
          { at: now() },
        ),
      ];
    },
  ],
  ['drafted', (now) => [order('DraftExtract', {}, { at: now() })]],
  ['signed', (now) => [order('SignExtract', {}, { at: now() })]],
  ['sealed', (now) => [order('SealExtract', {}, { at: now() })]],
  ['published', (now) => [order('PublishExtract', {}, { at: now() })]],
  [
    'closed',
    (now, _, { legs }) => {
      const moment = now();
      const on = dayOf(moment);
      return [
        ...(legs.includes('residence')
          ? [answer('register-residence#1', { outcome: 'registered', entry: 'R-1', registeredOn: on }, { at: moment })]
          : []),
        ...(legs.includes('card') ? [answer('issue-card#1', { outcome: 'issued', issuedOn: on }, { at: moment })] : []),
        ...(legs.includes('identity-card')
          ? [answer('issue-identity-card#1', { outcome: 'issued', issuedOn: on }, { at: moment })]
          : []),
      ];
    },
  ],
];

/** All that happened in an ordinary case until it reached this stage. */
export const aBirthCase = (
  stage: Stage,
  { on = today, declaration = {} }: Setting = {},
  decider: AnyBirthDecider = theBirthCase,
): readonly BirthEvent[] => {
  const declared = aDeclaration({ bornOn: dayOf(later(at(on), -9 * 86_400_000)), ...declaration });
  let minutes = 0;
  const moment = (): Instant => later(at(on, '08:00:00'), minutes++ * 60_000);
  let events = after([], [apply(declared, { at: moment() })], decider);
  for (const [reached, commands] of steps) {
    if (stages.indexOf(reached) > stages.indexOf(stage)) break;
    events = after(events, commands(moment, events, declared), decider);
  }
  return events;
};
