/**
 * What goes wrong in the field (lỗi thực tế), each a switch: F1 to F19 as the page on births counts them, D1 to D15 as the page
 * on deaths does. The doubles and the people of a scenario read them; none is decided anywhere else. Some faults of deaths are
 * those of births under another number, and have no switch of their own: D1, files that reach the civil-status software hours
 * late, is F6; D2, the link to the population database gone, is a spell of F8, and whoever is entered then is not locked; D3,
 * results that are not echoed, is F7; D7, systems that hang, is F6 and a spell of F8 that says `busy`. D5, that nobody may count
 * their own files, is a want of rights: nothing happens by it, so nothing can be switched.
 */
import type { Instant, UnavailableCode } from '@lienthong/core';

export type System =
  | 'civil-status'
  | 'population'
  | 'residence'
  | 'insurance'
  | 'identity'
  | 'benefits'
  | 'payment'
  | 'hospital'
  | 'portal';

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
  /** F4 of deaths: answers that come under the agency's own reference alone, so that nobody can tell whose they are. */
  D4: Readonly<{ ownReferenceOnly: number }>;
  /** F6 of deaths: replies delivered twice while one software hands over to the next, days counted from the first. */
  D6: Readonly<{ day: number; days: number; repeated: number }>;
  /** F8 of deaths: requests under way that staff send again by hand, where the agency can tell a repeat. */
  D8: Readonly<{ sentAgain: number }>;
  /** F9 of deaths: people of whom book and population database disagree, and names the police send back. */
  D9: Readonly<{ mismatch: number; sentBack: number }>;
  /** F10 of deaths: the dead who stand in no residence register, or whose record there is not complete. */
  D10: Readonly<{ notRegistered: number; recordIncomplete: number }>;
  /** F11 of deaths: minutes the support team needs for a matter, one after another; whoever comes later waits. */
  D11: Readonly<{ minutes: number }>;
  /** F12 of deaths: relatives who do not confirm in time, and sign on paper afterwards. */
  D12: Readonly<{ silent: number }>;
  /** F13 of deaths: notices still written on the form of before, where there was one. */
  D13: Readonly<{ oldForm: number }>;
  /** F14 of deaths: desks that file for a family, and deaths filed at a desk and from home. */
  D14: Readonly<{ filedForThem: number; filedTwice: number }>;
  /** F15 of deaths: nobody named to take the money, a wrong account, cash nobody fetches, decisions late or short of papers. */
  D15: Readonly<{
    payeeMissing: number;
    wrongAccount: number;
    uncollected: number;
    decidesLate: number;
    papersAsked: number;
  }>;
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
