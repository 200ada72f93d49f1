import { describe, expect, it } from 'vitest';
import { E, TE } from '../../fp.js';
import type { Ask, Desk, OpenFile, Purpose } from '../../requests/index.js';
import { atInVietnam, day } from '../../values/plain-date.js';
import { type BirthDesks, birthDoors } from './contents.js';
import type { BirthEvent, Declaration } from './events.js';

const at = atInVietnam(day('2023-07-12'));

const declaration: Declaration = {
  legs: ['birth', 'residence', 'card'],
  bornOn: day('2023-07-03'),
  sex: 'female',
  birthOrder: 1,
  multiple: 1,
  bornAt: 'facility',
  proof: { kind: 'notice', code: '00012.GCS.40020.0' },
  mother: { known: true, residesIn: '16681', residence: 'permanent', foreign: false },
  father: { known: false, residence: 'none', foreign: false },
  married: false,
  speciality: null,
  authorities: { birth: '16681', residence: '16690', card: 'BHXH-40' },
  lodging: { with: 'mother', owned: 'not-own', place: 'ordinary' },
  firstCard: true,
  firstFacility: '40001',
  channel: 'national-portal',
  delivery: 'electronic',
  claim: 'claim',
};

const applied = { type: 'Applied', case: 'case', declaration } as BirthEvent;
const people = { child: { name: { given: 'An' } }, mother: { name: { given: 'Hoa' } } };

/** Desks that keep what they were told, and answer as they are bidden. */
const desksAnswering = (answers: Partial<Record<Purpose, object>> = {}) => {
  const told = new Map<string, unknown>();
  const desk = (purpose: Purpose): Desk<unknown, never> => ({
    agency: purpose,
    repeats: 'keyed',
    ask: ({ content }) => {
      told.set(purpose, content);
      const answer = (answers[purpose] ?? { outcome: 'taken' }) as never;
      return TE.right({ kind: 'answered', answer, at, receivedAt: at, by: { id: 'a', role: 'clerk' } });
    },
    collect: () => TE.right([]),
  });
  const purposes: readonly Purpose[] = [
    'enter-birth',
    'assign-personal-number',
    'register-residence',
    'issue-card',
    'issue-identity-card',
    'tell-residence',
    'tell-insurance',
    'tell-population',
  ];
  const desks = Object.fromEntries(purposes.map((purpose) => [purpose, desk(purpose)])) as unknown as BirthDesks;
  return { doors: birthDoors(desks, (number) => `index of ${number.length} digits`), told };
};

const ask = (request: string, events: readonly BirthEvent[] = [applied]): Ask<OpenFile<BirthEvent>> => ({
  key: 'key',
  caseId: 'case',
  request,
  content: { caseId: 'case', request, events, people },
});

describe('what each agency is told (nội dung gửi các cơ quan)', () => {
  it('each hears of its own commune, and of the people it has to do with', async () => {
    const { doors, told } = desksAnswering();
    for (const purpose of ['enter-birth', 'register-residence', 'issue-card'] as const)
      await doors[purpose].ask(ask(purpose))();
    expect(told.get('enter-birth')).toEqual({
      bornOn: '2023-07-03',
      sex: 'female',
      birthOrder: 1,
      commune: '16681',
      people,
    });
    expect(told.get('register-residence')).toMatchObject({ commune: '16690', lodging: 'ordinary', consents: [] });
    expect(told.get('issue-card')).toMatchObject({ commune: 'BHXH-40', firstFacility: '40001' });
    expect(doors['register-residence'].who).toContain('householdHead');
    expect(doors['issue-card'].who).not.toContain('householdHead');
    expect(doors['assign-personal-number'].who).not.toContain('applicant');
  });

  it('the police are told who has consented', async () => {
    const { doors, told } = desksAnswering();
    const consent: BirthEvent = { type: 'ConsentRecorded', from: 'household-head', mode: 'form' };
    await doors['register-residence'].ask(ask('register-residence#1', [applied, consent]))();
    expect(told.get('register-residence')).toMatchObject({ consents: ['household-head'] });
  });

  it('a personal number goes to the sealed block, and only its keyed digest to the facts', async () => {
    const { doors } = desksAnswering({
      'assign-personal-number': { outcome: 'assigned', personalNumber: '040323000001' },
    });
    const reply = await doors['assign-personal-number'].ask(ask('assign-personal-number#1'))();
    expect(E.isRight(reply) && reply.right.kind === 'answered' ? reply.right.answer : reply).toEqual({
      answer: { outcome: 'assigned', index: 'index of 12 digits' },
      personal: { child: { personalNumber: '040323000001' } },
    });
  });

  it('a card number goes to the sealed block', async () => {
    const { doors } = desksAnswering({
      'issue-card': { outcome: 'issued', cardNumber: 'TE1404000000001', issuedOn: '2023-07-13' },
    });
    const reply = await doors['issue-card'].ask(ask('issue-card#1'))();
    expect(E.isRight(reply) && reply.right.kind === 'answered' ? reply.right.answer : reply).toEqual({
      answer: { outcome: 'issued', issuedOn: '2023-07-13' },
      personal: { child: { cardNumber: 'TE1404000000001' } },
    });
  });

  it('a notice speaks of the change it was intended for, also when somebody had it sent again', async () => {
    const { doors, told } = desksAnswering();
    const correction = (field: string): BirthEvent =>
      ({
        type: 'CorrectionRegistered',
        fields: [field],
        registeredOn: day('2023-07-20'),
        upstream: false,
      }) as BirthEvent;
    const intended = (request: string, resumes?: string): BirthEvent => ({
      type: 'RequestIntended',
      request,
      purpose: 'tell-insurance',
      ...(resumes !== undefined && { resumes }),
    });
    const events = [
      applied,
      correction('child.name'),
      intended('tell-insurance#1'),
      correction('child.ethnicity'),
      intended('tell-insurance#2'),
      intended('tell-insurance#3', 'tell-insurance#1'),
    ];
    for (const [request, field] of [
      ['tell-insurance#2', 'child.ethnicity'],
      ['tell-insurance#3', 'child.name'],
    ] as const) {
      await doors['tell-insurance'].ask(ask(request, events))();
      expect(told.get('tell-insurance')).toMatchObject({ what: 'correction', fields: [field] });
    }
  });
});
