import { atInVietnam, day } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  answersIn,
  askOf,
  DAY,
  diedOn,
  file,
  HOUR,
  law,
  none,
  old,
  open,
  stepsIn,
  surely,
  toDecide,
  widow,
} from './asking.js';
import { noticeFormOf, type Spell } from './index.js';

describe('the register of deaths (sổ khai tử)', () => {
  it('honours keys: enters a death once, locks the person, and tells a second application where', async () => {
    const { desks, times, pass } = open();
    for (let time = 0; time < 3; time += 1) await desks['enter-death'].ask(askOf('one', file))();
    pass(HOUR);
    const first = answerOf(await desks['enter-death'].ask(askOf('one', file))());
    expect(first).toMatchObject({ outcome: 'entered', number: 1, locked: true });
    await desks['enter-death'].ask(askOf('two', file))();
    pass(HOUR);
    const second = answerOf(await desks['enter-death'].ask(askOf('two', file))());
    expect(second).toEqual({ outcome: 'already-entered', book: first?.['book'], number: 1 });
    expect(times('enter-death')).toBe(1);
  });

  it('D9: doubts who it is until somebody has settled it, and enters then', async () => {
    const { desks, pass } = open(surely('D9', { mismatch: 1 }));
    const ask = async (key: string) => {
      await desks['enter-death'].ask(askOf(key, file, 'case'))();
      pass(HOUR);
      return answerOf(await desks['enter-death'].ask(askOf(key, file, 'case'))());
    };
    expect(await ask('one')).toEqual({ outcome: 'not-entered', reason: 'IdentityMismatch' });
    expect(await ask('after the book')).toMatchObject({ outcome: 'entered' });
  });

  it('D2: enters without the lock while the population database is away', async () => {
    const away: Spell = { systems: ['population'], code: 'unreachable', day: 0, hour: 7, hours: 5 };
    const { desks, pass } = open({ ...none, F8: { spells: [away] } });
    await desks['enter-death'].ask(askOf('one', file))();
    pass(HOUR);
    expect(answerOf(await desks['enter-death'].ask(askOf('one', file))())).toMatchObject({ locked: false });
  });
});

describe('taking the dead off the residence register (xóa thường trú)', () => {
  const household = (incomplete = false) => ({
    household: 'HK-1',
    commune: '16681',
    members: [
      { person: old, dead: true, incomplete },
      { person: widow, dead: false },
    ],
  });
  const standing = (residents: ReturnType<typeof open>['residents']) =>
    residents.all().map(({ dead, standing: stands }) => [dead, stands]);

  it('deletes the person it was asked about, and nobody else of the household', async () => {
    const { desks, pass, residents, times } = open();
    residents.settle(household());
    await desks['delete-residence'].ask(askOf('one', file))();
    await desks['delete-residence'].ask(askOf('one', file))();
    pass(10 * DAY);
    expect(answersIn(await desks['delete-residence'].collect()())).toMatchObject([
      { outcome: 'deleted', minutes: false },
    ]);
    expect(standing(residents)).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(times('delete-residence')).toBe(1);
    await desks['delete-residence'].ask(askOf('again', file))();
    pass(10 * DAY);
    expect(answersIn(await desks['delete-residence'].collect()())).toEqual([
      { outcome: 'nothing-to-delete', reason: 'DeletedBefore' },
    ]);
  });

  it('has nothing to delete where nobody of that name stands', async () => {
    const { desks, pass } = open();
    await desks['delete-residence'].ask(askOf('one', file))();
    pass(10 * DAY);
    expect(answersIn(await desks['delete-residence'].collect()())).toEqual([
      { outcome: 'nothing-to-delete', reason: 'NotRegistered' },
    ]);
  });

  it('D10: completes a record first, and says so on the way', async () => {
    const { desks, pass, residents } = open();
    residents.settle(household(true));
    await desks['delete-residence'].ask(askOf('one', file))();
    pass(10 * DAY);
    const came = await desks['delete-residence'].collect()();
    expect(stepsIn(came)).toEqual(['record-incomplete', 'record-completed']);
    expect(answersIn(came)).toMatchObject([{ outcome: 'deleted' }]);
  });

  it('F14, D9: asks for the right household head, or sends a wrong name back, once', async () => {
    for (const [faults, answer] of [
      [surely('F14', { householdWrong: 1 }), { outcome: 'incomplete', items: ['household.head'] }],
      [surely('D9', { sentBack: 1 }), { outcome: 'returned', field: 'deceased.name' }],
    ] as const) {
      const { desks, pass, residents } = open(faults);
      residents.settle(household());
      const said = async (key: string) => {
        await desks['delete-residence'].ask(askOf(key, file, 'case'))();
        pass(10 * DAY);
        return answersIn(await desks['delete-residence'].collect()());
      };
      expect(await said('one')).toEqual([answer]);
      expect(await said('two')).toMatchObject([{ outcome: 'deleted' }]);
    }
  });
});

