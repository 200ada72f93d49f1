/**
 * Faults switched by hand (bật, tắt sự cố trực tiếp): what a person has put on a system while it runs, on top of whatever the
 * profile of a run brings about by itself.
 */
import type { Spell, System } from './faults.js';

export type Weather = Readonly<{
  /** How the door is barred, for everybody. */
  door?: Spell['code'];
  /** It acts, and no answer arrives. */
  losesAnswers?: boolean;
  /** Every reply that comes by itself comes twice. */
  repeats?: boolean;
  /** How much later replies come by themselves. */
  delayMs?: number;
}>;

const FAIR: Weather = {};
export const fairWeather = (_: System): Weather => FAIR;

/** The systems whose offices can be asked. */
export const SYSTEMS = [
  'civil-status',
  'population',
  'residence',
  'identity',
  'insurance',
  'benefits',
  'payment',
] as const satisfies readonly System[];

export type LiveWeather = Readonly<{
  of: (system: System) => Weather;
  /** Puts this on a system, in place of what was on it. */
  set: (system: System, weather: Weather) => void;
}>;

export const liveWeather = (): LiveWeather => {
  const on = new Map<System, Weather>();
  return { of: (system) => on.get(system) ?? FAIR, set: (system, weather) => void on.set(system, weather) };
};
