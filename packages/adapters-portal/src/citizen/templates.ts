/**
 * What a citizen is told (tin nhắn cho người dân): a closed set of sentences in Vietnamese and English, with the code of the
 * dossier, days and coded papers. There is no place in them for a name, a number of a person or anything typed by hand.
 */
import type { PlainDate } from '@lienthong/core';
import type { Duty, PublicStatus, StatusSpan } from '../status/vocabulary.js';

export type Language = 'vi' | 'en';
type Words = Readonly<Record<Language, string>>;

const words = (vi: string, en: string): Words => ({ vi, en });

const SPAN_WORDS: Readonly<Record<StatusSpan, Words>> = {
  case: words('hồ sơ liên thông', 'the linked application'),
  birth: words('đăng ký khai sinh', 'birth registration'),
  death: words('đăng ký khai tử', 'death registration'),
  residence: words('đăng ký cư trú', 'residence'),
  card: words('thẻ bảo hiểm y tế', 'the health-insurance card'),
  'identity-card': words('thẻ căn cước', 'the identity card'),
  funeral: words('trợ cấp mai táng', 'the funeral benefit'),
  survivor: words('trợ cấp tuất', 'the survivor benefit'),
};

const STATUS_WORDS: Readonly<Partial<Record<PublicStatus, Words>>> = {
  received: words('đã được tiếp nhận', 'has been received'),
  'supplement-asked': words('cần bổ sung giấy tờ', 'needs further papers'),
  'extract-ready': words('đã có kết quả', 'is done; the extract is ready'),
  'result-ready': words('đã có kết quả', 'has a result'),
  delayed: words('bị chậm; cơ quan đang xử lý', 'is late; the authority is working on it'),
  refused: words(
    'không được chấp thuận; xem lý do trên Cổng dịch vụ công',
    'was refused; the reasons are on the portal',
  ),
  withdrawn: words('đã rút theo yêu cầu', 'was withdrawn as asked'),
  'not-done': words('không thực hiện', 'is not carried out'),
  closed: words('đã giải quyết xong', 'is settled'),
};

const DUTY_WORDS: Readonly<Record<Duty, Words>> = {
  'bring-supplement': words('Đề nghị nộp bổ sung', 'Please bring what is missing'),
  'confirm-extract': words('Đề nghị xem và xác nhận bản dự thảo', 'Please look over and confirm the draft'),
  'give-consent': words('Đề nghị chủ hộ hoặc chủ sở hữu xác nhận trên VNeID', 'Please have the consent given on VNeID'),
  'relatives-consent': words('Đề nghị các thân nhân xác nhận trên VNeID', 'Please have the relatives confirm on VNeID'),
  'state-payee': words('Đề nghị khai thông tin người nhận tiền', 'Please state who is to be paid'),
  'collect-result': words('Đề nghị đến nhận kết quả', 'Please collect the result'),
};

/** Legs are told of what concerns them alone; the case of what concerns it as a whole, so that nothing is said twice. */
const TOLD: Readonly<Record<'case' | 'leg', readonly PublicStatus[]>> = {
  case: ['received', 'delayed', 'closed', 'withdrawn'],
  leg: ['supplement-asked', 'extract-ready', 'result-ready', 'delayed', 'refused', 'not-done'],
};

export const isTold = (span: StatusSpan, status: PublicStatus): boolean =>
  TOLD[span === 'case' ? 'case' : 'leg'].includes(status);

const written = (day: PlainDate, language: Language): string =>
  language === 'vi' ? day.split('-').reverse().join('/') : day;

export type Telling = Readonly<{
  /** The code by which the citizen knows the dossier. */
  code: string;
  span: StatusSpan;
  /** Absent where only a duty is told. */
  status?: PublicStatus;
  duty?: Duty;
  until: PlainDate | null;
}>;

export const textOf = ({ code, span, status, duty, until }: Telling, language: Language): string => {
  const about = `${language === 'vi' ? 'Hồ sơ' : 'Dossier'} ${code}: ${SPAN_WORDS[span][language]}`;
  const said = status === undefined ? undefined : STATUS_WORDS[status]?.[language];
  const day = until === null ? '' : language === 'vi' ? `, hạn ${written(until, 'vi')}` : `, by ${until}`;
  const asked = duty === undefined ? [] : [`${DUTY_WORDS[duty][language]}${day}`];
  const due = duty === undefined && until !== null && status === 'received' ? day : '';
  return `${[`${about}${said === undefined ? '' : ` ${said}`}${due}`, ...asked].join('. ')}.`;
};
