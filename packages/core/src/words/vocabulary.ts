/** Coded words as people say them, Vietnamese and English: those that births and deaths share. */
import type { LegOutcome } from '../application/events.js';
import { ROLES, type Role } from '../authority/roles.js';
import type { JsonValue } from '../evidence/canonical.js';
import type { Slot } from '../extract/events.js';
import type { Language } from '../law/explain.js';
import type { Purpose, RequestDeferred, RequestFailed } from '../requests/events.js';
import type { PlainDate } from '../values/plain-date.js';
import { supportCodes } from './support.js';
import { type Named, type Words, words } from './word-pairs.js';

export { type Named, type Words, words };

export const outcomes: Readonly<Record<LegOutcome, Words>> = {
  done: words('đã xong', 'done'),
  refused: words('bị từ chối', 'refused'),
  withdrawn: words('đã rút', 'withdrawn'),
  'not-reached': words('không thực hiện', 'not reached'),
};

export const roles: Readonly<Record<Role, Words>> = {
  applicant: words('người yêu cầu', 'the applicant'),
  relative: words('người thân', 'a relative'),
  representative: words('người đại diện', 'the representative'),
  'health-facility': words('cơ sở khám bệnh, chữa bệnh', 'the health facility'),
  'onestop-receptionist': words('cán bộ tiếp nhận một cửa', 'the one-stop desk'),
  'civil-status-officer': words('công chức hộ tịch', 'the civil-status officer'),
  'commune-leader': words('lãnh đạo Ủy ban nhân dân cấp xã', 'the leader of the commune'),
  clerk: words('văn thư', 'the clerk'),
  'return-officer': words('cán bộ trả kết quả', 'the officer who hands over results'),
  'residence-officer': words('công an cấp xã', 'the commune police'),
  'insurance-officer': words('cán bộ bảo hiểm xã hội', 'the social-insurance officer'),
  'identity-officer': words('cán bộ quản lý căn cước', 'the identity officer'),
  'social-officer': words('công chức văn hóa – xã hội', 'the social officer'),
  'merit-officer': words('cán bộ phụ trách người có công', 'the officer for people with merit'),
  'payment-officer': words('tổ chức dịch vụ chi trả', 'the payment service'),
  'support-team': words('tổ hỗ trợ', 'the support team'),
  'province-admin': words('quản trị cấp tỉnh', 'the administrator of the province'),
  reporter: words('cán bộ thống kê, báo cáo', 'the officer who reports'),
  courier: words('hệ thống chuyển hồ sơ', 'the system that forwards the files'),
  timekeeper: words('hệ thống theo dõi thời hạn', 'the system that watches the time limits'),
};

/** Whose duty a deadline was. */
const duties: Readonly<Record<string, Words>> = {
  'civil-status': words('cơ quan đăng ký hộ tịch', 'the civil-status authority'),
  residence: words('cơ quan đăng ký cư trú', 'the residence authority'),
  insurance: words('cơ quan bảo hiểm xã hội', 'social insurance'),
  identity: words('cơ quan quản lý căn cước', 'the identity authority'),
  funeral: words('cơ quan chi trả trợ cấp mai táng', 'the payer of the funeral benefit'),
  survivor: words('cơ quan chi trả trợ cấp tuất', 'the payer of the survivor benefit'),
  group: words('các cơ quan cùng giải quyết', 'the authorities together'),
  citizen: words('người yêu cầu', 'the applicant'),
  agency: words('cơ quan giải quyết', 'the authority'),
  hospital: words('cơ sở khám bệnh, chữa bệnh', 'the health facility'),
};

