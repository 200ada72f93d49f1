/** The replies of one purpose that wait to be taken away (kệ trả kết quả): each under a receipt, until it is confirmed. */
import type { Fault } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { asJson, type RawDelivery } from '../wire/reply.js';
import type { AnyDesk } from './counter.js';

export type Shelf = Readonly<{
  /** What is due, oldest first, and so much at a time. */
  due: () => Promise<Either<Fault, readonly RawDelivery[]>>;
  letGo: (receipts: readonly string[]) => Promise<Either<Fault, void>>;
}>;

const AT_A_TIME = 500;

export const shelfOf = (desk: AnyDesk, newId: () => string): Shelf => {
  const kept = new Map<string, Readonly<{ delivery: RawDelivery; deskKeeps: boolean }>>();
  return {
    due: async () => {
      const came = await desk.collect()();
      if (E.isLeft(came)) return came;
      for (const { key, reply, receipt } of came.right) {
        const name = receipt ?? newId();
        const delivery = { receipt: name, key, reply: asJson(reply) as JsonObject };
        kept.set(name, { delivery, deskKeeps: receipt !== undefined });
      }
      return E.right([...kept.values()].slice(0, AT_A_TIME).map(({ delivery }) => delivery));
    },
    letGo: async (receipts) => {
      const known = receipts.filter((receipt) => kept.has(receipt));
      const ofDesk = known.filter((receipt) => kept.get(receipt)?.deskKeeps === true);
      const done = ofDesk.length > 0 ? await desk.confirm?.(ofDesk)() : undefined;
      if (done !== undefined && E.isLeft(done)) return done;
      for (const receipt of known) kept.delete(receipt);
      return E.right(undefined);
    },
  };
};
