/** How patient the couriers of a run are (hạn kiên nhẫn của bộ chuyển yêu cầu), and how far they go at once. */
import type { CourierLimits } from '@lienthong/core/requests';
import { HOUR } from './ticks.js';

const births: CourierLimits = {
  atOnce: 64,
  giveUpAfterMs: 30 * HOUR,
  silenceMs: 6 * HOUR,
  silentAtMostMs: 8 * 24 * HOUR,
};

/** Money takes weeks, so silence means less than around births: it is asked after later, and given up later. */
const deaths: CourierLimits = { ...births, silenceMs: 48 * HOUR, silentAtMostMs: 50 * 24 * HOUR };

export const COURIER_LIMITS = { births, deaths } as const;
