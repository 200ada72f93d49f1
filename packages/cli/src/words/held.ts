/** What personal data is kept for and how long, in words. */
import type { KeptFor, Retention } from '@lienthong/core/law';
import type { Held, Purpose } from '@lienthong/core/personal-data';
import type { Text } from '../language.js';

export const purposeText: Readonly<Record<Purpose, Text>> = {
  'enter-birth': { vi: 'đăng ký khai sinh', en: 'to register the birth' },
  'enter-death': { vi: 'đăng ký khai tử', en: 'to register the death' },
  'prove-birth': { vi: 'chứng minh việc sinh', en: 'to prove the birth' },
  'prove-death': { vi: 'chứng minh việc chết', en: 'to prove the death' },
  identify: { vi: 'xác định người yêu cầu', en: 'to know who asks' },
  reach: { vi: 'liên hệ', en: 'to reach them' },
  deliver: { vi: 'trả kết quả', en: 'to hand over the result' },
  'register-residence': { vi: 'đăng ký thường trú', en: 'to register the residence' },
  'delete-residence': { vi: 'xóa đăng ký thường trú', en: 'to delete the residence' },
  'issue-card': { vi: 'cấp thẻ bảo hiểm y tế', en: 'to issue the health card' },
  'decide-benefit': { vi: 'giải quyết trợ cấp', en: 'to decide on the benefit' },
  'pay-benefit': { vi: 'chi trả trợ cấp', en: 'to pay the benefit' },
};

export const retentionText: Readonly<Record<Retention, Text>> = {
  'for-good': { vi: 'lưu giữ lâu dài', en: 'kept for good' },
  'until-ended': { vi: 'đến khi hồ sơ kết thúc', en: 'kept until the case ends' },
  'until-paid': { vi: 'đến khi chi trả xong', en: 'kept until all is paid' },
};

export const keptForText: Readonly<Record<KeptFor, Text>> = {
  entry: { vi: 'nội dung đăng ký hộ tịch', en: 'the register’s entry' },
  dossier: { vi: 'hồ sơ', en: 'the dossier' },
  payment: { vi: 'chi trả', en: 'payment' },
  contact: { vi: 'liên hệ', en: 'contact' },
};

export const standingText: Readonly<Record<Held['standing'], Text>> = {
  open: { vi: 'mở được', en: 'opens' },
  erased: { vi: 'đã xóa', en: 'erased' },
  sealed: { vi: 'còn niêm phong', en: 'sealed' },
};
