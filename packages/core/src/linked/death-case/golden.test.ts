import { describe, expect, it } from 'vitest';
import { canonical, type JsonObject } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { Kept } from '../../kernel/index.js';
import { deathEventCodec, deathEventForms } from './events.codec.js';

declare global {
  interface ImportMeta {
    /** Vite's reading of files by pattern; works in Node and in a browser. */
    readonly glob: (pattern: string, how: object) => Readonly<Record<string, string>>;
  }
}

const golden: Readonly<Record<string, string>> = import.meta.glob('../../../golden/death/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const files = Object.entries(golden).map(([path, text]) => ({ name: path.split('/').at(-1) ?? path, text }));

describe('golden files of the death case: what journals of any release contain', () => {
  for (const { name, text } of files) {
    const kept = JSON.parse(text) as Kept;
    it(`${name} is recalled, and kept again to the byte`, () => {
      const event = deathEventCodec.recall(kept);
      if (E.isLeft(event)) throw new Error(`${name}: ${event.left.at} expected ${event.left.expected}`);
      const again = deathEventCodec.keep(event.right);
      expect(name).toBe(`${kept.type}.v${kept.schema}.json`);
      // An older version is kept in the newest; then only its meaning is the same.
      if (again.schema === kept.schema) expect(`${canonical(again as unknown as JsonObject)}\n`).toBe(text);
      else expect(deathEventCodec.recall(again)).toEqual(event);
    });
  }

  it('has one for every event and every version up to the newest', () => {
    const wanted = Object.entries(deathEventForms).flatMap(([type, { schema }]) =>
      Array.from({ length: schema }, (_, before) => `${type}.v${before + 1}.json`),
    );
    expect(files.map(({ name }) => name).sort()).toEqual(wanted.sort());
  });
});
