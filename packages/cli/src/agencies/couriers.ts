/** The couriers of births and deaths over any desks (bộ chuyển yêu cầu của hai nhóm), made from a store and its keys. */
import { type Clock, dayOf, type Journal } from '@lienthong/core';
import { birthCaseKind, birthDoors } from '@lienthong/core/birth-case';
import { deathCaseKind, deathDoors } from '@lienthong/core/death-case';
import { blindIndex, type Keys } from '@lienthong/core/evidence';
import type { LawBook } from '@lienthong/core/law';
import { type Courier, type CourierLimits, createCourier } from '@lienthong/core/requests';
import type { Desks } from './directory.js';

export type CouriersEnv = Readonly<{
  journal: Journal;
  keys: Keys;
  /** Makes the keyed digests by which personal numbers are found. */
  secret: string;
  law: LawBook;
  clock: Clock;
  limits: Readonly<Record<'births' | 'deaths', CourierLimits>>;
  backoff: (tries: number, key: string) => number;
}>;

export type Couriers = Readonly<Record<'births' | 'deaths', Courier>>;

export const couriersOver = (
  desks: Desks,
  { journal, keys, secret, law, clock, limits, backoff }: CouriersEnv,
): Couriers => ({
  births: createCourier({
    journal,
    keys,
    kind: birthCaseKind(law),
    doors: birthDoors(desks.births, (number) => blindIndex(secret, 'personal-number', number)),
    limits: limits.births,
    backoff,
  }),
  deaths: createCourier({
    journal,
    keys,
    kind: deathCaseKind(law),
    doors: deathDoors(desks.deaths, law, () => dayOf(clock.now())),
    limits: limits.deaths,
    backoff,
  }),
});
