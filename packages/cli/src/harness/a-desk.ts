/** A folder with the command running in it, and applications filed there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folder, lienthongWith } from './lienthong.js';

/** A folder, the command running in it with a clock that can be moved, and files to give it. */
export const aDesk = () => {
  const cwd = folder();
  let now = '2024-08-29T02:20:00.000Z';
  const clock = () => now as ReturnType<NonNullable<Parameters<typeof lienthongWith>[0]['now']>>;
  const lienthong = lienthongWith({ cwd, now: clock });
  const put = (name: string, content: unknown): string => {
    writeFileSync(join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
    return name;
  };
  const setClock = (to: string): void => {
    now = to;
  };
  return { cwd, lienthong, put, setClock };
};

export type Desk = ReturnType<typeof aDesk>;

/** One application filed at a desk, a way to put commands to it, and everything that is stored there. */
export const aFiled = async (group: 'birth' | 'death', form: object, desk: Desk = aDesk()) => {
  const filed = await desk.lienthong('apply', group, desk.put('declaration.json', form), '--store', 'sqlite:cases.db');
  expect(filed.status, filed.err).toBe(0);
  const id = filed.out.trim();
  const decide = (command: unknown, ...more: readonly string[]) =>
    desk.lienthong('decide', '--store', 'sqlite:cases.db', '--case', id, desk.put('command.json', command), ...more);
  const stored = async () => (await desk.lienthong('export', 'sqlite:cases.db')).out;
  return { ...desk, id, decide, stored };
};
