/** One build for every package: what `exports` in its package.json names is what gets built, as ESM, CJS and types. */
import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';

type Target = string | Readonly<Record<string, unknown>>;
type Manifest = Readonly<{ exports?: Readonly<Record<string, Target>> }>;

const entries = (): Record<string, string> => {
  const { exports = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return Object.fromEntries(
    Object.entries(exports).flatMap(([path, target]) => {
      const source = typeof target === 'string' ? undefined : target['@lienthong/source'];
      return typeof source === 'string' ? [[path === '.' ? 'index' : path.slice(2), source]] : [];
    }),
  );
};

export const library = (own: Options = {}): Options => ({
  entry: entries(),
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  silent: true,
  splitting: true,
  treeshake: true,
  target: 'es2022',
  platform: 'node',
  ...own,
});