export const purposes: Readonly<Record<Purpose, Words>> = {
  'assign-personal-number': words('cấp số định danh cá nhân', 'to assign the personal number'),
  'enter-birth': words('ghi vào sổ hộ tịch', 'to enter the birth in the register'),
  'register-residence': words('đăng ký thường trú', 'to register the residence'),
  'issue-card': words('cấp thẻ bảo hiểm y tế', 'to issue the health-insurance card'),
  'issue-identity-card': words('cấp thẻ căn cước', 'to issue the identity card'),
  'enter-death': words('ghi việc khai tử vào sổ hộ tịch', 'to enter the death in the register'),
  'delete-residence': words('xóa đăng ký thường trú', 'to delete the residence'),
  'decide-insurance-funeral': words(
    'giải quyết trợ cấp mai táng của bảo hiểm xã hội',
    'to decide social insurance’s funeral benefit',
  ),
  'decide-social-funeral': words(
    'giải quyết hỗ trợ chi phí mai táng',
    'to decide the funeral support of social protection',
  ),
  'decide-merit-funeral': words(
    'giải quyết mai táng phí người có công',
    'to decide the funeral benefit of people with merit',
  ),
  'decide-survivor': words('giải quyết trợ cấp tuất', 'to decide the survivor benefit'),
  'pay-funeral': words('chi trả trợ cấp mai táng', 'to pay the funeral benefit'),
  'pay-merit-lump': words('chi trả trợ cấp một lần', 'to pay the lump of three months'),
  'pay-survivor': words('chi trả trợ cấp tuất', 'to pay the survivor benefit'),
  'stop-merit-allowance': words('dừng trợ cấp ưu đãi hằng tháng', 'to stop the monthly merit allowance'),
  'stop-social-allowance': words('dừng trợ cấp xã hội hằng tháng', 'to stop the monthly social allowance'),
  'stop-pension': words('dừng lương hưu hằng tháng', 'to stop the monthly pension'),
  'tell-residence': words('cập nhật dữ liệu cư trú', 'to update the residence data'),
  'tell-insurance': words('cập nhật dữ liệu bảo hiểm y tế', 'to update the insurance data'),
  'tell-population': words('cập nhật dữ liệu dân cư', 'to update the population data'),
};

export const slots: Readonly<Record<Slot, Words>> = {
  leader: words('chữ ký của lãnh đạo', 'the leader’s signature'),
  seal: words('con dấu của cơ quan', 'the organisation’s seal'),
};

export const silences: Readonly<Record<RequestFailed['why'] | RequestDeferred['why'], Words>> = {
  unreachable: words('không kết nối được', 'it could not be reached'),
  'login-refused': words('không đăng nhập được', 'the login was refused'),
  'timed-out': words('không trả lời kịp', 'it did not answer in time'),
  busy: words('đang quá tải', 'it is overloaded'),
  'read-only': words('tạm thời không ghi nhận được', 'it takes nothing in for now'),
  full: words('đã đầy', 'it is full'),
  corrupt: words('dữ liệu bị hỏng', 'its data are damaged'),
  'newer-schema': words('dùng phiên bản mới hơn', 'it uses a newer version'),
  'malformed-answer': words('trả lời không đọc được', 'its answer cannot be read'),
  closed: words('đã đóng', 'it is closed'),
  'outcome-unknown': words('chưa rõ đã thực hiện hay chưa', 'it is not known whether it was done'),
  'asked-to-wait': words('cơ quan đề nghị chờ', 'the agency asked to wait'),
};

