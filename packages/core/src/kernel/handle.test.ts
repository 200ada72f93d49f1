import { commitsThenThrows, conflictsFirst, failsFirst } from '@lienthong/testing/store-contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { developmentKeys, type Keys } from '../evidence/sealing.js';
import { E } from '../fp.js';
import { day, type PlainDate } from '../values/plain-date.js';
import type { Fault, OutcomeUnknown } from './fault.js';
import { type Committed, handle, streamOf } from './handle.js';
import {
  after,
  call,
  noon,
  numbered,
  type Petition,
  type PetitionCommand,
  type PetitionEvent,
  petition,
  setHearing,
  sign,
} from './harness/petition.js';
import { eventId } from './ids.js';
import type { Journal } from './journal.js';
import { memoryJournal } from './memory-journal.js';
import { COMMAND_ACCEPTED } from './record.js';
import type { Refused } from './refusal.js';

const stream = streamOf(petition, 'p-1');
const keys = developmentKeys('kernel tests');
const aJournal = (): Journal => memoryJournal({ clock: { now: () => noon } });

const ask = (journal: Journal, command: PetitionCommand, maxTries = 8, by: Keys = keys) =>
  handle({ journal, keys: by, maxTries })(petition)(stream, command)();

type Answer = Awaited<ReturnType<typeof ask>>;

const accepted = (answer: Answer): Committed<PetitionEvent, Petition> => {
  if (E.isLeft(answer)) throw new Error(`a fault: ${JSON.stringify(answer.left)}`);
  if (E.isLeft(answer.right)) throw new Error(`a refusal: ${JSON.stringify(answer.right.left)}`);
  return answer.right.right;
};
const refused = (answer: Answer): Refused => {
  if (E.isLeft(answer) || E.isRight(answer.right)) throw new Error('expected a refusal');
  return answer.right.left;
};
const fault = (answer: Answer): Fault | OutcomeUnknown => {
  if (E.isRight(answer)) throw new Error('expected a fault');
  return answer.left;
};

const kept = async (journal: Journal) => {
  const page = await journal.read(stream)();
  if (E.isLeft(page)) throw new Error('the journal does not read');
  return page.right.events;
};

describe('a command accepted', () => {
  it('is one commit: the record of the command, then what was decided', async () => {
    const journal = aJournal();
    const { events, state, revision, repeated } = accepted(await ask(journal, setHearing(1)));
    expect(events).toEqual([{ type: 'HearingSet', on: day('2024-09-10') }, { type: 'Called' }]);
    expect({ state, revision, repeated }).toEqual({
      state: { signers: [], hearing: day('2024-09-10'), calls: 1 },
      revision: 2,
      repeated: false,
    });
    const stored = await kept(journal);
    expect(stored.map(({ type }) => type)).toEqual([COMMAND_ACCEPTED, 'HearingSet', 'Called']);
    expect(stored.map(({ id }) => id)).toEqual([0, 1, 2].map((place) => eventId(numbered(1), place)));
    expect(stored.every(({ causation, correlation }) => causation === numbered(1) && correlation === 'p-1')).toBe(true);
  });

  it('keeps all that is needed to judge it again: its type, its facts, who asked, and the law set', async () => {
    const journal = aJournal();
    await ask(journal, setHearing(1, { seen: { list: 0 } }));
    const [record, hearing] = await kept(journal);
    const on = day('2024-08-29');
    expect(record).toMatchObject({
      type: COMMAND_ACCEPTED,
      occurredAt: noon,
      actor: { id: 'o-1', role: 'civil-status-officer', unit: '16834' },
      data: {
        command: 'SetHearing',
        commandFacts: { on: '2024-09-10' },
        law: petition.law.at({ on, knownOn: on }).id,
        seen: { list: 0 },
      },
    });
    expect(record?.actor).not.toHaveProperty('decidedBy');
    expect(hearing?.actor.decidedBy).toEqual({ id: 'chair', role: 'commune-leader' });
  });

  it('says on whose behalf it was given, in each of its records', async () => {
    const journal = aJournal();
    const onBehalfOf = { id: 'c-9', role: 'applicant' };
    await ask(journal, sign(1, { onBehalfOf }));
    expect((await kept(journal)).map((event) => event.onBehalfOf)).toEqual([onBehalfOf, onBehalfOf]);
  });
});

