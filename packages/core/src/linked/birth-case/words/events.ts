/** Each event of a birth case as one line of its timeline. Facts only: nobody is named. */
import type { Language } from '../../../law/explain.js';
import { birthGroup } from '../../../law/group-law.js';
import { capital, extractLines, type Lines, plain, sharedLines } from '../../../words/events.js';
import { outcomes, written } from '../../../words/vocabulary.js';
import type { BirthEvent, BirthLeg } from '../events.js';
import { fieldName } from '../form-fields.js';
import { birthRefusals, coded, consenters, listed, spans } from './vocabulary.js';

const field = (at: string, language: Language): string => fieldName(at, language) ?? coded(at, language);
const fields = (paths: readonly string[], language: Language): string =>
  listed(paths, language, (at) => field(at, language));

export const eventLines: Lines<BirthEvent> = {
  Applied: {
    vi: ({ declaration }) => `Đã nộp hồ sơ: ${listed(declaration.legs, 'vi')}.`,
    en: ({ declaration }) => `The application was filed for ${listed(declaration.legs, 'en')}.`,
  },
  BirthNoticeAttached: {
    vi: ({ signed }) => (signed ? 'Đã nhận giấy chứng sinh có ký số.' : 'Đã nhận giấy chứng sinh chưa ký số.'),
    en: ({ signed }) => (signed ? 'The signed notice of birth arrived.' : 'A notice of birth arrived, not signed.'),
  },
  CaseClosed: {
    vi: ({ outcome }) => `Hồ sơ kết thúc: ${ends(outcome, 'vi')}.`,
    en: ({ outcome }) => `The application is closed: ${ends(outcome, 'en')}.`,
  },

  ...sharedLines<BirthLeg>({ spans, fieldName, coded, listed }),

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

  ...extractLines({ vi: 'giấy khai sinh', en: 'certificate' }, coded),

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
};

const ends = (outcome: Extract<BirthEvent, { type: 'CaseClosed' }>['outcome'], language: Language): string =>
  birthGroup.legs
    .flatMap((leg) => {
      const end = outcome[leg];
      return end === undefined ? [] : [`${spans[leg][language]} ${outcomes[end][language]}`];
    })
    .join('; ');
