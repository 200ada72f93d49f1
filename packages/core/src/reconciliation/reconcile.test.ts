import { day } from '@lienthong/core';
import { birthCase } from '@lienthong/core/birth-case';
import { lawBook } from '@lienthong/core/law';
import { describe, expect, it } from 'vitest';
import { FINDING_KINDS, type Finding, type FindingKind } from './finding.js';
import { type KnownCase, knownCase, type Step } from './known-case.js';
import type { PersonFacts } from './person.js';
import { type Question, reconcile } from './reconcile.js';
import { originOf, REGISTERS, type RegisterName, type RegisterRecord } from './register-record.js';
import { sayOfReconciliation } from './words.js';

const child: PersonFacts = {
  number: '040324000011',
  name: 'Nguyễn Thị Minh Anh',
  bornOn: day('2024-08-03'),
  sex: 'female',
  commune: '16681',
  mother: { name: 'Trần Thị Bưởi', number: '040195000001' },
};
const dead: PersonFacts = {
  number: '040042000012',
  name: 'Phan Đình Khế',
  birthYear: 1942,
  sex: 'male',
  commune: '16681',
};

const answered = (request: string, purpose: 'issue-card' | 'delete-residence' | 'pay-funeral'): Step => ({
  standing: 'done',
  request: { request, purpose, status: 'answered', attempts: 1 },
});
const NONE: Step = { standing: 'none' };

const birth = (caseId: string, own: Partial<KnownCase> = {}): KnownCase => ({
  group: 'birth',
  caseId,
  person: child,
  registeredOn: day('2024-08-10'),
  happenedOn: day('2024-08-03'),
  steps: { residence: { standing: 'done' }, 'health-card': answered('issue-card#1', 'issue-card'), population: NONE },
  money: {},
  allowances: [],
  ...own,
});
const death = (caseId: string, own: Partial<KnownCase> = {}): KnownCase => ({
  group: 'death',
  caseId,
  person: dead,
  registeredOn: day('2024-08-29'),
  happenedOn: day('2024-08-27'),
  steps: { residence: answered('delete-residence#1', 'delete-residence') },
  money: {},
  allowances: [],
  ...own,
});
const record = (
  register: RegisterName,
  id: string,
  person: PersonFacts,
  own: Partial<RegisterRecord> = {},
): RegisterRecord => ({
  register,
  id,
  person,
  standing: 'standing',
  origin: originOf(register),
  ...own,
});
const asked = (question: Partial<Question>): readonly Finding[] =>
  reconcile({ cases: [], records: [], asOf: day('2024-12-01'), ...question }).findings;
const kindsIn = (question: Partial<Question>): readonly FindingKind[] => asked(question).map(({ kind }) => kind);

