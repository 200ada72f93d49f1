import {
  aDeathCase,
  aDeceased,
  afterDeath,
  at,
  commune,
  deathAnswer,
  deathOrder,
  insuranceOffice,
  someSurvivors,
} from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { E, TE } from '../../fp.js';
import { lawBook } from '../../law/index.js';
import { concerns } from '../../requests/door.js';
import type { Ask, DeathPurpose, Desk, OpenFile } from '../../requests/index.js';
import { DEATH_PURPOSES } from '../../requests/index.js';
import { day } from '../../values/plain-date.js';
import { type DeathDesks, deathDoors } from './contents.js';
import type { DeathEvent } from './events.js';

const now = at('2025-08-12');

/** Desks that keep what they were told, and answer that they have taken it. */
const listening = (today = '2025-08-12') => {
  const told = new Map<string, unknown>();
  const desk = (purpose: DeathPurpose): Desk<unknown, never> => ({
    agency: purpose,
    repeats: 'keyed',
    ask: ({ content }) => {
      told.set(purpose, content);
      const answer = { outcome: 'taken' } as never;
      return TE.right({ kind: 'answered', answer, at: now, receivedAt: now, by: { id: 'a', role: 'clerk' } });
    },
    collect: () => TE.right([]),
  });
  const desks = Object.fromEntries(DEATH_PURPOSES.map((purpose) => [purpose, desk(purpose)])) as unknown as DeathDesks;
  return { doors: deathDoors(desks, lawBook(), () => day(today)), told };
};

const people = aDeceased;

const ask = (request: string, events: readonly DeathEvent[]): Ask<OpenFile<DeathEvent>> => ({
  key: 'key',
  caseId: 'case',
  request,
  content: { caseId: 'case', request, events, people },
});

const published = aDeathCase('published');
const veteran = aDeathCase('published', {
  declaration: {
    funeral: {
      classes: ['merit', 'social-protection'],
      classFacts: {},
      meritAllowance: 2_055_000,
    },
    allowances: ['merit'],
  },
});
const ofFour = aDeathCase('published', {
  declaration: { legs: ['death', 'residence', 'funeral', 'survivor'], survivors: someSurvivors() },
});

describe('what each agency is told of a death (nội dung gửi các cơ quan)', () => {
  it('each hears of its own unit', async () => {
    const { doors, told } = listening();
    for (const purpose of ['enter-death', 'delete-residence', 'decide-insurance-funeral', 'stop-pension'] as const)
      await doors[purpose].ask(ask(`${purpose}#1`, published))();
    expect(told.get('enter-death')).toEqual({ diedOn: '2025-08-09', commune, people });
    expect(told.get('delete-residence')).toMatchObject({ diedOn: '2025-08-09', commune });
    expect(told.get('decide-insurance-funeral')).toMatchObject({ commune: insuranceOffice });
    expect(told.get('stop-pension')).toMatchObject({ commune: insuranceOffice });
  });

  it('each is opened the people it has to do with, and no others', () => {
    const { doors } = listening();
    expect(doors['enter-death'].who).toEqual(['deceased', 'applicant']);
    expect(doors['delete-residence'].who).toEqual(['deceased']);
    expect(doors['decide-insurance-funeral'].who).toEqual(['deceased', 'applicant', 'payee']);
    const blocks = ['applicant', 'deceased', 'payee', 'relative-1', 'relative-12'];
    expect(blocks.filter((block) => concerns(doors['decide-survivor'].who, block))).toEqual(blocks);
    for (const purpose of DEATH_PURPOSES.filter((each) => each !== 'decide-survivor'))
      expect(concerns(doors[purpose].who, 'relative-1')).toBe(false);
    for (const purpose of ['pay-funeral', 'pay-merit-lump', 'pay-survivor'] as const)
      expect(doors[purpose].who).toEqual(['payee']);
    for (const purpose of ['stop-pension', 'stop-merit-allowance', 'tell-residence', 'tell-population'] as const)
      expect(doors[purpose].who).toEqual(['deceased']);
  });

  it('a payer is told what the law gives by our reckoning, and of its own part only', async () => {
    const { doors, told } = listening();
    for (const purpose of ['decide-merit-funeral', 'decide-social-funeral'] as const)
      await doors[purpose].ask(ask(`${purpose}#1`, veteran))();
    expect(told.get('decide-merit-funeral')).toMatchObject({
      payer: 'merit',
      awards: [
        { benefit: 'funeral', payer: 'merit', way: 'once', amount: 23_400_000 },
        { benefit: 'merit-lump', payer: 'merit', way: 'once', amount: 6_165_000 },
      ],
    });
    expect(told.get('decide-social-funeral')).toMatchObject({ payer: 'social-protection', awards: [] });
  });

  it('social insurance is told of survivors by the allowance of a month', async () => {
    const { doors, told } = listening();
    await doors['decide-survivor'].ask(ask('decide-survivor#1', ofFour))();
    expect(told.get('decide-survivor')).toMatchObject({
      payer: 'social-insurance',
      awards: [{ benefit: 'survivor', way: 'monthly', amount: 2_340_000 }],
    });
  });

  it('whoever pays is told what was outstanding when it was asked, and not what has been paid since', async () => {
    const { doors, told } = listening();
    const decided = aDeathCase('decided');
    const half = afterDeath(decided, [
      deathAnswer('pay-funeral#1', { outcome: 'paid', amount: 10_000_000, channel: 'bank', paidOn: '2025-08-12' }),
    ]);
    await doors['pay-funeral'].ask(ask('pay-funeral#1', half))();
    expect(told.get('pay-funeral')).toMatchObject({
      benefit: 'funeral',
      payer: 'social-insurance',
      amount: 23_400_000,
      channel: 'bank',
      commune: insuranceOffice,
    });
    await doors['pay-funeral'].ask(ask('pay-funeral#2', half))();
    expect(told.get('pay-funeral')).toMatchObject({ amount: 13_400_000 });
  });

  it('a payee stated anew is the one who is paid', async () => {
    const { doors, told } = listening();
    const failed = afterDeath(aDeathCase('decided'), [
      deathAnswer('pay-funeral#1', { outcome: 'failed', reason: 'no-such-account' }),
      deathOrder('StatePayee', { channel: 'cash', personal: {} }),
    ]);
    await doors['pay-funeral'].ask(ask('pay-funeral#2', failed))();
    expect(told.get('pay-funeral')).toMatchObject({ amount: 23_400_000, channel: 'cash' });
  });

  it('a notice speaks of the change it was intended for', async () => {
    const { doors, told } = listening();
    const corrected = afterDeath(aDeathCase('closed'), [
      deathOrder('RegisterCorrection', { fields: ['deceased.name'], registeredOn: day('2025-08-20') }),
    ]);
    await doors['tell-population'].ask(ask('tell-population#1', corrected))();
    expect(told.get('tell-population')).toMatchObject({ what: 'death' });
    await doors['tell-population'].ask(ask('tell-population#2', corrected))();
    expect(told.get('tell-population')).toMatchObject({ what: 'correction', fields: ['deceased.name'] });
  });

  it('what it answers is kept as it was said, and nothing of it is sealed', async () => {
    const { doors } = listening();
    const reply = await doors['stop-pension'].ask(ask('stop-pension#1', published))();
    expect(E.isRight(reply) && reply.right.kind === 'answered' ? reply.right.answer : reply).toEqual({
      answer: { outcome: 'taken' },
    });
  });
});
