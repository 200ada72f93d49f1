/** Each event of a birth case as one line of its timeline. Facts only: nobody is named. */
import type { Language } from '../../../law/explain.js';
import type { BirthEvent } from '../events.js';
import { fieldName } from '../form-fields.js';
import {
  birthRefusals,
  coded,
  consenters,
  dutyBearer,
  legs,
  listed,
  outcomes,
  purposes,
  silences,
  slots,
  spans,
  written,
} from './vocabulary.js';

type Line<Ev> = Readonly<Record<Language, (event: Ev) => string>>;
type Lines = { readonly [T in BirthEvent['type']]: Line<Extract<BirthEvent, { type: T }>> };

const plain = (vi: string, en: string): Line<unknown> => ({ vi: () => vi, en: () => en });

/** `issue-card#1` is a request for a purpose. */
const asked = (request: string, language: Language): string => {
  const [purpose = ''] = request.split('#');
  return Object.hasOwn(purposes, purpose) ? purposes[purpose as keyof typeof purposes][language] : request;
};
const subject = (about: string, language: Language): string =>
  about.includes('#') ? asked(about, language) : coded(about.split('/')[0] ?? about, language);
const field = (at: string, language: Language): string => fieldName(at, language) ?? coded(at, language);
const fields = (paths: readonly string[], language: Language): string =>
  listed(paths, language, (at) => field(at, language));

