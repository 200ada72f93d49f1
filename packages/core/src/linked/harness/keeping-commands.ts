/** What the record of a command must give back, whichever kind of case keeps it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../evidence/canonical.js';
import { E, type Either } from '../../fp.js';
import type { Command, CommandCodec, Personal, StoredEvent } from '../../kernel/index.js';
import { keepCommand } from '../../kernel/record.js';
import type { Malformed } from '../../values/malformed.js';
import { day } from '../../values/plain-date.js';

const law = { release: '1', on: day('2024-07-01'), knownOn: day('2024-07-01'), hash: '0' };

type KeptCommands<C extends Command> = Readonly<{
  types: readonly C['type'][];
  anyOf: (type: C['type']) => fc.Arbitrary<C>;
  codec: CommandCodec<C>;
  forms: Readonly<Record<C['type'], unknown>>;
  recall: (stored: StoredEvent, personal?: Personal) => Either<Malformed, C>;
}>;

export const keepsCommands = <C extends Command>(
  group: string,
  { types, anyOf, codec, forms, recall }: KeptCommands<C>,
): void => {
  const anyCommand = fc.constantFrom(...types).chain(anyOf);

  /** The record of a command as a journal gives it back, but for the seal. */
  const recordOf = (command: C): Readonly<{ stored: StoredEvent; personal: Personal | undefined }> => {
    const { type, schema, facts, personal } = keepCommand(command, codec.keep(command), law);
    const stored = {
      id: command.id,
      type,
      schema,
      occurredAt: command.at,
      actor: command.actor,
      ...(command.onBehalfOf === undefined ? {} : { onBehalfOf: command.onBehalfOf }),
      causation: command.id,
      correlation: command.id,
      data: facts,
    };
    return { stored: JSON.parse(canonical(stored as never)) as StoredEvent, personal };
  };

  describe(`keeping the commands of a ${group} case`, () => {
    for (const type of types) {
      it(`recalls ${type} whole, to be judged again`, () =>
        fc.assert(
          fc.property(anyOf(type), (command) => {
            const { stored, personal } = recordOf(command);
            // Blocks of nobody say nothing: what was sealed of them cannot be told from what was erased.
            fc.pre(personal === undefined || Object.keys(personal).length > 0);
            expect(recall(stored, personal)).toEqual(E.right(command));
          }),
          { numRuns: 100 },
        ));
    }

    it('has an arbitrary command for every type that has a form', () =>
      expect([...types].sort()).toEqual(Object.keys(forms).sort()));

    it('keeps what concerns persons apart from the facts', () =>
      fc.assert(
        fc.property(anyCommand, (command) => {
          expect(Object.keys(codec.keep(command).facts)).not.toContain('personal');
        }),
      ));

    it('does not judge an application again once its persons were erased', () =>
      fc.assert(
        fc.property(anyOf('Apply'), (command) => {
          expect(recall(recordOf(command).stored)).toMatchObject(E.left({ at: 'personal' }));
        }),
        { numRuns: 20 },
      ));

    it('reads no other event as the record of a command', () =>
      fc.assert(
        fc.property(anyCommand, (command) => {
          const { stored } = recordOf(command);
          expect(E.isLeft(recall({ ...stored, type: 'Applied' }))).toBe(true);
          expect(recall({ ...stored, data: { ...stored.data, command: 'Imagine' } })).toEqual(
            E.left({ at: 'command', expected: 'a type of command known here' }),
          );
        }),
        { numRuns: 20 },
      ));
  });
};
