/** What somebody may do next: an order without its giver and its moment. */
import type { BirthCommand } from '@lienthong/core/birth-case';

export type DataOf<T extends BirthCommand['type']> = Extract<BirthCommand, { type: T }>['data'];
export type Move = { [T in BirthCommand['type']]: Readonly<{ type: T; data: DataOf<T> }> }[BirthCommand['type']];

export const move = <T extends BirthCommand['type']>(type: T, data: DataOf<T>): Move =>
  ({ type, data }) as Readonly<{ type: T; data: DataOf<T> }> as unknown as Move;
