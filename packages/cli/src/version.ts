/** The version of this package, read from its manifest so that it is written down once. */
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Readonly<{
  version: string;
}>;

export const version: string = manifest.version;
