/** Positions of this store: the two numbers of a place in the server's log, written so that they sort as text. */
import type { BadInput } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import type { Place } from './driver.js';

const DIGITS = 20;
const FORM = /^(\d{20})-(\d{20})$/;

const written = (part: bigint): string => part.toString().padStart(DIGITS, '0');

export const positionOf = ({ commit, prepare }: Place): string => `${written(commit)}-${written(prepare)}`;

/** Stands before every event. */
export const BEFORE_ALL: string = positionOf({ commit: 0n, prepare: 0n });

export const placeOf = (position: string): Either<BadInput, Place> => {
  const parts = FORM.exec(position);
  return parts === null
    ? E.left({ kind: 'BadInput', at: 'after', expected: 'a position that this journal gave' })
    : E.right({ commit: BigInt(parts[1] ?? 0), prepare: BigInt(parts[2] ?? 0) });
};
