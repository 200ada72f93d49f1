/**
 * What goes wrong in the field (lỗi thực tế), F1 to F19 of the domain pages, each a switch with its figures. The doubles and
 * the people of a scenario read them; none is decided anywhere else.
 */
import type { Instant, UnavailableCode } from '@lienthong/core';

export type System = 'civil-status' | 'population' | 'residence' | 'insurance' | 'identity' | 'hospital' | 'portal';

/** A time in which a system cannot be reached, or refuses every login. Days count from the first of the scenario. */
export type Spell = Readonly<{
  systems: readonly System[];
  code: Extract<UnavailableCode, 'unreachable' | 'login-refused' | 'busy'>;
  day: number;
  hour: number;
  hours: number;
}>;

/** Shares are from 0 to 1. */
export type Faults = Readonly<{
  /** Numbers that take hours, or days; the others come at once. */
  F1: Readonly<{ hours: number; days: number }>;
  /** Officers who register without the number after so many working hours; `null`: they wait. */
  F2: Readonly<{ patienceHours: number | null }>;
  /** Twins taken for one child until somebody confirms that they are two. */
  F3: Readonly<{ twinsSuspected: number }>;
  F4: Readonly<{ technicalError: number }>;
  /** Corrections that the population database does not take. */
  F5: Readonly<{ correctionNotTaken: number }>;
  /** Files and replies that the relaying software holds up. */
  F6: Readonly<{ share: number; hoursAtMost: number }>;
  /** Replies that never come back. */
  F7: Readonly<{ replyNeverEchoed: number }>;
  F8: Readonly<{ spells: readonly Spell[] }>;
  /** Parents whose own record is not found yet, and for how many days. */
  F9: Readonly<{ parentNotFound: number; daysAtMost: number }>;
  /** Signings that fail, and signatures that the next agency cannot verify. */
  F10: Readonly<{ signingFails: number; signatureRefused: number }>;
  /** Hospital notices that come late, or unsigned. */
  F11: Readonly<{ late: number; unsigned: number }>;
  F12: Readonly<{ lodgingProofDemanded: number }>;
  /** Filings that hang and are sent again, and families where both parents file. */
  F13: Readonly<{ filedAgain: number; filedByBoth: number }>;
  /** Returned for the household's head, and put away without a word. */
  F14: Readonly<{ householdWrong: number; putAway: number }>;
  F15: Readonly<{ childDataWrong: number; verifies: number }>;
  /** Household heads who consent late, or never. */
  F16: Readonly<{ late: number; never: number }>;
  F17: Readonly<{ filedForThem: number }>;
  /** Hours until a province that is not connected sees a filing. */
  F18: Readonly<{ hoursAtMost: number }>;
  /** Communes with so many times their usual load. */
  F19: Readonly<{ communes: number; times: number }>;
  /** The line itself, for each ask and reply. */
  line: Readonly<{
    unreachable: number;
    loginRefused: number;
    busy: number;
    askLost: number;
    replyLost: number;
    repeated: number;
  }>;
}>;

export type FaultId = Exclude<keyof Faults, 'line'>;
export type FaultProfile = 'none' | 'field' | 'storm';

const none: Faults = {
  F1: { hours: 0, days: 0 },
  F2: { patienceHours: null },
  F3: { twinsSuspected: 0 },
  F4: { technicalError: 0 },
  F5: { correctionNotTaken: 0 },
  F6: { share: 0, hoursAtMost: 0 },
  F7: { replyNeverEchoed: 0 },
  F8: { spells: [] },
  F9: { parentNotFound: 0, daysAtMost: 0 },
  F10: { signingFails: 0, signatureRefused: 0 },
  F11: { late: 0, unsigned: 0 },
  F12: { lodgingProofDemanded: 0 },
  F13: { filedAgain: 0, filedByBoth: 0 },
  F14: { householdWrong: 0, putAway: 0 },
  F15: { childDataWrong: 0, verifies: 0 },
  F16: { late: 0, never: 0 },
  F17: { filedForThem: 0 },
  F18: { hoursAtMost: 0 },
  F19: { communes: 0, times: 1 },
  line: { unreachable: 0, loginRefused: 0, busy: 0, askLost: 0, replyLost: 0, repeated: 0 },
};

