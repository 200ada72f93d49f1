/** What somebody may do next: an order without its giver and its moment. */
import type { DataIn } from '../spec/ordering.js';

type AnyOrder = Readonly<{ type: string; data: unknown }>;

export type MoveOf<C extends AnyOrder> = { [T in C['type']]: Readonly<{ type: T; data: DataIn<C, T> }> }[C['type']];

export const moving =
  <C extends AnyOrder>() =>
  <T extends C['type']>(type: T, data: DataIn<C, T>): MoveOf<C> =>
    ({ type, data }) as Readonly<{ type: T; data: DataIn<C, T> }> as unknown as MoveOf<C>;

/** A move that may be made, and how readily. */
export type Choice<M> = readonly [weight: number, () => M];
