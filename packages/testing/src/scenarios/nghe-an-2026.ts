/**
 * Nghệ An, 22 June to 12 October 2026: two levels of government, the commune and the province; a base salary, a form of deletion
 * and an identity card that change on the way, and a decree on social support whose rates reach back. Nothing here was reported:
 * all numbers are ours, and all law is the book's.
 */
import { addDays, day, daysBetween, weekday } from '@lienthong/core';
import type { Dying, Scenario } from './scenario.js';

const from = day('2026-06-22');
const to = day('2026-10-12');
const VINH = '16681';

const old = { mean: 77, deviation: 9, atLeast: 61, atMost: 104 };
const inWork = { mean: 45, deviation: 9, atLeast: 22, atMost: 59 };

const dying: Dying = {
  filedAfterDays: { mean: 4, deviation: 3, atMost: 14, lateShare: 0.05, lateDaysAtMost: 120 },
  standings: {
    pensioner: { weight: 24, age: old },
    'pensioner-with-merit': { weight: 3, age: old },
    voluntary: { weight: 4, age: { ...old, mean: 67 } },
    'insured-active': { weight: 3, age: inWork },
    merit: { weight: 8, age: { ...old, mean: 81 } },
    veteran: { weight: 6, age: { ...old, mean: 74 } },
    'social-protection': { weight: 16, age: { ...old, mean: 82 } },
    'social-pension': { weight: 18, age: { ...old, mean: 83, atLeast: 75 } },
    none: { weight: 18, age: { mean: 58, deviation: 18, atLeast: 1, atMost: 100 } },
  },
  shares: {
    bundleOfTwo: 0.04,
    survivors: 0.6,
    lumpSum: 0.75,
    cash: 0.25,
    feeExempt: 0.2,
    foreign: 0.006,
    withdrawsFuneral: 0.004,
  },
  pensions: [3_700_000, 4_600_000, 5_500_000, 7_000_000, 9_200_000],
  meritAllowances: [2_055_000, 2_789_000, 3_200_000, 4_100_000],
  lateFee: 8_000,
};

/** Weekdays as busy as each other, weekends for those who file from home. */
const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
  const of = weekday(addDays(from, index));
  return of > 5 ? 2 : 10;
});

export const ngheAn2026: Scenario = {
  name: 'nghe-an-2026',
  from,
  to,
  daysAfter: 60,
  births: 300,
  deaths: 150,
  firstFiledIn: VINH,
  began: {},
  days,
  hours: [
    [7, 4],
    [8, 12],
    [9, 14],
    [10, 12],
    [11, 5],
    [12, 2],
    [13, 6],
    [14, 12],
    [15, 11],
    [16, 8],
    [17, 4],
    [19, 5],
    [20, 5],
    [21, 3],
  ],
  shifts: [
    [7 * 60, 11 * 60 + 30],
    [13 * 60 + 30, 17 * 60],
  ],
  filedAfterDays: { mean: 10, deviation: 6, atMost: 58, lateShare: 0.03, lateDaysAtMost: 250 },
  channels: [
    ['national-portal', 55],
    ['vneid', 45],
  ],
  legs: [
    [['birth', 'residence', 'card'], 62],
    [['birth', 'card'], 14],
    [['birth', 'residence'], 4],
    [['birth'], 2],
    [['birth', 'residence', 'card', 'identity-card'], 55],
    [['birth', 'card', 'identity-card'], 8],
  ],
  dying,
  shares: { atDeskElsewhere: 0.06, lodgingOfOthers: 0.15, consentOnForm: 0.5, withdrawsLeg: 0.004, paperCopy: 0.35 },
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