describe('whoever paid each month', () => {
  it.each([
    ['stop-social-allowance', 'keyed', 1],
    ['stop-merit-allowance', 'queryable', 2],
    ['stop-pension', 'neither', 2],
  ] as const)('%s: %s, so that two asks stop %i times', async (purpose, repeats, effects) => {
    const { desks, pass, times } = open();
    expect(desks[purpose].repeats).toBe(repeats);
    await desks[purpose].ask(askOf('one', file))();
    await desks[purpose].ask(askOf('one', file))();
    pass(20 * DAY);
    expect(times(purpose)).toBe(effects);
  });
});

describe('faults of deaths on the way back', () => {
  it('D4: an answer under the agency’s own reference names nobody’s request, until somebody asks in person', async () => {
    const { desks, pass, remind } = open(surely('D4', { ownReferenceOnly: 1 }));
    await desks['decide-insurance-funeral'].ask(askOf('one', toDecide('social-insurance')))();
    pass(30 * DAY);
    const first = await desks['decide-insurance-funeral'].collect()();
    expect(first).toMatchObject({ right: [{ key: expect.stringMatching(/^decide-insurance-funeral-\d{9}$/) }] });
    remind('decide-insurance-funeral', 'one');
    expect(await desks['decide-insurance-funeral'].collect()()).toMatchObject({ right: [{ key: 'one' }] });
  });

  it('D6: replies come twice while one software hands over to the next, and once afterwards', async () => {
    const count = async (passed: number): Promise<number> => {
      const { desks, pass } = open(surely('D6', { day: 0, days: 30, repeated: 1 }));
      pass(passed);
      await desks['stop-pension'].ask(askOf('one', file))();
      pass(20 * DAY);
      return answersIn(await desks['stop-pension'].collect()()).length;
    };
    expect([await count(0), await count(40 * DAY)]).toEqual([2, 1]);
  });

  it('leave the agencies of births alone', async () => {
    const faults = { ...surely('D4', { ownReferenceOnly: 1 }), D6: { day: 0, days: 30, repeated: 1 } };
    const { desks, pass } = open(faults);
    await desks['tell-residence'].ask(askOf('one', { what: 'death', fields: [], people: { deceased: old } }))();
    pass(5 * DAY);
    expect(await desks['tell-residence'].collect()()).toMatchObject({ right: [{ key: 'one' }] });
  });
});

describe('notices of death', () => {
  it('are on the form of their day of issue, or on the one of before (D13)', () => {
    expect(noticeFormOf(law, day('2025-06-30'), false)).toBe('annex-I');
    expect(noticeFormOf(law, day('2025-07-01'), false)).toBe('05');
    expect(noticeFormOf(law, day('2026-08-01'), true)).toBe('annex-I');
    expect(noticeFormOf(law, day('2023-07-10'), true)).toBe('annex-I');
  });

  it('come late, or unsigned and signed later (F11)', () => {
    const { hospital } = open(surely('F11', { late: 1, unsigned: 1 }));
    const sent = hospital.notifyDeath({
      code: '1.GBT.40001',
      facility: '40001',
      diedAt: atInVietnam(diedOn),
      diedOn,
      issuedOn: diedOn,
      form: 'annex-I',
      onTheWay: false,
      causeKnown: true,
      personal: { deceased: { name: 'x' } },
    });
    expect(sent.map(({ command }) => command.data.signed)).toEqual([false, true]);
    expect(new Set(sent.map(({ stream }) => stream)).size).toBe(1);
  });
});
