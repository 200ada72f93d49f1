/** Moves in a birth case. */
import type { BirthCommand } from '@lienthong/core/birth-case';
import type { DataIn } from '../../spec/ordering.js';
import { type MoveOf, moving } from '../move.js';

export type DataOf<T extends BirthCommand['type']> = DataIn<BirthCommand, T>;
export type Move = MoveOf<BirthCommand>;
export const move = moving<BirthCommand>();
