import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseId, consequentId, eventId } from './ids.js';

const command = '018934c4-7e00-7000-8000-000000000001';

describe('ids that follow from what they name', () => {
  it('never change: they stand in journals', () => {
    expect([eventId(command, 0), eventId(command, 1), caseId(command), consequentId(command)]).toMatchInlineSnapshot(`
      [
        "5d653bae-ac4d-5c73-9452-11e4367a97a5",
        "ac381056-8d0a-5f4f-9c10-ef4dfba885b3",
        "204d0b53-0e03-554a-b26b-62426255bfbe",
        "69bc9836-09f5-5d9f-aa6a-a7c77d3d95af",
      ]
    `);
  });

  it('are UUIDs of version 5, and different for different things', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        (ids, places) => {
          const made = ids.flatMap((id) => [
            caseId(id),
            consequentId(id),
            ...Array.from({ length: places }, (_, place) => eventId(id, place)),
          ]);
          expect(new Set(made).size).toBe(made.length);
          for (const id of made)
            expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        },
      ),
    ));
});
