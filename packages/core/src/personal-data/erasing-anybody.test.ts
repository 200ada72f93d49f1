/** Whoever is erased of whatever case: the facts stay, the proof stays, and nothing of the person does. */
import { anyDeathPlan, anyPlan, playOut, playOutDeath } from '@lienthong/testing/histories';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, GENESIS, holds, type JsonValue, type KeyStore } from '../evidence/index.js';
import { E } from '../fp.js';
import {
  type CaseKind,
  COMMAND_ACCEPTED,
  type Command,
  type DomainEvent,
  foldStored,
  type Journal,
  openPersonal,
  type StoredEvent,
  unsealedFacts,
} from '../kernel/index.js';
import { lawBook } from '../law/index.js';
import { birthCaseKind } from '../linked/birth-case/kind.js';
import { say } from '../linked/birth-case/messages.js';
import { deathCaseKind } from '../linked/death-case/kind.js';
import { sayOfDeath } from '../linked/death-case/messages.js';
import { aJournal, aKeyStore, secretOf, type Told, textOf, writtenDown } from './harness/written-down.js';
import { heldAbout } from './held.js';
import { subjectsIn } from './standing.js';

const book = lawBook();
const CASE = '00000000-0000-5000-8000-000000000001';
const instant = '2030-01-01T00:00:00.000Z' as never;

/** Histories cost much to seal: a share of the runs of a cheap property. */
const runs = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10);

const someOf = (subjects: readonly string[], mask: number): readonly string[] =>
  subjects.filter((_, at) => ((mask >> at) & 1) === 1);

const unbroken = (events: readonly StoredEvent[]): boolean =>
  events.every((event, at) => holds(event, events[at - 1]?.hash ?? GENESIS));

const stateOf = <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  stored: readonly StoredEvent[],
): S => {
  const folded = foldStored(kind, stored);
  if (E.isLeft(folded)) throw new Error(folded.left.expected);
  return folded.right.state;
};

const erase = async (keys: KeyStore, subjects: readonly string[]): Promise<void> => {
  for (const subject of subjects) {
    const by = { id: 'officer-1', role: 'commune-leader' };
    await keys.destroy({ caseId: CASE, subject, at: instant, by, ground: 'subject-request', request: 'r' })();
  }
};

/** Whatever anybody can be shown of the case with the keys that are left. */
const everythingShown = async (
  group: 'birth' | 'death',
  journal: Journal,
  keys: KeyStore,
  stored: readonly StoredEvent[],
): Promise<string> => {
  const opened = await Promise.all(stored.map((event) => openPersonal(keys, event)));
  const access = { id: 'look-1', at: instant, by: { id: 'officer-1', role: 'civil-status-officer' }, purpose: 'test' };
  const held = await heldAbout({ journal, keys, law: book })({ group, caseId: CASE, withValues: true, access })();
  if (E.isLeft(held)) throw new Error(held.left.kind);
  return JSON.stringify([opened, held.right]);
};

const reach = { erased: 0, left: 0, histories: 0 };

const holdsFor = async <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  history: Told<C, Ev, S, R>,
  mask: number,
  lineOf: (event: Ev) => string,
): Promise<void> => {
  const [journal, keys] = [aJournal(), await aKeyStore()];
  if (!history.steps.some(({ decided }) => E.isRight(decided))) return;
  const stored = await writtenDown(kind, history, journal, keys, CASE);
  const subjects = subjectsIn(stored);
  const gone = someOf(subjects, mask);
  const before = await everythingShown(kind.name as 'birth', journal, keys, stored);
  for (const subject of subjects) expect(before.includes(secretOf(subject)), subject).toBe(true);

  await erase(keys, gone);
  reach.histories += 1;
  reach.erased += gone.length;
  reach.left += subjects.length - gone.length;

  const again = await journal.read(`${kind.name}-${CASE}`)();
  if (E.isLeft(again)) throw new Error(again.left.kind);
  expect(textOf(again.right.events)).toBe(textOf(stored));
  expect(unbroken(again.right.events)).toBe(true);
  expect(stateOf(kind, again.right.events)).toEqual(history.state);

  const lines = stored.flatMap((event) => {
    const read = event.type === COMMAND_ACCEPTED ? undefined : kind.events.recall(unsealedFacts(event));
    return read !== undefined && E.isRight(read) ? [lineOf(read.right)] : [];
  });
  const state = canonical(JSON.parse(JSON.stringify(stateOf(kind, stored))) as JsonValue);
  const clear = [textOf(stored), state, ...lines].join('\n');
  for (const subject of subjects) expect(clear.includes(secretOf(subject)), `${subject} in the clear`).toBe(false);

  const shown = await everythingShown(kind.name as 'birth', journal, keys, stored);
  for (const subject of subjects) expect(shown.includes(secretOf(subject)), subject).toBe(!gone.includes(subject));
  for (const event of stored) {
    const { personal, erased, damaged } = await openPersonal(keys, event);
    const there = Object.keys((event.data['sealed'] ?? {}) as object);
    expect(damaged).toEqual([]);
    expect([...erased].toSorted()).toEqual(there.filter((subject) => gone.includes(subject)).toSorted());
    expect(Object.keys(personal).toSorted()).toEqual(there.filter((subject) => !gone.includes(subject)).toSorted());
  }
};

describe('erasing anybody of any case', () => {
  const anyMask = fc.nat(0xffff);
  const timeout = 20_000 + 1_000 * runs;

  it('of a birth changes no fact and no hash, and leaves no word of them', { timeout }, async () => {
    const kind = birthCaseKind(book);
    const { event } = say('en');
    await fc.assert(
      fc.asyncProperty(anyPlan(30), anyMask, (plan, mask) => holdsFor(kind, playOut(book, plan), mask, event)),
      { numRuns: runs },
    );
  });

  it('of a death changes no fact and no hash, and leaves no word of them', { timeout }, async () => {
    const kind = deathCaseKind(book);
    const { event } = sayOfDeath('en');
    await fc.assert(
      fc.asyncProperty(anyDeathPlan(30), anyMask, (plan, mask) =>
        holdsFor(kind, playOutDeath(book, plan), mask, event),
      ),
      { numRuns: runs },
    );
  });

  it('was tried on people who were erased and on people who were not', () => {
    expect(reach.erased).toBeGreaterThan(runs / 2);
    expect(reach.left).toBeGreaterThan(runs / 2);
  });
});
