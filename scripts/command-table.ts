/**
 * Writes the tables of commands in docs/guides from the one table of each kind of case: command, who may give it, what it leads
 * to, the domain's own name. Without `--write` it only compares.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { settle } from './documents.ts';
import { root } from './packages.ts';
import { core } from './sources.ts';

type Law = typeof import('../packages/core/src/law/index.ts');
type Line = Readonly<{ part: string; act: string; alias: string; emits: readonly string[]; afterClose: boolean }>;
type Offices = Readonly<Record<string, readonly string[]>>;
type Row = Readonly<{ value: Offices; from: string; confidence: string }>;

/** One page: whose commands, from which file, under which parameter, in which sections. */
type Page = Readonly<{
  page: string;
  of: string;
  source: string;
  parameter: string;
  table: Readonly<Record<string, Line>>;
  rows: readonly Row[];
  sections: readonly (readonly [part: string, title: string])[];
}>;

const { provision } = await core<Law>('law/index.ts');
const { commandTable } =
  await core<typeof import('../packages/core/src/linked/birth-case/table.ts')>('linked/birth-case/table.ts');
const { deathCommandTable } =
  await core<typeof import('../packages/core/src/linked/death-case/table.ts')>('linked/death-case/table.ts');

const pages: readonly Page[] = [
  {
    page: 'docs/guides/command-table.md',
    of: 'birth',
    source: 'linked/birth-case/table.ts',
    parameter: provision.competence.name,
    table: commandTable,
    rows: provision.competence.rows,
    sections: [
      ['application', 'The application'],
      ['of-leg', 'The file of a leg (the command names it)'],
      ['registration', 'Birth registration'],
      ['extract', 'The extract'],
      ['residence', 'Permanent residence'],
      ['card', 'The health card'],
      ['identityCard', 'The identity card'],
      ['requests', 'Requests to agencies'],
    ],
  },
  {
    page: 'docs/guides/command-table-death.md',
    of: 'death',
    source: 'linked/death-case/table.ts',
    parameter: provision.deathCompetence.name,
    table: deathCommandTable,
    rows: provision.deathCompetence.rows,
    sections: [
      ['application', 'The application'],
      ['of-leg', 'The file of a leg, and benefits (the command names the leg)'],
      ['registration', 'Death registration'],
      ['extract', 'The extract'],
      ['deletion', 'Deletion of the residence'],
      ['consents', 'The relatives’ consent'],
      ['payments', 'Payment'],
      ['requests', 'Requests to agencies'],
    ],
  },
];

const written = ({ of, source, parameter, table, rows, sections }: Page): string => {
  const [row] = rows.toReversed();
  const offices = row?.value ?? {};
  const lines = Object.entries(table);
  const section = ([part, title]: readonly [string, string]): string => {
    const own = lines.filter(([, line]) => line.part === part);
    if (own.length === 0) throw new Error(`no command of a ${of} case belongs to ${part}`);
    return [
      `## ${title}`,
      '',
      '| Command | Act | Offices | May lead to | After the close | Domain name |',
      '| --- | --- | --- | --- | --- | --- |',
      ...own.map(([name, { act, emits, afterClose, alias }]) => {
        const who = (offices[act] ?? []).join(', ') || '**nobody**';
        return `| ${name} | ${act} | ${who} | ${emits.join(', ')} | ${afterClose ? 'yes' : 'no'} | ${alias === name ? '' : alias} |`;
      }),
      '',
    ].join('\n');
  };
  const strangers = lines.filter(([, { part }]) => !sections.some(([known]) => known === part));
  if (strangers.length > 0) throw new Error(`commands of no known part: ${strangers.map(([name]) => name).join(', ')}`);

  return `# The commands of a ${of} case

Written by \`node scripts/command-table.ts --write\` from \`${source}\` and the parameter \`${parameter}\`; do not edit.

A command is an order of somebody in an office to do an act. *May lead to* lists every event it can bring about, whichever
the case; refusals are no events. Officers of commune, police and insurer act only where they are competent (\`OutsideJurisdiction\`).
Offices are those of the newest row, valid from ${row?.from ?? '–'} and ${row?.confidence ?? '–'}.

${sections.map(section).join('\n')}`;
};

for (const page of pages) {
  if (!existsSync(root + page.page)) writeFileSync(root + page.page, '');
  settle(page.page, written(page));
}
