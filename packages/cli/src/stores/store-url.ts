/** How a store is named on the command line. */
import { isAbsolute, resolve } from 'node:path';
import { E, type Either } from '@lienthong/core/fp';
import { badUsage, type Problem } from '../problem.js';

export type ServerUrl = Readonly<{
  kind: 'postgres' | 'esdb';
  /** With whatever logs in: never for a screen or a log. */
  url: string;
  /** The same without user and password. */
  written: string;
}>;

export type StoreUrl =
  | Readonly<{ kind: 'memory' }>
  | Readonly<{ kind: 'sqlite'; path: string; written: string }>
  | ServerUrl
  /** An exported archive; it can only be read. */
  | Readonly<{ kind: 'archive'; path: string; written: string }>;

const absolute = (cwd: string, path: string): string => (isAbsolute(path) ? path : resolve(cwd, path));

/** What may be shown of a server's address: no user, no password, no options. */
const shown = (url: string): string => url.replace(/^([a-z+]+:\/\/)(?:[^@/]*@)?([^?#]*).*$/, '$1$2');

const serverUrl = (written: string): ServerUrl | undefined => {
  const scheme = /^(postgres|postgresql|esdb)(\+discover)?:\/\/./.exec(written)?.[1];
  if (scheme === undefined) return undefined;
  return { kind: scheme === 'esdb' ? 'esdb' : 'postgres', url: written, written: shown(written) };
};

/** Reads `memory:`, `sqlite:path`, the address of a server, or the name of an archive. Errors: usage. */
export const storeUrl = (written: string, cwd: string): Either<Problem, StoreUrl> => {
  if (/\.ndjson(\.gz)?$/.test(written)) return E.right({ kind: 'archive', path: absolute(cwd, written), written });
  if (written === 'memory:') return E.right({ kind: 'memory' });
  if (/^sqlite:./.test(written)) {
    return E.right({ kind: 'sqlite', path: absolute(cwd, written.slice('sqlite:'.length)), written });
  }
  const server = serverUrl(written);
  return server === undefined
    ? E.left(
        badUsage({
          vi: 'kho phải là sqlite:TỆP, postgres://…, esdb://…, memory:, hoặc một tệp .ndjson / .ndjson.gz',
          en: 'a store is sqlite:FILE, postgres://…, esdb://…, memory:, or a file ending in .ndjson or .ndjson.gz',
        }),
      )
    : E.right(server);
};
