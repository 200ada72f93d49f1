import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recallCommandWith } from '../borders/kept-command.codec.js';
import { developmentKeys } from '../evidence/sealing.js';
import { E } from '../fp.js';
import type { StoredEvent } from './envelope.js';
import { handle, streamOf } from './handle.js';
import { after, call, noon, type PetitionCommand, petition, setHearing, sign } from './harness/petition.js';
import { foldStored } from './load.js';
import { memoryJournal } from './memory-journal.js';
import { COMMAND_ACCEPTED } from './record.js';
import { openPersonal } from './seal-event.js';

const keys = developmentKeys('kernel tests');
const stream = streamOf(petition, 'p-1');

const make: readonly ((count: number, said: Pick<PetitionCommand, 'at'>) => PetitionCommand)[] = [
  sign,
  setHearing,
  call,
];

/** A journal after some commands, refused ones among them. */
const keptAfter = async (kinds: readonly number[]): Promise<readonly StoredEvent[]> => {
  const journal = memoryJournal({ clock: { now: () => noon } });
  for (const [count, kind] of kinds.entries()) {
    const command = make[kind]?.(count, { at: after(count) });
    if (command !== undefined) await handle({ journal, keys })(petition)(stream, command)();
  }
  const page = await journal.read(stream)();
  return E.isRight(page) ? page.right.events : [];
};

const right = <L, R>(read: E.Either<L, R>): R => {
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

describe('the record of a command', () => {
  it('stands first in each commit, and nowhere else', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { maxLength: 6 }), async (kinds) => {
        const events = await keptAfter(kinds);
        const first = events.filter(({ causation }, place) => causation !== events[place - 1]?.causation);
        expect(events.filter(({ type }) => type === COMMAND_ACCEPTED)).toEqual(first);
      }),
    ));

  it('lets the decision be judged again: the same command, on the state before, decides the same', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { maxLength: 6 }), async (kinds) => {
        const events = await keptAfter(kinds);
        for (const record of events.filter(({ type }) => type === COMMAND_ACCEPTED)) {
          const { personal } = await openPersonal(keys, record);
          const command = right(recallCommandWith(petition.commands)(record, personal));
          const before = right(foldStored(petition, events.slice(0, record.revision)));
          const decided = right(petition.decider.decide(command, before.state));
          const then = events.filter(
            ({ causation, type }) => causation === record.causation && type !== COMMAND_ACCEPTED,
          );
          expect(decided.map(petition.events.keep).map(({ type, facts }) => ({ type, facts }))).toEqual(
            then.map(({ type, data: { sealed: _, ...facts } }) => ({ type, facts })),
          );
          expect(command.actor).toEqual(record.actor);
        }
      }),
    ));
});
