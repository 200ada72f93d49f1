import { atInVietnam, type Instant, memoryJournal } from '@lienthong/core';
import { developmentKeys } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { describe, expect, it } from 'vitest';
import { faultProfiles, liveWeather, virtualClock } from '../agencies/index.js';
import { ngheAn2023, type Simulated, type SimulationOptions, simulate } from './index.js';

const play = async (own: Partial<SimulationOptions>): Promise<Simulated> => {
  const clock = virtualClock(atInVietnam(ngheAn2023.from));
  const played = await simulate({
    scenario: ngheAn2023,
    seed: 1,
    faults: 'none',
    births: 10,
    deaths: 2,
    journal: memoryJournal({ clock }),
    keys: developmentKeys('test'),
    law: lawBook(),
    clock,
    secret: 'test',
    ...own,
  })();
  if (E.isLeft(played)) throw new Error(JSON.stringify(played.left));
  return played.right;
};

describe('what hangs between the agencies (yêu cầu đang vướng)', () => {
  it('is listed with the agency, the reason and since when, and gone once the fault is over', async () => {
    const outage = { systems: ['insurance'], code: 'login-refused', day: 5, hour: 0, hours: 24 * 20 } as const;
    const faults = { name: 'outage', faults: { ...faultProfiles.none, F8: { spells: [outage] } } };
    const { at, final, byStatus } = await play({ faults });
    const cards = at.stuckRequests.filter(({ purpose, code }) => purpose === 'issue-card' && code === 'login-refused');
    expect(cards.length).toBeGreaterThan(0);
    for (const { agency, since, count, caseIds } of cards) {
      expect(agency).toBe('social-insurance');
      expect(since > atInVietnam(ngheAn2023.from) && since < atInVietnam('2023-08-01' as never)).toBe(true);
      expect(count).toBeGreaterThanOrEqual(caseIds.length);
    }
    expect(final.stuckRequests).toEqual([]);
    expect(byStatus.open + byStatus.stuck).toBe(0);
  }, 60_000);

  it('is nothing where nothing goes wrong', async () => {
    const { at, final } = await play({ births: 4, deaths: 0 });
    expect(at.stuckRequests.filter(({ because }) => because !== 'silent')).toEqual([]);
    expect(final.stuckRequests).toEqual([]);
  }, 60_000);
});

describe('a run whose parts are elsewhere', () => {
  it('has its couriers, its way to the agencies and its moments from whoever asked', async () => {
    const moments: Instant[] = [];
    const rounds = { births: 0, deaths: 0 };
    let asked = 0;
    const { lost, duplicatedEffects } = await play({
      births: 3,
      deaths: 1,
      agenciesOf: (agencies) => {
        const { 'enter-birth': enter } = agencies.desks;
        const ask: typeof enter.ask = (what) => {
          asked += 1;
          return enter.ask(what);
        };
        return { ...agencies, desks: { ...agencies.desks, 'enter-birth': { ...enter, ask } } };
      },
      courierOf: (about, ours) => ({
        step: (now) => {
          rounds[about] += 1;
          return ours.step(now);
        },
      }),
      onMoment: async (now) => {
        moments.push(now);
        return [];
      },
    });
    expect([lost, duplicatedEffects]).toEqual([0, 0]);
    expect(asked).toBe(3);
    expect(rounds.births > 0 && rounds.deaths > 0).toBe(true);
    expect(moments.length).toBeGreaterThan(10);
    expect(moments).toEqual(moments.toSorted());
  }, 60_000);

  it('meets what is switched by hand while it runs', async () => {
    const weather = liveWeather();
    weather.set('residence', { door: 'busy' });
    const { refusedCommands, lost, at } = await play({
      births: 6,
      deaths: 0,
      weather: weather.of,
      onMoment: async (now) => {
        if (now > atInVietnam('2023-08-01' as never)) weather.set('residence', {});
        return [];
      },
    });
    expect(at.stuckRequests).toMatchObject([
      { agency: 'residence-register', because: 'failing', code: 'asked-to-wait' },
    ]);
    expect([lost, refusedCommands]).toEqual([0, {}]);
  }, 60_000);
});