/** As reported: the figures of birth.md §8 where it gives any, modest ones elsewhere. */
const field: Faults = {
  F1: { hours: 0.04, days: 0.01 },
  F2: { patienceHours: 8 },
  F3: { twinsSuspected: 0.5 },
  F4: { technicalError: 0.02 },
  F5: { correctionNotTaken: 0.2 },
  F6: { share: 0.15, hoursAtMost: 8 },
  F7: { replyNeverEchoed: 0.02 },
  F8: {
    spells: [
      { systems: ['portal'], code: 'login-refused', day: 0, hour: 9, hours: 2 },
      { systems: ['civil-status', 'population'], code: 'unreachable', day: 1, hour: 14, hours: 3 },
      { systems: ['residence', 'insurance'], code: 'login-refused', day: 4, hour: 8, hours: 1 },
      { systems: ['portal', 'residence'], code: 'unreachable', day: 9, hour: 10, hours: 2 },
      { systems: ['population'], code: 'unreachable', day: 15, hour: 13, hours: 4 },
    ],
  },
  F9: { parentNotFound: 0.01, daysAtMost: 3 },
  F10: { signingFails: 0.12, signatureRefused: 0.02 },
  F11: { late: 0.12, unsigned: 0.08 },
  F12: { lodgingProofDemanded: 0.04 },
  F13: { filedAgain: 0.05, filedByBoth: 0.004 },
  F14: { householdWrong: 0.015, putAway: 0.005 },
  F15: { childDataWrong: 0.01, verifies: 0.05 },
  F16: { late: 0.2, never: 0.04 },
  F17: { filedForThem: 0.35 },
  F18: { hoursAtMost: 2 },
  F19: { communes: 2, times: 5 },
  line: { unreachable: 0.01, loginRefused: 0.01, busy: 0.01, askLost: 0.004, replyLost: 0.004, repeated: 0.02 },
};

/** Every bad day at once: outages, bursts of refused logins, replies that come twice or not at all. */
const storm: Faults = {
  F1: { hours: 0.15, days: 0.05 },
  F2: { patienceHours: 4 },
  F3: { twinsSuspected: 1 },
  F4: { technicalError: 0.08 },
  F5: { correctionNotTaken: 0.5 },
  F6: { share: 0.4, hoursAtMost: 16 },
  F7: { replyNeverEchoed: 0.1 },
  F8: {
    spells: [
      {
        systems: ['civil-status', 'population', 'residence', 'insurance'],
        code: 'unreachable',
        day: 1,
        hour: 8,
        hours: 10,
      },
      { systems: ['residence', 'insurance'], code: 'login-refused', day: 3, hour: 7, hours: 34 },
      { systems: ['population'], code: 'unreachable', day: 7, hour: 0, hours: 60 },
      { systems: ['insurance'], code: 'busy', day: 10, hour: 7, hours: 9 },
      { systems: ['portal', 'civil-status'], code: 'login-refused', day: 14, hour: 8, hours: 8 },
      { systems: ['residence'], code: 'unreachable', day: 17, hour: 8, hours: 54 },
    ],
  },
  F9: { parentNotFound: 0.05, daysAtMost: 8 },
  F10: { signingFails: 0.3, signatureRefused: 0.08 },
  F11: { late: 0.2, unsigned: 0.2 },
  F12: { lodgingProofDemanded: 0.15 },
  F13: { filedAgain: 0.2, filedByBoth: 0.02 },
  F14: { householdWrong: 0.05, putAway: 0.03 },
  F15: { childDataWrong: 0.04, verifies: 0.15 },
  F16: { late: 0.4, never: 0.1 },
  F17: { filedForThem: 0.5 },
  F18: { hoursAtMost: 8 },
  F19: { communes: 5, times: 5 },
  line: { unreachable: 0.05, loginRefused: 0.08, busy: 0.05, askLost: 0.03, replyLost: 0.04, repeated: 0.15 },
};

export const faultProfiles: Readonly<Record<FaultProfile, Faults>> = { none, field, storm };

/** Only these faults of a profile; everything else runs smoothly. */
export const onlyFaults = (profile: FaultProfile, ...ids: readonly (FaultId | 'line')[]): Faults => ({
  ...none,
  ...Object.fromEntries(ids.map((id) => [id, faultProfiles[profile][id]])),
});

/** The code with which a system refuses at that moment; `undefined` when it serves. */
export const spellAt = ({ F8 }: Faults, system: System, first: Instant, at: Instant): Spell['code'] | undefined => {
  const hours = (Date.parse(at) - Date.parse(first)) / 3_600_000;
  return F8.spells.find(
    (spell) =>
      spell.systems.includes(system) &&
      hours >= spell.day * 24 + spell.hour &&
      hours < spell.day * 24 + spell.hour + spell.hours,
  )?.code;
};
