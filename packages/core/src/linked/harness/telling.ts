/** What the words of a kind of case must do: say every event, reason, command and role in both languages, and name nobody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../authority/roles.js';
import type { Command, DomainEvent } from '../../kernel/index.js';
import type { Language } from '../../law/index.js';
import { inVietnamese } from '../../words/expectations.js';
import type { Messages } from '../../words/messages.js';
import type { Words } from '../../words/vocabulary.js';

const languages = ['vi', 'en'] as const;

type Telling<C extends Command, Ev extends DomainEvent, R extends string> = Readonly<{
  say: (language: Language) => Messages<C, Ev, R>;
  events: readonly Ev['type'][];
  anyOf: (type: Ev['type']) => fc.Arbitrary<Ev>;
  commands: readonly C['type'][];
  obstacles: Readonly<Record<R, Words>>;
  duties: readonly string[];
}>;

export const tellsEverything = <C extends Command, Ev extends DomainEvent, R extends string>({
  say,
  events,
  anyOf,
  commands,
  obstacles,
  duties,
}: Telling<C, Ev, R>): void => {
  describe('telling everything', () => {
    it('has a sentence for every reason, in two languages that differ', () => {
      for (const { vi, en } of Object.values<Words>(obstacles)) {
        expect(vi).toMatch(/^\p{Lu}.*\.$/u);
        expect(en).toMatch(/^\p{Lu}.*\.$/u);
        expect(vi).not.toBe(en);
      }
    });

    for (const type of events) {
      it(`tells ${type} in one line`, () =>
        fc.assert(
          fc.property(anyOf(type), fc.constantFrom(...languages), (event, language) => {
            const line = say(language).event(event);
            expect(line).toMatch(/^\p{Lu}.*\.$/u);
            expect(line).not.toMatch(/undefined|null|NaN|\[object/);
          }),
          { numRuns: 30 },
        ));
    }

    it('names nobody', () =>
      fc.assert(
        fc.property(fc.constantFrom(...events).chain(anyOf), (event) => {
          const { personal: _, ...open } = event;
          expect(say('vi').event(event)).toBe(say('vi').event(open as DomainEvent as Ev));
        }),
      ));

    it('has a phrase for every command, every role and every duty', () => {
      for (const language of languages) {
        for (const type of commands) expect(say(language).command(type)).toMatch(/^\p{Ll}/u);
        for (const role of ROLES) expect(say(language).role(role)).not.toBe(role);
        for (const duty of duties) expect(say(language).duty(duty)).not.toBe(duty);
      }
    });
  });
};

/** Whatever a form with these blocks and fields may be found to lack can be said in Vietnamese. */
export const knowsInVietnamese = (
  problemsOf: (form: unknown) => readonly Readonly<{ expected: string }>[],
  blocks: readonly string[],
  names: readonly string[],
): void =>
  it('knows in Vietnamese whatever the form may expect', () => {
    const anyBlock = fc.dictionary(
      fc.constantFrom(...names, 'other'),
      fc.oneof(fc.string(), fc.nat(), fc.boolean(), fc.constant([])),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...blocks), anyBlock), (form) => {
        for (const { expected } of problemsOf(form)) expect(inVietnamese(expected), expected).toBeDefined();
      }),
    );
  });
