/** What the stored form of an event must give back and must refuse, whichever kind of case keeps it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type JsonObject } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { DomainEvent, EventCodec, Kept } from '../../kernel/index.js';

type Form = Readonly<{
  schema: number;
  codec: Readonly<{ is: (raw: unknown) => boolean; decode: (raw: unknown) => unknown }>;
}>;

type KeptEvents<Ev extends DomainEvent> = Readonly<{
  types: readonly Ev['type'][];
  anyOf: (type: Ev['type']) => fc.Arbitrary<Ev>;
  codec: EventCodec<Ev>;
  forms: Readonly<Record<Ev['type'], Form>>;
}>;

export const keepsEvents = <Ev extends DomainEvent>(
  group: string,
  { types, anyOf, codec: { keep, recall }, forms }: KeptEvents<Ev>,
): void => {
  const anyEvent = fc.constantFrom(...types).chain(anyOf);
  /** Who decided goes to the envelope, so the event comes back without it. */
  const withoutAttribution = ({ attribution: _, ...event }: Ev) => event;
  const recalled = (kept: Kept) => {
    const read = recall(kept);
    return E.isRight(read) ? read.right : read.left;
  };

  describe(`keeping the events of a ${group} case`, () => {
    for (const type of types) {
      it(`recalls ${type} as it was kept`, () =>
        fc.assert(
          fc.property(anyOf(type), (event) => {
            expect(recalled(keep(event))).toEqual(withoutAttribution(event));
          }),
          { numRuns: 100 },
        ));
    }

    it('recalls what went through a journal, where personal blocks stay sealed', () =>
      fc.assert(
        fc.property(anyEvent, (event) => {
          const { personal: _, ...stored } = JSON.parse(canonical(keep(event) as unknown as JsonObject)) as Kept;
          const { personal: __, ...facts } = withoutAttribution(event);
          expect(recalled(stored)).toEqual(facts);
        }),
      ));

    it('keeps an arbitrary event of every type that has a form', () =>
      expect([...types].sort()).toEqual(Object.keys(forms).sort()));

    it('leaves behind what is not among the facts of an event', () => {
      const event = { type: 'CaseWithdrawn', name: 'Nguyễn Thị Lan' } as unknown as Ev;
      expect(keep(event)).toEqual({ type: 'CaseWithdrawn', schema: 1, facts: {} });
    });

    it('finds something wrong by the quick look exactly when the careful one does', () =>
      fc.assert(
        fc.property(anyEvent, fc.nat(), fc.jsonValue(), (event, place, other) => {
          const { facts } = keep(event);
          const { codec } = forms[event.type as Ev['type']];
          const names = [...Object.keys(facts), 'unheard-of'];
          const altered = { ...facts, [names[place % names.length] as string]: other };
          expect(codec.is(facts)).toBe(true);
          expect(E.isRight(codec.decode(altered) as ReturnType<typeof recall>)).toBe(codec.is(altered));
        }),
      ));

    it('reads anything at all without an exception', () =>
      fc.assert(
        fc.property(fc.constantFrom(...types, 'other'), fc.jsonValue(), fc.nat(3), (type, facts, schema) => {
          const read = recall({ type, schema, facts: facts as Kept['facts'] });
          return E.isRight(read) || typeof read.left.expected === 'string';
        }),
      ));
  });
};
