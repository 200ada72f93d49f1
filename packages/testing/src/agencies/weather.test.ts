import { atInVietnam, day, later } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { lawBook, workingCalendar } from '@lienthong/core/law';
import type { Ask } from '@lienthong/core/requests';
import { describe, expect, it } from 'vitest';
import { random } from '../random.js';
import { agencies, type Faults, faultProfiles, liveWeather, officeHours, virtualClock } from './index.js';

const HOUR = 3_600_000;
const first = atInVietnam(day('2023-07-10'));
const law = lawBook();
const people = { child: { name: { surname: 'Nguyễn', given: 'An' } }, mother: { name: { given: 'Hoa' } } };
const bornOn = day('2023-07-03');

const open = (faults: Faults = faultProfiles.none) => {
  const clock = virtualClock(later(first, 8 * HOUR));
  const weather = liveWeather();
  const hours = officeHours(workingCalendar(law, day('2023-07-31')), [
    [450, 690],
    [810, 1_020],
  ]);
  const all = agencies({ clock, hours, faults, random: random('weather'), first, law, weather: weather.of });
  return { ...all, weather, pass: (ms: number) => clock.moveTo(later(clock.now(), ms)) };
};

const ask = <C>(key: string, caseId: string, content: C): Ask<C> => ({ key, caseId, request: 'ask#1', content });
const birth = (key: string, caseId = key) =>
  ask(key, caseId, { bornOn, sex: 'female' as const, commune: '16681', birthOrder: 1, people });
const residence = (key: string, caseId = key) =>
  ask(key, caseId, { bornOn, commune: '16681', lodging: 'ordinary', consents: [] as readonly string[], people });

describe('faults switched by hand (bật, tắt sự cố)', () => {
  it.each(['unreachable', 'login-refused', 'busy'] as const)('bars the door of one system alone: %s', async (door) => {
    const { desks, weather, effects } = open();
    weather.set('population', { door });
    const barred = await desks['assign-personal-number'].ask(birth('one'))();
    expect(barred).toEqual(E.left(expect.objectContaining({ kind: 'Unavailable', code: door })));
    expect(E.isRight(await desks['register-residence'].ask(residence('one'))())).toBe(true);
    expect(effects()).toEqual([]);
    weather.set('population', {});
    expect(E.isRight(await desks['assign-personal-number'].ask(birth('one'))())).toBe(true);
  });

  it('loses the answer of what it does', async () => {
    const { desks, weather, effects } = open();
    weather.set('population', { losesAnswers: true });
    const lost = await desks['assign-personal-number'].ask(birth('one'))();
    expect(lost).toEqual(E.left({ kind: 'OutcomeUnknown', system: 'population-database' }));
    expect(effects()).toMatchObject([{ purpose: 'assign-personal-number', key: 'one' }]);
  });

  it('delivers twice, and late', async () => {
    const { desks, weather, pass } = open();
    await desks['register-residence'].ask(residence('one'))();
    weather.set('residence', { repeats: true, delayMs: 24 * HOUR });
    pass(48 * HOUR);
    expect(await desks['register-residence'].collect()()).toEqual(E.right([]));
    pass(48 * HOUR);
    const came = await desks['register-residence'].collect()();
    expect(E.isRight(came) && came.right.map(({ key }) => key)).toEqual(['one', 'one']);
  });

  it('tells what waits where, and nothing of whom', async () => {
    const { desks, queues } = open();
    await desks['register-residence'].ask(residence('one'))();
    const waiting = queues().filter(({ open: files }) => files > 0);
    expect(waiting).toEqual([
      {
        agency: 'residence-register',
        system: 'residence',
        purpose: 'register-residence',
        open: 1,
        putAway: 0,
        replies: 0,
      },
    ]);
  });
});

describe('the luck of a file', () => {
  it('goes by its case, whatever key it comes under', async () => {
    const outcomes = async (prefix: string): Promise<readonly unknown[]> => {
      const { desks, pass } = open(faultProfiles.storm);
      const said: unknown[] = [];
      for (let nth = 0; nth < 40; nth += 1) {
        const reply = await desks['register-residence'].ask(residence(`${prefix}${nth}`, `case-${nth}`))();
        said.push(E.isLeft(reply) ? reply.left.kind : reply.right.kind);
      }
      pass(90 * 24 * HOUR);
      const came = await desks['register-residence'].collect()();
      const replies = E.isRight(came) ? came.right.map(({ reply }) => reply) : [];
      return [...said, ...replies.map((reply) => (reply.kind === 'answered' ? reply.answer.outcome : reply.kind))];
    };
    expect(await outcomes('a')).toEqual(await outcomes('z'));
  });
});
