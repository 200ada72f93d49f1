import type { StoredEvent } from '@lienthong/core';
import { deathCaseKind } from '@lienthong/core/death-case';
import { lawBook, provision } from '@lienthong/core/law';
import { describe, expect, it } from 'vitest';
import { type FaultId, type Faults, faultProfiles } from '../agencies/index.js';
import { createBoard } from './board.js';
import { ngheAn2023, ngheAn2026, type SimulationOptions } from './index.js';
import { heads, type Played, play as playIn } from './playing.js';
import type { Scenario } from './scenario.js';

const { none } = faultProfiles;

/** Deaths alone, but for what is said. */
const play = (
  seed: number,
  faults: SimulationOptions['faults'],
  deaths: number,
  scenario: Scenario = ngheAn2023,
  births = 0,
): Promise<Played> => playIn({ scenario, seed, faults, births, deaths });

const typesIn = (events: readonly StoredEvent[]): readonly string[] => events.map(({ type }) => type);

describe('deaths in Nghệ An, July 2023', () => {
  for (const faults of ['none', 'field', 'storm'] as const) {
    it.each([1, 2])(
      `lose nothing and nothing is done twice, beside births: faults ${faults}, seed %i`,
      async (seed) => {
        const { result } = await play(seed, faults, 20, ngheAn2023, 5);
        expect(result).toMatchObject({
          received: { total: 25, birth: 5, death: 20 },
          lost: 0,
          duplicatedEffects: 0,
          findings: [],
        });
        const { decided, toppedUp, paid, outstanding } = result.benefits;
        expect(paid.dong + outstanding.dong).toBe(decided.dong + toppedUp.dong);
        expect(decided.count).toBeGreaterThan(0);
      },
      60_000,
    );
  }

  it('run smoothly where nothing goes wrong: all closed and paid, nobody late', async () => {
    const { result, events } = await play(7, 'none', 25);
    expect(result).toMatchObject({ late: 0, stuck: 0, onTime: 25, byStatus: { open: 0 } });
    expect(result.benefits).toMatchObject({ outstanding: { count: 0, dong: 0 }, paid: result.benefits.decided });
    expect(typesIn(events)).toEqual(expect.arrayContaining(['ResidenceDeleted', 'BenefitPaid', 'AllowanceStopped']));
  }, 60_000);

  it('know no survivor benefit yet, and pay by the list of the month', async () => {
    const { books, result } = await play(2, 'none', 25);
    for (const { state } of books.deaths.values()) {
      expect(state.application.declaration?.legs).not.toContain('survivor');
    }
    const lists = books.effects.filter(
      ({ purpose, caseId }) =>
        purpose === 'pay-funeral' &&
        books.deaths.get(caseId)?.state.funeral.decided.funeral?.payer !== 'social-insurance',
    );
    const settledBy = provision.meritPaymentList.rows.at(-1)?.value.settledBy ?? 0;
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.every(({ at }) => Number(at.slice(8, 10)) <= settledBy)).toBe(true);
    expect(result.at.byStatus.open).toBeGreaterThan(0);
  }, 60_000);

  it('give the same history for the same seed, to the last hash, and another for another', async () => {
    const [one, again, other] = [
      await play(4, 'storm', 12, ngheAn2023, 4),
      await play(4, 'storm', 12, ngheAn2023, 4),
      await play(5, 'storm', 12, ngheAn2023, 4),
    ];
    expect(heads(again.events)).toEqual(heads(one.events));
    expect(again.result).toEqual(one.result);
    expect(heads(other.events)).not.toEqual(heads(one.events));
  }, 60_000);

  it('are counted in the journal: as many as it is told, and one less with one less', async () => {
    const counted = async (deaths: number, births: number) => {
      const { result, events } = await play(1, 'field', deaths, ngheAn2023, births);
      const applied = events.filter(({ type, stream }) => type === 'Applied' && stream.startsWith('death-'));
      expect(applied).toHaveLength(result.received.death);
      return result.received;
    };
    expect(await counted(6, 3)).toEqual({ total: 9, birth: 3, death: 6 });
    expect(await counted(5, 3)).toEqual({ total: 8, birth: 3, death: 5 });
    expect(await counted(0, 1)).toEqual({ total: 1, birth: 1, death: 0 });
  }, 60_000);

  it('are one less on the board when one case is missing from the journal', async () => {
    const { events, books } = await play(1, 'none', 6);
    const on = (kept: readonly StoredEvent[]): number => {
      const board = createBoard(deathCaseKind(lawBook()));
      for (const id of books.deaths.keys()) board.expect(id, {});
      for (const event of kept) expect(board.take(event)).toBeUndefined();
      return board.views.size;
    };
    const gone = events.find(({ type, stream }) => type === 'Applied' && stream.startsWith('death-'))?.stream;
    expect(on(events)).toBe(6);
    expect(on(events.filter(({ stream }) => stream !== gone))).toBe(5);
  }, 60_000);

  it('ask agencies of each kind, and each acts: keyed, queryable and neither', async () => {
    const { books } = await play(1, 'none', 30);
    const purposes = new Set(books.effects.map(({ purpose }) => purpose));
    for (const purpose of [
      'enter-death',
      'delete-residence',
      'decide-merit-funeral',
      'decide-insurance-funeral',
    ] as const) {
      expect(purposes).toContain(purpose);
    }
  }, 60_000);
});

