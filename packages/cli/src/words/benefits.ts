/** Benefits after a death in words: the classes, why one is paid and another not, and the shapes of a survivor benefit. */
import type { NotPayable } from '@lienthong/core/funeral-benefit';
import type { FuneralClass } from '@lienthong/core/law';
import type { LumpSumBecause, NotEntitledBecause } from '@lienthong/core/survivor-benefit';
import type { Text } from '../language.js';

export const classText: Readonly<Record<FuneralClass, Text>> = {
  'social-insurance': { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
  merit: { vi: 'Người có công', en: 'People with merit' },
  veteran: { vi: 'Cựu chiến binh', en: 'Veterans' },
  'social-pension': { vi: 'Trợ cấp hưu trí xã hội', en: 'Social pension' },
  'social-protection': { vi: 'Bảo trợ xã hội', en: 'Social protection' },
  disaster: { vi: 'Chết do thiên tai, tai nạn', en: 'Disaster or accident' },
  'social-facility': { vi: 'Cơ sở trợ giúp xã hội', en: 'Social facility' },
};

export const notPaidText: Readonly<Record<NotPayable['because'], Text>> = {
  ClassDidNotExist: { vi: 'khi đó chưa có chế độ này', en: 'there was no such class then' },
  NoRateOnRecord: { vi: 'chưa có dữ liệu về mức', en: 'no rate is on record' },
  TimePaidInTooShort: { vi: 'chưa đủ thời gian đóng', en: 'too short a time paid in' },
  AnotherClassGoesFirst: { vi: 'chế độ khác chi trả trước', en: 'another class goes first' },
  HigherBenefitPaid: { vi: 'đã chi trả mức cao hơn', en: 'a higher benefit is paid' },
  EqualBenefitPaid: { vi: 'đã chi trả mức bằng', en: 'an equal benefit is paid' },
};

export const bundleText: Readonly<Record<'inside' | 'outside' | 'open', Text>> = {
  inside: { vi: 'nộp trong hồ sơ liên thông', en: 'asked for within the linked application' },
  outside: {
    vi: 'ngoài hồ sơ liên thông: người sử dụng lao động nộp cho BHXH',
    en: 'outside the linked application: the employer files with social insurance',
  },
  open: {
    vi: 'chưa rõ có thuộc hồ sơ liên thông không',
    en: 'not settled whether within the linked application',
  },
};

export const notEntitledText: Readonly<Record<NotEntitledBecause, Text>> = {
  ChildGrownUp: { vi: 'con đã đủ tuổi', en: 'a child grown up' },
  AgeNotReached: { vi: 'chưa đủ tuổi', en: 'age not reached' },
  NoAgeOnRecord: { vi: 'chưa có dữ liệu về tuổi nghỉ hưu', en: 'no retirement age is on record' },
  NotSupported: { vi: 'người chết không có nghĩa vụ nuôi dưỡng', en: 'the deceased had no duty of support' },
  IncomeTooHigh: { vi: 'thu nhập từ mức tham chiếu trở lên', en: 'income of the reference level or more' },
  InsuredWork: { vi: 'đang đóng BHXH bắt buộc', en: 'in insured work' },
  NoRuleOnRecord: { vi: 'chưa có quy định', en: 'no rule is on record' },
  EnoughRelatives: { vi: 'đã đủ số người được hưởng', en: 'as many relatives as the law allows draw it already' },
};

export const lumpSumText: Readonly<Record<LumpSumBecause, Text>> = {
  GroundMissing: { vi: 'không đủ điều kiện hưởng hằng tháng', en: 'no ground for a monthly allowance' },
  NoRelativeEntitled: { vi: 'không có thân nhân đủ điều kiện', en: 'no relative is entitled to it monthly' },
  HeirsInstead: { vi: 'không có thân nhân: theo pháp luật thừa kế', en: 'no relatives: by the law of inheritance' },
  Preferred: { vi: 'thân nhân lựa chọn', en: 'the relatives prefer it' },
};
