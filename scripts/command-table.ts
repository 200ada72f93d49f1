/**
 * Writes docs/guides/command-table.md from the one table of the birth case: command, who may give it, what it leads to, the
 * domain's own name. Without `--write` it only compares.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { settle } from './documents.ts';
import { root } from './packages.ts';
import { core } from './sources.ts';

type Table = typeof import('../packages/core/src/linked/birth-case/table.ts');
type Law = typeof import('../packages/core/src/law/index.ts');
type Line = Table['commandTable'][keyof Table['commandTable']];

const page = 'docs/guides/command-table.md';
const { commandTable } = await core<Table>('linked/birth-case/table.ts');
const { provision } = await core<Law>('law/index.ts');

const [row] = provision.competence.rows.toReversed();
const offices = row?.value ?? {};
const parts: readonly (readonly [Line['part'], string])[] = [
  ['application', 'The application'],
  ['of-leg', 'The file of a leg (the command names it)'],
  ['registration', 'Birth registration'],
  ['extract', 'The extract'],
  ['residence', 'Permanent residence'],
  ['card', 'The health card'],
  ['identityCard', 'The identity card'],
  ['requests', 'Requests to agencies'],
];

const lines = Object.entries(commandTable);
const section = ([part, title]: (typeof parts)[number]): string => {
  const own = lines.filter(([, line]) => line.part === part);
  if (own.length === 0) throw new Error(`no command belongs to ${part}`);
  return [
    `## ${title}`,
    '',
    '| Command | Act | Offices | May lead to | After the close | Domain name |',
    '| --- | --- | --- | --- | --- | --- |',
    ...own.map(([name, { act, emits, afterClose, alias }]) => {
      const who = (offices[act] ?? []).join(', ') || '**nobody**';
      return `| ${name} | ${act} | ${who} | ${emits.join(', ')} | ${afterClose === true ? 'yes' : 'no'} | ${alias === name ? '' : alias} |`;
    }),
    '',
  ].join('\n');
};

const strangers = lines.filter(([, { part }]) => !parts.some(([known]) => known === part));
if (strangers.length > 0) throw new Error(`commands of no known part: ${strangers.map(([name]) => name).join(', ')}`);

const written = `# The commands of a birth case

Written by \`node scripts/command-table.ts --write\` from \`linked/birth-case/table.ts\` and the parameter \`competence\`; do not edit.

A command is an order of somebody in an office to do an act. *May lead to* lists every event it can bring about, whichever
the case; refusals are no events. Officers of commune, police and insurer act only where they are competent (\`OutsideJurisdiction\`).
Offices are those of the newest row, valid from ${row?.from ?? '–'} and ${row?.confidence ?? '–'}.

${parts.map(section).join('\n')}`;

if (!existsSync(root + page)) writeFileSync(root + page, '');
settle(page, written);
