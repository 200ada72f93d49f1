import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentKeys, type Keys } from '../evidence/sealing.js';
import { E } from '../fp.js';
import type { StoredEvent } from './envelope.js';
import { handle, streamOf } from './handle.js';
import { call, noon, petition, sign } from './harness/petition.js';
import { foldStored } from './load.js';
import { memoryJournal } from './memory-journal.js';
import { ERASED, openPersonal, sealKept } from './seal-event.js';

const keys = developmentKeys('kernel tests');
const erasing = (people: readonly string[], rest: Keys = keys): Keys => ({
  keyOf: async (caseId, subject) => (people.includes(subject) ? 'erased' : rest.keyOf(caseId, subject)),
});

const stream = streamOf(petition, 'p-1');
const people = ['signer-1', 'signer-2', 'signer-3'] as const;

const commands = [sign(1), sign(2), call(4), sign(3)] as const;

/** A petition that three people signed, as it is kept; `other` keys serve from some command on. */
const signed = async (other: Keys = keys, from = 0): Promise<readonly StoredEvent[]> => {
  const journal = memoryJournal({ clock: { now: () => noon } });
  for (const [count, command] of commands.entries()) {
    const env = { journal, keys: count < from ? keys : other };
    const answer = await handle(env)(petition)(stream, command)();
    if (E.isLeft(answer) || E.isLeft(answer.right)) throw new Error('not accepted');
  }
  const page = await journal.read(stream)();
  return E.isRight(page) ? page.right.events : [];
};

const replayed = (events: readonly StoredEvent[]) => {
  const folded = foldStored(petition, events);
  if (E.isLeft(folded)) throw new Error(JSON.stringify(folded.left));
  return { state: folded.right.state, events: [...folded.right.eventAt] };
};

describe('personal data of a stream', () => {
  it('stands there sealed and nowhere in the clear', async () => {
    const text = JSON.stringify(await signed());
    expect(text).not.toMatch(/Nguyễn|Bí Mật/);
    expect(text).toContain('A256GCM');
  });

  it('is absent from the state and from the events folded into it', async () => {
    expect(JSON.stringify(replayed(await signed()))).not.toMatch(/Nguyễn|Bí Mật|sealed|personal/);
  });

  it('opens for whoever holds the keys, in the event and in the record of its command', async () => {
    const events = await signed();
    for (const event of events.filter(({ causation }) => causation === sign(2).id)) {
      expect(await openPersonal(keys, event)).toEqual({ personal: sign(2).data.personal, erased: [], damaged: [] });
    }
  });

  it('is sealed to the same bytes whenever the same thing is kept', async () => {
    const sealed = (events: readonly StoredEvent[]) => events.map(({ data }) => data);
    expect(sealed(await signed())).toEqual(sealed(await signed()));
  });

  it('does not open in another case: a key is one person’s in one case', async () => {
    const [record] = await signed();
    expect(await openPersonal(keys, { ...(record as StoredEvent), correlation: 'p-2' })).toMatchObject({
      personal: {},
      damaged: ['signer-1'],
    });
  });

  it('does not open when moved to another event, or to another person', async () => {
    const [, event, , other] = (await signed()) as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    const { sealed, ...facts } = event.data;
    const block = (sealed as Readonly<Record<string, StoredEvent['data']>>)['signer-1'] as StoredEvent['data'];
    expect(await openPersonal(keys, { ...other, data: event.data })).toMatchObject({
      personal: {},
      damaged: ['signer-1'],
    });
    const moved = { ...event, data: { ...facts, sealed: { 'signer-2': block } } };
    expect(await openPersonal(keys, moved)).toMatchObject({ personal: {}, damaged: ['signer-2'] });
  });

  it('is called damaged when the key is another one, and when a block was altered', async () => {
    const [record] = (await signed()) as [StoredEvent];
    expect(await openPersonal(developmentKeys('another secret'), record)).toMatchObject({
      personal: {},
      damaged: ['signer-1'],
    });
    for (const block of [
      ERASED,
      { alg: 'A256GCM', nonce: '', text: '' },
      { alg: 'A256GCM', nonce: '!', text: '!' },
      {},
    ]) {
      const altered = { ...record, data: { ...record.data, sealed: { 'signer-1': block } } };
      expect(await openPersonal(keys, altered)).toMatchObject({ personal: {}, damaged: ['signer-1'] });
    }
  });
});

const subsets = Array.from({ length: 8 }, (_, bits) => people.filter((_, place) => (bits >> place) & 1));

describe('people erased', () => {
  it.each(subsets)('are named as erased, and the others still open: %s %s %s', async (...gone) => {
    const opened = await Promise.all((await signed()).map((event) => openPersonal(erasing(gone), event)));
    expect(new Set(opened.flatMap(({ erased }) => erased))).toEqual(new Set(gone));
    expect(new Set(opened.flatMap(({ personal }) => Object.keys(personal)))).toEqual(
      new Set(people.filter((person) => !gone.includes(person))),
    );
    expect(opened.flatMap(({ damaged }) => damaged)).toEqual([]);
  });

  it('leave the facts of the case as they were, whoever they are and whenever it was', async () => {
    const asBefore = replayed(await signed());
    await fc.assert(
      fc.asyncProperty(fc.subarray([...people]), fc.nat(commands.length), async (gone, from) => {
        expect(replayed(await signed(erasing(gone), from))).toEqual(asBefore);
      }),
    );
  });

  it('leave a block that says so, when they were erased before something was written of them', async () => {
    const kept = {
      type: 'Signed',
      schema: 1,
      facts: { signer: 'signer-1' },
      personal: { 'signer-1': { name: 'Bí Mật' } },
    };
    expect(await sealKept(erasing(people), 'p-1', sign(1).id, kept)).toEqual({
      signer: 'signer-1',
      sealed: { 'signer-1': ERASED },
    });
  });
});
