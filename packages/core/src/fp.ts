/**
 * The functional vocabulary of the project, word by word, and the one file that imports fp-ts. It takes each word from
 * its own module, for a bundler keeps the whole of a namespace that passes through a second file; the build copies the
 * words into our package, since Node could not load these modules.
 */
import * as either from 'fp-ts/es6/Either.js';
import { pipe } from 'fp-ts/es6/function.js';
import * as readerTaskEither from 'fp-ts/es6/ReaderTaskEither.js';
import * as taskEither from 'fp-ts/es6/TaskEither.js';

export { pipe };

export type Either<L, R> = either.Either<L, R>;

/** A decision: yes, or why not. */
export const E = {
  left: either.left,
  right: either.right,
  isLeft: either.isLeft,
  isRight: either.isRight,
  map: either.map,
  mapLeft: either.mapLeft,
  flatMap: either.flatMap,
  tap: either.tap,
  match: either.match,
  getOrElse: either.getOrElse,
} as const;
export declare namespace E {
  type Either<L, R> = either.Either<L, R>;
}

/** Work that may fail. */
export const TE = {
  left: taskEither.left,
  right: taskEither.right,
  fromEither: taskEither.fromEither,
  tryCatch: taskEither.tryCatch,
  map: taskEither.map,
  mapLeft: taskEither.mapLeft,
  flatMap: taskEither.flatMap,
  flatMapEither: taskEither.flatMapEither,
  orElse: taskEither.orElse,
  tap: taskEither.tap,
  match: taskEither.match,
} as const;
export declare namespace TE {
  type TaskEither<L, R> = taskEither.TaskEither<L, R>;
}

/** Work that may fail and needs the world. */
export const RTE = {
  left: readerTaskEither.left,
  right: readerTaskEither.right,
  ask: readerTaskEither.ask,
  fromTaskEither: readerTaskEither.fromTaskEither,
  map: readerTaskEither.map,
  mapLeft: readerTaskEither.mapLeft,
  flatMap: readerTaskEither.flatMap,
} as const;
export declare namespace RTE {
  type ReaderTaskEither<World, L, R> = readerTaskEither.ReaderTaskEither<World, L, R>;
}

/** A list that is never empty. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Narrows a list to one that is not empty. */
export const isNonEmpty = <T>(items: readonly T[]): items is NonEmpty<T> => items.length > 0;
