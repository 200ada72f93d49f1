import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aDesk } from '../harness/a-desk.js';

const STORE = ['--store', 'sqlite:cases.db'] as const;

/** The forms that the front page tells people to file. */
const example = (group: string): string =>
  fileURLToPath(new URL(`../../../../examples/forms/${group}.json`, import.meta.url));

describe('the forms in examples/forms', () => {
  for (const group of ['birth', 'death'] as const)
    it(`opens a case of a ${group}, under the law of the day it names`, async () => {
      const { lienthong } = aDesk();
      const filed = await lienthong('apply', group, example(group), ...STORE);
      expect(filed.status, filed.err).toBe(0);
      const told = await lienthong('timeline', filed.out.trim(), ...STORE);
      expect(told.out).toMatch(/^2024-08-29 15:20/);
    });
});
