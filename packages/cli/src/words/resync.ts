/** What came of asking again about requests, in words. */
import type { Text } from '../language.js';

export const resyncText = {
  'given-up': { vi: 'đã dừng', en: 'given up' },
  silent: { vi: 'im lặng', en: 'silent' },
  again: { vi: 'đã hỏi lại.', en: 'asked again.' },
  notAgain: { vi: 'không hỏi lại được.', en: 'not asked again.' },
  left: {
    vi: 'có thể đã đến nơi; cần người xem trước (hoặc --arrived).',
    en: 'perhaps arrived; somebody must look first (or --arrived).',
  },
  sum: (resent: number, refused: number, left: number): Text => ({
    vi: `Đã hỏi lại ${resent}; không hỏi lại được ${refused}; để người xem ${left}.`,
    en: `Asked again: ${resent}; not asked again: ${refused}; left to people: ${left}.`,
  }),
} as const;
