/** An inbox in memory (hộp thư trong bộ nhớ): for tests and for one process whose agencies deliver again. */
import { TE } from '@lienthong/core/fp';
import type { RawDelivery } from '../wire/reply.js';
import { type Inbox, receiptOf } from './inbox.js';

export const memoryInbox = (): Inbox => {
  const places = new Map<string, Map<string, RawDelivery>>();
  return {
    put: (place, { key, reply }) => {
      const receipt = receiptOf(place, { key, reply });
      const kept = places.get(place) ?? new Map<string, RawDelivery>();
      if (!kept.has(receipt)) kept.set(receipt, { receipt, key, reply });
      places.set(place, kept);
      return TE.right(undefined);
    },
    waiting: (place) => TE.right([...(places.get(place)?.values() ?? [])]),
    confirm: (place, receipts) => {
      for (const receipt of receipts) places.get(place)?.delete(receipt);
      return TE.right(undefined);
    },
  };
};
