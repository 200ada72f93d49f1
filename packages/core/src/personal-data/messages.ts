/** What an erasure says to people (thông báo về việc xóa dữ liệu), Vietnamese and English. */
import type { Language } from '../law/index.js';
import { type Messages, messagesOf } from '../words/messages.js';
import { type Words, words } from '../words/vocabulary.js';
import type { ErasePerson, ErasureReason, PersonErased } from './erasure.js';

const obstacles: Readonly<Record<ErasureReason, Words>> = {
  MayNotDecideErasure: words(
    'Người thực hiện không có quyền quyết định xóa dữ liệu cá nhân.',
    'This person may not decide on an erasure.',
  ),
  CaseUnderWay: words(
    'Hồ sơ đang giải quyết: cơ quan còn cần dữ liệu này.',
    'The case is under way: the agencies still need this data.',
  ),
  RegisterEntryStays: words(
    'Việc hộ tịch này đã được đăng ký: nội dung đăng ký được lưu giữ, không xóa theo yêu cầu.',
    'This event stands in the civil-status register: what was entered is kept, and not erased on request.',
  ),
  PaymentOutstanding: words(
    'Còn khoản trợ cấp chưa chi trả xong.',
    'A benefit that was decided has not been paid in full.',
  ),
  PersonErasedAlready: words('Dữ liệu của người này đã được xóa.', 'This person was erased already.'),
};

/** Commands that open the way, though they are given elsewhere. */
const commands = {
  ErasePerson: words('quyết định xóa dữ liệu cá nhân', 'decide on the erasure'),
  WithdrawCase: words('rút hồ sơ, hoặc chờ hồ sơ kết thúc', 'withdraw the application, or wait for its end'),
  RecordPayment: words('ghi nhận việc chi trả', 'record the payment'),
} as const;

/** @example sayOfErasure('en').command('ErasePerson') // => 'decide on the erasure' */
export const sayOfErasure: (language: Language) => Messages<ErasePerson, PersonErased, ErasureReason> = messagesOf<
  ErasePerson,
  PersonErased,
  ErasureReason
>({
  commands,
  lines: {
    PersonErased: {
      vi: () => 'Đã xóa dữ liệu cá nhân của một người trong hồ sơ',
      en: () => 'The personal data of one person of the case was erased',
    },
  },
  obstacles,
  speech: { coded: (code) => code, valueInWords: String },
  fieldName: () => undefined,
  named: {},
  elsewhere: [],
});
