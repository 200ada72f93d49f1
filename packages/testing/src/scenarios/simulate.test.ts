import { atInVietnam } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import { type FaultId, faultProfiles } from '../agencies/index.js';
import { ngheAn2023, type SimulationOptions } from './index.js';
import { heads, type Played, play as playIn } from './playing.js';

/** A month of births alone. */
const play = (
  seed: number,
  faults: SimulationOptions['faults'],
  births: number,
  scenario = ngheAn2023,
): Promise<Played> => playIn({ scenario, seed, faults, births, deaths: 0 });

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

describe('a month in Nghệ An (nghe-an-2023)', () => {
  for (const faults of ['none', 'field', 'storm'] as const) {
    it.each([1, 2, 3])(
      `loses nothing and does nothing twice: faults ${faults}, seed %i`,
      async (seed) => {
        const { result } = await play(seed, faults, 25);
        expect(result).toMatchObject({
          received: { total: 25, birth: 25, death: 0 },
          lost: 0,
          duplicatedEffects: 0,
          findings: [],
        });
        expect(sum(result.byStatus)).toBe(25);
        expect(sum(result.at.byStatus)).toBe(25);
        expect(result.byStatus.open).toBe(0);
      },
      60_000,
    );
  }

  it('runs smoothly where nothing goes wrong', async () => {
    const { result } = await play(7, 'none', 15);
    expect(result).toMatchObject({ late: 0, stuck: 0, onTime: 15, refusedCommands: {} });
  }, 60_000);

  it('gives the same history for the same seed, to the last hash, and another for another', async () => {
    const [one, again, other] = [await play(4, 'storm', 15), await play(4, 'storm', 15), await play(5, 'storm', 15)];
    expect(heads(again.events)).toEqual(heads(one.events));
    expect(again.result).toEqual(one.result);
    expect(heads(other.events)).not.toEqual(heads(one.events));
  }, 60_000);

  it('receives as many as it is told to, and counts them in the journal', async () => {
    for (const births of [1, 9]) {
      const { result, events } = await play(1, 'field', births);
      expect(result.received).toEqual({ total: births, birth: births, death: 0 });
      expect(events.filter(({ type }) => type === 'Applied')).toHaveLength(births);
    }
  }, 60_000);

  it('has an agency of each kind act: keyed, queryable and neither', async () => {
    const { books } = await play(1, 'field', 20);
    const agencies = new Set(books.effects.map(({ agency }) => agency));
    expect([...agencies].toSorted()).toEqual([
      'civil-status-register',
      'population-database',
      'residence-register',
      'social-insurance',
    ]);
  }, 60_000);

  it('stops after sixty days though something never ends', async () => {
    const last = atInVietnam(ngheAn2023.to);
    const { result, events } = await play(3, 'storm', 20);
    const end =
      events
        .map(({ occurredAt }) => occurredAt)
        .toSorted()
        .at(-1) ?? last;
    expect(Date.parse(end) - Date.parse(last)).toBeLessThan(61 * 86_400_000);
    expect(result.final.on >= ngheAn2023.to).toBe(true);
  }, 60_000);
});

/** One fault at full strength, everything else smooth: it leaves its trace in the journal, and nothing is lost by it. */
describe('each fault of the field, alone and certain', () => {
  const { none } = faultProfiles;
  const outage = { systems: ['insurance', 'residence'], code: 'unreachable', day: 0, hour: 0, hours: 24 * 20 } as const;
  const faults: readonly (readonly [FaultId | 'line', object, trace: string])[] = [
    ['F1', { days: 1 }, 'RequestAcknowledged'],
    ['F4', { technicalError: 0.7 }, 'PersonalNumberDelayed'],
    ['F7', { replyNeverEchoed: 1 }, 'EscalationResolved'],
    ['F8', { spells: [outage] }, 'RequestFailed'],
    ['F9', { parentNotFound: 1, daysAtMost: 3 }, 'PersonalNumberDelayed'],
    ['F10', { signingFails: 1, signatureRefused: 0.5 }, 'ExtractSigningFailed'],
    ['F11', { late: 1, unsigned: 0.5 }, 'BirthNoticeReceived'],
    ['F12', { lodgingProofDemanded: 1 }, 'SupplementRequested'],
    ['F13', { filedAgain: 1, filedByBoth: 0.5 }, 'BirthRefused'],
    ['F14', { householdWrong: 0.5, putAway: 0.5 }, 'RequestGivenUp'],
    ['F15', { childDataWrong: 1, verifies: 1 }, 'CorrectionRegistered'],
    ['F17', { filedForThem: 1 }, 'Applied'],
    ['line', { askLost: 0.3, replyLost: 0.3, repeated: 0.5 }, 'RequestFailed'],
  ];

  it.each(faults)(
    '%s',
    async (id, change, trace) => {
      const alone = { ...none, [id]: { ...none[id], ...change } };
      const { result, events } = await play(1, { name: id, faults: alone }, 8);
      expect(result).toMatchObject({ received: { birth: 8 }, lost: 0, duplicatedEffects: 0 });
      expect(result.byStatus.open + result.byStatus.stuck).toBe(0);
      expect(events.map(({ type }) => type)).toContain(trace);
    },
    60_000,
  );

  it('F16: a household head who never answers costs the child that home, and nothing else', async () => {
    const faults = { ...none, F16: { late: 0, never: 1 } };
    const shares = { ...ngheAn2023.shares, lodgingOfOthers: 1, consentOnForm: 0 };
    const { result, events } = await play(1, { name: 'F16', faults }, 8, { ...ngheAn2023, shares });
    expect(events.map(({ type }) => type)).toContain('ConsentExpired');
    expect(result).toMatchObject({ lost: 0, duplicatedEffects: 0, byStatus: { open: 0, stuck: 0 } });
    expect(result.byStatus.partly).toBeGreaterThan(0);
  }, 60_000);
});
