/** How a store is named on the command line. */
import { isAbsolute, resolve } from 'node:path';
import { E, type Either } from '@lienthong/core/fp';
import { badUsage, outOfReach, type Problem } from '../problem.js';

export type StoreUrl =
  | Readonly<{ kind: 'memory' }>
  | Readonly<{ kind: 'sqlite'; path: string; written: string }>
  /** An exported archive; it can only be read. */
  | Readonly<{ kind: 'archive'; path: string; written: string }>;

const absolute = (cwd: string, path: string): string => (isAbsolute(path) ? path : resolve(cwd, path));

/** Reads `memory:`, `sqlite:path`, or the name of an archive. Errors: usage; a kind of store that this release lacks. */
export const storeUrl = (written: string, cwd: string): Either<Problem, StoreUrl> => {
  if (/\.ndjson(\.gz)?$/.test(written)) return E.right({ kind: 'archive', path: absolute(cwd, written), written });
  if (written === 'memory:') return E.right({ kind: 'memory' });
  if (/^sqlite:./.test(written)) {
    return E.right({ kind: 'sqlite', path: absolute(cwd, written.slice('sqlite:'.length)), written });
  }
  const elsewhere = /^(postgres|postgresql|esdb|kurrentdb)(\+discover)?:\/\//.exec(written)?.[1];
  return E.left(
    elsewhere === undefined
      ? badUsage({
          vi: 'kho phải là sqlite:TỆP, memory:, hoặc một tệp .ndjson / .ndjson.gz',
          en: 'a store is sqlite:FILE, memory:, or a file ending in .ndjson or .ndjson.gz',
        })
      : outOfReach({
          vi: `bản này chưa có kho ${elsewhere}; hãy dùng sqlite:TỆP.`,
          en: `${elsewhere} stores are not in this release; use sqlite:FILE.`,
        }),
  );
};