describe('a command asked again', () => {
  it('is answered as the first time, and writes nothing', async () => {
    const journal = aJournal();
    const first = accepted(await ask(journal, sign(1)));
    await ask(journal, sign(2));
    const again = accepted(await ask(journal, sign(1)));
    expect(again).toMatchObject({ revision: first.revision, events: first.events, repeated: true });
    expect(await kept(journal)).toHaveLength(4);
  });

  it('is known again at a later hour, under a later law, and after others have moved the case', async () => {
    const journal = aJournal();
    await ask(journal, sign(1));
    await ask(journal, setHearing(2, { at: after(60) }));
    expect(accepted(await ask(journal, sign(1, { at: after(90) }))).repeated).toBe(true);
    expect(accepted(await ask(journal, sign(1, { at: after(-90) }))).repeated).toBe(true);
  });

  it('is known again after the person it concerns was erased', async () => {
    const journal = aJournal();
    await ask(journal, sign(1));
    const erased: Keys = { keyOf: async () => 'erased' };
    expect(accepted(await ask(journal, sign(1), 8, erased)).repeated).toBe(true);
    expect(fault(await ask(journal, setHearing(1), 8, erased))).toMatchObject({ kind: 'CommandIdReused' });
  });

  const people = { 'signer-1': { name: 'Trần Văn Khác' } };
  it.each<readonly [string, PetitionCommand]>([
    ['of another type', call(1)],
    ['with other facts', sign(1, { data: { signer: 'signer-7' } })],
    ['about another person', sign(1, { data: { signer: 'signer-1', personal: people } })],
    ['without the person', sign(1, { data: { signer: 'signer-1' } })],
    ['by another actor', sign(1, { actor: { id: 'c-2', role: 'applicant' } })],
    ['for another unit', sign(1, { actor: { id: 'c-1', role: 'applicant', unit: '16834' } })],
    ['on behalf of somebody', sign(1, { onBehalfOf: { id: 'c-3', role: 'relative' } })],
  ])('under the same id, but %s, is refused as an id used twice', async (_, other) => {
    const journal = aJournal();
    await ask(journal, sign(1));
    expect(fault(await ask(journal, other))).toEqual({ kind: 'CommandIdReused', stream, command: numbered(1) });
    expect(await kept(journal)).toHaveLength(2);
  });
});

describe('a command refused', () => {
  it('is no commit, and may succeed when asked again', async () => {
    const journal = aJournal();
    const early = setHearing(1, { data: { on: day('2024-08-29') } });
    expect(refused(await ask(journal, early))).toMatchObject([{ reason: 'HearingInThePast' }]);
    expect(await kept(journal)).toEqual([]);
    expect(accepted(await ask(journal, setHearing(1))).repeated).toBe(false);
  });

  it('is refused no more once its remedy is followed', async () => {
    const journal = aJournal();
    const [first] = refused(await ask(journal, setHearing(1, { data: { on: day('2024-08-29') } })));
    const on = first.remedy?.kind === 'change' ? (first.remedy.to as PlainDate) : day('1999-01-01');
    expect(accepted(await ask(journal, setHearing(1, { data: { on } }))).state.hearing).toBe('2024-08-30');
  });

  it('names the text it rests on and never a person', async () => {
    const journal = aJournal();
    for (const count of [1, 2, 3]) await ask(journal, sign(count));
    const [first] = refused(await ask(journal, sign(4)));
    expect(first).toMatchObject({
      reason: 'ListIsFull',
      citations: [{ act: '1/2020/TEST', article: '1' }],
      facts: { signers: 3 },
    });
    expect(JSON.stringify(first)).not.toContain('Bí Mật');
  });
});

describe('two writers on one case', () => {
  it('both come in, the loser after deciding anew', async () => {
    const journal = aJournal();
    const answers = await Promise.all([1, 2, 3].map((count) => ask(journal, sign(count))));
    expect(answers.map((answer) => accepted(answer).state.signers.length).toSorted()).toEqual([1, 2, 3]);
  });

  it('never both succeed on one view: of five who want the last three places, three get them', async () => {
    const journal = aJournal();
    const answers = await Promise.all([1, 2, 3, 4, 5].map((count) => ask(journal, sign(count))));
    expect(answers.filter((answer) => E.isRight(answer) && E.isRight(answer.right))).toHaveLength(3);
    expect(answers.filter((answer) => E.isRight(answer) && E.isLeft(answer.right))).toHaveLength(2);
    expect(await kept(journal)).toHaveLength(6);
  });

  it('decides anew as often as it was told to, and then says that others kept writing first', async () => {
    expect(accepted(await ask(conflictsFirst(3, aJournal()), sign(1), 3)).repeated).toBe(false);
    expect(fault(await ask(conflictsFirst(4, aJournal()), sign(1), 3))).toEqual({
      kind: 'Contended',
      stream,
      tries: 3,
    });
  });
});

