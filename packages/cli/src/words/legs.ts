/** The legs of an application in either group, how they end, and how long each may take, in words. */
import type { LegName, Span } from '@lienthong/core/application';
import type { Term } from '@lienthong/core/law';
import type { GroupName, Outcome } from '../cases/group.js';
import { same, type Text } from '../language.js';

const whole: Text = { vi: 'Toàn bộ', en: 'The whole' };

/** A residence is registered after a birth and deleted after a death. */
const legs: Readonly<Record<GroupName, Readonly<Partial<Record<Span, Text>>>>> = {
  birth: {
    birth: { vi: 'Khai sinh', en: 'Birth registration' },
    residence: { vi: 'Thường trú', en: 'Permanent residence' },
    card: { vi: 'Thẻ BHYT', en: 'Health-insurance card' },
    'identity-card': { vi: 'Thẻ căn cước', en: 'Identity card' },
    whole,
  },
  death: {
    death: { vi: 'Khai tử', en: 'Death registration' },
    residence: { vi: 'Xóa thường trú', en: 'Residence deletion' },
    funeral: { vi: 'Mai táng phí', en: 'Funeral benefit' },
    survivor: { vi: 'Trợ cấp tuất', en: 'Survivor benefit' },
    whole,
  },
};

export const legText = (group: GroupName, span: LegName | 'whole'): Text => legs[group][span] ?? same(span);

/** A day that comes of several links has no single term. */
export const termText = (due: Term & Readonly<{ dueOn?: string | null }>): Text => {
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
  return due.dueOn == null ? { vi: 'chưa rõ thời hạn', en: 'no limit known' } : { vi: 'qua các bước', en: 'in steps' };
};

export const outcomeText: Readonly<Record<Outcome, Text>> = {
  done: { vi: 'đã giải quyết', en: 'done' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  'not-reached': { vi: 'không tới lượt', en: 'not reached' },
  stopped: { vi: 'dừng giải quyết', en: 'stopped' },
  outside: { vi: 'giải quyết ngoài hồ sơ liên thông', en: 'asked for elsewhere' },
};
