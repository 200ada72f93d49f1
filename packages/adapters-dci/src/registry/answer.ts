/** What a request of a batch came to, and the whole of an answer. */
import type { Instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import type { Outcome } from './book.js';

export type Answered = Readonly<{ message: JsonObject; outcomes: readonly Outcome[] }>;

/** Where an answer belongs: ids of both sides, and when it is given. */
export type Exchange = Readonly<{ transaction: string; correlation: string; messageId: string; at: Instant }>;

/** A request of a batch that comes to nothing, by its code; without one, something did not serve for the moment. */
export const rejected = (reference: string, at: Instant, reason?: string, why?: string): JsonObject => ({
  reference_id: reference,
  timestamp: at,
  status: 'rjct',
  ...(reason === undefined ? {} : { status_reason_code: reason }),
  ...(why === undefined ? {} : { status_reason_message: why }),
});

export const NOT_NOW = 'the registry cannot answer now; ask again later';

/** Repeats of a reference within one batch, after its first use. */
export const isRepeated = <T extends Readonly<{ reference_id: string }>>(items: readonly T[], place: number): boolean =>
  items.findIndex(({ reference_id }) => reference_id === items[place]?.reference_id) < place;
