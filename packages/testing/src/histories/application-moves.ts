/** What may come next of an application as a whole: paid for, told about, helped with, delivered, withdrawn. */
import { addDays, dayOf, type Instant } from '@lienthong/core';
import type { Application, ApplicationCommand } from '@lienthong/core/application';
import type { AnyLeg } from '@lienthong/core/law';
import type { Dice } from './dice.js';
import { type Choice, type MoveOf, moving } from './move.js';

const move = moving<ApplicationCommand<AnyLeg>>();
type ApplicationMove = MoveOf<ApplicationCommand<AnyLeg>>;
type Missed = Extract<ApplicationCommand, { type: 'RecordMissedDeadline' }>['data'];

/** A deadline that has passed, as the timekeeper finds it; else a word to the support team. */
export const missedOr = (missed: Missed | undefined): ApplicationMove =>
  missed === undefined ? move('Escalate', { about: 'case', cause: 'asked' }) : move('RecordMissedDeadline', missed);

export const applicationMoves = (
  { phase, escalated, lookedAfter }: Pick<Application, 'phase' | 'escalated' | 'lookedAfter'>,
  legs: Readonly<{ chosen: readonly AnyLeg[]; ready: readonly AnyLeg[] }>,
  { now, dice }: Readonly<{ now: Instant; dice: Dice }>,
): readonly Choice<ApplicationMove>[] => {
  const today = dayOf(now);
  const about = escalated[0];
  return [
    [1, () => move('RecordAlias', { system: 'portal', code: dice.pick(['G22.99.08-1', 'G22.99.08-2']) })],
    [1, () => move('RecordFee', { amount: 8_000, purpose: 'copy' })],
    ...legs.ready.map((leg): Choice<ApplicationMove> => [1, () => move('DeliverResult', { leg, channel: 'desk' })]),
    ...(about === undefined
      ? []
      : ([
          [2, () => move('GiveGuidance', { about, guidance: 'ask-again' })],
          [2, () => move('ResolveEscalation', { about, resolution: 'settled' })],
          [2, () => move('TakeUp', { about })],
          ...(about in lookedAfter ? ([[1, () => move('HandBack', { about })]] as const) : []),
        ] as const)),
    ...(phase === 'closed'
      ? []
      : ([
          [1, () => move('SendApology', { span: 'whole', cause: 'late', newDate: addDays(today, 3) })],
          [
            1,
            () =>
              move('ReviseDeadline', { span: 'whole', from: today, to: addDays(today, 1), cause: 'calendar-changed' }),
          ],
          ...(dice.chance(15) ? ([[1, () => move('WithdrawCase', {})]] as const) : []),
          ...(dice.chance(40) && legs.chosen.length > 0
            ? ([[1, () => move('WithdrawLeg', { leg: dice.pick(legs.chosen) })]] as const)
            : []),
        ] as const)),
  ];
};
