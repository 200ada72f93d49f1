/** A JSON document from a file or from standard input. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { E, type Either } from '@lienthong/core/fp';
import type { Io } from '../io.js';
import { badInput, outOfReach, type Problem } from '../problem.js';

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

const unreadInput: Problem = outOfReach({ vi: 'không đọc được đầu vào.', en: 'the standard input cannot be read.' });

/** `-`, or no file at all, is standard input. */
export const readJson = (file: string | undefined, io: Io): Either<Problem, unknown> => {
  if (file === undefined || file === '-') {
    try {
      return parsed('stdin', io.stdin());
    } catch {
      return E.left(unreadInput);
    }
  }
  const path = resolve(io.cwd, file);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) {
    return E.left(outOfReach({ vi: 'không có tệp ấy.', en: 'there is no such file.' }));
  }
  if (stats.size > MOST_BYTES) return E.left(badInput('FILE', `at most ${MOST_BYTES} bytes`));
  try {
    return parsed('FILE', readFileSync(path, 'utf8'));
  } catch {
    return E.left(outOfReach({ vi: 'không đọc được tệp ấy.', en: 'the file cannot be read.' }));
  }
};
