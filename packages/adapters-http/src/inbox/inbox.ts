/** An inbox (hộp thư đến): keeps what agencies deliver by themselves until it stands in the journal. */

import { createHash } from 'node:crypto';
import type { Fault } from '@lienthong/core';
import { canonical } from '@lienthong/core/evidence';
import type { TE } from '@lienthong/core/fp';
import type { RawDelivery } from '../wire/reply.js';

/** `place` is where a delivery belongs: the agency's name and the path, as `placeOf` writes them. */
export type Inbox = Readonly<{
  /** Kept for certain once it has come back right. A delivery that is there already is not kept twice. */
  put: (place: string, delivery: Pick<RawDelivery, 'key' | 'reply'>) => TE.TaskEither<Fault, void>;
  /** What was not confirmed yet, oldest first as far as the inbox knows. */
  waiting: (place: string) => TE.TaskEither<Fault, readonly RawDelivery[]>;
  /** These may go; receipts that are not known are none to mind. */
  confirm: (place: string, receipts: readonly string[]) => TE.TaskEither<Fault, void>;
}>;

export const placeOf = (agency: string, path: string): string => `${agency}${path}`;

/** The same words for the same request at the same place share their receipt, whatever their sender calls them. */
export const receiptOf = (place: string, { key, reply }: Pick<RawDelivery, 'key' | 'reply'>): string =>
  createHash('sha256')
    .update(canonical([place, key, reply]))
    .digest('hex');
