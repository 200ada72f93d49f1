/** Which rules read which parameter of the law: the constants of our sources whose text names it. */
import { globSync, readFileSync } from 'node:fs';
import { root } from './packages.ts';

/** A file of our sources and the constant in it, such as `kernel/refusal.ts › inForce`. */
export type Reader = Readonly<{ file: string; constant: string }>;

const declared = /^(?:export )?(?:const|function) (?<name>\w+)/;

const sources = globSync(['packages/{core,cli}/src/**/*.ts'], { cwd: root })
  .filter((file) => !/\.test\.ts$|\/(trial|harness)\/|\/law\/(parameters|provision|index|table)/.test(file))
  .toSorted()
  .map((file) => ({ file, lines: readFileSync(root + file, 'utf8').split('\n') }));

const isProse = (line: string): boolean => /^\s*(\*|\/\/|\/\*)/.test(line) || /^\s*(import|export) .* from /.test(line);

/** The constants in whose text the words stand, in the order of files and lines; the declaration itself is none. */
export const readersOf = (words: RegExp): readonly Reader[] => {
  const found = new Map<string, Reader>();
  for (const { file, lines } of sources) {
    let constant = '';
    for (const line of lines) {
      constant = declared.exec(line)?.groups?.['name'] ?? constant;
      if (constant === '' || isProse(line) || !words.test(line) || words.test(`provision.${constant}`)) continue;
      found.set(`${file} ${constant}`, { file, constant });
    }
  }
  return [...found.values()];
};