export const eventLines: Lines = {
  Applied: {
    vi: ({ declaration }) => `Đã nộp hồ sơ: ${listed(declaration.legs, 'vi')}.`,
    en: ({ declaration }) => `The application was filed for ${listed(declaration.legs, 'en')}.`,
  },
  BirthNoticeAttached: {
    vi: ({ signed }) => (signed ? 'Đã nhận giấy chứng sinh có ký số.' : 'Đã nhận giấy chứng sinh chưa ký số.'),
    en: ({ signed }) => (signed ? 'The signed notice of birth arrived.' : 'A notice of birth arrived, not signed.'),
  },
  FeePaid: {
    vi: ({ amount }) => `Đã nộp lệ phí ${amount} đồng.`,
    en: ({ amount }) => `A fee of ${amount} đồng was paid.`,
  },
  LegWithdrawn: {
    vi: ({ leg }) => `Người yêu cầu rút phần ${spans[leg].vi}.`,
    en: ({ leg }) => `The applicant withdrew ${spans[leg].en}.`,
  },
  CaseWithdrawn: plain('Người yêu cầu rút toàn bộ hồ sơ.', 'The applicant withdrew the whole application.'),
  CaseClosed: {
    vi: ({ outcome }) => `Hồ sơ kết thúc: ${ends(outcome, 'vi')}.`,
    en: ({ outcome }) => `The application is closed: ${ends(outcome, 'en')}.`,
  },

  DossierReceived: {
    vi: ({ leg, agency, countsFrom }) =>
      `Đơn vị ${agency} đã tiếp nhận hồ sơ ${spans[leg].vi}${countsFrom === null ? '' : `, tính từ ngày ${written(countsFrom, 'vi')}`}.`,
    en: ({ leg, agency, countsFrom }) =>
      `Unit ${agency} took in the file for ${spans[leg].en}${countsFrom === null ? '' : `, counted from ${countsFrom}`}.`,
  },
  SupplementRequested: {
    vi: ({ leg, items, until }) =>
      `Cần bổ sung hồ sơ ${spans[leg].vi}: ${fields(items, 'vi')}${until === null ? '' : `, hạn ${written(until, 'vi')}`}.`,
    en: ({ leg, items, until }) =>
      `More is needed for ${spans[leg].en}: ${fields(items, 'en')}${until === null ? '' : `, until ${until}`}.`,
  },
  Supplemented: {
    vi: ({ leg }) => `Hồ sơ ${spans[leg].vi} đã được bổ sung; thời hạn tính lại từ đầu.`,
    en: ({ leg }) => `What was missing for ${spans[leg].en} arrived; the time limit starts anew.`,
  },
  AppointmentNotified: {
    vi: ({ span, dueOn }) =>
      dueOn === null
        ? `Chưa có ngày hẹn cho ${spans[span].vi}.`
        : `Hẹn trả kết quả ${spans[span].vi}: ${written(dueOn, 'vi')}.`,
    en: ({ span, dueOn }) =>
      dueOn === null
        ? `There is no due date for ${spans[span].en}.`
        : `The result of ${spans[span].en} is due on ${dueOn}.`,
  },
  DeadlineMissed: {
    vi: ({ deadline, dueOn, duty }) =>
      `Quá hạn ${written(dueOn, 'vi')} (${subject(deadline, 'vi')}), trách nhiệm của ${dutyBearer(duty, 'vi')}.`,
    en: ({ deadline, dueOn, duty }) =>
      `The due date ${dueOn} was missed (${subject(deadline, 'en')}), a duty of ${dutyBearer(duty, 'en')}.`,
  },
  DeadlineRevised: {
    vi: ({ span, from, to, cause }) =>
      `Ngày hẹn ${spans[span].vi} chuyển từ ${written(from, 'vi')} sang ${written(to, 'vi')}: ${coded(cause, 'vi')}.`,
    en: ({ span, from, to, cause }) =>
      `The due date of ${spans[span].en} moved from ${from} to ${to}: ${coded(cause, 'en')}.`,
  },
  ApologySent: {
    vi: ({ span, newDate }) => `Đã xin lỗi vì chậm ${spans[span].vi} và hẹn lại ngày ${written(newDate, 'vi')}.`,
    en: ({ span, newDate }) => `An apology for the delay of ${spans[span].en} was sent; the new date is ${newDate}.`,
  },
  ResultDelivered: {
    vi: ({ leg, channel }) => `Đã trả kết quả ${spans[leg].vi}: ${coded(channel, 'vi')}.`,
    en: ({ leg, channel }) => `The result of ${spans[leg].en} was handed over: ${coded(channel, 'en')}.`,
  },

  Escalated: {
    vi: ({ about, cause }) => `Đã chuyển tổ hỗ trợ: ${subject(about, 'vi')} (${coded(cause, 'vi')}).`,
    en: ({ about, cause }) => `Brought to the support team: ${subject(about, 'en')} (${coded(cause, 'en')}).`,
  },
  GuidanceGiven: {
    vi: ({ about, guidance }) => `Tổ hỗ trợ hướng dẫn về ${subject(about, 'vi')}: ${coded(guidance, 'vi')}.`,
    en: ({ about, guidance }) => `The support team advised on ${subject(about, 'en')}: ${coded(guidance, 'en')}.`,
  },
  EscalationResolved: {
    vi: ({ about, resolution }) => `Tổ hỗ trợ đã giải quyết ${subject(about, 'vi')}: ${coded(resolution, 'vi')}.`,
    en: ({ about, resolution }) => `The support team settled ${subject(about, 'en')}: ${coded(resolution, 'en')}.`,
  },

  PersonalNumberRequested: plain('Đã đề nghị cấp số định danh cá nhân.', 'The personal number was asked for.'),
  PersonalNumberAssigned: plain('Đã có số định danh cá nhân.', 'The personal number was assigned.'),
  PersonalNumberDelayed: {
    vi: ({ cause }) => `Số định danh chưa cấp được: ${coded(cause, 'vi')}. Việc khai sinh vẫn tiếp tục.`,
    en: ({ cause }) => `The personal number is delayed: ${coded(cause, 'en')}. The registration goes on.`,
  },
  PersonalNumberReplaced: {
    vi: ({ cause }) => `Số định danh đã được hủy và cấp lại: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The personal number was cancelled and replaced: ${coded(cause, 'en')}.`,
  },
  BirthRegistered: {
    vi: ({ registeredOn, book, number, late }) =>
      `Đã đăng ký khai sinh ngày ${written(registeredOn, 'vi')}, số ${number}, quyển ${book}${late ? ' (đăng ký quá hạn)' : ''}.`,
    en: ({ registeredOn, book, number, late }) =>
      `The birth was registered on ${registeredOn}, number ${number} of book ${book}${late ? ' (declared late)' : ''}.`,
  },
  BirthRefused: {
    vi: ({ cause }) => `Đã từ chối đăng ký khai sinh: ${birthRefusals[cause].vi}.`,
    en: ({ cause }) => `The registration was refused: ${birthRefusals[cause].en}.`,
  },
  CorrectionRegistered: {
    vi: (event) => `Đã cải chính ngày ${written(event.registeredOn, 'vi')}: ${fields(event.fields, 'vi')}.`,
    en: (event) => `Corrected in the register on ${event.registeredOn}: ${fields(event.fields, 'en')}.`,
  },

  ExtractDrafted: {
    vi: ({ extract }) => `Đã soạn bản điện tử giấy khai sinh, lần ${extract}.`,
    en: ({ extract }) => `The electronic certificate was drawn up, version ${extract}.`,
  },
  ExtractConfirmed: plain('Người yêu cầu đã xem và xác nhận bản dự thảo.', 'The applicant confirmed the draft.'),
  ExtractReturned: {
    vi: ({ cause }) => `Bản dự thảo bị trả lại: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The draft was returned: ${coded(cause, 'en')}.`,
  },
  ExtractSigned: plain('Lãnh đạo đã ký bản điện tử.', 'The leader signed the certificate.'),
  ExtractSealed: plain('Bản điện tử đã được đóng dấu.', 'The certificate was sealed.'),
  ExtractTimestamped: plain('Bản điện tử đã được gắn dấu thời gian.', 'The certificate was time-stamped.'),
  ExtractSigningFailed: {
    vi: ({ slot, safe }) => `Chưa tạo được ${slots[slot].vi}${safe ? '; bản dự thảo vẫn nguyên' : '; phải soạn lại'}.`,
    en: ({ slot, safe }) =>
      `${capital(slots[slot].en)} failed${safe ? '; the draft is as it was' : '; it must be drawn up again'}.`,
  },
  ExtractPublished: {
    vi: ({ signed }) => `Đã phát hành bản điện tử giấy khai sinh${signed ? '' : ' (không ký số)'}.`,
    en: ({ signed }) => `The electronic certificate was published${signed ? '' : ' (not signed)'}.`,
  },
  ExtractIssuedOnPaper: plain('Đã cấp giấy khai sinh bản giấy.', 'The certificate was issued on paper.'),
  ExtractReplaced: {
    vi: ({ extract, by }) => `Bản lần ${extract} được thay bằng bản lần ${by}.`,
    en: ({ extract, by }) => `Version ${extract} of the certificate was replaced by version ${by}.`,
  },
  ExtractRecalled: {
    vi: ({ cause }) => `Bản đã cấp bị thu hồi: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The certificate was recalled: ${coded(cause, 'en')}.`,
  },

  ConsentRecorded: {
    vi: ({ from, mode }) => `Đã có ý kiến đồng ý của ${consenters[from].vi} (${coded(mode, 'vi')}).`,
    en: ({ from, mode }) => `${capital(consenters[from].en)} consented (${coded(mode, 'en')}).`,
  },
  ConsentExpired: {
    vi: ({ from }) => `Hết hạn lấy ý kiến của ${consenters[from].vi}.`,
    en: ({ from }) => `The time for the consent of ${consenters[from].en} ran out.`,
  },
  VerificationOpened: {
    vi: ({ cause }) => `Công an cấp xã mở xác minh: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The commune police opened a verification: ${coded(cause, 'en')}.`,
  },
  ResidenceRegistered: {
    vi: ({ registeredOn }) => `Đã đăng ký thường trú cho trẻ ngày ${written(registeredOn, 'vi')}.`,
    en: ({ registeredOn }) => `The child’s residence was registered on ${registeredOn}.`,
  },
  ResidenceRefused: {
    vi: ({ cause }) => `Đã từ chối đăng ký thường trú: ${coded(cause, 'vi')}. Việc khai sinh không bị ảnh hưởng.`,
    en: ({ cause }) => `The residence was refused: ${coded(cause, 'en')}. The birth stays registered.`,
  },
  ResidenceReturnedUpstream: {
    vi: (event) => `Hồ sơ thường trú được trả về cơ quan trước để sửa: ${field(event.field, 'vi')}.`,
    en: (event) => `The residence file went back to the earlier agency to be mended: ${field(event.field, 'en')}.`,
  },

  CardIssued: {
    vi: ({ issuedOn, validFrom, validTo }) =>
      `Đã cấp thẻ bảo hiểm y tế ngày ${written(issuedOn, 'vi')}, giá trị từ ${written(validFrom, 'vi')}${validTo === null ? '' : ` đến ${written(validTo, 'vi')}`}.`,
    en: ({ issuedOn, validFrom, validTo }) =>
      `The health-insurance card was issued on ${issuedOn}, valid from ${validFrom}${validTo === null ? '' : ` to ${validTo}`}.`,
  },
  CardRejected: {
    vi: ({ items }) => `Chưa cấp thẻ bảo hiểm y tế vì hồ sơ chưa đủ: ${fields(items, 'vi')}.`,
    en: ({ items }) => `The card was not issued because the file is not complete: ${fields(items, 'en')}.`,
  },
  CardReturnedUpstream: {
    vi: (event) => `Hồ sơ cấp thẻ được trả về cơ quan trước để sửa: ${field(event.field, 'vi')}.`,
    en: (event) => `The file for the card went back to the earlier agency to be mended: ${field(event.field, 'en')}.`,
  },

  IdentityCardIssued: {
    vi: ({ issuedOn }) => `Đã cấp thẻ căn cước ngày ${written(issuedOn, 'vi')}.`,
    en: ({ issuedOn }) => `The identity card was issued on ${issuedOn}.`,
  },
  IdentityCardRefused: {
    vi: ({ cause }) => `Đã từ chối cấp thẻ căn cước: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `The identity card was refused: ${coded(cause, 'en')}.`,
  },

  RequestIntended: {
    vi: ({ purpose }) => `Chuẩn bị yêu cầu ${purposes[purpose].vi}.`,
    en: ({ purpose }) => `An agency is to be asked ${purposes[purpose].en}.`,
  },
  RequestSent: {
    vi: ({ request }) => `Đã gửi yêu cầu ${asked(request, 'vi')}.`,
    en: ({ request }) => `The request ${asked(request, 'en')} was sent.`,
  },
  RequestAcknowledged: {
    vi: ({ request }) => `Cơ quan đã nhận yêu cầu ${asked(request, 'vi')}.`,
    en: ({ request }) => `The agency has the request ${asked(request, 'en')}.`,
  },
  RequestProgressed: {
    vi: ({ request, step }) => `Yêu cầu ${asked(request, 'vi')}: ${coded(step, 'vi')}.`,
    en: ({ request, step }) => `The request ${asked(request, 'en')}: ${coded(step, 'en')}.`,
  },
  RequestAnswered: {
    vi: ({ request, answer }) => `Cơ quan trả lời yêu cầu ${asked(request, 'vi')}: ${coded(answer.outcome, 'vi')}.`,
    en: ({ request, answer }) =>
      `The agency answered the request ${asked(request, 'en')}: ${coded(answer.outcome, 'en')}.`,
  },
  RequestDeferred: {
    vi: ({ request, why }) => `Yêu cầu ${asked(request, 'vi')} tạm chờ: ${silences[why].vi}.`,
    en: ({ request, why }) => `The request ${asked(request, 'en')} waits: ${silences[why].en}.`,
  },
  RequestFailed: {
    vi: ({ request, why }) =>
      `Chưa gửi được yêu cầu ${asked(request, 'vi')}: ${silences[why].vi}. Hệ thống sẽ gửi lại.`,
    en: ({ request, why }) =>
      `The request ${asked(request, 'en')} did not get through: ${silences[why].en}. It will be sent again.`,
  },
  RequestGivenUp: {
    vi: ({ request, why }) =>
      `Ngừng gửi tự động yêu cầu ${asked(request, 'vi')}: ${silences[why].vi}. Tổ hỗ trợ sẽ liên hệ cơ quan.`,
    en: ({ request, why }) =>
      `The request ${asked(request, 'en')} is no longer sent by itself: ${silences[why].en}. The support team asks the agency.`,
  },
  AnswerContradicted: {
    vi: ({ request }) => `Trả lời sau về yêu cầu ${asked(request, 'vi')} khác trả lời trước; tổ hỗ trợ sẽ làm rõ.`,
    en: ({ request }) =>
      `A later answer to the request ${asked(request, 'en')} contradicts the first; the support team settles it.`,
  },
};

const ends = (outcome: Extract<BirthEvent, { type: 'CaseClosed' }>['outcome'], language: Language): string =>
  legs
    .flatMap((leg) => {
      const end = outcome[leg];
      return end === undefined ? [] : [`${spans[leg][language]} ${outcomes[end][language]}`];
    })
    .join('; ');

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
