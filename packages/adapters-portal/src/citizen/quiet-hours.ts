/** Hours in which nobody is woken (giờ không nhắn tin): whoever embeds this says which. */
import { type Instant, inVietnam } from '@lienthong/core';

/** Times of day on a clock in Vietnam, as `21:30`; from the evening to the morning where `from` is later. */
export type QuietHours = Readonly<{ from: `${number}:${number}`; to: `${number}:${number}` }>;

const DAY = 86_400_000;

const msOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};

/** Milliseconds until somebody may be told; 0 outside the quiet hours. */
export const quietFor = ({ from, to }: QuietHours, at: Instant): number => {
  const { msOfDay } = inVietnam(at);
  const since = (msOfDay - msOf(from) + DAY) % DAY;
  const length = (msOf(to) - msOf(from) + DAY) % DAY;
  return since < length ? length - since : 0;
};
