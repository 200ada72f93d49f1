/** What may come next of the requests of a case: an answer as a rule, or what the courier tells on the way to it. */
import { type Instant, later } from '@lienthong/core';
import type { OpenRequest, Purpose, RequestCommand } from '@lienthong/core/requests';
import type { Dice } from './dice.js';
import { type Choice, type MoveOf, moving } from './move.js';

const move = moving<RequestCommand>();

type RequestMove = MoveOf<RequestCommand>;
export type Answer = Extract<RequestCommand, { type: 'RecordAnswer' }>['data']['answer'];
/** Answers, and how readily each is given. */
export type Weighted = readonly (readonly [number, Answer])[];

/** What nobody expected. */
export const strange: Weighted[number] = [1, { outcome: 'system-maintenance' }];

/** An answer as the courier would record it. */
export const answered = (request: string, purpose: string, answer: Answer, now: Instant): RequestMove =>
  move('RecordAnswer', {
    request,
    answer,
    answeredAt: now,
    receivedAt: now,
    by: { id: `agency-${purpose}`, role: 'agency' },
  });

const DAY = 86_400_000;

export const requestMoves = <P extends Purpose>(
  requests: Readonly<Record<string, OpenRequest<P>>>,
  { now, dice }: Readonly<{ now: Instant; dice: Dice }>,
  answer: (request: string) => RequestMove,
  /** Steps that agencies tell on the way. */
  steps: (purpose: P) => readonly string[],
): readonly Choice<RequestMove>[] =>
  Object.values<OpenRequest<P>>(requests).flatMap(
    ({ request, purpose, status, attempts }): readonly Choice<RequestMove>[] => {
      if (status === 'answered') return [[1, () => answer(request)]];
      if (status === 'given-up')
        return [
          [4, () => move('ResyncStatus', { request })],
          [1, () => answer(request)],
        ];
      return [
        [10, () => answer(request)],
        [2, () => move('RecordRequestSent', { request, attempt: attempts + 1 })],
        [2, () => move('RecordRequestAcknowledged', { request, receivedAt: now, reference: 'ref-1' })],
        [2, () => move('RecordProgress', { request, step: dice.pick(steps(purpose)), reason: 'conditions', at: now })],
        [
          1,
          () =>
            move('RecordRequestDeferred', {
              request,
              until: later(now, DAY),
              why: dice.pick(['asked-to-wait', 'busy']),
            }),
        ],
        [1, () => move('RecordRequestFailed', { request, why: dice.pick(['timed-out', 'outcome-unknown']) })],
        [
          1,
          () =>
            move('RecordRequestGivenUp', {
              request,
              why: dice.pick(['unreachable', 'outcome-unknown']),
              lookFor: 'ref-1',
            }),
        ],
        ...(status === 'acknowledged' ? [[1, () => move('ResyncStatus', { request })] as const] : []),
      ];
    },
  );
