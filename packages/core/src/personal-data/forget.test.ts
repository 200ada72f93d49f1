import { random } from '@lienthong/testing/key-contract';
import { deathStages } from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { type KeyStore, keyFault, keyStore, masterKey, memoryCabinet } from '../evidence/index.js';
import { E } from '../fp.js';
import { openPersonal } from '../kernel/index.js';
import { peopleOfBirth } from '../linked/birth-case/people.js';
import type { Instant } from '../values/index.js';
import { type ForgetRequest, forget } from './forget.js';
import { aToldBirth, aToldDeath, aWithdrawnBirth, CASE, type Told } from './harness/a-told-case.js';
import { aKeyStore } from './harness/written-down.js';
import { sayOfErasure } from './messages.js';
import { reapply } from './reapply.js';

const request: ForgetRequest = {
  id: '00000000-0000-7000-8000-0000000000f1',
  at: '2026-03-02T01:00:00.000Z' as Instant,
  by: { id: 'leader-1', role: 'commune-leader' },
  askedBy: { id: 'citizen-9', role: 'applicant' },
  ground: 'subject-request',
};

const asked = (told: Told, subject: string, other: Partial<ForgetRequest> = {}) =>
  forget(told)(told.people)(CASE, subject, { ...request, ...other })();

/** `erased`, or the reasons why not, or what kind of fault. */
const outcome = async (...args: Parameters<typeof asked>): Promise<string | readonly string[]> => {
  const answer = await asked(...args);
  if (E.isLeft(answer)) return `${answer.left.kind} ${'at' in answer.left ? answer.left.at : ''}`.trim();
  return E.isLeft(answer.right) ? answer.right.left.map(({ reason }) => reason) : 'erased';
};

const erasedIn = async ({ journal, keys, people }: Told): Promise<readonly string[]> => {
  const read = await journal.read(`${people.group}-${CASE}`)();
  if (E.isLeft(read)) throw new Error(read.left.kind);
  const opened = await Promise.all(read.right.events.map((event) => openPersonal(keys, event)));
  return [...new Set(opened.flatMap(({ erased }) => erased))];
};

const erasures = async ({ journal }: Told) => {
  const feed = await journal.feed({ types: ['PersonErased'] })();
  return E.isRight(feed) ? feed.right.events : [];
};

describe('forgetting somebody (xóa dữ liệu cá nhân)', () => {
  it('erases whoever filed a case, once it has ended, and nobody else', async () => {
    const told = await aToldBirth('closed');
    expect(await outcome(told, 'applicant')).toBe('erased');
    expect(await outcome(told, 'owner')).toBe('erased');
    expect(await erasedIn(told)).toEqual(['owner', 'applicant'].toSorted((a) => (a === 'applicant' ? -1 : 1)));
  });

  it.each(['child', 'mother', 'father'])(
    'refuses for the %s of a birth that was registered, and cites why',
    async (who) => {
      const told = await aToldBirth('closed');
      const answer = await asked(told, who);
      if (E.isLeft(answer) || E.isRight(answer.right)) throw new Error('not refused');
      const [refusal] = answer.right.left;
      expect(refusal).toMatchObject({
        reason: 'RegisterEntryStays',
        citations: [{ act: '91/2025/QH15', confidence: 'inferred' }],
        facts: { subject: who, phase: 'closed', registered: true },
        remedy: null,
      });
      expect(sayOfErasure('en').refusal(refusal)).toMatch(/stands in the civil-status register.*Law 91\/2025\/QH15/);
      expect(sayOfErasure('vi').refusal(refusal)).toMatch(/đã được đăng ký.*Căn cứ/);
      expect(await erasedIn(told)).toEqual([]);
      expect(await erasures(told)).toEqual([]);
    },
  );

  it('cites the decree of 2023 for what was asked in 2024', async () => {
    const answer = await asked(await aToldBirth('closed'), 'child', { at: '2024-09-01T01:00:00.000Z' as Instant });
    if (E.isLeft(answer) || E.isRight(answer.right)) throw new Error('not refused');
    expect(answer.right.left[0].citations).toMatchObject([{ act: '13/2023/NĐ-CP', article: '16', clause: '2' }]);
  });

  it('refuses while a case is under way, and says how it may end', async () => {
    const answer = await asked(await aToldBirth('received'), 'applicant');
    if (E.isLeft(answer) || E.isRight(answer.right)) throw new Error('not refused');
    expect(answer.right.left[0]).toMatchObject({
      reason: 'CaseUnderWay',
      remedy: { kind: 'command', command: 'WithdrawCase', by: 'applicant' },
    });
  });

  it.each(['child', 'mother', 'applicant'])('erases the %s of an application that was withdrawn', async (who) => {
    expect(await outcome(await aWithdrawnBirth(), who)).toBe('erased');
  });

  it('erases the payee and the relatives of a death once nothing is owed, and never the deceased', async () => {
    for (const stage of deathStages) {
      const told = await aToldDeath(stage);
      const closed = stage === 'closed';
      for (const who of ['payee', 'relative-1', 'applicant'])
        expect(await outcome(told, who), `${stage} ${who}`).toEqual(closed ? 'erased' : ['CaseUnderWay']);
    }
    expect(await outcome(await aToldDeath('closed'), 'deceased')).toEqual(['RegisterEntryStays']);
  });

  it('keeps the payee while a top-up is still to be paid', async () => {
    const told = await aToldDeath('closed');
    const owing: Told = {
      ...told,
      people: { ...told.people, standing: () => E.right({ phase: 'closed', registered: true, owed: true }) },
    };
    expect(await outcome(owing, 'payee')).toEqual(['PaymentOutstanding']);
    expect(await outcome(owing, 'applicant')).toBe('erased');
  });

  it('is decided by few, and names every obstacle', async () => {
    const told = await aToldBirth('closed');
    const clerk = { by: { id: 'clerk-1', role: 'clerk' } };
    expect(await outcome(told, 'applicant', clerk)).toEqual(['MayNotDecideErasure']);
    expect(await outcome(told, 'child', clerk)).toEqual(['MayNotDecideErasure', 'RegisterEntryStays']);
  });

  it('knows nobody who is not in the case', async () => {
    expect(await outcome(await aToldBirth('closed'), 'grandmother')).toBe('BadInput subject');
  });

  it('records who asked, who decided, on which ground and of whom, and nothing of the person', async () => {
    const told = await aToldBirth('closed');
    await asked(told, 'applicant');
    expect(await erasures(told)).toMatchObject([
      {
        actor: { id: 'leader-1', role: 'commune-leader', decidedBy: { id: 'leader-1', role: 'commune-leader' } },
        onBehalfOf: { id: 'citizen-9', role: 'applicant' },
        causation: request.id,
        data: { group: 'birth', case: CASE, subject: 'applicant', ground: 'subject-request', registered: true },
      },
    ]);
    const tombstones = await told.keys.tombstones()();
    expect(tombstones).toEqual(
      E.right([
        {
          caseId: CASE,
          subject: 'applicant',
          at: request.at,
          by: { id: 'leader-1', role: 'commune-leader' },
          ground: 'subject-request',
          request: request.id,
        },
      ]),
    );
  });

  it('asked again, by the same request or another, is as it was', async () => {
    const told = await aToldBirth('closed');
    await asked(told, 'applicant');
    for (const id of [request.id, '00000000-0000-7000-8000-0000000000f2'])
      expect(await asked(told, 'applicant', { id })).toMatchObject({ right: { right: { repeated: true } } });
    expect(await erasures(told)).toHaveLength(1);
  });
});

