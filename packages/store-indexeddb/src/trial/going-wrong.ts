/** What may go wrong with a browser's database, and what the journal answers: over one in memory, and over Chromium's own. */
import type { Fault, Journal, NewEvent, OutcomeUnknown } from '@lienthong/core';
import { digest } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import { anEvent, testClock } from '@lienthong/testing/store-contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { indexedDbJournal } from '../indexed-db-journal.js';
import { type EventRow, STEPS } from '../layout.js';
import { openDatabase, openRaw } from '../open-database.js';
import { answered, behind, freshName, rawDatabase } from './place.js';

type Options = Omit<Parameters<typeof indexedDbJournal>[0], 'clock' | 'name'>;

const clock = testClock();
const code = (answer: Either<Fault | OutcomeUnknown, unknown>): string =>
  E.isRight(answer) ? 'right' : 'code' in answer.left ? answer.left.code : answer.left.kind;

let name = freshName();
const journals: Journal[] = [];
const strangers: IDBDatabase[] = [];

const open = (options: Partial<Options> = {}): Promise<Either<Fault, Journal>> =>
  indexedDbJournal({ ...options, name, clock })();

const opened = async (options: Partial<Options> = {}): Promise<Journal> => {
  const journal = await open(options);
  if (E.isLeft(journal)) throw new Error(JSON.stringify(journal.left));
  journals.push(journal.right);
  return journal.right;
};

const stranger = async (version?: number): Promise<IDBDatabase> => {
  const database = await rawDatabase(name, version);
  strangers.push(database);
  return database;
};

/** A journal with three events of case-1 and one of case-2. */
const filled = async (options: Partial<Options> = {}): Promise<Journal> => {
  const journal = await opened(options);
  await journal.append('case-1', 'none', [anEvent(1), anEvent(2), anEvent(3)])();
  await journal.append('case-2', 'none', [anEvent(4)])();
  return journal;
};

const asked = async (journal: Journal): Promise<readonly string[]> => [
  code(await journal.read('case-1')()),
  code(await journal.feed()()),
  code(await journal.append('case-1', 'any', [anEvent(9)])()),
];

const rewritten = (row: EventRow, from: string, to: string): EventRow => ({ ...row, text: row.text.replace(from, to) });

/** Changes the row at a position. */
const alter = (position: number, change: (row: EventRow) => EventRow): Promise<void> =>
  behind(name, (tx) => {
    const events = tx.objectStore('events');
    const request: IDBRequest<EventRow> = events.get(position);
    request.onsuccess = () => void events.put(change(request.result));
  });

/** What a cleverer forger does: a new hash for the new text. */
const rehashed = (row: EventRow): EventRow => ({ ...row, hash: digest(row.text) });

/** Keeps a write transaction open beside the journal until told otherwise. */
const holding = async (): Promise<() => Promise<void>> => {
  const database = await stranger();
  const tx = database.transaction('about', 'readwrite');
  let held = true;
  const spin = (): void => {
    if (held) tx.objectStore('about').count().onsuccess = spin;
  };
  spin();
  return () =>
    new Promise((over) => {
      tx.oncomplete = () => over();
      held = false;
    });
};

