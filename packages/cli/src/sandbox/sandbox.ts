/**
 * The sandbox (môi trường thử nghiệm): the doubles of all agencies behind one handler, with a page that shows what they did and
 * switches their faults while they run.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { atInVietnam, dayOf } from '@lienthong/core';
import { type LawBook, workingCalendar } from '@lienthong/core/law';
import { random } from '@lienthong/testing';
import {
  type Agencies,
  agencies,
  type FaultProfile,
  faultProfiles,
  type LiveWeather,
  liveWeather,
  officeHours,
} from '@lienthong/testing/agencies';
import { ngheAn2023 } from '@lienthong/testing/scenarios';
import { type ServedAgencies, servedAgencies } from '../agencies/served-agencies.js';
import { control } from './control.js';
import { CLIENT, KEY_ID } from './play-over-http.js';
import type { SteeredClock } from './steered-clock.js';

export type SandboxOptions = Readonly<{
  clock: SteeredClock;
  law: LawBook;
  faults: FaultProfile;
  seed: number;
  /** Where replies are posted when they are due. */
  callback?: string;
  /** Cuts the connection of a request whose outcome nobody shall learn. */
  hangUp: (request: Request) => void;
}>;

/** What the page and the control endpoints see and steer. */
export type Inside = Readonly<{
  clock: SteeredClock;
  doubles: Agencies;
  weather: LiveWeather;
  faults: FaultProfile;
  callback?: string;
  /** What checks the signatures of callbacks. */
  publicKey: KeyObject;
}>;

export type Sandbox = Readonly<{
  fetch: (request: Request) => Promise<Response>;
  /** Posts what is due, where somebody is to be called back. */
  post: () => Promise<void>;
}>;

const postingOf = ({ callback, doubles, clock }: Inside, served: ServedAgencies): Sandbox['post'] => {
  let left = 0;
  return async () => {
    const due = doubles.nextAt();
    if (callback === undefined || (left === 0 && (due === undefined || due > clock.now()))) return;
    left = (await served.post(callback)).kept;
  };
};

export const createSandbox = ({ clock, law, faults, seed, callback, hangUp }: SandboxOptions): Sandbox => {
  const weather = liveWeather();
  const today = dayOf(clock.now());
  const doubles = agencies({
    clock,
    hours: officeHours(workingCalendar(law, today), ngheAn2023.shifts),
    faults: faultProfiles[faults],
    random: random(`sandbox/${seed}`),
    first: atInVietnam(today),
    law,
    weather: weather.of,
  });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const served = servedAgencies(
    { births: doubles.desks, deaths: doubles.deathDesks },
    {
      login: { clients: { [CLIENT.id]: CLIENT.secret } },
      signing: { keyId: KEY_ID, algorithm: 'ed25519', privateKey },
      hangUp,
    },
  );
  const inside: Inside = { clock, doubles, weather, faults, publicKey, ...(callback !== undefined && { callback }) };
  const steer = control(inside);
  return {
    fetch: async (request) => (await served.fetch(request)) ?? steer(request),
    post: postingOf(inside, served),
  };
};
