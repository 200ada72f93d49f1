/** What a storm and its courier say to one another. */
import type { Fault, Instant } from '@lienthong/core';
import type { Either } from '@lienthong/core/fp';
import type { Round } from '@lienthong/core/requests';

export type About = 'births' | 'deaths';

export type Begin = Readonly<{
  path: string;
  secret: string;
  address: string;
  inbox: string;
  seed: string;
}>;

export type ToCourier = (Readonly<{ kind: 'begin' }> & Begin) | Readonly<{ kind: 'step'; about: About; now: Instant }>;

export type FromCourier =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'begun' }>
  | Readonly<{ kind: 'done'; round: Either<Fault, Round> }>;
