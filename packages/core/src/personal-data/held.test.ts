import { describe, expect, it } from 'vitest';
import { E } from '../fp.js';
import { CLAIMED, type Journal, type NewEvent, unavailable } from '../kernel/index.js';
import type { Instant } from '../values/index.js';
import { type Access, accessStream, whoLooked } from './access-log.js';
import { findPerson } from './find-person.js';
import { aToldBirth, aToldDeath, CASE, type Told } from './harness/a-told-case.js';
import { aJournal } from './harness/written-down.js';
import { type HeldEnv, heldAbout } from './held.js';

const access: Access = {
  id: '00000000-0000-7000-8000-0000000000a1',
  at: '2026-03-02T01:00:00.000Z' as Instant,
  by: { id: 'officer-1', role: 'civil-status-officer', unit: '16681' },
  purpose: 'subject-access',
};

let looks = 0;

const held = async (told: HeldEnv & Pick<Told, 'people'>, subject?: string, withValues = false) => {
  looks += 1;
  const question = { group: told.people.group, caseId: CASE, withValues, access: { ...access, id: `look-${looks}` } };
  const answer = await heldAbout(told)({ ...question, ...(subject === undefined ? {} : { subject }) })();
  if (E.isLeft(answer)) throw new Error(answer.left.kind);
  return answer.right;
};

describe('everything held about a person', () => {
  it('names each event, each field, what for, on which ground and how long; and no value', async () => {
    const told = await aToldBirth('closed');
    const [record, applied] = await held(told, 'child');
    expect([record?.record, applied?.record]).toEqual([true, false]);
    expect(applied).toMatchObject({
      stream: `birth-${CASE}`,
      type: 'Applied',
      subject: 'child',
      standing: 'open',
      keptFor: 'entry',
      retention: 'for-good',
      fields: expect.arrayContaining([
        {
          field: 'name',
          purpose: 'enter-birth',
          ground: expect.objectContaining({ act: '60/2014/QH13', article: '14' }),
          sensitive: true,
        },
      ]),
    });
    expect(JSON.stringify(await held(told))).not.toMatch(/Tư|040060000003/);
  });

  it('gives values to whoever may have them', async () => {
    const [, applied] = await held(await aToldBirth('closed'), 'owner', true);
    expect(applied?.fields).toContainEqual(expect.objectContaining({ field: 'personalNumber', value: '040060000003' }));
  });

  it('tells of the erased that they were, and of the sealed that there is something', async () => {
    const told = await aToldBirth('closed');
    const by = { id: 'leader-1', role: 'commune-leader' };
    await told.keys.destroy({ caseId: CASE, subject: 'owner', at: access.at, by, ground: 'g', request: 'r' })();
    expect(await held(told, 'owner')).toMatchObject([
      { standing: 'erased', fields: [] },
      { standing: 'erased', fields: [] },
    ]);
    const without = await held({ ...told, keys: undefined }, 'owner');
    expect(without.map(({ standing }) => standing)).toEqual(['sealed', 'sealed']);
  });

  it('shows a field that the register does not know as one without a purpose', async () => {
    const [first] = await held(await aToldDeath('closed'), 'payee');
    const byName = new Map(first?.fields.map((each) => [each.field, each]));
    expect(byName.get('personalNumber')?.purpose).toBe('pay-benefit');
    expect(byName.get('nickname')).toEqual({ field: 'nickname', sensitive: false });
  });
});

describe('who has looked (nhật ký truy cập)', () => {
  it('is told from the record of each look, which names nobody and no value', async () => {
    const told = await aToldBirth('closed');
    await held(told, 'mother');
    await held({ ...told, keys: undefined }, 'mother');
    expect(await whoLooked(told.journal, CASE)()).toEqual(
      E.right([{ at: access.at, by: access.by, caseId: CASE, subjects: ['mother'], purpose: 'subject-access' }]),
    );
    const read = await told.journal.read(accessStream(CASE))();
    expect(E.isRight(read) && read.right.events[0]?.data).toEqual({ purpose: 'subject-access', subjects: ['mother'] });
  });

  it('comes first: what cannot be recorded is not opened', async () => {
    const told = await aToldBirth('closed');
    let opened = 0;
    const keys = {
      keyOf: told.keys.keyOf,
      existing: (caseId: string, subject: string) => {
        opened += 1;
        return told.keys.existing(caseId, subject);
      },
    };
    const log: Journal = {
      ...told.journal,
      append: () => async () => E.left(unavailable('memory', 'read-only', false)),
    };
    const question = { group: 'birth', caseId: CASE, withValues: true, access } as const;
    expect(await heldAbout({ ...told, keys, log })(question)()).toMatchObject({ left: { code: 'read-only' } });
    expect(opened).toBe(0);
  });
});

describe('finding a person by their number', () => {
  it('goes by digests alone: the deceased, the child, whoever filed', async () => {
    const journal = aJournal();
    const event = (n: number, type: string, data: NewEvent['data'], actor = 'someone'): NewEvent => ({
      id: `00000000-0000-5000-8000-00000000000${n}`,
      type,
      schema: 1,
      occurredAt: access.at,
      actor: { id: actor, role: 'applicant' },
      causation: 'c',
      correlation: `case-${n}`,
      data,
    });
    await journal.append('claim-death-dead', 'none', [event(1, CLAIMED, { holder: 'case-1' })])();
    await journal.append('claim-death-other', 'none', [event(2, CLAIMED, { holder: 'case-2' })])();
    await journal.append('birth-3', 'none', [event(3, 'PersonalNumberAssigned', { index: 'number' })])();
    await journal.append('death-4', 'none', [event(4, 'Applied', {}, 'citizen-1')])();
    await journal.append('birth-5', 'none', [event(5, 'Applied', {}, 'citizen-2')])();
    const digests = { deceased: 'dead', child: 'number', applicant: 'citizen-1' };
    expect(await findPerson(journal, digests)()).toEqual(
      E.right([
        { group: 'death', caseId: 'case-1', subject: 'deceased' },
        { group: 'birth', caseId: 'case-3', subject: 'child' },
        { group: 'death', caseId: 'case-4', subject: 'applicant' },
      ]),
    );
  });
});