/** One fault at full strength, everything else smooth: it leaves its trace in the journal, and nothing is lost by it. */
describe('each fault of deaths, alone and certain', () => {
  const outage = { systems: ['benefits', 'residence'], code: 'busy', day: 0, hour: 0, hours: 24 * 12 } as const;
  const away = { systems: ['population'], code: 'unreachable', day: 0, hour: 0, hours: 24 * 12 } as const;
  const faults: readonly (readonly [name: string, change: Partial<Faults>, trace: string])[] = [
    ['D2, the link to the population database gone', { F8: { spells: [away] } }, 'EscalationResolved'],
    ['D3, results never echoed', { F7: { replyNeverEchoed: 1 } }, 'EscalationResolved'],
    ['D4, answers under the agency’s own reference', { D4: { ownReferenceOnly: 1 } }, 'RequestGivenUp'],
    ['D7, systems that hang', { F8: { spells: [outage] } }, 'RequestDeferred'],
    ['D8, sent again by hand', { D8: { sentAgain: 1 } }, 'ResidenceDeleted'],
    ['D9, people mistaken', { D9: { mismatch: 1, sentBack: 1 } }, 'IdentityConfirmed'],
    ['D10, records not whole', { D10: { notRegistered: 0.3, recordIncomplete: 1 } }, 'ResidenceRecordCompleted'],
    ['D10, people not registered', { D10: { notRegistered: 1, recordIncomplete: 0 } }, 'NothingToDelete'],
    ['D14, helped and filed twice', { D14: { filedForThem: 1, filedTwice: 0.7 } }, 'DeathRefused'],
    [
      'D15, money that does not arrive',
      { D15: { payeeMissing: 0.5, wrongAccount: 1, uncollected: 0.3, decidesLate: 1, papersAsked: 1 } },
      'PaymentFailed',
    ],
    ['the line', { line: { ...none.line, askLost: 0.3, replyLost: 0.3, repeated: 0.5 } }, 'RequestFailed'],
  ];

  it.each(faults)(
    '%s',
    async (name, change, trace) => {
      const { result, events } = await play(3, { name, faults: { ...none, ...change } }, 10);
      expect(result).toMatchObject({ received: { death: 10 }, lost: 0, duplicatedEffects: 0 });
      expect(typesIn(events)).toContain(trace);
    },
    60_000,
  );

  const alone = (id: FaultId, change: object): SimulationOptions['faults'] => ({
    name: id,
    faults: { ...none, [id]: { ...none[id], ...change } },
  });

  it('D6: replies that come twice at a cut-over leave the history as it would have been', async () => {
    const { events } = await play(3, alone('D6', { day: 0, days: 100, repeated: 1 }), 10);
    expect(heads(events)).toEqual(heads((await play(3, 'none', 10)).events));
  }, 60_000);

  it('D8: what is sent again goes under the old key', async () => {
    const { events } = await play(3, alone('D8', { sentAgain: 1 }), 10);
    const resumed = events.filter(({ type, data }) => type === 'RequestIntended' && data['resumes'] !== undefined);
    expect(resumed.length).toBeGreaterThan(5);
  }, 60_000);

  it('D11: the support team takes one matter after another', async () => {
    const line = { ...none.line, askLost: 0.5 };
    const resolvedAt = async (minutes: number): Promise<string> => {
      const faults = { ...none, line, D11: { minutes } };
      const { events } = await play(3, { name: 'D11', faults }, 12);
      return events.findLast(({ type }) => type === 'EscalationResolved')?.occurredAt ?? '';
    };
    const [atOnce, queued] = [await resolvedAt(0), await resolvedAt(240)];
    expect(queued > atOnce).toBe(true);
  }, 60_000);

  it('D12: relatives who keep silent cost five working days and a statement on paper', async () => {
    const dying = { ...ngheAn2026.dying, shares: { ...ngheAn2026.dying.shares, survivors: 1, lumpSum: 1 } };
    const { result, events } = await play(1, alone('D12', { silent: 1 }), 12, { ...ngheAn2026, dying });
    const expired = events.filter(({ type }) => type === 'ConsentExpired');
    expect(expired.length).toBeGreaterThan(0);
    expect(expired.every(({ actor }) => actor.role === 'timekeeper')).toBe(true);
    const consents = events.filter(({ type }) => type === 'RelativesConsented').map(({ data }) => data['mode']);
    expect(new Set(consents)).toEqual(new Set(['paper']));
    expect(result).toMatchObject({ lost: 0, duplicatedEffects: 0, byStatus: { open: 0, stuck: 0 } });
  }, 60_000);

  it('D13: a notice on the old form is a warning, and the death is registered', async () => {
    const { result, events } = await play(1, alone('D13', { oldForm: 1 }), 12, ngheAn2026);
    const attached = events.filter(({ type }) => type === 'DeathNoticeAttached');
    expect(attached.length).toBeGreaterThan(0);
    expect(attached.every(({ data }) => data['outdated'] === true)).toBe(true);
    expect(result.byStatus.refused).toBe(0);
  }, 60_000);

  it('D14: the desk acts for the family, which is named beside it', async () => {
    const { events } = await play(1, alone('D14', { filedForThem: 1 }), 5);
    for (const { actor, onBehalfOf } of events.filter(({ type }) => type === 'Applied')) {
      expect([actor.role, onBehalfOf?.role]).toEqual(['onestop-receptionist', 'applicant']);
    }
  }, 60_000);
});

