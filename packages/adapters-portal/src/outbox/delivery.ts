/** How a target is told (giao cho nơi nhận): a batch is taken whole, refused whole, or nobody knows and it is told again. */
import type { TE } from '@lienthong/core/fp';
import type { StatusMessage } from '../status/views.js';

/**
 * The target as such does not serve: nothing goes out until it does. `reason` is a code. `doubtful` when it may as well be what
 * was sent: then fewer are tried, and it counts against a case only if the target took something else meanwhile.
 */
export type Trouble = Readonly<{ reason: string; waitMs?: number; doubtful?: true }>;

/** `refused` is about what was sent: a batch is then tried in halves, down to the one event that it is about. */
export type Delivered = Readonly<{ is: 'taken' }> | Readonly<{ is: 'refused'; reason: string }>;

/** A message on its way; `attempt` counts how often somebody asked for it to be sent. */
export type Outgoing = Readonly<{ message: StatusMessage; attempt: number }>;

export type Deliver = (batch: readonly Outgoing[]) => TE.TaskEither<Trouble, Delivered>;
