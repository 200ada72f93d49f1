/**
 * The courier of a storm as a process of its own (tiến trình chuyển yêu cầu): it has a store, the agencies' address and an inbox in a
 * folder, and makes a round of births or deaths whenever it is told the time. It may be killed at any moment.
 */
import { fileInbox } from '@lienthong/adapters-http/inbox';
import { atInVietnam } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { pickDriver, sqliteJournal } from '@lienthong/store-sqlite';
import { random } from '@lienthong/testing';
import { virtualClock } from '@lienthong/testing/agencies';
import { backoffOf, COURIER_LIMITS, ngheAn2023, remembering } from '@lienthong/testing/scenarios';
import { agenciesOver, below } from '../agencies/agencies-over.js';
import { type Couriers, couriersOver } from '../agencies/couriers.js';
import { CLIENT, IN_VIRTUAL_TIME } from '../sandbox/play-over-http.js';
import type { Begin, FromCourier, ToCourier } from './storm-messages.js';

const STREAMS_IN_MIND = 2_000;
const clock = virtualClock(atInVietnam(ngheAn2023.from));

const begin = async ({ path, secret, address, inbox, seed }: Begin): Promise<Couriers> => {
  const driver = await pickDriver();
  if (E.isLeft(driver)) throw new Error('no driver');
  const journal = await sqliteJournal({ driver: driver.right, path, clock, durability: 'normal', check: 'quick' })();
  if (E.isLeft(journal)) throw new Error(JSON.stringify(journal.left));
  const over = agenciesOver({
    addressOf: below(address),
    inbox: fileInbox(inbox),
    client: CLIENT,
    ...(IN_VIRTUAL_TIME && { limits: IN_VIRTUAL_TIME }),
  });
  return couriersOver(over, {
    journal: remembering(journal.right, STREAMS_IN_MIND),
    keys: developmentKeys(secret),
    secret,
    law: lawBook(),
    clock,
    limits: COURIER_LIMITS,
    backoff: backoffOf(random(seed)),
  });
};

const say = (message: FromCourier): void => void process.send?.(message);

let couriers: Couriers | undefined;

const hear = async (message: ToCourier): Promise<void> => {
  if (message.kind === 'begin') {
    couriers = await begin(message);
    return say({ kind: 'ready' });
  }
  clock.moveTo(message.now);
  say({ kind: 'begun' });
  const round = await couriers?.[message.about].step(message.now)();
  if (round !== undefined) say({ kind: 'done', round });
};

process.on('message', (message) => {
  hear(message as ToCourier).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
