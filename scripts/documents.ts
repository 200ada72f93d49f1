/** The Markdown files of this repository, and what it means to check one: write it anew and see whether it changed. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './packages.ts';

export const documents = (): readonly string[] =>
  globSync(['*.md', 'docs/**/*.md', 'packages/*/*.md', 'examples/*/*.md'], { cwd: root }).toSorted();

/**
 * Writes the file when `--write` was asked for, else only says that it is out of date. A file counts as up to date
 * when `same` says so, by default when it is equal to the letter.
 */
export const settle = (
  file: string,
  wanted: string,
  same: (before: string, after: string) => boolean = (before, after) => before === after,
): void => {
  const before = readFileSync(root + file, 'utf8');
  if (same(before, wanted)) return;
  if (process.argv.includes('--write')) {
    writeFileSync(root + file, wanted);
    console.log(`${file}: written`);
  } else {
    console.error(`${file}: out of date; run this command again with --write`);
    process.exitCode = 1;
  }
};
