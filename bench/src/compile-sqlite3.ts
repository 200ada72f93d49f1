/** Compiles `sqlite3`, which a peer needs, once and in place: with npm's own node-gyp and the headers beside the running Node. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where node-gyp and the headers may lie: beside the Node that runs, and beside the one that npm came with. */
const prefixes = (): readonly string[] => {
  const prefix = (node: string): string => dirname(dirname(realpathSync(node)));
  const found = process.env['npm_node_execpath'] ?? process.env['NODE'];
  const all = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'node'));
  return [process.execPath, ...(found === undefined ? [] : [found]), ...all].filter(existsSync).map(prefix);
};

/** Answers why not, when it could not be done. */
export const compileSqlite3 = (from: string): string | undefined => {
  const home = realpathSync(join(from, 'node_modules/sqlite3'));
  if (existsSync(join(home, 'build/Release/node_sqlite3.node'))) return undefined;
  const nodedir = prefixes().find((prefix) => existsSync(join(prefix, 'include/node/node_api.h')));
  const gyp = prefixes()
    .map((prefix) => join(prefix, 'lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js'))
    .find(existsSync);
  if (nodedir === undefined) return 'no headers of Node beside it';
  if (gyp === undefined) return 'no npm with node-gyp';
  try {
    execFileSync('c++', ['--version'], { stdio: 'ignore' });
  } catch {
    return 'no C++ compiler';
  }
  console.log('compiling sqlite3 for emmett-sqlite, once …');
  const made = spawnSync(process.execPath, [gyp, 'rebuild', `--nodedir=${nodedir}`], { cwd: home, encoding: 'utf8' });
  return made.status === 0 ? undefined : 'node-gyp failed';
};
