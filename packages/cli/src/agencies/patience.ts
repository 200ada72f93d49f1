/** How patient a courier is by the real clock (hạn kiên nhẫn): when it asks after a silence, and when it gives up to people. */
import type { CourierLimits } from '@lienthong/core/requests';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

const births: CourierLimits = { atOnce: 16, giveUpAfterMs: 30 * HOUR, silenceMs: 6 * HOUR, silentAtMostMs: 8 * DAY };

/** Money takes weeks, so silence means less than around births. */
const deaths: CourierLimits = { ...births, silenceMs: 2 * DAY, silentAtMostMs: 50 * DAY };

export const PATIENCE = { births, deaths } as const;

const FIRST_MS = 10 * SECOND;
const AT_MOST_MS = HOUR;

/** Twice as long after each try, at most an hour, spread so that not everybody comes at once. */
export const backoffBy =
  (random: (bytes: number) => Uint8Array) =>
  (tries: number): number =>
    Math.round(Math.min(FIRST_MS * 2 ** (tries - 1), AT_MOST_MS) * (0.75 + (random(1)[0] ?? 0) / 512));
