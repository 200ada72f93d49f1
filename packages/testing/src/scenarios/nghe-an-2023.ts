/**
 * Nghệ An, 10 to 31 July 2023: the first three weeks of the service in the province, as its newspaper reported them. The
 * numbers of the report stand here and nowhere else; rhythm and durations are ours.
 */
import { day } from '@lienthong/core';
import type { Dying, Scenario } from './scenario.js';

const TAN_HUONG = '17325';
const QUANG_TRUNG = '16681';

const old = { mean: 76, deviation: 9, atLeast: 60, atMost: 104 };
const inWork = { mean: 44, deviation: 10, atLeast: 22, atMost: 59 };

/** Who died, in shares of our own; the report gives one number. */
const dying: Dying = {
  filedAfterDays: { mean: 5, deviation: 3, atMost: 14, lateShare: 0.06, lateDaysAtMost: 120 },
  standings: {
    pensioner: { weight: 20, age: old },
    'pensioner-with-merit': { weight: 4, age: old },
    voluntary: { weight: 3, age: { ...old, mean: 66 } },
    'insured-active': { weight: 4, age: inWork },
    merit: { weight: 11, age: { ...old, mean: 80 } },
    veteran: { weight: 8, age: { ...old, mean: 72 } },
    'social-protection': { weight: 20, age: { ...old, mean: 84 } },
    'social-pension': { weight: 0, age: old },
    none: { weight: 30, age: { mean: 62, deviation: 18, atLeast: 1, atMost: 100 } },
  },
  shares: {
    bundleOfTwo: 0.06,
    survivors: 0,
    lumpSum: 0,
    cash: 0.4,
    feeExempt: 0.2,
    foreign: 0.004,
    withdrawsFuneral: 0.004,
  },
  pensions: [2_900_000, 3_600_000, 4_400_000, 5_800_000, 7_200_000],
  meritAllowances: [1_624_000, 1_815_000, 2_055_000, 3_200_000],
  lateFee: 8_000,
};

export const ngheAn2023: Scenario = {
  name: 'nghe-an-2023',
  from: day('2023-07-10'),
  to: day('2023-07-31'),
  daysAfter: 60,
  births: 1_406,
  deaths: 127,
  firstFiledIn: TAN_HUONG,
  began: { [QUANG_TRUNG]: { on: day('2023-07-14'), files: 7 } },
  // Few on the first days, ever more as officers learn; some file from home at the weekend.
  days: [8, 18, 30, 42, 55, 9, 6, 66, 78, 84, 90, 95, 14, 9, 104, 108, 112, 115, 118, 20, 12, 113],
  hours: [
    ...([
      [7, 4],
      [8, 14],
      [9, 16],
      [10, 13],
      [11, 4],
      [12, 1],
    ] as const),
    ...([
      [13, 6],
      [14, 14],
      [15, 13],
      [16, 8],
      [17, 3],
      [19, 2],
      [20, 2],
    ] as const),
  ],
  shifts: [
    [7 * 60 + 30, 11 * 60 + 30],
    [13 * 60 + 30, 17 * 60],
  ],
  filedAfterDays: { mean: 12, deviation: 7, atMost: 58, lateShare: 0.04, lateDaysAtMost: 400 },
  channels: [['national-portal', 1]],
  legs: [
    [['birth', 'residence', 'card'], 86],
    [['birth', 'card'], 11],
    [['birth', 'residence'], 3],
  ],
  dying,
  shares: { atDeskElsewhere: 0.02, lodgingOfOthers: 0.18, consentOnForm: 0.75, withdrawsLeg: 0.004, paperCopy: 0.6 },
  minutes: { receive: 5, examine: 10, register: 10, draft: 5, sign: 5, seal: 5, deliver: 5 },
  waits: {
    signAgainHours: 2,
    askAgainHours: 3,
    supportHours: 4,
    supplementDaysAtMost: 4,
    consentDaysAtMost: 6,
    consentGivenUpDays: 10,
    noticeDaysAtMost: 5,
    payeeDaysAtMost: 8,
    statementDaysAtMost: 6,
    topUpDaysAtMost: 5,
  },
};
