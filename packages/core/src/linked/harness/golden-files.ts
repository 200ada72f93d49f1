/** Golden files of a kind of case: what journals of any release contain. See packages/core/golden. */
import { describe, expect, it } from 'vitest';
import { canonical, type JsonObject } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { DomainEvent, EventCodec, Kept } from '../../kernel/index.js';

declare global {
  interface ImportMeta {
    /** Vite's reading of files by pattern; works in Node and in a browser. */
    readonly glob: (pattern: string, how: object) => Readonly<Record<string, string>>;
  }
}

export const recallsGoldenFiles = <Ev extends DomainEvent>(
  group: string,
  golden: Readonly<Record<string, string>>,
  { keep, recall }: EventCodec<Ev>,
  forms: Readonly<Record<string, Readonly<{ schema: number }>>>,
): void => {
  const files = Object.entries(golden).map(([path, text]) => ({ name: path.split('/').at(-1) ?? path, text }));

  describe(`golden files of the ${group} case: what journals of any release contain`, () => {
    for (const { name, text } of files) {
      const kept = JSON.parse(text) as Kept;
      it(`${name} is recalled, and kept again to the byte`, () => {
        const event = recall(kept);
        if (E.isLeft(event)) throw new Error(`${name}: ${event.left.at} expected ${event.left.expected}`);
        const again = keep(event.right);
        expect(name).toBe(`${kept.type}.v${kept.schema}.json`);
        // An older version is kept in the newest; then only its meaning is the same.
        if (again.schema === kept.schema) expect(`${canonical(again as unknown as JsonObject)}\n`).toBe(text);
        else expect(recall(again)).toEqual(event);
      });
    }

    it('has one for every event and every version up to the newest', () => {
      const wanted = Object.entries(forms).flatMap(([type, { schema }]) =>
        Array.from({ length: schema }, (_, before) => `${type}.v${before + 1}.json`),
      );
      expect(files.map(({ name }) => name).sort()).toEqual(wanted.sort());
    });
  });
};