describe('what an officer had seen', () => {
  it('is stale once something of that leg came after', async () => {
    const journal = aJournal();
    await ask(journal, setHearing(1));
    await ask(journal, sign(2));
    expect(fault(await ask(journal, setHearing(3, { seen: { list: 2 } })))).toEqual({
      kind: 'Stale',
      leg: 'list',
      seen: 2,
      actual: 4,
    });
    expect(accepted(await ask(journal, setHearing(3, { seen: { list: 4 } }))).repeated).toBe(false);
  });

  it('does not grow stale by what happened in another leg, nor by the traffic of requests', async () => {
    const journal = aJournal();
    await ask(journal, sign(1));
    await ask(journal, setHearing(2));
    await ask(journal, call(3));
    expect(accepted(await ask(journal, sign(4, { seen: { list: 1 } }))).repeated).toBe(false);
  });

  it('does not matter to a command that was accepted already', async () => {
    const journal = aJournal();
    await ask(journal, sign(1, { seen: { list: 0 } }));
    await ask(journal, sign(2));
    expect(accepted(await ask(journal, sign(1, { seen: { list: 0 } }))).repeated).toBe(true);
  });
});

describe('a fault', () => {
  it('of the clock: a command from before the last event says so and writes nothing', async () => {
    const journal = aJournal();
    await ask(journal, sign(1));
    expect(fault(await ask(journal, sign(2, { at: after(-1) })))).toEqual({
      kind: 'ClockBehind',
      at: after(-1),
      last: noon,
    });
    expect(await kept(journal)).toHaveLength(2);
  });

  it('of the store comes back as it is', async () => {
    expect(fault(await ask(failsFirst(1, aJournal()), sign(1)))).toMatchObject({
      kind: 'Unavailable',
      code: 'unreachable',
    });
  });

  it('of the keys is no reason to write in the clear', async () => {
    const journal = aJournal();
    const broken: Keys = { keyOf: () => Promise.reject(new Error('no key server')) };
    expect(fault(await ask(journal, sign(1), 8, broken))).toEqual({
      kind: 'Unavailable',
      system: 'keys',
      code: 'unreachable',
      retry: true,
    });
    expect(await kept(journal)).toEqual([]);
  });

  it('of a record that this release cannot read names the place, not the content', async () => {
    const journal = aJournal();
    await ask(journal, sign(1));
    const actor = { id: 'c-1', role: 'applicant' };
    const said = {
      id: eventId(numbered(9), 0),
      schema: 1,
      occurredAt: noon,
      actor,
      causation: numbered(9),
      correlation: 'p-1',
    };
    await journal.append(stream, 'any', [{ ...said, type: 'Unheard', data: { secret: 'Bí Mật' } }])();
    const unreadable = fault(await ask(journal, sign(2)));
    expect(unreadable).toEqual({
      kind: 'Unreadable',
      stream,
      revision: 2,
      at: 'type',
      expected: 'a type of event known here',
    });
  });

  it('of our own codec is found before anything is written', async () => {
    const journal = aJournal();
    const forgetful = {
      ...petition,
      events: { ...petition.events, keep: () => ({ type: 'Misspelt', schema: 1, facts: {} }) },
    };
    const answer = await handle({ journal, keys })(forgetful)(stream, sign(1))();
    expect(answer).toEqual(E.left({ kind: 'BadInput', at: 'Misspelt.type', expected: 'a type of event known here' }));
    expect(await kept(journal)).toEqual([]);
  });

  it('carries no personal data, whichever it is', async () => {
    const journal = aJournal();
    await ask(journal, sign(1));
    const faults = [
      await ask(journal, sign(1, { data: { signer: 'signer-1', personal: { 'signer-1': { name: 'Bí Mật khác' } } } })),
      await ask(journal, sign(2, { at: after(-1) })),
      await ask(journal, sign(2, { seen: { list: 0 } })),
      await ask(failsFirst(1, journal), sign(2)),
      await ask(commitsThenThrows(9, failsFirst(9, journal)), sign(2), 0),
    ];
    expect(JSON.stringify(faults.map(fault))).not.toMatch(/Bí Mật/);
  });
});

