/** An ordinary case at a stage, kept in a journal with its people sealed under keys that can be destroyed. */
import { aBirthCase, aDeathCase, aDeceased, aFamily, type DeathStage, type Stage } from '@lienthong/testing/spec';
import type { KeyStore } from '../../evidence/index.js';
import { E, type NonEmpty } from '../../fp.js';
import { prepareBatch } from '../../kernel/batch.js';
import type { CaseKind, Command, DomainEvent, Journal, Personal } from '../../kernel/index.js';
import { type LawBook, lawBook } from '../../law/index.js';
import { birthCaseKind } from '../../linked/birth-case/kind.js';
import { peopleOfBirth } from '../../linked/birth-case/people.js';
import { deathCaseKind } from '../../linked/death-case/kind.js';
import { peopleOfDeath } from '../../linked/death-case/people.js';
import type { PeopleOf } from '../standing.js';
import { aJournal, aKeyStore } from './written-down.js';

export const CASE = '00000000-0000-5000-8000-000000000007';
const book = lawBook();

export type Told = Readonly<{ journal: Journal; keys: KeyStore; law: LawBook; people: PeopleOf }>;

const kept = async <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  events: readonly Ev[],
  personal: Personal,
): Promise<Pick<Told, 'journal' | 'keys' | 'law'>> => {
  const [journal, keys] = [aJournal(), await aKeyStore()];
  const [first, ...more] = events as NonEmpty<Ev>;
  const command = {
    id: '00000000-0000-7000-8000-000000000001',
    type: 'Apply',
    at: '2024-08-29T02:00:00.000Z',
    actor: { id: 'citizen-1', role: 'applicant' },
    data: {},
  } as unknown as C;
  const record = { type: 'CommandAccepted', schema: 1, facts: { command: 'Apply' }, personal };
  const batch = await prepareBatch(keys, kind.events, command, CASE, record, [{ ...first, personal }, ...more])();
  if (E.isLeft(batch)) throw new Error(batch.left.kind);
  const appended = await journal.append(`${kind.name}-${CASE}`, 'none', batch.right.sealed)();
  if (E.isLeft(appended)) throw new Error(appended.left.kind);
  return { journal, keys, law: book };
};

const everybody = (some: Personal, ...others: readonly string[]): Personal => ({
  ...some,
  ...Object.fromEntries(
    others.map((who) => [who, { name: { given: 'Tư' }, personalNumber: '040060000003', nickname: 'Tèo' }]),
  ),
});

export const aToldBirth = async (stage: Stage): Promise<Told> => ({
  ...(await kept(birthCaseKind(book), aBirthCase(stage), everybody(aFamily, 'applicant', 'owner', 'member-1'))),
  people: peopleOfBirth(book),
});

export const aWithdrawnBirth = async (): Promise<Told> => ({
  ...(await kept(
    birthCaseKind(book),
    [...aBirthCase('received'), { type: 'CaseWithdrawn' }, { type: 'CaseClosed', outcome: { birth: 'withdrawn' } }],
    everybody(aFamily, 'applicant'),
  )),
  people: peopleOfBirth(book),
});

export const aToldDeath = async (stage: DeathStage): Promise<Told> => ({
  ...(await kept(deathCaseKind(book), aDeathCase(stage), everybody(aDeceased, 'applicant', 'payee', 'relative-1'))),
  people: peopleOfDeath(book),
});
