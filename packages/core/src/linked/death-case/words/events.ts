/** Each event of a death case as one line of its timeline. Facts only: nobody is named. */
import type { Language } from '../../../law/explain.js';
import { deathGroup } from '../../../law/group-law.js';
import { type Dong, displayDong } from '../../../values/money.js';
import { capital, extractLines, type Lines, plain, sharedLines } from '../../../words/events.js';
import { written } from '../../../words/vocabulary.js';
import type { DeathEvent } from '../events.js';
import { fieldName } from '../form-fields.js';
import {
  benefits,
  bodies,
  coded,
  deathRefusals,
  drawn,
  ends,
  listed,
  payers,
  rejections,
  spans,
} from './vocabulary.js';

const field = (at: string, language: Language): string => fieldName(at, language) ?? coded(at, language);
const fields = (paths: readonly string[], language: Language): string =>
  listed(paths, language, (at) => field(at, language));
const money = (amount: number): string => displayDong(amount as Dong);

export const eventLines: Lines<DeathEvent> = {
  Applied: {
    vi: ({ declaration }) => `Đã nộp hồ sơ: ${listed(declaration.legs, 'vi')}.`,
    en: ({ declaration }) => `The application was filed for ${listed(declaration.legs, 'en')}.`,
  },
  DeathNoticeAttached: {
    vi: ({ signed, outdated }) =>
      `Đã nhận giấy báo tử ${signed ? 'có ký số' : 'chưa ký số'}${outdated ? ', theo mẫu cũ (vẫn được tiếp nhận)' : ''}.`,
    en: ({ signed, outdated }) =>
      `A notice of death arrived, ${signed ? 'signed' : 'not signed'}${outdated ? ', on an old form (taken all the same)' : ''}.`,
  },
  LegStopped: {
    vi: ({ leg, cause }) => `Đã thông báo dừng giải quyết ${spans[leg].vi}: ${coded(cause, 'vi')}.`,
    en: ({ leg, cause }) => `By written notice ${spans[leg].en} was stopped: ${coded(cause, 'en')}.`,
  },
  CaseClosed: {
    vi: ({ outcome }) => `Hồ sơ kết thúc: ${endsOf(outcome, 'vi')}.`,
    en: ({ outcome }) => `The application is closed: ${endsOf(outcome, 'en')}.`,
  },

  ...sharedLines({ spans, fieldName, coded, listed }),

  DeathRegistered: {
    vi: ({ registeredOn, book, number, late, locked }) =>
      `Đã đăng ký khai tử ngày ${written(registeredOn, 'vi')}, số ${number}, quyển ${book}${late ? ' (đăng ký quá hạn)' : ''}${locked ? '; đã khóa thông tin người chết' : ''}.`,
    en: ({ registeredOn, book, number, late, locked }) =>
      `The death was registered on ${registeredOn}, number ${number} of book ${book}${late ? ' (declared late)' : ''}${locked ? '; the person is locked' : ''}.`,
  },
  DeathRefused: {
    vi: ({ cause }) => `Đã từ chối đăng ký khai tử: ${deathRefusals[cause].vi}.`,
    en: ({ cause }) => `The registration was refused: ${deathRefusals[cause].en}.`,
  },
  IdentityMismatchFound: plain(
    'Thông tin người chết chưa khớp giữa các cơ sở dữ liệu.',
    'The records do not agree on who the deceased is.',
  ),
  IdentityConfirmed: {
    vi: ({ by }) => `Đã xác định nhân thân người chết theo ${coded(by, 'vi')}.`,
    en: ({ by }) => `Who the deceased is was settled by ${coded(by, 'en')}.`,
  },
  CorrectionRegistered: {
    vi: (event) => `Đã cải chính ngày ${written(event.registeredOn, 'vi')}: ${fields(event.fields, 'vi')}.`,
    en: (event) => `Corrected in the register on ${event.registeredOn}: ${fields(event.fields, 'en')}.`,
  },

  ...extractLines({ vi: 'trích lục khai tử', en: 'extract' }, coded),

  ResidenceDeleted: {
    vi: ({ deletedOn, minutes }) =>
      `Đã xóa đăng ký thường trú ngày ${written(deletedOn, 'vi')}${minutes ? ' (lập biên bản)' : ''}.`,
    en: ({ deletedOn, minutes }) => `The residence was deleted on ${deletedOn}${minutes ? ' (by minutes)' : ''}.`,
  },
  ResidenceRecordFoundIncomplete: {
    vi: ({ items }) => `Dữ liệu dân cư của người chết chưa đủ: ${fields(items, 'vi')}.`,
    en: ({ items }) => `The population record of the deceased is not complete: ${fields(items, 'en')}.`,
  },
  ResidenceRecordCompleted: plain(
    'Công an cấp xã đã bổ sung dữ liệu dân cư.',
    'The commune police completed the population record.',
  ),
  NothingToDelete: {
    vi: ({ cause }) => `Không có đăng ký thường trú để xóa: ${coded(cause, 'vi')}.`,
    en: ({ cause }) => `There is no residence to delete: ${coded(cause, 'en')}.`,
  },
  ResidenceReturnedUpstream: {
    vi: (event) => `Đề nghị xóa thường trú được trả về cơ quan trước để sửa: ${field(event.field, 'vi')}.`,
    en: (event) => `The request went back to the earlier agency to be mended: ${field(event.field, 'en')}.`,
  },

  BenefitRouted: {
    vi: ({ leg, outcome, payers: to, basis }) =>
      outcome === 'routed'
        ? `Hồ sơ ${spans[leg].vi} chuyển đến ${to.map((payer) => payers[payer].vi).join(', ')} (${coded(basis, 'vi')}).`
        : outcome === 'outside'
          ? `${capital(spans[leg].vi)} được giải quyết ngoài nhóm liên thông: ${coded(basis, 'vi')}.`
          : `Không có khoản ${spans[leg].vi} nào được hưởng.`,
    en: ({ leg, outcome, payers: to, basis }) =>
      outcome === 'routed'
        ? `The file for ${spans[leg].en} goes to ${to.map((payer) => payers[payer].en).join(', ')} (${coded(basis, 'en')}).`
        : outcome === 'outside'
          ? `${capital(spans[leg].en)} is asked for outside the bundle: ${coded(basis, 'en')}.`
          : `Nothing is due as ${spans[leg].en}.`,
  },
  BenefitEndorsed: {
    vi: ({ leg, by }) => `${capital(bodies[by].vi)} đã có ý kiến về ${spans[leg].vi}.`,
    en: ({ leg, by }) => `${capital(bodies[by].en)} gave its opinion on ${spans[leg].en}.`,
  },
  BenefitDecided: {
    vi: ({ benefit, payer, amount, way, decidedOn }) =>
      `${capital(payers[payer].vi)} quyết định ${benefits[benefit].vi} ${money(amount)}${way === 'monthly' ? ' mỗi tháng' : ''} ngày ${written(decidedOn, 'vi')}.`,
    en: ({ benefit, payer, amount, way, decidedOn }) =>
      `${capital(payers[payer].en)} decided ${benefits[benefit].en} of ${money(amount)}${way === 'monthly' ? ' a month' : ''} on ${decidedOn}.`,
  },
  BenefitRejected: {
    vi: ({ leg, payer, cause }) => `${capital(payers[payer].vi)} từ chối ${spans[leg].vi}: ${rejections[cause].vi}.`,
    en: ({ leg, payer, cause }) => `${capital(payers[payer].en)} rejected ${spans[leg].en}: ${rejections[cause].en}.`,
  },
  BenefitToppedUp: {
    vi: ({ benefit, amount, confidence }) =>
      `Truy lĩnh ${benefits[benefit].vi} thêm ${money(amount)}${confidence === 'inferred' ? ' (theo suy luận)' : ''}.`,
    en: ({ benefit, amount, confidence }) =>
      `${capital(benefits[benefit].en)} was topped up by ${money(amount)}${confidence === 'inferred' ? ' (inferred)' : ''}.`,
  },

  RelativesConsented: {
    vi: ({ of, mode }) =>
      of === 'all'
        ? `Thân nhân đã thống nhất người đại diện (${coded(mode, 'vi')}).`
        : `Một thân nhân đã xác nhận người đại diện (${coded(mode, 'vi')}).`,
    en: ({ of, mode }) =>
      of === 'all'
        ? `The relatives agreed on their representative (${coded(mode, 'en')}).`
        : `A relative confirmed the representative (${coded(mode, 'en')}).`,
  },
  ConsentExpired: {
    vi: ({ missing }) => `Hết hạn xác nhận của thân nhân; còn thiếu ${missing.length} người.`,
    en: ({ missing }) => `The relatives’ time to confirm ran out; ${missing.length} had not.`,
  },

  PayeeStated: {
    vi: ({ channel }) => `Đã có thông tin người nhận tiền: ${coded(channel, 'vi')}.`,
    en: ({ channel }) => `It was said who takes the money: ${coded(channel, 'en')}.`,
  },
  BenefitPaid: {
    vi: ({ benefit, amount, channel, paidOn }) =>
      `Đã chi trả ${benefits[benefit].vi} ${money(amount)} ngày ${written(paidOn, 'vi')} (${coded(channel, 'vi')}).`,
    en: ({ benefit, amount, channel, paidOn }) =>
      `${capital(benefits[benefit].en)}: ${money(amount)} was paid on ${paidOn} (${coded(channel, 'en')}).`,
  },
  PaymentFailed: {
    vi: ({ benefit, amount, cause }) =>
      `Chi trả ${benefits[benefit].vi} ${money(amount)} không thành: ${coded(cause, 'vi')}.`,
    en: ({ benefit, amount, cause }) =>
      `The payment of ${money(amount)} for ${benefits[benefit].en} failed: ${coded(cause, 'en')}.`,
  },
  AllowanceStopped: {
    vi: ({ allowance, stoppedFrom }) =>
      `Đã dừng ${drawn[allowance].vi}${stoppedFrom === null ? '' : ` từ ngày ${written(stoppedFrom, 'vi')}`}.`,
    en: ({ allowance, stoppedFrom }) =>
      `${capital(drawn[allowance].en)} was stopped${stoppedFrom === null ? '' : ` from ${stoppedFrom}`}.`,
  },
};

const endsOf = (outcome: Extract<DeathEvent, { type: 'CaseClosed' }>['outcome'], language: Language): string =>
  deathGroup.legs
    .flatMap((leg) => {
      const end = outcome[leg];
      return end === undefined ? [] : [`${spans[leg][language]} ${ends[end][language]}`];
    })
    .join('; ');