export const tellsWhatGoesWrong = (where: string): void => {
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const journal of journals.splice(0)) await journal.close()();
    for (const database of strangers.splice(0)) database.close();
    await answered(indexedDB.deleteDatabase(name));
    name = freshName();
  });

  describe(`opening a journal in ${where}`, () => {
    it('refuses a bad name and a bad patience before anything is opened', async () => {
      for (const bad of ['', '\ud800', 7 as unknown as string]) {
        expect(await indexedDbJournal({ name: bad, clock })()).toMatchObject({
          left: { kind: 'BadInput', at: 'name' },
        });
      }
      for (const patience of [-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31]) {
        expect(await open({ patience })).toMatchObject({ left: { kind: 'BadInput', at: 'patience' } });
      }
    });

    it('says when there is no database to be had', async () => {
      const forbidden = { open: () => raise('SecurityError') } as unknown as IDBFactory;
      expect(await open({ factory: forbidden })).toMatchObject({ left: { code: 'unreachable', retry: false } });
      const broken = { open: () => raise('UnknownError') } as unknown as IDBFactory;
      expect(await open({ factory: broken })).toMatchObject({ left: { code: 'unreachable', retry: true } });
      vi.stubGlobal('indexedDB', undefined);
      expect(code(await open())).toBe('unreachable');
      vi.unstubAllGlobals();
    });

    it('takes no database of another program for its own, and leaves it alone', async () => {
      const foreign = indexedDB.open(name, STEPS.length);
      foreign.onupgradeneeded = () => void foreign.result.createObjectStore('addresses');
      strangers.push(await answered(foreign));
      expect(code(await open())).toBe('corrupt');
      expect([...(strangers[0]?.objectStoreNames ?? [])]).toEqual(['addresses']);
    });

    it('gives up on an upgrade that another tab blocks, and lays nothing afterwards', async () => {
      await filled();
      await journals.splice(0)[0]?.close()();
      const other = await stranger();
      let late = 0;
      const second = (): void => {
        late += 1;
      };
      const steps = [...STEPS, second];
      const upgrade = { factory: indexedDB, name, mayMake: true, steps };
      expect(code(await openRaw({ ...upgrade, patience: 60 }))).toBe('busy');
      other.close();
      expect(code(await open())).toBe('right');
      expect(late).toBe(0);
      const done = await openRaw({ ...upgrade, patience: 5_000 });
      if (E.isRight(done)) strangers.push(done.right);
      expect([code(done), late]).toEqual(['right', 1]);
    });

    it('stands in no upgrade’s way while it still looks its database over', async () => {
      const looking = await openDatabase({ factory: indexedDB, name, mayMake: true, patience: 5_000 }, true);
      expect(code(looking)).toBe('right');
      expect((await stranger(STEPS.length + 1)).version).toBe(STEPS.length + 1);
    });

    it('lets another tab upgrade, and then leaves what it made alone', async () => {
      const journal = await filled();
      const later = await stranger(STEPS.length + 1);
      expect(later.version).toBe(STEPS.length + 1);
      later.close();
      expect(await asked(journal)).toEqual(['newer-schema', 'newer-schema', 'newer-schema']);
      expect(code(await open())).toBe('newer-schema');
    });

    it('notices that an event, the last one too, or a whole stream is missing', async () => {
      for (const position of [2, 4]) {
        await filled();
        for (const journal of journals.splice(0)) await journal.close()();
        await behind(name, (tx) => void tx.objectStore('events').delete(position));
        expect(code(await open())).toBe('corrupt');
        await answered(indexedDB.deleteDatabase(name));
      }
      await filled();
      for (const journal of journals.splice(0)) await journal.close()();
      await behind(name, (tx) => void tx.objectStore('streams').delete('case-2'));
      expect(code(await open())).toBe('corrupt');
    });
  });

  describe(`a journal in ${where} under which something happens`, () => {
    it('stays lost when the database is deleted, and does not come back empty', async () => {
      const journal = await filled();
      await answered(indexedDB.deleteDatabase(name));
      expect(await asked(journal)).toEqual(['corrupt', 'corrupt', 'corrupt']);
      expect((await indexedDB.databases()).some((one) => one.name === name)).toBe(false);
    });

    it('does not take another journal under its name for itself', async () => {
      const journal = await filled();
      await answered(indexedDB.deleteDatabase(name));
      const other = await filled();
      expect(await asked(journal)).toEqual(['corrupt', 'corrupt', 'corrupt']);
      expect(await asked(other)).toEqual(['right', 'right', 'right']);
    });

    it('opens itself again when its connection was closed', async () => {
      const connections: IDBDatabase[] = [];
      const watching = {
        open: (...of: Parameters<IDBFactory['open']>) => {
          const request = indexedDB.open(...of);
          request.addEventListener('success', () => connections.push(request.result));
          return request;
        },
      } as unknown as IDBFactory;
      const journal = await filled({ factory: watching });
      connections[0]?.close();
      expect(await asked(journal)).toEqual(['right', 'right', 'right']);
      expect(connections.length).toBe(2);
    });

    it('notices an event that was altered, in its text, its keys or its hash', async () => {
      const alterations: readonly ((row: EventRow) => EventRow)[] = [
        (row) => rewritten(row, '"count":2', '"count":7'),
        (row) => ({ ...row, hash: '0'.repeat(64) }),
        (row) => ({ ...row, id: anEvent(77).id }),
        (row) => rewritten(row, '{', ''),
      ];
      for (const change of alterations) {
        const journal = await filled();
        await alter(2, change);
        expect([code(await journal.read('case-1')()), code(await journal.feed()())]).toEqual(['corrupt', 'corrupt']);
        expect(code(await journal.read('case-2')())).toBe('right');
        await journals.splice(0)[0]?.close()();
        await answered(indexedDB.deleteDatabase(name));
      }
    });

    it('notices an altered event with a hash to match, by its neighbour or by the head of its stream', async () => {
      for (const count of [2, 3]) {
        const journal = await filled();
        await alter(count, (row) => rehashed(rewritten(row, `"count":${count}`, '"count":7')));
        expect(code(await journal.read('case-1')())).toBe('corrupt');
        expect(code(await journal.read('case-1', { direction: 'backward' })())).toBe('corrupt');
        await journals.splice(0)[0]?.close()();
        await answered(indexedDB.deleteDatabase(name));
      }
    });

    it('chains nothing to a head that was altered; other streams go on, in the same group too', async () => {
      const journal = await filled();
      await alter(3, (row) => rewritten(row, '"count":3', '"count":7'));
      const answers = await Promise.all([
        journal.append('case-1', 'any', [anEvent(5)])(),
        journal.append('case-2', 'any', [anEvent(6)])(),
        journal.append('case-1', 'any', [anEvent(3)])(),
      ]);
      expect(answers.map(code)).toEqual(['corrupt', 'right', 'corrupt']);
    });

    it('notices events that were taken away while it was open', async () => {
      const journal = await filled();
      await behind(name, (tx) => void tx.objectStore('events').delete(3));
      expect(await asked(journal)).toEqual(['corrupt', 'corrupt', 'corrupt']);
      expect(code(await journal.read('case-1', { direction: 'backward', limit: 1 })())).toBe('corrupt');
      expect(code(await journal.read('case-1', { limit: 2 })())).toBe('right');
    });

    it('writes over nothing when a stranger took the next place', async () => {
      const journal = await filled();
      await behind(name, (tx) => {
        tx.objectStore('events').add({ position: 5, stream: 99, revision: 0, id: 'x', hash: 'x', text: 'x' });
      });
      expect(await asked(journal)).toEqual(['right', 'right', 'corrupt']);
    });

    it('waits for another writer, and says so when it waited in vain', async () => {
      const journal = await filled({ patience: 80 });
      const release = await holding();
      const answer = await journal.append('case-1', 'any', [anEvent(5)])();
      expect(answer).toMatchObject({ left: { kind: 'Unavailable', code: 'busy', retry: true } });
      await release();
      expect(await journal.append('case-1', 'any', [anEvent(5)])()).toMatchObject({ right: { revision: 3 } });
    });

    it('waits no longer for a lock, and does without one that is not granted', async () => {
      const never = {
        request: (_: string, { signal }: LockOptions) =>
          new Promise((_tell, fail) => {
            signal?.addEventListener('abort', () => fail(signal.reason));
          }),
      } as unknown as LockManager;
      const waiting = await filled({ locks: never, patience: 40 });
      expect(code(await waiting.append('case-3', 'none', [anEvent(5)])())).toBe('busy');
      const forbidden = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
      const without = await opened({ locks: forbidden as unknown as LockManager });
      expect(code(await without.append('case-3', 'none', [anEvent(5)])())).toBe('right');
    });

    it('says that a disk is full, and of a group only those fail who asked for too much', async () => {
      const journal = await filled();
      const add = IDBObjectStore.prototype.add;
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, row, ...key) {
        return (row as EventRow).text?.includes('too much') ? raise('QuotaExceededError') : add.call(this, row, ...key);
      });
      const large: NewEvent = anEvent(5, { data: { text: 'too much' } });
      const answers = await Promise.all([
        journal.append('case-1', 'any', [anEvent(6), large])(),
        journal.append('case-2', 'any', [anEvent(7)])(),
      ]);
      expect(answers.map(code)).toEqual(['full', 'right']);
      expect(await journal.read('case-1')()).toMatchObject({ right: { events: { length: 3 } } });
    });

    it('does not know what became of an append whose commit broke off', async () => {
      const journal = await filled();
      const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
      commit.mockImplementationOnce(function (this: IDBTransaction) {
        this.abort();
      });
      const asked = () => journal.append('case-1', 'any', [anEvent(5)])();
      expect(code(await asked())).toBe('OutcomeUnknown');
      expect(commit).toHaveBeenCalledTimes(1);
      expect(await asked()).toMatchObject({ right: { revision: 3, repeated: false } });
      expect(await asked()).toMatchObject({ right: { revision: 3, repeated: true } });
    });

    it('keeps what was asked for, whatever the caller does to it meanwhile', async () => {
      const journal = await opened();
      const data: { name: unknown } = { name: 'Ánh' };
      const events = [anEvent(1, { data: data as NewEvent['data'] })];
      const answer = journal.append('case-1', 'none', events)();
      data.name = 1n;
      events.push(anEvent(1));
      expect(await answer).toMatchObject({ right: { revision: 0 } });
      expect(await journal.read('case-1')()).toMatchObject({ right: { events: [{ data: { name: 'Ánh' } }] } });
    });

    it('answers what was asked before it was closed, and nobody afterwards; closing twice is no fault', async () => {
      const journal = await opened();
      const lastWord = journal.append('case-1', 'none', [anEvent(1)])();
      expect(code(await journal.close()())).toBe('right');
      expect(await lastWord).toMatchObject({ right: { revision: 0 } });
      expect(await asked(journal)).toEqual(['closed', 'closed', 'closed']);
      expect(code(await journal.close()())).toBe('right');
    });
  });
};

const raise = (reason: string): never => {
  throw new DOMException('', reason);
};