describe('an erasure on record', () => {
  const outOfReach: Partial<KeyStore> = { destroy: () => async () => E.left(keyFault('unreachable', true)) };

  it('is finished at the next start, when the program stopped before the key was gone', async () => {
    const told = await aToldBirth('closed');
    expect(await outcome({ ...told, keys: { ...told.keys, ...outOfReach } }, 'applicant')).toBe('Unavailable');
    expect(await erasures(told)).toHaveLength(1);
    expect(await erasedIn(told)).toEqual([]);
    expect(await reapply(told)()).toEqual(E.right({ erasures: 1, reapplied: 1 }));
    expect(await erasedIn(told)).toEqual(['applicant']);
    expect(await reapply(told)()).toEqual(E.right({ erasures: 1, reapplied: 0 }));
  });

  it('is finished when it is asked again', async () => {
    const told = await aToldBirth('closed');
    await asked({ ...told, keys: { ...told.keys, ...outOfReach } }, 'applicant');
    expect(await asked(told, 'applicant')).toMatchObject({ right: { right: { repeated: true } } });
    expect(await erasedIn(told)).toEqual(['applicant']);
  });

  it('holds for keys that come back from a backup', async () => {
    const told = await aToldBirth('closed');
    await asked(told, 'applicant');
    // A store of keys as it was before: it knows of no erasure, and has a key for everybody.
    const restored = await aKeyStore();
    await restored.keyOf(CASE, 'applicant');
    expect(await reapply({ ...told, keys: restored })()).toEqual(E.right({ erasures: 1, reapplied: 1 }));
    expect(await restored.existing(CASE, 'applicant')).toBe('erased');
  });
});

describe('a program of somebody else’s', () => {
  it('upholds the erasures on record when it starts, and then erases', async () => {
    const { journal, law } = await aToldBirth('closed');
    const [cabinet, secret, caseId] = [memoryCabinet(), 'a secret that is random and kept apart', CASE];
    // #region start
    const keys = keyStore({ cabinet, masters: [await masterKey(secret)], random });
    await reapply({ journal, keys })();
    const answer = await forget({ journal, keys, law })(peopleOfBirth(law))(caseId, 'applicant', request)();
    // #endregion start
    expect(answer).toMatchObject({ right: { right: { subject: 'applicant', repeated: false } } });
  });
});
