/** A scenario (kịch bản): a stretch of time, a place, how many families file and when, and how long people take. All data. */
import type { PlainDate } from '@lienthong/core';
import type { Shifts } from '../agencies/index.js';

export type Scenario = Readonly<{
  name: string;
  from: PlainDate;
  to: PlainDate;
  /** Days after `to` in which everything may still come to its end. */
  daysAfter: number;
  births: number;
  deaths: number;
  /** Where the province's first case is filed, on the first day. */
  firstFiledIn: string;
  /** Wards with a day on which they began, and a number of files to the end. */
  began: Readonly<Record<string, Readonly<{ on: PlainDate; files: number }>>>;
  /** How busy each day is, one weight a day of the stretch. */
  days: readonly number[];
  /** How busy each hour is, as hour of the day and weight. */
  hours: readonly (readonly [hour: number, weight: number])[];
  shifts: Shifts;
  /** Days from a birth to its filing. */
  filedAfterDays: Readonly<{
    mean: number;
    deviation: number;
    atMost: number;
    lateShare: number;
    lateDaysAtMost: number;
  }>;
  /** Which procedures families choose, with weights. */
  legs: readonly (readonly [legs: readonly ('birth' | 'residence' | 'card')[], weight: number])[];
  /** Shares of families and of their choices. */
  shares: Readonly<{
    atDeskElsewhere: number;
    lodgingOfOthers: number;
    consentOnForm: number;
    withdrawsLeg: number;
    paperCopy: number;
  }>;
  /** Minutes an officer gives to one act. */
  minutes: Readonly<{
    receive: number;
    examine: number;
    register: number;
    draft: number;
    sign: number;
    seal: number;
    deliver: number;
  }>;
  /** Hours, or days, until somebody turns to a thing again. */
  waits: Readonly<{
    signAgainHours: number;
    askAgainHours: number;
    supportHours: number;
    supplementDaysAtMost: number;
    consentDaysAtMost: number;
    consentGivenUpDays: number;
    noticeDaysAtMost: number;
  }>;
}>;
