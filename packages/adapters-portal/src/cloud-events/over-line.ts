/** CloudEvents to a target over a line of adapters-http: one POST a batch, and what its answer means. */

import type { Line } from '@lienthong/adapters-http';
import type { Fault, OutcomeUnknown } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { pipe, TE } from '@lienthong/core/fp';
import { codeOf } from '@lienthong/core/subscriptions';
import type { Deliver, Delivered, Trouble } from '../outbox/delivery.js';
import { cloudEvent, type EventNaming, mediaTypeOf } from './cloud-event.js';

/** Types of problem by which a target refuses what was sent; its events are then tried one by one. */
export const REFUSED = 'event-refused';
export const TOO_LARGE = 'batch-too-large';

/** What was sent, as a target answers it. The left: the target does not serve, or nobody knows. */
export type Send = (events: readonly JsonObject[]) => TE.TaskEither<Trouble, Delivered>;

const troubleOf = (fault: Fault | OutcomeUnknown): Trouble => ({
  reason: codeOf(fault),
  ...(fault.kind === 'OutcomeUnknown' || (fault.kind === 'Unavailable' && fault.code === 'closed')
    ? { doubtful: true as const }
    : {}),
  ...(fault.kind === 'Unavailable' && fault.waitMs !== undefined ? { waitMs: fault.waitMs } : {}),
});

/** `path` is where the target takes events, below the base address of its line. */
export const overLine =
  (line: Line, path: `/${string}`): Send =>
  (events) => {
    const [first, ...more] = events;
    if (first === undefined) return TE.right({ is: 'taken' });
    return pipe(
      line.call({
        purpose: 'tell-status',
        method: 'POST',
        path,
        body: more.length === 0 ? first : events,
        contentType: mediaTypeOf(events),
        // The ids of the events tell a repeat from something new.
        repeatable: true,
        answers: [REFUSED, TOO_LARGE],
      }),
      TE.mapLeft(troubleOf),
      TE.map(
        ({ problem }): Delivered => (problem === undefined ? { is: 'taken' } : { is: 'refused', reason: problem }),
      ),
    );
  };

/** Tells a target in CloudEvents. */
export const inCloudEvents =
  (naming: EventNaming, send: Send): Deliver =>
  (batch) =>
    send(batch.map(({ message, attempt }) => cloudEvent(naming, message, attempt)));
