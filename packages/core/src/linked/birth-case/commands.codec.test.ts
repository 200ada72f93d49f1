import { anyBirthCommand, anyBirthCommandOf, birthCommandTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { Personal, StoredEvent } from '../../kernel/index.js';
import { keepCommand } from '../../kernel/record.js';
import { day } from '../../values/plain-date.js';
import { birthCommandCodec, birthCommandForms, recallCommand } from './commands.codec.js';
import type { BirthCommand } from './commands.js';

const law = { release: '1', on: day('2024-07-01'), knownOn: day('2024-07-01'), hash: '0' };

/** The record of a command as a journal gives it back, but for the seal. */
const recordOf = (command: BirthCommand): Readonly<{ stored: StoredEvent; personal: Personal | undefined }> => {
  const { type, schema, facts, personal } = keepCommand(command, birthCommandCodec.keep(command), law);
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

describe('keeping the commands of a birth case', () => {
  for (const type of birthCommandTypes) {
    it(`recalls ${type} whole, to be judged again`, () =>
      fc.assert(
        fc.property(anyBirthCommandOf(type), (command) => {
          const { stored, personal } = recordOf(command);
          // Blocks of nobody say nothing: what was sealed of them cannot be told from what was erased.
          fc.pre(personal === undefined || Object.keys(personal).length > 0);
          expect(recallCommand(stored, personal)).toEqual(E.right(command));
        }),
        { numRuns: 100 },
      ));
  }

  it('has an arbitrary command for every type that has a form', () =>
    expect([...birthCommandTypes].sort()).toEqual(Object.keys(birthCommandForms).sort()));

  it('keeps what concerns persons apart from the facts', () =>
    fc.assert(
      fc.property(anyBirthCommand, (command) => {
        expect(Object.keys(birthCommandCodec.keep(command).facts)).not.toContain('personal');
      }),
    ));

  it('does not judge an application again once its persons were erased', () =>
    fc.assert(
      fc.property(anyBirthCommandOf('Apply'), (command) => {
        expect(recallCommand(recordOf(command).stored)).toMatchObject(E.left({ at: 'personal' }));
      }),
      { numRuns: 20 },
    ));

  it('reads no other event as the record of a command', () =>
    fc.assert(
      fc.property(anyBirthCommand, (command) => {
        const { stored } = recordOf(command);
        expect(E.isLeft(recallCommand({ ...stored, type: 'Applied' }))).toBe(true);
        expect(recallCommand({ ...stored, data: { ...stored.data, command: 'Imagine' } })).toEqual(
          E.left({ at: 'command', expected: 'a type of command known here' }),
        );
      }),
      { numRuns: 20 },
    ));
});
