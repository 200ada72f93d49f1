/** What every schema of a contract must do, whichever it is: name each field that is wrong, and keep what it reads. */
import { E } from '@lienthong/core/fp';
import { accept, problemsIn, type Received } from '@lienthong/core/received';
import fc from 'fast-check';
import { expect } from 'vitest';

type Sample = Readonly<Record<string, unknown>>;

const SECRET = 'Nguyễn Văn Bí Mật';

/** Wrong for a field of any kind. */
const wrongs: readonly unknown[] = [{ [`${SECRET} `]: SECRET, __proto__: null }, 3.5, [[SECRET]]];

/** Each field wrong, then absent, then one too many: what is said names the field and never repeats the value. */
export const expectFieldsNamed = (
  schema: Received<unknown>,
  sample: Sample,
  optional: readonly string[] = [],
): void => {
  expect(accept(schema, sample)).toMatchObject({ _tag: 'Right' });
  for (const name of Object.keys(sample)) {
    for (const wrong of wrongs) {
      const read = problemsIn(schema, { ...sample, [name]: wrong });
      if (E.isRight(read)) throw new Error(`${name} takes ${typeof wrong}`);
      expect(read.left[0].at.split('.')[0]).toBe(name);
      expect(read.left[0].expected).not.toBe('');
      expect(JSON.stringify(read.left)).not.toContain(SECRET);
    }
    const { [name]: _, ...without } = sample;
    const read = accept(schema, without);
    if (optional.includes(name)) expect(E.isRight(read)).toBe(true);
    else expect(read).toMatchObject({ left: { at: name } });
  }
  expect(accept(schema, { ...sample, [SECRET]: 1 })).toMatchObject({ left: { at: '' } });
  expect(JSON.stringify(accept(schema, { ...sample, [SECRET]: 1 }))).not.toContain(SECRET);
};

/** Whatever a port may say is read back from JSON as it was. */
export const expectKept = (schema: Received<unknown>, any: fc.Arbitrary<unknown>): void =>
  fc.assert(
    fc.property(any, (said) => {
      expect(accept(schema, JSON.parse(JSON.stringify(said)))).toEqual(E.right(said));
    }),
  );
