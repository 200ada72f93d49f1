/** A JSON document from a file or from standard input. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { E, type Either } from '@lienthong/core/fp';
import type { Io } from '../io.js';
import { badInput, type Problem } from '../problem.js';

/** More than any declaration or command needs, and little enough to look at whole. */
const MOST_BYTES = 32 * 1024 * 1024;

const parsed = (place: string, text: string): Either<Problem, unknown> => {
  if (text.length > MOST_BYTES) return E.left(badInput(place, `at most ${MOST_BYTES} bytes`));
  try {
    return E.right(JSON.parse(text) as unknown);
  } catch {
    return E.left(badInput(place, 'a JSON document'));
  }
};

/** `-`, or no file at all, is standard input. */
export const readJson = (file: string | undefined, io: Io): Either<Problem, unknown> => {
  if (file === undefined || file === '-') {
    try {
      return parsed('stdin', io.stdin());
    } catch {
      return E.left(badInput('stdin', 'a JSON document'));
    }
  }
  const path = resolve(io.cwd, file);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) {
    return E.left(badInput('FILE', 'a file that is there'));
  }
  if (stats.size > MOST_BYTES) return E.left(badInput('FILE', `at most ${MOST_BYTES} bytes`));
  try {
    return parsed('FILE', readFileSync(path, 'utf8'));
  } catch {
    return E.left(badInput('FILE', 'a file that can be read'));
  }
};
