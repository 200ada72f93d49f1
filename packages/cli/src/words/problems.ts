/** What was expected, and what a store could not do, in both languages. */
import type { UnavailableCode } from '@lienthong/core';
import type { Text } from '../language.js';

const expected: Readonly<Record<string, string>> = {
  'a date YYYY-MM-DD': 'ngày dạng NNNN-TT-NN, ví dụ 2024-08-29',
  'a day that exists in the calendar': 'một ngày có trên lịch',
  'an instant such as 2024-08-29T15:20:00+07:00': 'thời điểm như 2024-08-29T15:20:00+07:00',
  'a personal number of twelve digits': 'số định danh cá nhân gồm 12 chữ số',
  'a card number: TE and thirteen digits, ten digits, or a personal number':
    'mã thẻ: TE và 13 chữ số, 10 chữ số, hoặc số định danh cá nhân',
  'a whole number from 0': 'số nguyên từ 0 trở lên',
  'a whole number from 1': 'số nguyên từ 1 trở lên',
  'a JSON document': 'một tài liệu JSON',
  'a file that is there': 'một tệp có thật',
  'a file that is not there yet': 'một tệp chưa có',
  'an address such as http://127.0.0.1:8090': 'địa chỉ như http://127.0.0.1:8090',
  'the address of a server': 'địa chỉ của một máy chủ',
  'a file that can be read': 'một tệp đọc được',
  'a day not before the death': 'ngày không trước ngày chết',
  'a day not before the decision': 'ngày không trước ngày quyết định',
  'a province code of two or three digits': 'mã tỉnh gồm hai hoặc ba chữ số',
};

/** The sentence part that follows “expected”; a phrase that has no translation is told as it is. */
export const expectedText = (phrase: string): Text => ({ vi: expected[phrase] ?? phrase, en: phrase });

const unavailable: Readonly<Record<UnavailableCode, Text>> = {
  unreachable: { vi: 'không kết nối được', en: 'could not be reached' },
  'login-refused': { vi: 'từ chối đăng nhập', en: 'refused the login' },
  'timed-out': { vi: 'không trả lời kịp', en: 'did not answer in time' },
  busy: { vi: 'đang bận; hãy thử lại', en: 'is busy; ask again' },
  'read-only': { vi: 'chỉ cho đọc; chưa ghi gì', en: 'can only be read; nothing was recorded' },
  full: { vi: 'đã đầy đĩa; chưa ghi gì', en: 'has no room left; nothing was recorded' },
  corrupt: {
    vi: 'bị hỏng hoặc không phải kho của lienthong; hãy phục hồi từ bản sao',
    en: 'is damaged, or is no store of lienthong; restore it from a copy',
  },
  'newer-schema': {
    vi: 'do một phiên bản lienthong mới hơn ghi; hãy nâng cấp',
    en: 'was written by a newer release of lienthong; upgrade to read it',
  },
  'malformed-answer': { vi: 'trả lời không đọc được', en: 'gave an answer that cannot be read' },
  closed: { vi: 'đã đóng', en: 'is closed' },
};

export const unavailableText = (system: string, code: UnavailableCode): Text => {
  const { vi, en } = unavailable[code];
  return { vi: `kho ${system} ${vi}.`, en: `the ${system} store ${en}.` };
};
