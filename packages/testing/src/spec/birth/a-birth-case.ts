/** The events of an ordinary birth up to a stage. */
import { type Decider, dayOf, later } from '@lienthong/core';
import {
  type BirthCase,
  type BirthCommand,
  type BirthEvent,
  birthCase,
  type Declaration,
} from '@lienthong/core/birth-case';
import { lawBook } from '@lienthong/core/law';
import { at } from '../ordering.js';
import { caseOfEvents, continued, type Step, telling } from '../story.js';
import { aDeclaration } from './a-declaration.js';
import { answer, apply, order, today } from './order.js';

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

export const theBirthCase: ReturnType<typeof birthCase> = birthCase(lawBook());

/** The events with those of further commands, each of which must be accepted. */
export const after = (
  events: readonly BirthEvent[],
  commands: readonly BirthCommand[],
  decider: AnyBirthDecider = theBirthCase,
): readonly BirthEvent[] => continued(decider, events, commands);

const steps: readonly Step<Stage, BirthCommand, BirthEvent, Declaration>[] = [
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

const told = telling<Stage, BirthCommand, BirthEvent, BirthCase, Declaration>(stages, steps, (declared, moment) =>
  apply(declared, { at: moment }),
);

/** All that happened in an ordinary case until it reached this stage. */
export const aBirthCase = (
  stage: Stage,
  { on = today, declaration = {} }: Setting = {},
  decider: AnyBirthDecider = theBirthCase,
): readonly BirthEvent[] =>
  told(decider, stage, on, aDeclaration({ bornOn: dayOf(later(at(on), -9 * 86_400_000)), ...declaration }));