/** Reasons, steps, channels and papers that come as free codes; one that is not here is shown as it stands. */
export const codes: Named = {
  ...duties,
  SuspectedDuplicate: words('nghi trùng dữ liệu', 'a duplicate is suspected'),
  DataMismatch: words('dữ liệu chưa khớp', 'the data do not match'),
  Technical: words('lỗi kỹ thuật', 'a technical problem'),
  NoAnswer: words('chưa có trả lời', 'there is no answer yet'),
  ConsentMissing: words('chưa có ý kiến đồng ý', 'a consent is missing'),
  PlaceBanned: words('chỗ ở thuộc nơi không được đăng ký', 'nobody may register at this place'),
  NoLawfulPlace: words('chưa có chỗ ở hợp pháp', 'there is no lawful place of residence'),
  CardDossierIncomplete: words('hồ sơ cấp thẻ chưa đủ', 'the file for the card is not complete'),
  VerificationForbidden: words('không được xác minh trường hợp này', 'this may not be verified'),
  AnswerContradicted: words('câu trả lời sau khác câu trả lời trước', 'a later answer contradicts the earlier one'),
  AnsweredAfterWithdrawal: words('kết quả đến sau khi đã rút', 'the result came after the withdrawal'),
  incomplete: words('hồ sơ chưa đủ', 'the file is not complete'),
  conditions: words('cần kiểm tra điều kiện', 'the conditions are to be checked'),
  verifying: words('đang xác minh', 'verifying'),
  late: words('giải quyết chậm', 'the matter is late'),
  'calendar-changed': words('lịch làm việc thay đổi', 'the working calendar changed'),
  'wrong-at-entry': words('nhập sai', 'a mistake at entry'),
  electronic: words('bản điện tử', 'electronically'),
  desk: words('bộ phận một cửa', 'at the desk'),
  post: words('bưu chính', 'by post'),
  'national-portal': words('Cổng Dịch vụ công quốc gia', 'the National Public Service Portal'),
  vneid: words('VNeID', 'VNeID'),
  form: words('ghi trên tờ khai', 'on the form'),
  online: words('trực tuyến', 'online'),
  'police-enquiry': words('công an hỏi trực tiếp', 'asked by the police'),
  writing: words('văn bản riêng', 'in separate writing'),
  notice: words('giấy chứng sinh', 'the notice of birth'),
  witness: words('văn bản của người làm chứng', 'a witness’s statement'),
  pledge: words('giấy cam đoan', 'a written pledge'),
  'lodging-proof': words('giấy tờ về chỗ ở', 'the proof of lodging'),
  'household.head': words('chủ hộ', 'the head of the household'),
  issued: words('đã cấp', 'issued'),
  entered: words('đã ghi sổ', 'entered'),
  'already-entered': words('đã ghi sổ từ trước', 'entered before'),
  'not-entered': words('không ghi sổ', 'not entered'),
  assigned: words('đã cấp số', 'assigned'),
  held: words('tạm giữ', 'held back'),
  registered: words('đã đăng ký', 'registered'),
  refused: words('từ chối', 'refused'),
  rejected: words('không chấp nhận', 'rejected'),
  returned: words('trả lại', 'returned'),
  taken: words('đã cập nhật', 'taken in'),
  'not-taken': words('chưa cập nhật', 'not taken in'),
  'new-application': words('nộp hồ sơ mới', 'a new application'),
  'earlier-application': words('theo dõi hồ sơ đã nộp trước', 'the application filed earlier'),
  onestop: words('bộ phận một cửa', 'the one-stop desk'),
  case: words('hồ sơ', 'the case'),
};

export const roleName = (role: string, language: Language): string =>
  (ROLES as readonly string[]).includes(role) ? roles[role as Role][language] : role;

export const dutyBearer = (duty: string, language: Language): string =>
  (Object.hasOwn(duties, duty) ? duties[duty]?.[language] : undefined) ?? duty;

/** A day as people write it: 29/08/2024, or 2024-08-29. */
export const written = (date: PlainDate, language: Language): string =>
  language === 'vi' ? date.split('-').reverse().join('/') : date;

export type Speech = Readonly<{
  /** A coded word; one without words of its own is shown as it stands. */
  coded: (code: string, language: Language) => string;
  listed: (items: readonly string[], language: Language, say?: (item: string) => string) => string;
  /** A new value that a remedy proposes. */
  valueInWords: (value: JsonValue, language: Language) => string;
}>;

/** How a case speaks of codes: the words both groups share, and its own before them. */
export const speech = (own: Named): Speech => {
  const named: Named = { ...supportCodes, ...codes, ...silences, ...outcomes, ...own };
  const coded = (code: string, language: Language): string =>
    (Object.hasOwn(named, code) ? named[code]?.[language] : undefined) ?? code;
  const valueInWords = (value: JsonValue, language: Language): string => {
    if (typeof value === 'string') {
      return /^\d{4}-\d\d-\d\d$/.test(value) ? written(value as PlainDate, language) : coded(value, language);
    }
    if (Array.isArray(value)) return value.map((item: JsonValue) => valueInWords(item, language)).join(', ');
    if (typeof value === 'object' && value !== null) {
      const { kind } = value as Readonly<Record<string, JsonValue>>;
      return typeof kind === 'string' ? coded(kind, language) : '…';
    }
    return String(value);
  };
  return {
    coded,
    listed: (items, language, say = (item) => coded(item, language)) => items.map(say).join(', '),
    valueInWords,
  };
};
