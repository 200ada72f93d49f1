import { anyDeathCommand, anyDeathCommandOf, deathCommandTypes } from '@lienthong/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../evidence/canonical.js';
import { E } from '../../fp.js';
import type { Personal, StoredEvent } from '../../kernel/index.js';
import { keepCommand } from '../../kernel/record.js';
import { day } from '../../values/plain-date.js';
import { deathCommandCodec, deathCommandForms, recallDeathCommand } from './commands.codec.js';
import type { DeathCommand } from './commands.js';

const law = { release: '1', on: day('2024-07-01'), knownOn: day('2024-07-01'), hash: '0' };

/** The record of a command as a journal gives it back, but for the seal. */
const recordOf = (command: DeathCommand): Readonly<{ stored: StoredEvent; personal: Personal | undefined }> => {
  const { type, schema, facts, personal } = keepCommand(command, deathCommandCodec.keep(command), law);
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

describe('keeping the commands of a death case', () => {
  for (const type of deathCommandTypes) {
    it(`recalls ${type} whole, to be judged again`, () =>
      fc.assert(
        fc.property(anyDeathCommandOf(type), (command) => {
          const { stored, personal } = recordOf(command);
          // Blocks of nobody say nothing: what was sealed of them cannot be told from what was erased.
          fc.pre(personal === undefined || Object.keys(personal).length > 0);
          expect(recallDeathCommand(stored, personal)).toEqual(E.right(command));
        }),
        { numRuns: 100 },
      ));
  }

  it('has an arbitrary command for every type that has a form', () =>
    expect([...deathCommandTypes].sort()).toEqual(Object.keys(deathCommandForms).sort()));

  it('keeps what concerns persons apart from the facts', () =>
    fc.assert(
      fc.property(anyDeathCommand, (command) => {
        expect(Object.keys(deathCommandCodec.keep(command).facts)).not.toContain('personal');
      }),
    ));

  it('does not judge an application again once its persons were erased', () =>
    fc.assert(
      fc.property(anyDeathCommandOf('Apply'), (command) => {
        expect(recallDeathCommand(recordOf(command).stored)).toMatchObject(E.left({ at: 'personal' }));
      }),
      { numRuns: 20 },
    ));

  it('reads no other event as the record of a command', () =>
    fc.assert(
      fc.property(anyDeathCommand, (command) => {
        const { stored } = recordOf(command);
        expect(E.isLeft(recallDeathCommand({ ...stored, type: 'Applied' }))).toBe(true);
        expect(recallDeathCommand({ ...stored, data: { ...stored.data, command: 'Imagine' } })).toEqual(
          E.left({ at: 'command', expected: 'a type of command known here' }),
        );
      }),
      { numRuns: 20 },
    ));
});
