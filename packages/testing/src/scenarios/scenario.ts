/** A scenario (kịch bản): a stretch of time, a place, how many families file and when, and how long people take. All data. */
import type { PlainDate } from '@lienthong/core';
import type { Channel, Leg } from '@lienthong/core/law';
import type { Shifts } from '../agencies/index.js';

/** Habits of filing: days from an event to its declaration. */
export type FiledAfter = Readonly<{
  mean: number;
  deviation: number;
  atMost: number;
  lateShare: number;
  lateDaysAtMost: number;
}>;

/** What the deceased was in the eyes of whoever might pay; `none`: nobody does. */
export type Standing =
  | 'pensioner'
  | 'pensioner-with-merit'
  | 'voluntary'
  | 'insured-active'
  | 'merit'
  | 'veteran'
  | 'social-protection'
  | 'social-pension'
  | 'none';

/** Those who die and those they leave behind. */
export type Dying = Readonly<{
  filedAfterDays: FiledAfter;
  standings: Readonly<
    Record<
      Standing,
      Readonly<{
        weight: number;
        age: Readonly<{ mean: number; deviation: number; atLeast: number; atMost: number }>;
      }>
    >
  >;
  /** Of families: who asks for no money, who asks for the survivor benefit too and as one sum, who takes cash. */
  shares: Readonly<{
    bundleOfTwo: number;
    survivors: number;
    lumpSum: number;
    cash: number;
    feeExempt: number;
    foreign: number;
    withdrawsFuneral: number;
  }>;
  /** Invented sums in đồng: what the deceased drew each month, and what the province's council asks for being late. */
  pensions: readonly number[];
  meritAllowances: readonly number[];
  lateFee: number;
}>;

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
  filedAfterDays: FiledAfter;
  /** Through which channel people file, with weights. */
  channels: readonly (readonly [channel: Channel, weight: number])[];
  /** Which procedures families choose, with weights; of those on offer that day. */
  legs: readonly (readonly [legs: readonly Leg[], weight: number])[];
  dying: Dying;
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
    /** Until somebody says who takes the money, or names another account. */
    payeeDaysAtMost: number;
    /** Until the relatives sign on paper what they did not confirm in time. */
    statementDaysAtMost: number;
    /** Until a payer's officer gets round to a rate known later. */
    topUpDaysAtMost: number;
  }>;
}>;