describe('comparing the journal with the registers', () => {
  it('finds nothing where both say the same', () =>
    expect(
      asked({
        cases: [birth('b'), death('d')],
        records: [
          record('residence', 'CT-1', child),
          record('health-card', 'TE-1', child),
          record('residence', 'CT-2', dead, { standing: 'ended' }),
        ],
      }),
    ).toEqual([]));

  it('finds a child whose card nobody issued, and asks the request that said so', () =>
    expect(
      asked({
        cases: [birth('b')],
        records: [record('residence', 'CT-1', child)],
        covered: ['residence', 'health-card'],
      }),
    ).toMatchObject([
      {
        kind: 'child-without-card',
        cause: 'record-missing',
        cases: ['b'],
        since: '2024-08-10',
        proposals: [{ command: { type: 'Escalate', data: { about: 'issue-card#1', cause: 'CardMissing' } } }],
      },
    ]));
  it('says of a record that came near how near it came', () => {
    const { number: _, mother: __, ...rest } = child;
    const unlike = { ...rest, number: '001224999888', commune: '16690' };
    const [found] = asked({ cases: [birth('b')], records: [record('residence', 'CT-1', unlike)] });
    expect(found).toMatchObject({ kind: 'child-without-residence', confidence: 'doubtful' });
    expect(found?.evidence).toMatchObject([{ between: ['b', 'residence/CT-1'], match: { verdict: 'unlikely' } }]);
  });
  it('gives what is under way its time', () => {
    const open = birth('b', { steps: { residence: { standing: 'open' } } });
    const covered = ['residence'] as const;
    expect(asked({ cases: [open], covered, asOf: day('2024-09-09') })).toEqual([]);
    expect(asked({ cases: [open], covered, asOf: day('2024-09-10') })).toMatchObject([
      { cause: 'under-way', proposals: [{ command: { type: 'ForwardResidence' } }] },
    ]);
  });
  it('asks again for an answer that is still owed', () => {
    const request = {
      request: 'register-residence#1',
      purpose: 'register-residence',
      status: 'given-up',
      attempts: 5,
    } as const;
    const open = birth('b', { steps: { residence: { standing: 'open', request } } });
    expect(asked({ cases: [open], covered: ['residence'] })).toMatchObject([
      { proposals: [{ command: { type: 'ResyncStatus', data: { request: 'register-residence#1' } } }] },
    ]);
  });

  it('finds the dead who are still resident, and those who still draw', () =>
    expect(
      asked({
        cases: [death('d', { allowances: [{ allowance: 'pension', standing: 'done' }] })],
        records: [record('residence', 'CT-2', dead), record('allowance', 'A-1', dead)],
      }),
    ).toMatchObject([
      { kind: 'dead-still-resident', cause: 'record-standing', since: '2024-08-27', confidence: 'certain' },
      { kind: 'dead-still-drawing', cause: 'record-standing' },
    ]));
  it.each([
    ['what the journal took for paid', 100, 100, 40, { kind: 'dead-unpaid', cause: 'sums-differ', dong: 60 }],
    ['what was decided long ago', 100, 0, 0, { kind: 'dead-unpaid', cause: 'outstanding', dong: 100 }],
    ['what was paid twice', 100, 100, 200, { kind: 'paid-too-much', dong: 100 }],
    ['what nobody had decided', 0, 0, 70, { kind: 'paid-too-much', dong: 70 }],
  ])('finds %s', (_, owed, paid, amount, found) => {
    const money = owed === 0 ? {} : { funeral: { owed, paid } };
    const records = [record('payment', 'PAY-1', dead, { amount, benefit: 'funeral' })];
    expect(asked({ cases: [death('d', { money })], records })).toMatchObject([found]);
  });

  it('finds numbers that differ, and says which kind of difference', () => {
    const cases = [birth('b', { steps: {}, person: { ...child, formerNumbers: ['040324111111'] } })];
    const found = asked({
      cases,
      records: [
        record('population', 'P-1', { ...child, number: '040324000012' }),
        record('residence', 'CT-1', { ...child, number: '040324111111' }),
        record('health-card', 'TE-1', { ...child, number: '001224999888' }),
      ],
    });
    expect(
      found.map(({ kind, cause, records: [of], proposals: [first] }) => [
        kind,
        cause,
        of?.register,
        first?.command.type,
      ]),
    ).toEqual([
      ['numbers-differ', 'other-number', 'health-card', 'Escalate'],
      ['numbers-differ', 'one-slip', 'population', 'ReplacePersonalNumber'],
      ['numbers-differ', 'former-number', 'residence', 'Escalate'],
    ]);
  });
  it('sees that registers disagree on a child whom nobody has numbered here', () => {
    const { number: _, ...unnumbered } = child;
    const cases = [birth('b', { steps: {}, person: unnumbered })];
    const records = [
      record('population', 'P-1', child),
      record('residence', 'CT-1', { ...child, number: '040324999999' }),
    ];
    expect(kindsIn({ cases, records })).toEqual(['numbers-differ']);
  });

  it('suspects two cases and two records of one birth, and never twins', () => {
    const records = [
      record('residence', 'CT-1', child),
      record('residence', 'CT-2', { ...child, name: 'nguyen thi minh anh' }),
    ];
    expect(asked({ cases: [birth('b1'), birth('b2', { steps: {} })], records })).toMatchObject([
      { kind: 'duplicate-cases', cases: ['b1', 'b2'], proposals: [{ caseId: 'b1' }, { caseId: 'b2' }] },
      { kind: 'duplicate-records', records: [{ id: 'CT-1' }, { id: 'CT-2' }] },
    ]);
    const twin: PersonFacts = { ...child, name: 'Nguyễn Thị Minh Châu', number: '040324777777' };
    expect(
      asked({
        cases: [birth('b1', { steps: {} }), birth('b2', { steps: {}, person: twin })],
        records: [record('residence', 'CT-1', child), record('residence', 'CT-2', twin)],
      }),
    ).toEqual([]);
  });
  it('finds one record that bears the number of another child', () => {
    const other: PersonFacts = {
      ...child,
      name: 'Lê Văn Cam',
      number: '040224555555',
      bornOn: day('2024-08-05'),
      mother: { name: 'Hồ Thị Sen' },
    };
    const cases = [birth('b1', { steps: {} }), birth('b2', { steps: {}, person: other })];
    const records = [record('residence', 'CT-1', { ...child, number: '040224555555' })];
    expect(asked({ cases, records })).toMatchObject([
      { kind: 'one-record-two-people', cause: 'other-persons-number', cases: ['b1', 'b2'] },
    ]);
  });

  it('finds records nobody knows, where a record should be known', () => {
    const stranger: PersonFacts = { number: '001199000001', name: 'Vừ Bá Chò' };
    expect(
      asked({
        records: [
          record('residence', 'CT-9', stranger),
          record('civil-status-birth', 'KS-9', stranger),
          record('health-card', 'TE-9', stranger, { origin: 'elsewhere' }),
          record('residence', 'CT-8', { name: 'Lô Thị Bua' }, { caseId: 'gone' }),
        ],
      }).map(({ kind, cause, records: [of] }) => [kind, cause, of?.id]),
    ).toEqual([
      ['unknown-record', 'nobody-known', 'KS-9'],
      ['unknown-record', 'no-such-case', 'CT-8'],
    ]);
  });
  it('compares nobody of whom nothing is left, and says so', () => {
    const question: Question = {
      cases: [birth('b', { person: {} })],
      records: [record('health-card', 'TE-1', child)],
      asOf: day('2024-12-01'),
    };
    expect(reconcile(question)).toMatchObject({
      compared: 0,
      unnamed: ['b'],
      findings: [{ kind: 'unknown-record', confidence: 'doubtful' }],
    });
  });
  it('gives the same findings whatever the order of cases and records', () => {
    const cases = [birth('b1'), birth('b2', { steps: {} }), death('d')];
    const records = [
      record('residence', 'CT-2', dead),
      record('population', 'P-1', { ...child, number: '040324000012' }),
    ];
    expect(
      asked({ cases: cases.toReversed(), records: records.toReversed(), covered: ['residence'] }).map(
        ({ kind }) => kind,
      ),
    ).toEqual(kindsIn({ cases, records, covered: ['residence'] }));
  });
  it('shows no number that names a person', () => {
    const [found] = asked({
      records: [
        record('health-card', 'TE1404023000001', { name: 'Lô Thị Bua' }),
        record('residence', '040324000011', child, { caseId: 'x' }),
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(/4023000001|040324000011|Bua/);
  });

  it('reads the people of a case from its blocks, the newest first', () => {
    const { initial } = birthCase(lawBook());
    const personal = [
      {
        child: { name: { given: 'An' }, personalNumber: '040324000011' },
        mother: { name: { given: 'Bưởi' }, personalNumber: '040195000001' },
      },
      { child: { personalNumber: '040324000099' } },
    ];
    expect(knownCase({ group: 'birth', caseId: 'b', state: initial, personal })).toMatchObject({
      registeredOn: null,
      person: {
        number: '040324000099',
        formerNumbers: ['040324000011'],
        name: { given: 'An' },
        mother: { number: '040195000001' },
      },
    });
  });
  it('has words in both languages for every kind and register', () => {
    const [vi, en] = [sayOfReconciliation('vi'), sayOfReconciliation('en')];
    for (const kind of FINDING_KINDS) expect(vi.kind(kind)).not.toBe(en.kind(kind));
    for (const register of REGISTERS) expect(vi.register(register)).not.toBe(en.register(register));
  });
});
