/** The legs of an application, and how long each may take, in words. */
import type { LegDeadline, LegOutcome } from '@lienthong/core/birth-case';
import type { Term } from '@lienthong/core/law';
import type { Text } from '../language.js';

export const legText: Readonly<Record<LegDeadline['leg'], Text>> = {
  birth: { vi: 'Khai sinh', en: 'Birth registration' },
  residence: { vi: 'Thường trú', en: 'Permanent residence' },
  card: { vi: 'Thẻ BHYT', en: 'Health-insurance card' },
  'identity-card': { vi: 'Thẻ căn cước', en: 'Identity card' },
  whole: { vi: 'Toàn bộ', en: 'The whole' },
};

export const termText = (due: Term): Text => {
  if ('workingDays' in due) {
    return due.workingDays === 0
      ? { vi: 'trong ngày làm việc', en: 'the same working day' }
      : {
          vi: `${due.workingDays} ngày làm việc`,
          en: `${due.workingDays} working day${due.workingDays === 1 ? '' : 's'}`,
        };
  }
  if ('calendarDays' in due) return { vi: `${due.calendarDays} ngày`, en: `${due.calendarDays} days` };
  if ('hours' in due) return { vi: `${due.hours} giờ`, en: `${due.hours} hours` };
  if ('workingHours' in due) return { vi: `${due.workingHours} giờ làm việc`, en: `${due.workingHours} working hours` };
  return { vi: 'chưa rõ thời hạn', en: 'no limit known' };
};

export const outcomeText: Readonly<Record<LegOutcome, Text>> = {
  done: { vi: 'đã giải quyết', en: 'done' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  'not-reached': { vi: 'không tới lượt', en: 'not reached' },
};
