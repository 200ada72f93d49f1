import type { PurposeWire } from '@lienthong/adapters-http/wire';
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { accept, type Received } from '@lienthong/core/received';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contracts } from '../harness/contracts.js';
import { spoil } from '../harness/spoiling.js';
import { insuranceOpenApi, insuranceWire } from './index.js';

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const read = (schema: Received<unknown>, raw: unknown) => accept(schema, travelled(raw));

describe.each(contracts)('$wire.path', ({ wire, contents, answers, anyContent, anyAnswer, optional }) => {
  const of = wire as PurposeWire<unknown, unknown>;
  const sent: readonly unknown[] = contents;
  const said: readonly unknown[] = answers;

  it('carries what is asked and what is answered', () => {
    for (const content of sent) expect(read(of.content, content)).toEqual(E.right(content));
    for (const answer of said) expect(read(of.answer, answer)).toEqual(E.right(answer));
  });

  it('carries any content and any answer of its port unchanged', () => {
    fc.assert(
      fc.property(anyContent as fc.Arbitrary<unknown>, anyAnswer as fc.Arbitrary<unknown>, (content, answer) => {
        expect(read(of.content, content)).toEqual(E.right(content));
        expect(read(of.answer, answer)).toEqual(E.right(answer));
      }),
    );
  });

  it.each([
    ['content', of.content, sent],
    ['answer', of.answer, said],
  ] as const)('names every field of its %s that is wrong', (_, schema, values) => {
    for (const value of values) {
      for (const { at, raw, what } of spoil(value as JsonObject, { optional })) {
        const found = read(schema, raw);
        expect(E.isLeft(found) && found.left.at, `${at} ${what}`).toBe(at);
      }
    }
  });

  it('says which words it knows where another was written', () => {
    const [answer] = said as readonly JsonObject[];
    expect(read(of.answer, { ...answer, outcome: 'lost-in-the-post' })).toMatchObject(
      E.left({ at: 'outcome', expected: expect.stringMatching(/^one of: /) }),
    );
  });
});

describe('the contract with social insurance (hợp đồng dữ liệu)', () => {
  it('has one path a purpose and group, and no two alike', () => {
    const paths = insuranceWire.purposes.map(({ path }) => path);
    expect(new Set(paths).size).toBe(contracts.length);
    expect(paths).toEqual(contracts.map(({ wire }) => wire.path));
  });

  it('is a valid OpenAPI 3.1 document of all its paths', async () => {
    const document = insuranceOpenApi();
    const checked = await new Validator().validate(document as Record<string, unknown>);
    expect(checked.errors).toBeUndefined();
    expect([checked.valid, document['openapi']]).toEqual([true, expect.stringMatching(/^3\.1\./)]);
    const paths = Object.keys(document['paths'] as JsonObject);
    for (const { path } of insuranceWire.purposes) expect(paths).toContain(path);
  });
});
