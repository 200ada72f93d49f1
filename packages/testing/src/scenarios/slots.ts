/** When and where people file (giờ và nơi nộp): by the rhythm of days and hours, at the communes there are on the first day. */
import { addDays, atInVietnam, daysBetween, type Instant, later } from '@lienthong/core';
import type { Faults } from '../agencies/index.js';
import { ngheAn } from '../places/index.js';
import type { Random } from '../random.js';
import type { Scenario } from './scenario.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export type Slot = Readonly<{ at: Instant; commune: string; fixed: boolean }>;

/** Moments of filing, in order, by the rhythm of days and hours. */
const moments = (scenario: Scenario, random: Random, count: number): readonly Instant[] => {
  const days = scenario.days.map((weight, index) => [index, weight] as const);
  return Array.from({ length: count }, (_, index) => {
    const luck = random.split(`moment ${index}`);
    const dayIndex = luck.weighted(days);
    const hours = dayIndex === 0 ? scenario.hours.filter(([hour]) => hour >= 8) : scenario.hours;
    const hour = luck.weighted(hours);
    return atInVietnam(addDays(scenario.from, dayIndex), hour * HOUR + luck.int(0, 59) * MINUTE);
  }).toSorted();
};

/** Communes with their weights; crowded ones have their load multiplied (F19). */
const communesOf = (scenario: Scenario, { F19 }: Faults, random: Random): readonly (readonly [string, number])[] => {
  const usual = ngheAn
    .unitsOn(scenario.from)
    .filter(
      ({ kind, code }) =>
        ['ward', 'commune', 'township'].includes(kind) && code.length === 5 && !(code in scenario.began),
    )
    .map(({ code, kind }) => [code, kind === 'commune' ? 1 : 2] as const);
  const crowded = new Set(
    Array.from({ length: F19.communes }, (_, index) => random.split(`crowd ${index}`).pick(usual)[0]),
  );
  return usual.map(([code, weight]) => [code, crowded.has(code) ? weight * F19.times : weight] as const);
};

/** So many filings spread over the scenario's days and communes. */
export const slotsAnywhere = (scenario: Scenario, faults: Faults, random: Random, count: number): readonly Slot[] => {
  const communes = communesOf(scenario, faults, random);
  return moments(scenario, random, count).map((at, index) => ({
    at,
    commune: random.split(`commune ${index}`).weighted(communes),
    fixed: false,
  }));
};

/** When and where families file: the first of all, those of wards that began later, then everybody else. */
export const slotsOf = (scenario: Scenario, faults: Faults, random: Random, births: number): readonly Slot[] => {
  const first: Slot = {
    at: later(atInVietnam(scenario.from), 7.5 * HOUR),
    commune: scenario.firstFiledIn,
    fixed: true,
  };
  const began = Object.entries(scenario.began).flatMap(([commune, { on, files }]) => {
    const share = Math.round((files * births) / scenario.births);
    return Array.from({ length: share }, (_, index): Slot => {
      const luck = random.split(`began ${commune} ${index}`);
      const date = index === 0 ? on : addDays(on, luck.int(0, Math.max(daysBetween(on, scenario.to), 0)));
      return { at: atInVietnam(date, luck.int(8, 10) * HOUR + luck.int(0, 59) * MINUTE), commune, fixed: true };
    });
  });
  const others = slotsAnywhere(scenario, faults, random, Math.max(births - 1 - began.length, 0));
  return [first, ...began, ...others].slice(0, births).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};
