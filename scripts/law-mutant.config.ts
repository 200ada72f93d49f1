/**
 * The tests of the rules under a law in which one thing is wrong: the parameter that `LIENTHONG_LAW_MUTANT` names says something
 * else, or holds no more where all it says is that it holds; with a `-` before its name it has no rows at all. `*` changes no
 * more than a remark in every row: whoever notices that watches the text of the rows, and is no test of a rule. `!` leaves no
 * law at all: what still passes never asks it.
 */
import type { ViteUserConfig } from 'vitest/config';
import { suite } from '../vitest.config.ts';

const anchor = 'rows: lines.map(complete(name)),';

/** Runs inside the mutated module, and asks there: a transformed module is kept from run to run. */
const mutation = `
const altered = (value) => {
  switch (typeof value) {
    case 'number': return value + 1;
    case 'boolean': return !value;
    case 'string': return value + '~';
    default:
      if (value === null) return 1;
      if (Array.isArray(value)) return value.slice(1).map(altered);
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, altered(part)]));
  }
};
const mutant = process.env.LIENTHONG_LAW_MUTANT;
const mutated = (name, rows) => {
  if (mutant === '!') throw new Error('there is no law');
  if (mutant === '*') return rows.map((row) => ({ ...row, note: (row.note ?? '') + '~' }));
  if (mutant === '-' + name) return [];
  if (mutant !== name) return rows;
  return rows.every(({ value }) => value === true) ? [] : rows.map((row) => ({ ...row, value: altered(row.value) }));
};
`;

const mutating = {
  name: 'law-mutant',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined => {
    if (!id.endsWith('/core/src/law/table.ts')) return undefined;
    if (!code.includes(anchor)) throw new Error(`law/table.ts no longer says: ${anchor}`);
    return code.replace(anchor, 'rows: mutated(name, lines.map(complete(name))),') + mutation;
  },
};

const rules: ViteUserConfig = suite({
  include: ['packages/{core,cli}/src/**/*.test.ts'],
  exclude: ['**/node_modules/**', 'packages/core/src/kernel/**', 'packages/cli/src/commands/simulate.test.ts'],
  setupFiles: ['./vitest.setup.ts', './scripts/law-mutant.setup.ts'],
  isolate: false,
});

export default { ...rules, plugins: [mutating] };
