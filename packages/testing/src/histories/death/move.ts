/** Moves in a death case. */
import type { DeathCommand } from '@lienthong/core/death-case';
import type { DataIn } from '../../spec/ordering.js';
import { type Choice as AnyChoice, type MoveOf, moving } from '../move.js';

export type DataOf<T extends DeathCommand['type']> = DataIn<DeathCommand, T>;
export type Move = MoveOf<DeathCommand>;
export const move = moving<DeathCommand>();
export type Choice = AnyChoice<Move>;
