/**
 * Copies code into documents. A block of code follows `<!-- snippet: path#name -->` and holds what stands in that file
 * between `// #region name` and `// #endregion name`. Without `--write` it only compares. TypeScript that no marker
 * announces is an error: samples that nobody runs grow false.
 */
import { readFileSync } from 'node:fs';
import { documents, settle } from './documents.ts';
import { root } from './packages.ts';

const marked = /<!-- snippet: (?<path>[^\s#]+)#(?<name>\S+) -->\n```(?<language>\w+)\n[\s\S]*?```/g;
const unmarked = /(?<!-->\n)^```ts\n(?<first>.*)/gm;

const region = (path: string, name: string): string => {
  const source = readFileSync(root + path, 'utf8');
  const found = new RegExp(`^ *// #region ${name}\\n(?<body>[\\s\\S]*?)^ *// #endregion ${name}$`, 'm').exec(source);
  const body = found?.groups?.body;
  if (body === undefined) throw new Error(`${path} has no region ${name}`);
  const lines = body.trimEnd().split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(margin)).join('\n');
};

for (const file of documents()) {
  const before = readFileSync(root + file, 'utf8');
  settle(
    file,
    before.replaceAll(
      marked,
      (_, path: string, name: string, language: string) =>
        `<!-- snippet: ${path}#${name} -->\n\`\`\`${language}\n${region(path, name)}\n\`\`\``,
    ),
  );
  for (const { groups } of before.matchAll(unmarked)) {
    console.error(`${file}: no snippet marker before "${groups?.first}"`);
    process.exitCode = 1;
  }
}
