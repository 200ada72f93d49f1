/** What this repository publishes, and how a script runs a command. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export type Manifest = Readonly<{
  name: string;
  private?: boolean;
  exports?: Readonly<Record<string, unknown>>;
  bin?: Readonly<Record<string, string>>;
}>;

type Pins = Readonly<{ devDependencies: Readonly<Record<string, string>> }>;

export type Package = Readonly<{ folder: string; manifest: Manifest; paths: readonly string[] }>;

export const root: string = new URL('..', import.meta.url).pathname;

/** The version of a tool that the root pins. */
export const version = (tool: string): string => {
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Pins;
  return devDependencies[tool] ?? 'latest';
};

/** Every public package, with the paths under which it may be imported. */
export const publicPackages = (): readonly Package[] =>
  readdirSync(`${root}packages`)
    .map((name) => `${root}packages/${name}`)
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
      return {
        folder,
        manifest,
        paths: Object.keys(manifest.exports ?? {}).map((path) => manifest.name + path.slice(1)),
      };
    })
    .filter(({ manifest }) => manifest.private !== true);

/** Runs a command to its end and answers what it printed; a command that fails ends the script with its own words. */
export const run = (command: string, args: readonly string[], cwd: string = root): string => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')}\n${error?.message ?? ''}${stdout}${stderr}`);
};