describe('an answer lost on its way', () => {
  it('is found again: what landed is not written twice', async () => {
    const journal = aJournal();
    expect(accepted(await ask(commitsThenThrows(1, journal), sign(1))).state.signers).toEqual(['signer-1']);
    expect(await kept(journal)).toHaveLength(2);
  });
});

/** What becomes of one append, and of one read. */
type Fate = 'done' | 'down' | 'overtaken' | 'lost' | 'landed' | 'lands-later' | 'lands-too-late';
type Reading = 'read' | 'down';

/**
 * A journal at the end of a bad line. `lands-later`: the writer hears nothing, and what it sent arrives just before the next
 * append; `lands-too-late`: just before the next append, but after somebody else's. The rest speaks for itself.
 */
const badLine = (journal: Journal, fates: readonly Fate[], readings: readonly Reading[]) => {
  const left = [...fates];
  const reads = [...readings];
  const under: (() => Promise<unknown>)[] = [];
  let others = 0;
  const somebodyElse = async (): Promise<void> => {
    others += 1;
    await handle({ journal, keys })(petition)(stream, call(1000 + others))();
  };
  const arrive = async (): Promise<void> => {
    for (const late of under.splice(0)) await late();
  };
  const line: Journal = {
    ...journal,
    read:
      (...asked) =>
      async () =>
        reads.shift() === 'down'
          ? E.left({ kind: 'Unavailable', system: 'line', code: 'unreachable', retry: true })
          : journal.read(...asked)(),
    append:
      (...asked) =>
      async () => {
        await arrive();
        const fate = left.shift() ?? 'done';
        const unknown = E.left({ kind: 'OutcomeUnknown', system: 'line' } as const);
        if (fate === 'done') return journal.append(...asked)();
        if (fate === 'down') return E.left({ kind: 'Unavailable', system: 'line', code: 'timed-out', retry: true });
        if (fate === 'overtaken') {
          await somebodyElse();
          return journal.append(...asked)();
        }
        if (fate === 'landed') await journal.append(...asked)();
        if (fate === 'lands-later') under.push(journal.append(...asked));
        if (fate === 'lands-too-late') {
          under.push(async () => {
            await somebodyElse();
            await journal.append(...asked)();
          });
        }
        return unknown;
      },
  };
  return { line, arrive, others: () => others };
};

const anyFates = fc.array(
  fc.constantFrom<Fate>('done', 'down', 'overtaken', 'lost', 'landed', 'lands-later', 'lands-too-late'),
  { maxLength: 6 },
);
const anyReadings = fc.array(fc.constantFrom<Reading>('read', 'read', 'read', 'down'), { maxLength: 8 });

describe('a bad line, whatever it does', () => {
  it('never makes two commits of one command, and what was answered is so', async () => {
    const reached = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyFates, anyReadings, fc.nat(4), async (fates, readings, maxTries) => {
        const journal = aJournal();
        const { line, arrive, others } = badLine(journal, fates, readings);
        const answer = await ask(line, sign(1), maxTries);
        await arrive();
        const commits = (await kept(journal)).filter(
          ({ type, causation }) => type === COMMAND_ACCEPTED && causation === numbered(1),
        );
        const kind = E.isLeft(answer) ? answer.left.kind : 'accepted';
        reached.set(kind, (reached.get(kind) ?? 0) + 1);
        if (kind === 'accepted') expect(commits).toHaveLength(1);
        else if (kind === 'OutcomeUnknown') expect(commits.length).toBeLessThan(2);
        else expect(commits).toHaveLength(0);

        const again = accepted(await ask(journal, sign(1)));
        expect(again.state).toEqual({ signers: ['signer-1'], hearing: null, calls: others() });
        expect(again.repeated).toBe(commits.length === 1);
      }),
      { numRuns: Math.max(500, fc.readConfigureGlobal().numRuns ?? 0) },
    );
    for (const kind of ['accepted', 'OutcomeUnknown', 'Unavailable', 'Contended'])
      expect(reached.get(kind)).toBeGreaterThan(0);
  });
});