describe('Nghệ An in the summer of 2026', () => {
  it.each(['none', 'field', 'storm'] as const)(
    'loses nothing and does nothing twice: faults %s',
    async (faults) => {
      const { result } = await play(1, faults, 20, ngheAn2026, 20);
      expect(result).toMatchObject({
        received: { total: 40, birth: 20, death: 20 },
        lost: 0,
        duplicatedEffects: 0,
        findings: [],
      });
    },
    60_000,
  );

  it('tops up by what became known in October, where social support was decided at the old rate', async () => {
    const { books, result } = await play(2, 'none', 40, ngheAn2026);
    const [news] = provision.benefitTopUp.rows;
    const known = news?.knownFrom ?? '';
    const social = [...books.deaths.values()].flatMap(({ state }) =>
      state.funeral.decided.funeral?.payer === 'social-protection'
        ? [{ diedOn: state.application.declaration?.diedOn ?? '', ...state.funeral.decided.funeral }]
        : [],
    );
    const owed = social.filter(({ diedOn, decidedOn }) => diedOn >= (news?.from ?? '') && decidedOn < known);
    expect(owed.length).toBeGreaterThan(0);
    expect(new Set(owed.map(({ amount, toppedUp }) => `${amount}+${toppedUp}`))).toEqual(new Set(['10000000+800000']));
    expect(social.filter((one) => !owed.includes(one)).every(({ toppedUp }) => toppedUp === 0)).toBe(true);
    expect(result.benefits.toppedUp).toEqual({ count: owed.length, dong: owed.length * 800_000 });
  }, 60_000);

  it('offers the child identity card from the day the law does, and both channels', async () => {
    const { books } = await playIn({ scenario: ngheAn2026, seed: 1, faults: 'none', births: 60, deaths: 0 });
    const declared = [...books.births.values()].map(({ state, filing }) => ({
      filing,
      declaration: state.application.declaration,
    }));
    const withCard = declared.filter(({ declaration }) => declaration?.legs.includes('identity-card'));
    const since = provision.legsOnOffer.rows.find(({ value }) =>
      value.some((set) => set.includes('identity-card')),
    )?.from;
    expect(withCard.length).toBeGreaterThan(0);
    expect(withCard.every(({ filing }) => filing.at.slice(0, 10) >= (since ?? ''))).toBe(true);
    expect(new Set(declared.map(({ declaration }) => declaration?.channel))).toEqual(
      new Set(['national-portal', 'vneid']),
    );
    expect(books.effects.some(({ purpose }) => purpose === 'issue-identity-card')).toBe(true);
  }, 60_000);
});
